import { createWords } from '@sixfold/contract/words'
import type { DefinitionFaultCode } from '@sixfold/domain/survey/import/own-file'
import type { SurveyFileFault } from '../../../survey-files/refusal.ts'

/** Why nothing is made of a file. */
export type ImportRefusal = SurveyFileFault | DefinitionFaultCode | 'unknown_factor_model' | 'model_not_known'

const en: Record<ImportRefusal | 'at', string> = {
  at: '{reason} Line {line}, column {column}.',
  file_empty: 'The file is empty.',
  file_pdf: 'This is a PDF. Please export the survey itself: JSON from SurveyJS, or .lss from LimeSurvey.',
  file_spreadsheet:
    'This is a packed file or a spreadsheet. Unpack it first; a survey is a .json or .lss file.',
  file_binary: 'This is not a text file. A survey is a .json or .lss file.',
  encoding: 'The letters of this file cannot be read. Save it as UTF-8.',
  unknown_format: 'This is no survey of Sixfold, SurveyJS or LimeSurvey.',
  broken_json: 'The file is not whole: it cannot be read as JSON.',
  too_deep: 'The file is nested deeper than any survey.',
  unknown_version:
    'The file was written by a newer Sixfold (format version {version}; this one reads {known}).',
  broken_xml: 'The file is not whole: it cannot be read as XML.',
  doctype: 'The file holds a document type or entities of its own. Such files are not read.',
  not_limesurvey: 'This XML file is no survey of LimeSurvey.',
  part_of_survey: 'This file holds only a part of a survey ({part}). Export the whole survey (.lss).',
  no_questions: 'The file holds no survey: no page and no question.',
  unknown_factor_model: 'There is no such factor model.',
  model_not_known: 'The file names a factor model that is not here. Choose one.',
  duplicate_id: 'This stands in the file twice.',
  no_default_language: 'The default language is none of the languages of the survey.',
  too_many_questions: 'The survey has more questions than a survey can hold.',
  too_large: 'The survey is larger than a survey can be.',
}

const vi: typeof en = {
  at: '{reason} Dòng {line}, cột {column}.',
  file_empty: 'Tệp trống.',
  file_pdf: 'Đây là tệp PDF. Vui lòng xuất chính bản khảo sát: JSON từ SurveyJS hoặc .lss từ LimeSurvey.',
  file_spreadsheet: 'Đây là tệp nén hoặc bảng tính. Hãy giải nén trước; bản khảo sát là tệp .json hoặc .lss.',
  file_binary: 'Đây không phải tệp văn bản. Bản khảo sát là tệp .json hoặc .lss.',
  encoding: 'Không đọc được chữ trong tệp này. Hãy lưu tệp ở dạng UTF-8.',
  unknown_format: 'Đây không phải khảo sát của Sixfold, SurveyJS hay LimeSurvey.',
  broken_json: 'Tệp không nguyên vẹn: không đọc được theo định dạng JSON.',
  too_deep: 'Tệp lồng nhau sâu hơn bất kỳ bản khảo sát nào.',
  unknown_version: 'Tệp do một bản Sixfold mới hơn tạo ra (định dạng {version}; bản này đọc được {known}).',
  broken_xml: 'Tệp không nguyên vẹn: không đọc được theo định dạng XML.',
  doctype: 'Tệp tự khai báo kiểu tài liệu hoặc thực thể. Những tệp như vậy không được đọc.',
  not_limesurvey: 'Tệp XML này không phải khảo sát của LimeSurvey.',
  part_of_survey: 'Tệp này chỉ chứa một phần khảo sát ({part}). Hãy xuất toàn bộ khảo sát (.lss).',
  no_questions: 'Tệp không chứa khảo sát: không có trang và câu hỏi nào.',
  unknown_factor_model: 'Không có mô hình yếu tố này.',
  model_not_known: 'Tệp dùng một mô hình yếu tố chưa có ở đây. Hãy chọn một mô hình.',
  duplicate_id: 'Mục này xuất hiện hai lần trong tệp.',
  no_default_language: 'Ngôn ngữ mặc định không thuộc các ngôn ngữ của khảo sát.',
  too_many_questions: 'Bản khảo sát có nhiều câu hỏi hơn mức cho phép.',
  too_large: 'Bản khảo sát lớn hơn mức cho phép.',
}

export const importRefusalWords = createWords({ en, vi })

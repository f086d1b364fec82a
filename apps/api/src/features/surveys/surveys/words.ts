import { createWords } from '@sixfold/contract/words'
import type { EditRefusal } from '@sixfold/domain/survey/operation'

export type SaveRefusal = EditRefusal | 'unknown_factor_model'

const en: Record<SaveRefusal, string> = {
  unknown_page: 'The survey has no such page.',
  unknown_question: 'The survey has no such question.',
  unknown_part: 'The question has no such option, row or field.',
  unknown_language: 'The survey is not asked in this language.',
  duplicate_page: 'There is a page with this id already.',
  duplicate_question: 'There is a question with this id already.',
  duplicate_part: 'The question has an option, row or field with this id already.',
  wrong_kind: 'This kind of question has no such setting.',
  wrong_value: 'This cannot be left out, or does not fit here.',
  too_many: 'A survey cannot hold more than this.',
  unknown_factor_model: 'There is no such factor model.',
}

const vi: Record<SaveRefusal, string> = {
  unknown_page: 'Khảo sát không có trang này.',
  unknown_question: 'Khảo sát không có câu hỏi này.',
  unknown_part: 'Câu hỏi không có lựa chọn, dòng hoặc mục này.',
  unknown_language: 'Khảo sát không dùng ngôn ngữ này.',
  duplicate_page: 'Đã có một trang mang mã này.',
  duplicate_question: 'Đã có một câu hỏi mang mã này.',
  duplicate_part: 'Câu hỏi đã có lựa chọn, dòng hoặc mục mang mã này.',
  wrong_kind: 'Loại câu hỏi này không có thiết lập đó.',
  wrong_value: 'Phần này không thể bỏ trống, hoặc giá trị không phù hợp.',
  too_many: 'Khảo sát không thể dài hơn nữa.',
  unknown_factor_model: 'Không có mô hình yếu tố này.',
}

export const saveRefusalWords = createWords({ en, vi })

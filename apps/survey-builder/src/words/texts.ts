import { createWords } from '@sixfold/contract/words'
import type { QuestionText } from '@sixfold/domain/survey/settings'

/** What each text of a question is called. */
export const textWords = createWords<QuestionText>({
  en: {
    text: 'Question',
    help: 'Help',
    low: 'Name of the low end',
    middle: 'Name of the middle',
    high: 'Name of the high end',
    other: 'Label of “Other”',
    none: 'Label of “None of these”',
    unit: 'Unit',
  },
  vi: {
    text: 'Câu hỏi',
    help: 'Giải thích',
    low: 'Tên đầu thấp',
    middle: 'Tên mức giữa',
    high: 'Tên đầu cao',
    other: 'Nhãn của “Khác”',
    none: 'Nhãn của “Không mục nào”',
    unit: 'Đơn vị',
  },
})

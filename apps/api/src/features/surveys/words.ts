import { createWords } from '@sixfold/contract/words'
import type { EditRefusal } from '@sixfold/domain/survey/edit'

const en: Record<EditRefusal, string> = {
  unknown_page: 'The survey has no such page.',
  unknown_question: 'The survey has no such question.',
  unknown_language: 'The survey is not asked in this language.',
  duplicate_page: 'There is a page with this id already.',
  duplicate_question: 'There is a question with this id already.',
  wrong_kind: 'This kind of question has no such setting.',
  too_many: 'A survey cannot hold more than this.',
}

const vi: Record<EditRefusal, string> = {
  unknown_page: 'Khảo sát không có trang này.',
  unknown_question: 'Khảo sát không có câu hỏi này.',
  unknown_language: 'Khảo sát không dùng ngôn ngữ này.',
  duplicate_page: 'Đã có một trang mang mã này.',
  duplicate_question: 'Đã có một câu hỏi mang mã này.',
  wrong_kind: 'Loại câu hỏi này không có thiết lập đó.',
  too_many: 'Khảo sát không thể dài hơn nữa.',
}

export const editRefusalWords = createWords({ en, vi })

import { createWords } from '@sixfold/contract/words'
import type { VerdictFault } from '@sixfold/domain/survey/versions'

const en: Record<VerdictFault['fault'], string> = {
  unknown_question: 'Neither version has this question.',
  change_not_allowed: 'The questions themselves say otherwise: this cannot be said of them.',
  cannot_continue: 'Only a question that was dropped can be continued, once, by a new one of its kind.',
}

const vi: Record<VerdictFault['fault'], string> = {
  unknown_question: 'Cả hai phiên bản đều không có câu hỏi này.',
  change_not_allowed: 'Bản thân câu hỏi cho thấy điều khác: không thể kết luận như vậy.',
  cannot_continue: 'Chỉ câu hỏi đã bỏ mới được tiếp nối, một lần, bằng một câu hỏi mới cùng loại.',
}

export const verdictFaultWords = createWords({ en, vi })

import type { UiLanguage } from '@sixfold/contract/words'
import { createWords } from '@sixfold/contract/words'
import type { AnswerProblem } from '@sixfold/domain/survey/answers'
import type { Question } from '@sixfold/domain/survey/question'

/** What is wrong with an answer: the same words on the page and in the API's refusals. */
const answerWords = createWords({
  en: {
    required: 'Please answer this question.',
    not_a_choice: 'Please choose one of the answers offered.',
    too_long: 'Please keep this under {most, plural, one {# character} other {# characters}}.',
    unknown_question: 'This question is not part of the survey.',
  } satisfies Record<AnswerProblem, string>,
  vi: {
    required: 'Anh/chị vui lòng trả lời câu này.',
    not_a_choice: 'Anh/chị vui lòng chọn một trong các câu trả lời đã cho.',
    too_long: 'Anh/chị vui lòng viết không quá {most, number} ký tự.',
    unknown_question: 'Câu hỏi này không thuộc bản khảo sát.',
  } satisfies Record<AnswerProblem, string>,
})

/** A fault in words. */
export function problemText(
  problem: AnswerProblem,
  question: Question | undefined,
  language: UiLanguage,
): string {
  const most = question?.kind === 'text' ? question.maxLength : 0
  return answerWords(language)(problem, { most })
}

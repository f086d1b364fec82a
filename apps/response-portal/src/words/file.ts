import type { ErrorCode } from '@sixfold/contract/errors'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Question } from '@sixfold/domain/survey/question'
import { answerWords } from '@sixfold/ui/words/answers'

/** Why a file was not taken. */
export type FileProblem = 'type' | 'large' | 'broken' | 'many' | 'later'

const problems: Partial<Record<ErrorCode, FileProblem>> = {
  unsupported_media_type: 'type',
  body_too_large: 'large',
  invalid_input: 'broken',
  wrong_state: 'many',
}

/** What a refusal of the API means for a file; what it does not say may be tried again. */
export function fileProblem(code: ErrorCode): FileProblem {
  return problems[code] ?? 'later'
}

/** A refusal in the words of the page. */
export function fileProblemText(
  code: ErrorCode,
  name: string,
  question: Question | undefined,
  language: UiLanguage,
): string {
  const megabytes = question?.kind === 'upload' ? question.maxMegabytes : 0
  return answerWords(language)(`upload.${fileProblem(code)}`, { name, megabytes })
}

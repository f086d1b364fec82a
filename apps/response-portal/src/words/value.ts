import type { UiLanguage } from '@sixfold/contract/words'
import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { SayValue } from '@sixfold/domain/survey/logic/pipe'
import type { QuestionKind } from '@sixfold/domain/survey/question'
import { dayText } from '@sixfold/ui/day-text'
import type { SayAnswer } from '@sixfold/ui/words/answers'
import { answerWords } from '@sixfold/ui/words/answers'

/** An answer that is no text of the survey, as a sentence takes it up. */
export function valueWords(language: UiLanguage): SayValue {
  const say = kindWords(language)
  return ({ kind }, value) => say(kind, value)
}

/** The same where no more is known of the question than its kind. */
export function kindWords(
  language: UiLanguage,
): (kind: QuestionKind, value: number | string) => string | null {
  const say = answerWords(language)
  return (kind, value) => {
    if (value === NOT_APPLICABLE) return say('na')
    switch (kind) {
      case 'satisfaction':
      case 'csat':
      case 'grid':
        return five('satisfaction', value, say)
      case 'agreement':
        return five('agreement', value, say)
      case 'yes-no':
        return value === 'yes' || value === 'no' ? say(value) : null
      case 'date':
        return typeof value === 'string' ? dayText(value, language) : null
      default:
        return null
    }
  }
}

function five(scale: 'satisfaction' | 'agreement', value: number | string, say: SayAnswer): string | null {
  const point = ([1, 2, 3, 4, 5] as const).find(one => one === value)
  return point === undefined ? null : say(`${scale}.${point}`)
}

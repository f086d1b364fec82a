import type { AnswerList, QuestionResult } from '@sixfold/contract/results'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber } from '@sixfold/ui/format'
import { questionResultWords } from '../../words/question-results.ts'

type CellOfList = AnswerList['cells'][number]['cell']

/** What one count of a question stands for, in the reader's language; scales in words where their points have some. */
export function cellLabel(
  { kind, options }: Pick<QuestionResult, 'kind' | 'options'>,
  cell: CellOfList,
  language: UiLanguage,
): string {
  const say = questionResultWords(language)
  switch (cell.is) {
    case 'point': {
      const point = cell.value as 1 | 2 | 3 | 4 | 5
      if (kind === 'satisfaction' || kind === 'csat' || kind === 'grid') return say(`satisfaction.${point}`)
      if (kind === 'agreement') return say(`agreement.${point}`)
      return formatNumber(cell.value, language, 6)
    }
    case 'not_applicable':
      return say('notApplicable')
    case 'yes':
    case 'no':
      return say(cell.is)
    case 'option':
      return textIn(options[cell.option], language, 'en') || cell.option
    case 'place':
      return formatNumber(cell.place, language)
    case 'range':
      return say('range', {
        from: formatNumber(cell.from, language, 2),
        to: formatNumber(cell.to, language, 2),
      })
    default:
      return cell satisfies never
  }
}

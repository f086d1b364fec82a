import type { AnswerList } from '@sixfold/contract/results'
import type { UiLanguage } from '@sixfold/contract/words'
import { formatChange, formatNumber, formatShare } from '@sixfold/ui/format'

type Figure = NonNullable<AnswerList['figure']>

const percents: readonly Figure['is'][] = ['satisfied', 'agreeing', 'topTwo', 'yes']

/**
 * One value of a figure for reading: percent, a score with its sign, or a mean with one digit.
 *
 * @example figureText({ is: 'nps', value: 40, ... }, 40, 'en') // '+40'
 */
export function figureText({ is }: Pick<Figure, 'is'>, value: number, language: UiLanguage): string {
  if (percents.includes(is)) return formatShare(value / 100, language)
  if (is === 'nps') return formatChange(value, language)
  return formatNumber(value, language, 1)
}

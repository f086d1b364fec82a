import type { FindingView } from '@sixfold/contract/findings'
import { formatChange, formatNumber, formatShare } from '@sixfold/contract/number-text'
import type { ScoreboardView } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter } from '@sixfold/domain/quarter'
import { shownPoints } from '@sixfold/domain/results/change-word'
import { findingWords } from './finding-words.ts'

/**
 * A finding in two parts that are read as one sentence: what it is, and on what it rests and how sure it is.
 *
 * @param options.hidesCounts for readers who are not told how many answered.
 * @example findingText(finding, view, { language: 'en' })[0] // 'Delivery fell to 50% satisfied'
 */
export function findingText(
  finding: FindingView,
  view: ScoreboardView,
  { language, hidesCounts = false }: { language: UiLanguage; hidesCounts?: boolean },
): [string, string] {
  const say = findingWords(language)
  const percent = (value: number) => formatShare(value / 100, language)
  const number = (value: number) => formatNumber(value, language)
  const score = 'factor' in finding ? view.factors.find(({ factor }) => factor === finding.factor) : undefined
  const factor = score ? textIn(score.name, language, 'en') : ''
  switch (finding.kind) {
    case 'change': {
      const now = score?.percentSatisfied ?? 0
      const { points, low, high, n, certain } = finding
      return [
        say(points > 0 ? 'rose' : 'fell', { factor, now: percent(now) }),
        say('change', {
          before: percent(now - points),
          quarter: score?.change ? formatQuarter(score.change.quarter) : '',
          points: formatChange(shownPoints(now, points), language),
          low: formatChange(low, language),
          high: formatChange(high, language),
          confidence: percent(100 * view.confidence),
          counts: hidesCounts ? '' : say('counts', { n: number(n.now), before: number(n.before) }),
          certainty: say(certain ? 'certain' : 'chance'),
        }),
      ]
    }
    case 'signal':
      return [
        say('signal', { factor, value: percent(finding.value) }),
        say('signalRest', { low: percent(finding.low), high: percent(finding.high) }),
      ]
    case 'improve':
      return [
        say('improve', { factor }),
        say('improveRest', {
          importance: percent(finding.importance),
          performance: number(finding.performance),
        }),
      ]
    case 'silent':
      return [
        say('silent', { share: percent(100 * finding.revenueShare) }),
        say('silentRest', { accounts: number(finding.accounts), of: number(finding.of) }),
      ]
    default:
      return finding satisfies never
  }
}

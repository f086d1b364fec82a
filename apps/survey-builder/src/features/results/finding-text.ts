import type { FindingView } from '@sixfold/contract/findings'
import type { ScoreboardView } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { formatChange, formatNumber, formatQuarter, formatShare } from '@sixfold/ui/format'
import type { SayFindings } from '../../words/findings.ts'

/**
 * A finding in two parts: what it is, and on what it rests and how sure it is.
 *
 * @example findingText(finding, view, { say, language: 'en' })[0] // 'Delivery fell to 50% satisfied'
 */
export function findingText(
  finding: FindingView,
  view: ScoreboardView,
  { say, language }: { say: SayFindings; language: UiLanguage },
): [string, string] {
  const percent = (value: number) => formatShare(value / 100, language)
  const number = (value: number) => formatNumber(value, language)
  const score = 'factor' in finding ? view.factors.find(({ factor }) => factor === finding.factor) : undefined
  const name = score ? textIn(score.name, language, 'en') : ''
  const confidence = percent(100 * view.confidence)
  switch (finding.kind) {
    case 'change': {
      const now = score?.percentSatisfied ?? 0
      const { points, low, high, n, certain } = finding
      // What is read beside each other adds up.
      const shown = Math.round(now) - Math.round(now - points)
      return [
        say(points > 0 ? 'rose' : 'fell', { factor: name, now: percent(now) }),
        say(certain ? 'changeCertain' : 'changeChance', {
          before: percent(now - points),
          quarter: score?.change ? formatQuarter(score.change.quarter) : '',
          points: formatChange(shown, language),
          low: formatChange(low, language),
          high: formatChange(high, language),
          confidence,
          n: number(n.now),
          nBefore: number(n.before),
        }),
      ]
    }
    case 'signal':
      return [
        say('signal', { factor: name, value: percent(finding.value) }),
        say('signalRest', { low: percent(finding.low), high: percent(finding.high) }),
      ]
    case 'improve':
      return [
        say('improve', { factor: name }),
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

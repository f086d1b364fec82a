import type { FindingView } from '@sixfold/contract/findings'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter } from '@sixfold/domain/quarter'
import type { Tell } from './tell.ts'

/** One thing to look at, with its evidence, as a sentence. */
export function findingText(
  finding: FindingView,
  { factors }: ScoreboardView,
  { say, language, whole, signed }: Tell,
): string {
  const score = 'factor' in finding ? factors.find(({ factor }) => factor === finding.factor) : undefined
  const factor = score ? textIn(score.name, language, 'en') : ''
  switch (finding.kind) {
    case 'change':
      return say(finding.points > 0 ? 'rose' : 'fell', {
        factor,
        now: whole(score?.percentSatisfied ?? 0),
        points: signed(finding.points),
        low: signed(finding.low),
        high: signed(finding.high),
        quarter: score?.change ? formatQuarter(score.change.quarter) : '',
        certainty: say(finding.certain ? 'certain' : 'chance'),
      })
    case 'signal':
      return say('signal', {
        factor,
        value: whole(finding.value),
        low: whole(finding.low),
        high: whole(finding.high),
      })
    case 'improve':
      return say('improve', {
        factor,
        importance: whole(finding.importance),
        performance: whole(finding.performance),
      })
    case 'silent':
      return say('silent', {
        share: whole(100 * finding.revenueShare),
        accounts: whole(finding.accounts),
        of: whole(finding.of),
      })
    default:
      return finding satisfies never
  }
}

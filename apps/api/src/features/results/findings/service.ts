import type { StaffMember } from '@sixfold/contract/staff'
import type { ConfidenceLevel, ScoreboardView } from '@sixfold/contract/waves'
import { expectedRanges } from '@sixfold/domain/results/expected-range'
import type { Finding, FindingSources } from '@sixfold/domain/results/findings'
import { findingsOf } from '@sixfold/domain/results/findings'
import { quartersUpTo } from '@sixfold/domain/results/quarters-up-to'
import type { Context } from '../../../context.ts'
import { readCoverage, readWaveForAnswers } from '../../waves/waves/service.ts'
import { readDrivers } from '../driver-reports/service.ts'
import type { CellOption } from '../scoreboards/service.ts'
import { readHistory, readScoreboard } from '../scoreboards/service.ts'

interface FindingsOf extends CellOption {
  id: string
  regionId?: string | undefined
  confidence?: ConfidenceLevel | undefined
}

/** The three things to look at in a wave: from what is counted and worked out already, never from the responses. */
export async function readFindings(ctx: Context, actor: StaffMember, of: FindingsOf): Promise<Finding[]> {
  const view = await readScoreboard(ctx, actor, of)
  const [history, drivers, silence] = await Promise.all([
    readHistory(ctx, actor, of),
    readDrivers(ctx, actor, { id: of.id, regionId: of.regionId, minimumCell: of.minimumCell }),
    silenceOf(ctx, actor, of),
  ])
  return findingsOf({
    changes: view.factors.flatMap(({ factor, n, change }) =>
      change && n !== null ? [{ factor, ...judged(change), n: { now: n, before: change.nBefore } }] : [],
    ),
    signals: signalsOf(view, history),
    improve: drivers.drivers.flatMap(({ factor, advice, importance, performance }) =>
      advice === 'improve' && importance !== null ? [{ factor, importance, performance }] : [],
    ),
    silence,
  })
}

function judged({ points, low, high, p, chance }: NonNullable<ScoreboardView['factors'][number]['change']>) {
  return { points, low, high, p, chance }
}

/** The factors whose share of nonsatisfied in this wave is outside what chance explains over the quarters up to it. */
function signalsOf(view: ScoreboardView, history: readonly ScoreboardView[]): FindingSources['signals'] {
  const quarters = quartersUpTo(history, view)
  return view.factors.flatMap(({ factor, percentNonsatisfied: value }) => {
    const scores = quarters.map(({ factors }) => factors.find(one => one.factor === factor))
    const range = expectedRanges(
      scores.map(score => ({ counts: score?.counts ?? null, trendBroken: score?.trendBroken ?? false })),
      { designEffect: scores.at(-1)?.designEffect ?? 1 },
    ).at(-1)
    return range?.signal && value !== null ? [{ factor, value, low: range.low, high: range.high }] : []
  })
}

/** Who was asked and said nothing, once nobody answers any more; null where revenue is not known, or not all regions are this reader's. */
async function silenceOf(
  ctx: Context,
  actor: StaffMember,
  { id, regionId }: FindingsOf,
): Promise<FindingSources['silence']> {
  if (regionId === undefined && actor.regions !== 'all') return null
  if ((await readWaveForAnswers(ctx, id))?.state !== 'closed') return null
  const { items } = await readCoverage(ctx, actor, id)
  const own = items.filter(item => regionId === undefined || item.regionId === regionId)
  const sum = (of: 'accounts' | 'revenue', part: 'asked' | 'answered') =>
    own.reduce((total, item) => total + item[of][part], 0)
  const revenue = sum('revenue', 'asked')
  if (revenue <= 0) return null
  const accounts = sum('accounts', 'asked')
  return {
    revenueShare: 1 - sum('revenue', 'answered') / revenue,
    accounts: accounts - sum('accounts', 'answered'),
    of: accounts,
  }
}

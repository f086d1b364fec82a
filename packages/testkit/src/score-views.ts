import type { FactorScoreView, ScoreboardView } from '@sixfold/contract/waves'
import { SUPPRESSED } from '@sixfold/domain/scoreboard-view'

/** One factor as forty people scored it. */
export const factorScore = (over: Partial<FactorScoreView> = {}): FactorScoreView => ({
  factor: 'delivery',
  name: { en: 'Delivery' },
  suppressed: false,
  n: 40,
  counts: [10, 10, 10, 5, 5],
  percentSatisfied: 50,
  percentNonsatisfied: 50,
  netSatisfactionIndex: 59,
  interval: { low: 35, high: 65 },
  indexInterval: { low: 50, high: 68 },
  designEffect: 1.2,
  change: null,
  trendBroken: false,
  ...over,
})

/** A factor of which nothing may be shown. */
export const hiddenScore = (): FactorScoreView => factorScore(SUPPRESSED)

/** A scoreboard of these factors. */
export const scoreboard = (...factors: FactorScoreView[]): ScoreboardView => ({
  waveId: 'w1',
  quarter: { year: 2026, quarter: 3 },
  regionId: null,
  responses: 40,
  waiting: null,
  invited: 90,
  revision: 1,
  minimumCell: 5,
  confidence: 0.95,
  panelBefore: null,
  factors,
})

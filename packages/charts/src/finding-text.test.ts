import { describe, expect, test } from '@jest/globals'
import type { FindingView } from '@sixfold/contract/findings'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { findingText } from './finding-text.ts'

const view: ScoreboardView = {
  waveId: 'w1',
  quarter: { year: 2026, quarter: 4 },
  regionId: null,
  responses: 204,
  waiting: null,
  invited: 612,
  revision: 4,
  minimumCell: 5,
  confidence: 0.95,
  panelBefore: 'other',
  factors: [
    {
      factor: 'delivery',
      name: { en: 'Delivery', vi: 'Giao hàng' },
      suppressed: false,
      n: 204,
      counts: [30, 72, 51, 36, 15],
      percentSatisfied: 49.6,
      percentNonsatisfied: 50.4,
      netSatisfactionIndex: 58,
      indexInterval: { low: 54, high: 62 },
      interval: { low: 43, high: 57 },
      designEffect: null,
      change: {
        points: -16.6,
        low: -26,
        high: -7,
        p: 0.001,
        paired: null,
        chance: false,
        nBefore: 189,
        quarter: { year: 2026, quarter: 3 },
      },
      trendBroken: false,
    },
  ],
}
const fall: FindingView = {
  kind: 'change',
  factor: 'delivery',
  points: -16.6,
  low: -26,
  high: -7,
  p: 0.001,
  n: { now: 204, before: 189 },
  certain: true,
}
const told = (finding: FindingView, how: Parameters<typeof findingText>[2]) =>
  findingText(finding, view, how).join('')

describe('a finding as a sentence', () => {
  test('a change with both shares, which add up, its interval, both n and how sure it is', () => {
    expect(told(fall, { language: 'en' })).toBe(
      'Delivery fell to 50% satisfied, from 66% in 2026-Q3: −16 points (−26 to −7 at 95%; n 204 and 189). Unlikely to be chance, also after allowing for all factors compared.',
    )
    expect(told({ ...fall, certain: false }, { language: 'vi' })).toBe(
      'Giao hàng giảm còn 50% hài lòng, từ 66% ở 2026-Q3: −16 điểm (−26 đến −7, độ tin cậy 95%; n 204 và 189). Có thể chỉ là ngẫu nhiên giữa nhiều phép so sánh.',
    )
  })

  test('a reader who is not told how many answered reads no n', () => {
    const text = told(fall, { language: 'en', hidesCounts: true })
    expect(text).toContain('(−26 to −7 at 95%).')
    expect(text).not.toMatch(/204|189|\bn\b/)
  })

  test.each<[FindingView, string]>([
    [
      { kind: 'signal', factor: 'delivery', value: 50.4, low: 20, high: 40, certain: true },
      'Delivery stands at 50% nonsatisfied, outside the 20% to 40% that chance explains over the quarters.',
    ],
    [
      { kind: 'improve', factor: 'delivery', importance: 26, performance: 58, certain: true },
      'Improve Delivery first: it carries 26% of what explains satisfaction as a whole and stands at an index of 58; clearly important and clearly below the mean.',
    ],
    [
      { kind: 'silent', revenueShare: 0.29, accounts: 1083, of: 2400, certain: true },
      'Accounts with 29% of the revenue asked said nothing: 1,083 of 2,400 accounts asked. These results do not speak for them.',
    ],
  ])('%#', (finding, text) => {
    expect(told(finding, { language: 'en' })).toBe(text)
  })
})

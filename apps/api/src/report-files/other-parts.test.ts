import { describe, expect, test } from '@jest/globals'
import type { DriverReport } from '@sixfold/contract/driver-reports'
import type { WaveQuality } from '@sixfold/contract/response-quality'
import type { FactorScoreView } from '@sixfold/contract/waves'
import { REPORT_COLUMNS } from '@sixfold/domain/results/report-outline'
import { factorScore, scoreboard } from '@sixfold/testkit/score-views'
import { driverParts, findingParts, methodParts, qualityParts } from './other-parts.ts'
import { tellIn } from './tell.ts'

const en = tellIn('en')

describe('what a report says where there is nothing to say', () => {
  const said = (...factors: FactorScoreView[]) =>
    findingParts([], scoreboard(...factors), en, REPORT_COLUMNS)[1]

  test('that nothing stands out is said only of what was held against something', () => {
    const moved = { points: 1, low: -9, high: 11, p: 1, paired: null, chance: true, nBefore: 40 }
    const change = { ...moved, quarter: { year: 2026, quarter: 2 as const } }
    expect(said(factorScore({ suppressed: true }))).toMatchObject({ text: en.say('findingsFew') })
    expect(said(factorScore())).toMatchObject({ text: en.say('findingsFirst') })
    expect(said(factorScore({ change }))).toMatchObject({ text: en.say('noFindings') })
  })

  const drivers: DriverReport = {
    waveId: 'w1',
    state: 'ready',
    method: 'relative_weights',
    confidence: 0.95,
    outcome: { en: 'All in all' },
    at: null,
    outdated: false,
    responses: 200,
    accounts: 60,
    leftOut: 3,
    rSquared: null,
    reason: 'never_varies',
    drivers: [],
    against: [],
    otherMethodFirst: null,
    byRanksFirst: null,
  }

  test('that two hundred equal answers are too few is never said', () => {
    const told = (over: Partial<DriverReport>) =>
      driverParts({ ...drivers, ...over }, en, REPORT_COLUMNS).at(-1)
    expect(told({})).toMatchObject({ text: en.say('driversNeverVary') })
    expect(told({ reason: 'collinear' })).toMatchObject({ text: en.say('driversCollinear') })
    expect(told({ reason: 'too_few' })).toMatchObject({ text: en.say('driversFew') })
  })

  test('what drivers rest on stands beside them, but for readers who are told no numbers of answers', () => {
    const found = { ...drivers, rSquared: 0.52, reason: null }
    const last = (columns: typeof REPORT_COLUMNS | ['index']) =>
      JSON.stringify(driverParts(found, en, columns).at(-1))
    expect(last(REPORT_COLUMNS)).toContain('200 people of 60 accounts rated everything; 3 left out.')
    expect(last(['index'])).toContain('explain 52% of the differences')
    expect(last(['index'])).not.toContain('200')
  })

  test('that intervals allow for accounts is said only where it is known how much', () => {
    const method = (...factors: FactorScoreView[]) =>
      JSON.stringify(methodParts(scoreboard(...factors), en, REPORT_COLUMNS))
    expect(method(factorScore())).toContain(en.say('methodLikeness'))
    const unknown = method(factorScore(), factorScore({ designEffect: null }))
    expect(unknown).toContain(en.say('methodLikenessUnknown'))
    expect(unknown).not.toContain(en.say('methodLikeness'))
  })

  test('how changes are judged is said where there are some, and by whom where the same people answered', () => {
    const method = (...factors: FactorScoreView[]) =>
      JSON.stringify(methodParts(scoreboard(...factors), en, REPORT_COLUMNS))
    const change = { points: 5, low: 1, high: 9, p: 0.02, paired: null, chance: false }
    const before = { nBefore: 40, quarter: { year: 2026, quarter: 2 as const } }
    expect(method(factorScore())).not.toContain(en.say('methodChange'))
    const two = method(factorScore({ change: { ...change, ...before } }))
    expect(two).toContain(en.say('methodChange'))
    expect(two).not.toContain(en.say('methodPairs'))
    const paired = { n: 30, lost: 2, gained: 9 }
    expect(method(factorScore({ change: { ...change, ...before, paired } }))).toContain(en.say('methodPairs'))
  })

  test('half minutes are written as the language writes numbers', () => {
    const quality = {
      suppressed: false,
      blind: false,
      compared: true,
      judged: 40,
      flagged: { count: 6 },
      severalFlags: { count: null },
      medianMinutes: 4.5,
    } as WaveQuality
    expect(JSON.stringify(qualityParts(quality, tellIn('vi')))).toContain('4,5 phút')
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from './factor-models/ibm-six.ts'
import type { Quarter } from './quarter.ts'
import type { Scoreboard } from './scoreboard.ts'
import type { CountedWave } from './scoreboard-view.ts'
import { isComparable, scoreboardView } from './scoreboard-view.ts'
import { applyOperations } from './survey/edit.ts'
import type { SurveyOperation } from './survey/operation.ts'
import { quarterlySurvey } from './survey/preset.ts'

const q3: Quarter = { year: 2026, quarter: 3 }
const q4: Quarter = { year: 2026, quarter: 4 }
const definition = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: q3 })
const delivery = ibmSix.factors.filter(({ key }) => key === 'delivery')

function waveOf(quarter: Quarter, counts: Record<string, number[]>): CountedWave {
  const board: Scoreboard = Object.fromEntries(
    Object.entries(counts).map(([segment, list]) => [
      segment,
      { responses: 0, questions: {}, factors: { delivery: list } },
    ]),
  )
  return { quarter, definition, board }
}

function deliveryOf(wave: CountedWave, before: CountedWave | null = null, segment = 'all') {
  const [view] = scoreboardView({
    wave,
    before,
    segment,
    factors: delivery,
    minimumCell: 5,
    confidence: 0.95,
  })
  if (!view) throw new Error('one factor in, one view out')
  return view
}

describe('a factor of a wave', () => {
  test('shows its measures and the Wilson interval of percent satisfied', () => {
    const view = deliveryOf(waveOf(q4, { all: [21, 60, 90, 70, 22, 9] }))
    expect(view).toMatchObject({
      factor: 'delivery',
      suppressed: false,
      n: 263,
      counts: [21, 60, 90, 70, 22],
      change: null,
      trendBroken: false,
    })
    expect(view.percentSatisfied).toBeCloseTo((100 * 81) / 263, 10)
    expect(view.percentNonsatisfied).toBeCloseTo((100 * 182) / 263, 10)
    expect(view.netSatisfactionIndex).toBeGreaterThan(view.indexInterval?.low ?? 100)
    expect(view.netSatisfactionIndex).toBeLessThan(view.indexInterval?.high ?? 0)
    expect(view.interval?.low).toBeCloseTo(25.53, 2)
    expect(view.interval?.high).toBeCloseTo(36.62, 2)
  })

  test('shows the change against the wave before with Newcombe’s interval', () => {
    const before = waveOf(q3, { all: [0, 48, 32, 0, 0, 0] })
    const { change } = deliveryOf(waveOf(q4, { all: [0, 56, 14, 0, 0, 0] }), before)
    expect(change?.points).toBeCloseTo(20, 10)
    expect(change?.low).toBeCloseTo(5.24, 2)
    expect(change?.high).toBeCloseTo(33.39, 2)
    expect(change).toMatchObject({ chance: false, quarter: q3 })
  })

  test('says that a change could be chance when it is small for so few', () => {
    const before = waveOf(q3, { all: [0, 10, 10, 0, 0, 0] })
    expect(deliveryOf(waveOf(q4, { all: [0, 11, 9, 0, 0, 0] }), before).change?.chance).toBe(true)
  })

  test('what would be news by itself may be chance among six', () => {
    const wave = (quarter: Quarter, counts: number[]): CountedWave => ({
      quarter,
      definition,
      board: {
        all: {
          responses: 60,
          questions: {},
          factors: Object.fromEntries(
            ibmSix.factors.map(({ key }) => [key, key === 'delivery' ? counts : [0, 30, 30, 0, 0, 0]]),
          ),
        },
      },
    })
    const [now, before] = [wave(q4, [0, 41, 19, 0, 0, 0]), wave(q3, [0, 30, 30, 0, 0, 0])]
    const options = { before, segment: 'all', minimumCell: 5, confidence: 0.95 }
    const alone = scoreboardView({ wave: now, ...options, factors: delivery })[0]?.change
    const among = scoreboardView({ wave: now, ...options, factors: ibmSix.factors })[4]?.change
    expect(alone?.chance).toBe(false)
    expect(among?.chance).toBe(true)
    expect(among?.p).toBeCloseTo(6 * (alone?.p ?? 0), 9)
    expect(among?.low).toBe(alone?.low)
  })

  test('below the minimum shows nothing; at the minimum it does', () => {
    expect(deliveryOf(waveOf(q4, { all: [1, 1, 1, 1, 0, 50] }))).toMatchObject({
      suppressed: true,
      n: null,
      counts: null,
      percentSatisfied: null,
      netSatisfactionIndex: null,
      interval: null,
      indexInterval: null,
      change: null,
    })
    expect(deliveryOf(waveOf(q4, { all: [1, 1, 1, 1, 1, 0] })).n).toBe(5)
  })

  test('a segment nobody answered in is suppressed like a small one', () => {
    expect(deliveryOf(waveOf(q4, { all: [9, 0, 0, 0, 0, 0] }), null, 'region:nowhere').suppressed).toBe(true)
  })

  test('a region is suppressed when another one could be computed from it', () => {
    const wave = waveOf(q4, {
      all: [20, 0, 0, 0, 0, 0],
      'region:north': [3, 0, 0, 0, 0, 0],
      'region:south': [8, 0, 0, 0, 0, 0],
      'region:west': [9, 0, 0, 0, 0, 0],
    })
    const suppressed = (segment: string) => deliveryOf(wave, null, segment).suppressed
    expect(['all', 'region:north', 'region:south', 'region:west'].map(suppressed)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('no change is stated against a wave that was too small', () => {
    const before = waveOf(q3, { all: [4, 0, 0, 0, 0, 0] })
    expect(deliveryOf(waveOf(q4, { all: [9, 0, 0, 0, 0, 0] }), before).change).toBeNull()
  })

  test('people of one account who answer alike make intervals wider and news rarer', () => {
    const before = waveOf(q3, { all: [0, 48, 32, 0, 0, 0] })
    const now = waveOf(q4, { all: [0, 56, 14, 0, 0, 0] })
    const alone = deliveryOf(now, before)
    const effects = { all: { delivery: 3 } }
    const alike = deliveryOf({ ...now, effects }, { ...before, effects })
    expect(alone.designEffect).toBeNull()
    expect(alike.designEffect).toBe(3)
    const width = ({ interval }: typeof alone) => (interval?.high ?? 0) - (interval?.low ?? 0)
    expect(width(alike) / width(alone)).toBeCloseTo(Math.sqrt(3), 1)
    expect(alike.percentSatisfied).toBe(alone.percentSatisfied)
    expect([alone.change?.chance, alike.change?.chance]).toEqual([false, true])
    // That they differ more than others is chance, and makes nothing surer.
    expect(deliveryOf({ ...now, effects: { all: { delivery: 0.4 } } }).interval).toEqual(alone.interval)
  })

  describe('of mostly the same people', () => {
    const before = waveOf(q3, { all: [0, 60, 40, 0, 0, 0] })
    const now = waveOf(q4, { all: [0, 70, 30, 0, 0, 0] })
    const view = (pairs: { kept: number; lost: number; gained: number; neither: number }) =>
      scoreboardView({
        wave: now,
        before,
        pairedAnswers: { pairs: { all: { delivery: pairs } }, effects: {} },
        segment: 'all',
        factors: delivery,
        minimumCell: 5,
        confidence: 0.95,
      })[0]?.change

    test('a change is judged by McNemar, which finds what two samples would miss', () => {
      expect(deliveryOf(now, before).change).toMatchObject({ chance: true, paired: null })
      const change = view({ kept: 58, lost: 2, gained: 12, neither: 28 })
      expect(change).toMatchObject({ chance: false, paired: { n: 100, lost: 2, gained: 12 } })
      // (2 − 12)² / 14 = 7.14.
      expect(change?.p).toBeCloseTo(0.00752, 4)
      expect(change?.low).toBeGreaterThan(0)
    })

    test('with few who answered both it stays that of two samples', () => {
      expect(view({ kept: 20, lost: 2, gained: 6, neither: 12 })?.paired).toBeNull()
    })

    test('no pairs are used beside which fewer than five stand', () => {
      expect(view({ kept: 56, lost: 2, gained: 12, neither: 27 })?.paired).toBeNull()
      expect(view({ kept: 54, lost: 2, gained: 12, neither: 27 })?.paired).not.toBeNull()
    })
  })

  test('a reworded question breaks the trend of its factor', () => {
    const operation: SurveyOperation = {
      op: 'set-question-text',
      question: 'delivery_overall',
      field: 'text',
      language: 'en',
      value: 'Delivery',
    }
    const reworded = applyOperations(definition, [operation])
    if (!reworded.ok) throw new Error(reworded.reason)
    const wave = { ...waveOf(q4, { all: [9, 0, 0, 0, 0, 0] }), definition: reworded.definition }
    const view = deliveryOf(wave, waveOf(q3, { all: [9, 0, 0, 0, 0, 0] }))
    expect(view).toMatchObject({ trendBroken: true, change: null, suppressed: false })
    expect(isComparable(definition, reworded.definition, 'marketing')).toBe(true)
  })

  test('a reworded attribute leaves a factor with an overall question comparable, and breaks one without', () => {
    const without = (text: string) => ({
      ...definition,
      pages: definition.pages.map(page => ({
        ...page,
        questions: page.questions
          .filter(({ id }) => id !== 'delivery_overall')
          .map(question =>
            question.id === 'delivery_on-time' ? { ...question, text: { en: text } } : question,
          ),
      })),
    })
    expect(isComparable(without('One'), without('Two'), 'delivery')).toBe(false)
    expect(isComparable(definition, without('One'), 'delivery')).toBe(false)
    expect(isComparable(without('One'), without('One'), 'delivery')).toBe(true)
  })
})

test('for any counts: the interval holds the value, and a change turns round when the waves do', () => {
  const counts = fc.array(fc.nat(40), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(counts, counts, (now, earlier) => {
      const [wave, before] = [waveOf(q4, { all: now }), waveOf(q3, { all: earlier })]
      const view = deliveryOf(wave, before)
      if (view.interval && view.percentSatisfied !== null) {
        expect(view.interval.low).toBeLessThanOrEqual(view.percentSatisfied + 1e-9)
        expect(view.interval.high).toBeGreaterThanOrEqual(view.percentSatisfied - 1e-9)
        expect(view.percentSatisfied + (view.percentNonsatisfied ?? 0)).toBeCloseTo(100, 9)
      }
      const back = deliveryOf(before, wave)
      if (view.change && back.change) {
        expect(view.change.points).toBeCloseTo(-back.change.points, 9)
        expect(view.change.chance).toBe(back.change.chance)
      }
    }),
  )
})

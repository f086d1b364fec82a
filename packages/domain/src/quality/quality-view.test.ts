import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import { QUALITY_FLAGS } from './flags.ts'
import { qualityView } from './quality-view.ts'
import type { QualityTally } from './tally.ts'
import { emptyTally, flagsIn, flagsKey, foldTally, medianMinutes } from './tally.ts'

const definition = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })
const minimumCell = 5

describe('the tally', () => {
  const response = fc.record({
    answers: fc.dictionary(
      fc.constantFrom('delivery_on-time', 'delivery_overall'),
      fc.integer({ min: 1, max: 5 }),
    ),
    mode: fc.constantFrom('web', 'open_link'),
    language: fc.constantFrom('vi', 'en'),
    pages: fc.dictionary(fc.constantFrom('delivery', 'marketing'), fc.integer({ min: 1, max: 3600 })),
    browsers: fc.integer({ min: 0, max: 3 }),
    trapped: fc.boolean(),
  })

  test('is the same in any order and in any batches', () => {
    fc.assert(
      fc.property(fc.array(response), fc.nat(), (all, cut) => {
        const at = cut % (all.length + 1)
        const whole = foldTally(emptyTally, all, definition)
        const batches = foldTally(
          foldTally(emptyTally, all.slice(at), definition),
          all.slice(0, at),
          definition,
        )
        expect(batches).toEqual(whole)
        expect(whole.responses).toBe(all.length)
        for (const counts of [whole.modes, whole.languages, whole.flags])
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length)
      }),
    )
  })

  test('knows the time of the middle respondent', () => {
    expect(medianMinutes({})).toBeNull()
    expect(medianMinutes({ 4: 1, 6: 1, 30: 1 })).toBe(3)
    const timed = [45, 200, 260, 270, 9000].map(seconds => ({
      answers: {},
      mode: 'web',
      language: 'vi',
      pages: { delivery: seconds },
    }))
    expect(medianMinutes(foldTally(emptyTally, timed, definition).halfMinutes)).toBe(4.5)
  })

  test('names sets of flags in one order', () => {
    expect(flagsKey(['same_answers', 'too_fast'])).toBe('too_fast same_answers')
    expect(flagsIn('too_fast same_answers')).toEqual(['too_fast', 'same_answers'])
    expect(flagsIn(flagsKey([]))).toEqual([])
  })
})

describe('the view', () => {
  const tally: QualityTally = {
    responses: 200,
    modes: { web: 150, open_link: 50 },
    languages: { vi: 197, en: 3 },
    halfMinutes: { 6: 40, 9: 50, 12: 40 },
    flags: { none: 180, too_fast: 12, 'too_fast same_answers': 6, same_answers: 2 },
  }

  test('shows counts, hides small ones, and what would give them away', () => {
    expect(qualityView({ tally, judged: null, minimumCell })).toEqual({
      suppressed: false,
      responses: 200,
      modes: [
        { mode: 'web', count: 150, most: true },
        { mode: 'open_link', count: 50, most: false },
      ],
      languages: [
        { language: 'vi', count: null, most: true },
        { language: 'en', count: null, most: false },
      ],
      medianMinutes: 4.5,
      timed: 130,
      judged: 200,
      compared: false,
      unflagged: { count: 180, most: true },
      flagged: { count: 20, most: false },
      severalFlags: { count: 6, most: false },
      flags: [
        { flag: 'too_fast', count: 18, alsoOther: 6 },
        { flag: 'same_answers', count: 8, alsoOther: null },
      ],
    })
  })

  test('speaks of what was judged, once responses were held against each other', () => {
    const judged = { responses: 190, flags: { none: 170, near_duplicate: 20 } }
    expect(qualityView({ tally, judged, minimumCell })).toMatchObject({
      responses: 200,
      judged: 190,
      compared: true,
      flags: [{ flag: 'near_duplicate', count: 20, alsoOther: 0 }],
    })
  })

  test('is empty below the minimum cell', () => {
    const few = { ...tally, responses: 4 }
    expect(qualityView({ tally: few, judged: null, minimumCell })).toMatchObject({
      suppressed: true,
      responses: null,
      modes: [],
      flags: [],
      medianMinutes: null,
    })
  })

  test('never shows, nor lets subtract, a count from 1 to 4', () => {
    const key = fc.subarray([...QUALITY_FLAGS]).map(flagsKey)
    const counts = fc.dictionary(key, fc.integer({ min: 1, max: 30 }), { minKeys: 1 })
    const small = (count: number) => count > 0 && count < minimumCell
    fc.assert(
      fc.property(
        counts,
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 30 })),
        (flags, modes) => {
          const total = Object.values(flags).reduce((sum, count) => sum + count, 0)
          const view = qualityView({
            tally: { ...tally, responses: total, flags, modes },
            judged: null,
            minimumCell,
          })
          const shown = [view.unflagged, view.flagged, view.severalFlags, ...view.modes, ...view.flags]
          for (const { count } of shown) expect(small(count ?? 0)).toBe(false)
          for (const { count, alsoOther } of view.flags)
            if (count !== null && alsoOther !== null) {
              expect(small(alsoOther)).toBe(false)
              expect(small(count - alsoOther)).toBe(false)
            }
          if (view.suppressed) return
          for (const count of [view.unflagged.count, view.flagged.count])
            if (count !== null) expect(small(total - count)).toBe(false)
          const modeTotal = Object.values(modes).reduce((sum, count) => sum + count, 0)
          const known = view.modes.reduce((sum, { count }) => sum + (count ?? 0), 0)
          if (modeTotal >= minimumCell) expect(small(modeTotal - known)).toBe(false)
          // All flags shown and a small overlap: the difference of their sum and the flagged would be it.
          if (view.severalFlags.count === null)
            expect(view.flags.some(({ count }) => count === null)).toBe(true)
        },
      ),
    )
  })
})

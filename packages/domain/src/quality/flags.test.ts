import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { Answers } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { ratedItems } from '../survey/definition.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import { flagLevel, ownFlagsReader, QUALITY_FLAGS, SOURCE_OF_FLAG } from './flags.ts'
import { comparableReader, nearDuplicateFinder } from './near-duplicates.ts'
import { addMoments, outlierRule, verdictsReader } from './outliers.ts'

const definition = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })
const ownFlags = ownFlagsReader(definition)
const verdictsOf = verdictsReader(definition)
const comparableAnswers = comparableReader(definition)
const items = ratedItems(definition).map(({ key }) => key)
const rated = (point: (at: number) => number): Answers =>
  Object.fromEntries(items.map((key, at) => [key, point(at)]))
const varied = rated(at => (at % 3) + 3)

/** Repeatable chance: a linear congruential generator. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('haste', () => {
  const delivery = Object.fromEntries(Object.entries(varied).filter(([key]) => key.startsWith('delivery')))
  const count = Object.keys(delivery).length

  test('less than two seconds an item over all timed pages; exactly two is not', () => {
    expect(ownFlags({ answers: delivery, pages: { delivery: 2 * count } })).toEqual([])
    const few = { ...delivery, company_overall: 4, recommend: 9 }
    const all = { answers: varied, pages: { delivery: 2 * count - 1, marketing: 5 } }
    expect(ownFlags(all)).toEqual(['too_fast'])
    // Slow on one page makes up for fast on another: somebody read, went on, and came back.
    expect(ownFlags({ ...all, pages: { delivery: 2, marketing: 60 } })).toEqual([])
    expect(ownFlags({ answers: few, pages: { closing: 1 } })).toEqual([])
  })

  test('is not claimed of pages that were not timed, and not of few items', () => {
    expect(ownFlags({ answers: varied })).toEqual([])
    expect(ownFlags({ answers: { recommend: 9 }, pages: { closing: 1 } })).toEqual([])
    expect(ownFlags({ answers: {}, pages: { delivery: 1 } })).toEqual([])
  })
})

describe('the same answer to everything', () => {
  test('is flagged, one different rating clears it, and so does a "not applicable" between', () => {
    expect(ownFlags({ answers: rated(() => 5) })).toEqual(['same_answers'])
    expect(ownFlags({ answers: rated(at => (at === 9 ? 4 : 5)) })).toEqual([])
    const short = Object.fromEntries(items.slice(0, 5).map(key => [key, 5]))
    expect(ownFlags({ answers: short })).toEqual([])
    const broken = Object.fromEntries(items.slice(0, 11).map((key, at) => [key, at === 5 ? 'na' : 5]))
    expect(ownFlags({ answers: broken })).toEqual([])
  })

  test('within one grid', () => {
    const rows = Array.from({ length: 6 }, (_, at) => ({ id: `r${at}`, text: { en: 'row' } }))
    const grid = {
      id: 'grid',
      kind: 'grid',
      text: { en: 'Rate' },
      rows,
      offerNotApplicable: true,
      importance: false,
    }
    const [first, ...pages] = definition.pages
    const withGrid = {
      ...definition,
      pages: [...pages, { ...first, id: 'g', questions: [grid] }],
    } as unknown as SurveyDefinition
    const same = Object.fromEntries(rows.map(({ id }) => [id, 2]))
    const ownFlagsOfGrid = ownFlagsReader(withGrid)
    expect(ownFlagsOfGrid({ answers: { ...varied, grid: same } })).toEqual(['same_answers'])
    expect(ownFlagsOfGrid({ answers: { ...varied, grid: { ...same, r3: 3 } } })).toEqual([])
  })
})

test('several browsers and the trap are flags of their own', () => {
  expect(ownFlags({ answers: varied, browsers: 1 })).toEqual([])
  expect(ownFlags({ answers: varied, browsers: 2, trapped: true })).toEqual(['several_browsers', 'trap'])
})

test('the level counts sources, not flags', () => {
  expect(flagLevel([])).toBe(0)
  for (const flag of QUALITY_FLAGS) expect(flagLevel([flag])).toBe(1)
  expect(flagLevel(['same_answers', 'outlier', 'near_duplicate'])).toBe(1)
  expect(flagLevel(['same_device', 'several_browsers'])).toBe(1)
  expect(flagLevel(['too_fast', 'same_answers'])).toBe(2)
  expect(flagLevel([...QUALITY_FLAGS])).toBe(2)
  expect(new Set(Object.values(SOURCE_OF_FLAG)).size).toBe(4)
})

describe('outliers', () => {
  const random = chance(11)
  // Customers who are glad or not, and say so of every factor alike.
  const crowd = Array.from({ length: 400 }, () => {
    const mood = 2 + Math.floor(random() * 3)
    return rated(() => Math.min(5, Math.max(1, mood + (random() < 0.3 ? 1 : 0))))
  })
  const momentsOf = (all: readonly Answers[]) => {
    const moments = { n: 0, sums: [], products: [] }
    for (const answers of all) {
      const verdicts = verdictsOf(answers)
      if (verdicts) addMoments(moments, verdicts)
    }
    return moments
  }
  const overall = items.filter(key => key.endsWith('_overall'))
  const odd = Object.fromEntries(overall.map((key, at) => [key, at % 2 === 0 ? 1 : 5]))

  test('are patterns that hardly anybody has, whichever order the wave came in', () => {
    const rule = outlierRule(momentsOf([...crowd, odd]))
    const again = outlierRule(momentsOf([odd, ...crowd.toReversed()]))
    const judge = (answers: Answers) => rule?.(verdictsOf(answers) ?? [])
    expect(judge(odd)).toBe(true)
    expect(crowd.filter(judge).length).toBeLessThan(crowd.length / 50)
    for (const answers of [...crowd, odd]) expect(again?.(verdictsOf(answers) ?? [])).toBe(judge(answers))
  })

  test('are not looked for in a small wave, where all answer alike, or in answers that leave a factor out', () => {
    expect(outlierRule(momentsOf(crowd.slice(0, 59)))).toBeNull()
    expect(outlierRule(momentsOf(crowd.slice(0, 60)))).not.toBeNull()
    expect(outlierRule(momentsOf(crowd.map(() => rated(() => 4))))).toBeNull()
    expect(verdictsOf({ ...odd, delivery_overall: 'na' })).toBeNull()
    expect(verdictsOf({})).toBeNull()
  })
})

describe('near duplicates', () => {
  const random = chance(5)
  const anybody = () => rated(() => 1 + Math.floor(random() * 5))
  const find = (all: readonly (readonly [string, Answers])[]) => {
    const finder = nearDuplicateFinder()
    for (const [id, answers] of all) {
      const codes = comparableAnswers(answers)
      if (codes) finder.add(id, codes)
    }
    return [...finder.found].sort()
  }
  const strangers = Array.from({ length: 300 }, (_, at) => [`s${at}`, anybody()] as const)

  test('are found among hundreds, both of them, also with one answer changed', () => {
    const original = anybody()
    const key = items[7] ?? ''
    const copy = { ...original, [key]: ((original[key] as number) % 5) + 1 }
    expect(find([['a', original], ...strangers, ['b', copy]])).toEqual(['a', 'b'])
    expect(find(strangers)).toEqual([])
  })

  test('are not claimed of few answers, nor of people who say nearly the same of everything', () => {
    const glad = rated(at => (at === 3 ? 4 : 5))
    expect(
      find([
        ['a', glad],
        ['b', glad],
      ]),
    ).toEqual([])
    const few = Object.fromEntries(Object.entries(anybody()).slice(0, 19))
    expect(
      find([
        ['a', few],
        ['b', few],
      ]),
    ).toEqual([])
  })
})

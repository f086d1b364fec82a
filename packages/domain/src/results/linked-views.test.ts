import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { CountedResponse } from '../scoreboard.ts'
import { EVERYBODY, foldResponses } from '../scoreboard.ts'
import { hiddenSegments, validRatings } from '../scoreboard-disclosure.ts'
import { scoreboardView } from '../scoreboard-view.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import { questionViews } from './question-view.ts'

const MINIMUM = 5
const REGIONS = ['region:north', 'region:south', 'region:west', 'region:east']
const VIEWS = [EVERYBODY, ...REGIONS]
const definition = quarterlySurvey(ibmSix, {
  languages: ['en', 'vi'],
  quarter: { year: 2026, quarter: 4 },
})
const delivery = ibmSix.factors.filter(({ key }) => key === 'delivery')

/** Every page that shows how delivery was rated: the points it gives away of each segment, null where it hides them. */
function pagesOf(responses: readonly CountedResponse[]): Map<string, number[] | null>[] {
  const board = foldResponses({}, responses, definition)
  const options = { minimumCell: MINIMUM, confidence: 0.95 }
  const factor = VIEWS.map((segment): [string, number[] | null] => {
    const wave = { quarter: { year: 2026, quarter: 4 as const }, definition, board }
    const [view] = scoreboardView({ wave, before: null, segment, factors: delivery, ...options })
    return [segment, view?.counts ?? null]
  })
  const question = VIEWS.map((segment): [string, number[] | null] => {
    const lists = questionViews({ definition, board, segment, ...options }).flatMap(view => view.lists)
    const list = lists.find(({ key }) => key === 'delivery_overall')
    return [segment, list && !list.suppressed ? list.cells.slice(0, 5).map(({ count }) => count) : null]
  })
  return [new Map(factor), new Map(question)]
}

const anyResponse = fc.record({
  region: fc.constantFrom(...REGIONS, ''),
  points: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
})

test('who holds all views side by side never learns how fewer than five rated', () => {
  fc.assert(
    fc.property(fc.array(anyResponse, { maxLength: 60 }), people => {
      const pages = pagesOf(
        people.map(({ region, points }) => ({
          answers: points === null ? {} : { delivery_overall: points },
          segments: region === '' ? [] : [region],
        })),
      )
      // What one page hides another may show: the attacker takes whichever gives more.
      const known = (segment: string) => pages.map(page => page.get(segment)).find(Boolean) ?? null
      const everybody = known(EVERYBODY)
      for (const segment of VIEWS) {
        const n = known(segment)?.reduce((sum, count) => sum + count, 0)
        if (n !== undefined) expect(n).toBeGreaterThanOrEqual(MINIMUM)
      }
      if (!everybody) return
      const shown = REGIONS.flatMap(region => known(region) ?? []).reduce((sum, count) => sum + count, 0)
      const rest = everybody.reduce((sum, count) => sum + count, 0) - shown
      expect(rest === 0 || rest >= MINIMUM).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('the attack finds what a careless page would give away', () => {
  const people = (region: string, n: number) =>
    Array.from({ length: n }, () => ({ answers: { delivery_overall: 2 }, segments: [region] }))
  const pages = pagesOf([
    ...people('region:north', 4),
    ...people('region:south', 9),
    ...people('region:west', 8),
  ])
  for (const page of pages) {
    expect(page.get('region:north')).toBeNull()
    // South and everybody alone would be north and west together: at least five.
    expect([page.get('region:south'), page.get('region:west')].filter(Boolean)).toHaveLength(1)
  }
})

const GROUPS = {
  region: ['north', 'south', 'west'],
  segment: ['enterprise', 'middle'],
  seniority: ['executive', 'manager', 'specialist'],
  mode: ['web', 'phone'],
}

interface Person {
  groups: string[]
  rated: boolean
}

/** All unions of the groups of a dimension that are shown, and of everybody else as one group. */
function unionsShown(people: readonly Person[], dimension: string, shown: ReadonlySet<string>): Person[][] {
  const byGroup = Map.groupBy(people, ({ groups }) => {
    const own = groups.find(group => group.startsWith(`${dimension}:`))
    return own !== undefined && shown.has(own) ? own : 'the others'
  })
  const parts = [...byGroup.values()]
  return Array.from({ length: 2 ** parts.length }, (_, choice) =>
    parts.filter((__, at) => (choice >> at) & 1).flat(),
  )
}

test('who knows every customer and takes one filter from another never learns how fewer than five rated', () => {
  const dimensions = Object.entries(GROUPS)
  const groupOf = ([dimension, names]: [string, string[]]) =>
    fc.option(fc.constantFrom(...names.map(name => `${dimension}:${name}`)), { nil: null })
  const person = fc.record({
    groups: fc.tuple(...dimensions.map(groupOf)).map(all => all.filter(group => group !== null)),
    rated: fc.boolean(),
  })
  // Groups that lie within one another, as they do in business: that is where two filters give something away.
  const nested = fc.constantFrom<string[]>(
    ['region:north', 'segment:enterprise', 'seniority:executive', 'mode:phone'],
    ['region:north', 'segment:enterprise', 'seniority:executive', 'mode:web'],
    ['region:north', 'segment:middle', 'seniority:executive', 'mode:web'],
    ['region:south', 'segment:middle', 'seniority:manager', 'mode:web'],
    ['region:west', 'segment:middle', 'seniority:specialist', 'mode:web'],
  )
  const anybody = fc.oneof(person, fc.record({ groups: nested, rated: fc.constant(true) }))
  fc.assert(
    fc.property(fc.array(anybody, { minLength: 10, maxLength: 60 }), people => {
      const board = foldResponses(
        {},
        people.map(({ groups, rated }) => ({
          answers: rated ? { delivery_overall: 4 } : {},
          segments: groups,
        })),
        definition,
      )
      const views = Object.keys(board).map(segment => ({
        segment,
        view: scoreboardView({
          wave: { quarter: { year: 2026, quarter: 4 }, definition, board },
          before: null,
          segment,
          factors: delivery,
          minimumCell: MINIMUM,
          confidence: 0.95,
        })[0],
      }))
      const shown = new Set(views.flatMap(({ segment, view }) => (view?.suppressed ? [] : segment)))
      if (!shown.has(EVERYBODY)) return
      const unions = dimensions.map(([dimension]) => unionsShown(people, dimension, shown))
      for (const [at, some] of unions.entries())
        for (const others of unions.slice(at + 1))
          for (const a of some)
            for (const b of others)
              for (const [larger, smaller] of [
                [a, b],
                [b, a],
              ] as const) {
                const within = new Set(larger)
                if (!smaller.every(one => within.has(one))) continue
                const taken = new Set(smaller)
                const left = larger.filter(one => one.rated && !taken.has(one)).length
                expect(left === 0 || left >= MINIMUM).toBe(true)
              }
    }),
    { numRuns: 150 },
  )
})

test('groups that lie within each other are both large enough, and still one of them is hidden', () => {
  const people = (n: number, ...segments: string[]) =>
    Array.from({ length: n }, () => ({ answers: { delivery_overall: 2 }, segments }))
  const board = foldResponses(
    {},
    [
      ...people(9, 'region:north', 'segment:enterprise'),
      ...people(3, 'region:north', 'segment:middle'),
      ...people(20, 'region:south', 'segment:middle'),
      ...people(8, 'region:south', 'segment:public'),
    ],
    definition,
  )
  const shown = Object.keys(board).filter(
    segment =>
      !hiddenSegments({ board, validOf: validRatings('delivery'), minimumCell: MINIMUM }).has(segment),
  )
  // North without enterprise would be three people; with the public sector hidden as well nothing can be taken from anything.
  expect(shown.sort()).toEqual(['all', 'region:north', 'region:south', 'segment:middle'])
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { CountedResponse } from '../scoreboard.ts'
import { EVERYBODY, foldResponses } from '../scoreboard.ts'
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

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { CountedResponse, Counts, Scoreboard } from '../scoreboard.ts'
import { BY_OPEN_LINK, foldResponses, scaleCounts } from '../scoreboard.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import type { BoardSteps } from './board-steps.ts'
import { stepBoard, steppedBoard } from './board-steps.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })

const said = (
  region: string,
  delivery: number | 'na' | null,
  account = `${region}-${delivery}`,
): CountedResponse => ({
  answers: delivery === null ? { recommend: 9 } : { delivery_overall: delivery },
  segments: [`region:${region}`, 'mode:web'],
  account,
})
const many = (count: number, ...of: Parameters<typeof said>) =>
  Array.from({ length: count }, () => said(...of))
/** A step of five. */
const take = (steps: BoardSteps, board: Scoreboard) =>
  stepBoard(steps, { board, definition: survey, step: 5 })
const fold = (responses: readonly CountedResponse[], board: Scoreboard = {}) =>
  foldResponses(board, responses, survey)

describe('a board that moves on in steps', () => {
  test('shows nothing until two steps were taken, then the one before the latest', () => {
    const five = fold(many(5, 'south', 4))
    const first = take({}, five)
    expect(steppedBoard(first)).toEqual({})
    const nine = fold(many(4, 'south', 1), five)
    expect(take(first, nine)).toBe(first)
    const ten = fold(many(1, 'south', 1), nine)
    const shown = steppedBoard(take(first, ten))
    expect(shown['region:south']?.responses).toBe(5)
    expect(shown.all?.factors.delivery).toEqual(five.all?.factors.delivery)
  })

  test('keeps step region by region, and everybody is their sum', () => {
    const start = fold([...many(6, 'south', 4), ...many(7, 'north', 2)])
    const grown = fold(many(5, 'south', 5), start)
    const shown = steppedBoard(take(take({}, start), grown))
    expect(Object.keys(shown)).toEqual(['all', 'region:south'])
    expect(shown.all).toEqual(shown['region:south'])
    const both = steppedBoard(take(take(take({}, start), grown), fold(many(5, 'north', 1), grown)))
    expect(both.all?.responses).toBe(13)
    expect(both.all?.factors.delivery).toEqual(start.all?.factors.delivery)
    expect(both.all?.accounts).toEqual(['north-2', 'south-4'])
  })

  test('knows no other groups, and nothing of who is in two of them', () => {
    const once = fold(many(5, 'south', 4))
    const shown = steppedBoard(take(take({}, once), fold(many(5, 'south', 4), once)))
    expect(Object.keys(shown)).toEqual(['all', 'region:south'])
    expect(shown['region:south']).not.toHaveProperty('meets')
  })

  test('a question waits until enough answered it, however many came meanwhile', () => {
    const rated = fold(many(5, 'south', 4))
    const once = take(take({}, rated), fold(many(5, 'south', 4), rated))
    const silent = fold([...many(8, 'south', null), said('south', 1)], fold(many(10, 'south', 4)))
    const later = take(take(once, silent), fold(many(6, 'south', null), silent))
    const shown = steppedBoard(later)['region:south']
    expect(shown?.responses).toBe(19)
    // Who was the one that rated it could be known; "not applicable" is no rating.
    expect(shown?.factors.delivery).toEqual([0, 5, 0, 0, 0, 0])
    expect(shown?.questions.delivery_overall).toEqual([0, 5, 0, 0, 0, 0])
    expect(shown?.questions.recommend).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0])
    const moved = fold(many(9, 'south', 'na'), fold(many(6, 'south', null), silent))
    expect(steppedBoard(take(later, moved))['region:south']?.factors.delivery).toEqual([0, 5, 0, 0, 0, 0])
  })

  test('people of an open link take their own steps and are not among everybody', () => {
    const open = Array.from({ length: 5 }, () => ({
      answers: { delivery_overall: 3 },
      segments: [],
      people: BY_OPEN_LINK as typeof BY_OPEN_LINK,
    }))
    const once = fold(open)
    const shown = steppedBoard(take(take({}, once), fold(open, once)))
    expect(Object.keys(shown)).toEqual(['open'])
  })

  test('a step of nothing is refused', () => {
    expect(() => stepBoard({}, { board: {}, definition: survey, step: 0 })).toThrow(RangeError)
  })
})

const arrival = fc.record({
  region: fc.constantFrom('south', 'north', 'east'),
  delivery: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null), fc.constant('na' as const)),
  /** Whether the board is looked at after this one. */
  seen: fc.boolean(),
})

/** Everything that a reader sees who looks again and again, and once more when the wave is closed. */
function sightings(
  arrivals: readonly { region: string; delivery: number | 'na' | null; seen: boolean }[],
  look: (steps: BoardSteps, board: Scoreboard) => { steps: BoardSteps; seen: Scoreboard },
): Scoreboard[] {
  const seen: Scoreboard[] = [{}]
  let board: Scoreboard = {}
  let steps: BoardSteps = {}
  for (const one of arrivals) {
    board = fold([said(one.region, one.delivery)], board)
    if (!one.seen) continue
    const looked = look(steps, board)
    steps = looked.steps
    seen.push(looked.seen)
  }
  return [...seen, board]
}

/** The smallest difference other than none between any two sightings, by how many each rests on. */
function smallestStep(seen: readonly Scoreboard[], sizeOf: (board: Scoreboard) => number): number {
  const counts = [...new Set(seen.map(sizeOf))].sort((a, b) => a - b)
  return Math.min(...counts.slice(1).map((count, at) => count - (counts[at] ?? 0)))
}

const rated = (counts: Counts | undefined) => scaleCounts(counts ?? []).reduce((sum, n) => sum + n, 0)
const SEGMENTS = ['all', 'region:south', 'region:north', 'region:east']

describe('whoever looks again and again', () => {
  const arrivals = fc.array(arrival, { maxLength: 60 })

  test('never tells fewer people apart than a step, until the end and over it', () => {
    const inSteps = (steps: BoardSteps, board: Scoreboard) => {
      const next = take(steps, board)
      return { steps: next, seen: steppedBoard(next) }
    }
    fc.assert(
      fc.property(arrivals, all => {
        const seen = sightings(all, inSteps)
        const total = seen.at(-1)
        for (const segment of SEGMENTS) {
          const sizes = [
            (board: Scoreboard) => board[segment]?.responses ?? 0,
            (board: Scoreboard) => rated(board[segment]?.factors.delivery),
            (board: Scoreboard) => rated(board[segment]?.questions.delivery_overall),
          ]
          for (const sizeOf of sizes) {
            // Fewer than a step in the whole wave: hidden then as ever (law 5).
            if (total && sizeOf(total) >= 5) expect(smallestStep(seen, sizeOf)).toBeGreaterThanOrEqual(5)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('would tell single ones apart at the end if the latest step were not held back', () => {
    const withoutHolding = (steps: BoardSteps, board: Scoreboard) => {
      const next = take(steps, board)
      const seen = Object.fromEntries(
        Object.entries(next).map(([segment, { people }]) => [
          segment,
          { ...people.held, questions: {}, factors: {} },
        ]),
      )
      return { steps: next, seen }
    }
    const seen = sightings(
      Array.from({ length: 6 }, () => ({ region: 'south', delivery: 4, seen: true })),
      withoutHolding,
    )
    expect(smallestStep(seen, board => board['region:south']?.responses ?? 0)).toBe(1)
  })
})

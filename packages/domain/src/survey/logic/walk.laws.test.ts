import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Answers } from '../answers.ts'
import type { SurveyDefinition } from '../definition.ts'
import { questionsOf } from '../definition.ts'
import {
  arbitraryAnswers,
  arbitraryFacts,
  arbitraryLogic,
  fittingAnswers,
  fittingLogic,
} from './arbitrary-logic.ts'
import type { Condition } from './condition.ts'
import { answersOnWay, walk } from './walk.ts'

/** Surveys whose conditions mostly miss, and surveys whose conditions fit. */
const taken = fc.oneof(fc.tuple(arbitraryLogic, arbitraryAnswers), fc.tuple(fittingLogic, fittingAnswers))
const parts = [taken, arbitraryFacts] as const

describe('laws of the way', () => {
  test('it leads forward, and nothing behind an end is asked', () => {
    fc.assert(
      fc.property(...parts, ([definition, answers], facts) => {
        const way = walk(definition, answers, facts)
        const places = way.pages.map(id => definition.pages.findIndex(page => page.id === id))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        const last = places.at(-1) ?? -1
        const behind = definition.pages.slice(last + 1).flatMap(page => page.questions)
        expect(behind.filter(({ id }) => way.asked.has(id))).toEqual([])
        if (way.ended) expect(definition.pages[last]?.jumps?.some(({ to }) => to === 'end')).toBe(true)
      }),
    )
  })

  test('each page shown asks something, and what is required is asked', () => {
    fc.assert(
      fc.property(...parts, ([definition, answers], facts) => {
        const { pages, asked, required } = walk(definition, answers, facts)
        const asking = definition.pages.filter(page => page.questions.some(({ id }) => asked.has(id)))
        expect(asking.map(({ id }) => id)).toEqual(pages)
        for (const id of required) expect(asked.has(id)).toBe(true)
      }),
    )
  })

  test('the order in which answers are kept plays no part', () => {
    fc.assert(
      fc.property(...parts, ([definition, answers], facts) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse())
        expect(walk(definition, reversed, facts)).toEqual(walk(definition, answers, facts))
      }),
    )
  })

  test('answers off the way play no part: cutting them off changes nothing, and again nothing', () => {
    fc.assert(
      fc.property(...parts, ([definition, answers], facts) => {
        const way = walk(definition, answers, facts)
        expect(walk(definition, answersOnWay(answers, way), facts)).toEqual(way)
      }),
    )
  })

  test('what is sent over the wire is walked as what stays: browser and server agree', () => {
    fc.assert(
      fc.property(...parts, ([definition, answers], facts) => {
        const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value))
        expect(walk(wire(definition), wire(answers), wire(facts))).toEqual(walk(definition, answers, facts))
      }),
    )
  })

  test('it asks of an answer what the answers before it say, never what is later', () => {
    fc.assert(
      fc.property(...parts, fc.nat(), ([definition, answers], facts, pick) => {
        const questions = questionsOf(definition)
        const cut = pick % (questions.length + 1)
        const before = new Set(questions.slice(0, cut).map(({ id }) => id))
        const known = Object.fromEntries(Object.entries(answers).filter(([id]) => before.has(id)))
        const asked = ({ asked: all }: { asked: ReadonlySet<string> }) =>
          [...all].filter(id => before.has(id))
        expect(asked(walk(definition, known, facts))).toEqual(asked(walk(definition, answers, facts)))
      }),
    )
  })
})

/** Counts how often anything of a value is read. */
function counted<T extends object>(value: T, count: { reads: number }): T {
  return new Proxy(value, {
    get(target, key, receiver) {
      count.reads += 1
      const found: unknown = Reflect.get(target, key, receiver)
      return typeof found === 'object' && found !== null ? counted(found, count) : found
    },
  })
}

/** One rated question a page, each shown, required and left on a condition of two tests over earlier ones. */
function longSurvey(length: number): { definition: SurveyDefinition; answers: Answers } {
  const rule = (at: number): Condition => ({
    join: 'any',
    tests: [
      { subject: { question: `q${at >> 1}` }, is: 'at-most', values: [2] },
      { subject: { question: `q${at - 1}` }, is: 'answered', values: [] },
    ],
  })
  const pages = Array.from({ length }, (_, at) => ({
    id: `p${at}`,
    title: {},
    questions: [
      {
        id: `q${at}`,
        kind: 'satisfaction' as const,
        text: {},
        required: false,
        offerNotApplicable: true,
        ...(at > 0 ? { showIf: rule(at), requireIf: rule(at) } : {}),
      },
    ],
    jumps: [{ when: rule(at), to: { page: `p${at + 1}` } }],
  }))
  const survey = { title: {}, welcome: {}, thanks: {}, languages: ['en'], defaultLanguage: 'en' }
  return {
    definition: { ...survey, factorModel: { key: 'ibm-six', version: 1 }, pages },
    answers: Object.fromEntries(pages.map((_, at) => [`q${at}`, (at % 5) + 1])),
  }
}

test('twice the questions take twice the steps', () => {
  const steps = (length: number) => {
    const count = { reads: 0 }
    const { definition, answers } = longSurvey(length)
    const { asked } = walk(counted(definition, count), counted(answers, count), {})
    expect(asked.size).toBe(length)
    return count.reads
  }
  const [once, twice, fourfold] = [steps(100), steps(200), steps(400)]
  expect(twice / once).toBeCloseTo(2, 1)
  expect(fourfold / once).toBeCloseTo(4, 1)
})

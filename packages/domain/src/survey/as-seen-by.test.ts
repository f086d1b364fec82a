import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asSeenBy, factsUsed, seenAlike } from './as-seen-by.ts'
import type { SurveyDefinition } from './definition.ts'
import {
  arbitraryAnswers,
  arbitraryFacts,
  arbitraryLogic,
  fittingAnswers,
  fittingLogic,
} from './logic/arbitrary-logic.ts'
import { KNOWN_FACTS } from './logic/condition.ts'
import { pipe } from './logic/pipe.ts'
import { walk } from './logic/walk.ts'

const surveys = fc.oneof(fc.tuple(arbitraryLogic, arbitraryAnswers), fc.tuple(fittingLogic, fittingAnswers))

const plain = (text: string): SurveyDefinition => ({
  title: { en: 'A survey' },
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: { en: text, vi: text },
  thanks: { en: 'Thanks' },
  pages: [
    {
      id: 'p1',
      title: { en: text },
      questions: [
        {
          id: 'q1',
          kind: 'choice',
          text: { en: text },
          required: false,
          order: 'random',
          options: ['a', 'b', 'c', 'd', 'e', 'f'].map(id => ({ id, text: { en: `${id} ${text}` } })),
          showIf: {
            join: 'any',
            tests: [{ subject: { fact: 'account.segment' }, is: 'is', values: ['gold'] }],
          },
        },
      ],
    },
  ],
})

describe('a survey as one respondent sees it', () => {
  test('leads the same way without the facts as the survey itself leads with them', () => {
    fc.assert(
      fc.property(surveys, arbitraryFacts, ([definition, answers], facts) => {
        const seen = asSeenBy(definition, { facts, seed: 'x' })
        expect(walk(seen, answers, {})).toEqual(walk(definition, answers, facts))
        expect(JSON.stringify(seen)).not.toMatch(/"fact"/)
      }),
      { numRuns: 500 },
    )
  })

  test('has the facts in its texts, and leaves places for answers to be filled later', () => {
    const facts = { 'contact.name': 'Lan {{question:q1|x}}' }
    const seen = asSeenBy(plain('{{contact.name|you}}, {{contact.role|there}}: {{question:q0|it}}'), {
      facts,
      seed: 'x',
    })
    expect(seen.welcome).toEqual({
      en: 'Lan question:q1|x, there: {{question:q0|it}}',
      vi: 'Lan question:q1|x, there: {{question:q0|it}}',
    })
    expect(seen.pages[0]?.questions[0]?.text.en).toBe(seen.welcome.en)
    const source = { definition: seen, answers: {}, facts: {}, language: 'en' }
    expect(pipe(seen.welcome.en ?? '', source)).toBe('Lan question:q1|x, there: it')
  })

  test('has its options in the order of its reader, with texts settled and nothing lost', () => {
    const orders = ['1', '2', '3', '4'].map(seed => {
      const [question] = asSeenBy(plain('{{account.name|us}}'), { facts: {}, seed }).pages[0]?.questions ?? []
      if (question?.kind !== 'choice') throw new Error('the question is gone')
      expect(question.order).toBe('fixed')
      expect(question.options.every(({ id, text }) => text.en === `${id} us`)).toBe(true)
      return question.options.map(({ id }) => id).join('')
    })
    expect(new Set(orders).size).toBeGreaterThan(1)
    for (const order of orders) expect([...order].sort().join('')).toBe('abcdef')
  })

  test('names the facts it asks for, so that no others are read', () => {
    expect(factsUsed(plain('Hello'))).toEqual(['account.segment'])
    expect(factsUsed(plain('{{contact.name|you}}'))).toEqual(['contact.name', 'account.segment'])
    expect(KNOWN_FACTS).toEqual(expect.arrayContaining(factsUsed(plain('{{contact.name|you}}'))))
  })

  test('is one for everybody only where nothing in it is somebody’s own', () => {
    fc.assert(
      fc.property(surveys, arbitraryFacts, fc.string(), ([definition], facts, seed) => {
        const alike = seenAlike(definition)
        if (alike) expect(asSeenBy(definition, { facts, seed })).toEqual(alike)
        expect(alike === null).toBe(factsUsed(definition).length > 0)
      }),
    )
    expect(seenAlike(plain('Hello'))).toBeNull()
  })
})

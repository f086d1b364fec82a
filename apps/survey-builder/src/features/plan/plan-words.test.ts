import { describe, expect, test } from '@jest/globals'
import { blankPlan } from '@sixfold/domain/survey/plan'
import { planFigures } from '@sixfold/domain/survey/plan-figures'
import { planWords } from '../../words/plan.ts'
import { askedFields } from './asked-fields.ts'
import { yieldWords } from './plan-words.ts'
import { withUsesFor } from './uses.ts'

const speak = (people: number, responseRate: number) => {
  const group = { people: 0, responseRate: null }
  const groups = { executive: group, manager: group, specialist: { people, responseRate } }
  const figures = planFigures({ ...blankPlan('VND'), groups })
  return yieldWords(figures, 0.95, { say: planWords('en'), language: 'en' })
}

describe('what will come of asking, in words', () => {
  test.each([
    [
      1000,
      0.4,
      'Of 1,000 people asked, about 400 will answer. A percentage is then right to within 3.8 points, 19 times in 20.',
    ],
    [1, 0.1, 'Of 1 person asked, none is likely to answer.'],
    [20, 1, 'Everybody who is asked is expected to answer: there is no margin of error.'],
  ])('%d people, %d', (people, rate, words) => {
    expect(speak(people, rate)).toBe(words)
  })
})

describe('what is personal', () => {
  const survey = {
    title: { en: 'T' },
    languages: ['en'],
    defaultLanguage: 'en',
    factorModel: { key: 'ibm-six', version: 1 },
    welcome: { en: 'W' },
    thanks: { en: 'T' },
    pages: [
      {
        id: 'p',
        title: { en: 'P' },
        questions: [
          {
            id: 'call',
            kind: 'contact-details' as const,
            text: { en: 'May we call?' },
            required: false,
            fields: [{ id: 'phone' as const, text: {} }],
          },
        ],
      },
    ],
  }
  test('stands in the plan with its number and question', () => {
    expect(askedFields(survey, 'vi')).toEqual([
      { question: 'call', field: 'phone', topic: 'phone', number: '1.1', text: 'May we call?', said: '' },
    ])
  })

  test('keeps its use; what is no longer asked has none', () => {
    const uses = [
      { question: 'gone', field: null, use: 'x' },
      { question: 'call', field: 'phone' as const, use: 'To call back' },
    ]
    const plan = withUsesFor({ ...blankPlan('VND'), uses }, askedFields(survey, 'en'))
    expect(plan.uses).toEqual([{ question: 'call', field: 'phone', use: 'To call back' }])
  })
})

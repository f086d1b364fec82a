import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Answers } from '../answers.ts'
import type { SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import { arbitraryAnswers, arbitraryLogic } from './arbitrary-logic.ts'
import type { SayValue } from './pipe.ts'
import { pipe, pipesOf, pipeText } from './pipe.ts'

const base = { text: { en: 'Words' }, required: false }
const options = [
  { id: 'price', text: { en: 'The price', vi: 'Giá' } },
  { id: 'speed', text: { en: 'Speed' } },
]
const shape = {
  options,
  order: 'fixed',
  other: { en: 'Other' },
  none: { en: 'None of these', vi: 'Không có' },
} as const
const questions: Question[] = [
  { ...base, ...shape, id: 'one', kind: 'choice' },
  { ...base, ...shape, id: 'many', kind: 'choices' },
  { ...base, id: 'rank', kind: 'ranking', options, order: 'fixed' },
  { ...base, id: 'words', kind: 'text', long: false, maxLength: 40 },
  { ...base, id: 'points', kind: 'satisfaction', offerNotApplicable: true },
  { ...base, id: 'grid', kind: 'grid', rows: options, importance: false, offerNotApplicable: true },
  { ...base, id: 'yes', kind: 'yes-no', offerNotApplicable: false },
  { ...base, id: 'me', kind: 'contact-details', fields: [{ id: 'name', text: { en: 'To address you' } }] },
]
const definition: SurveyDefinition = {
  title: {},
  welcome: {},
  thanks: {},
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  pages: [{ id: 'p1', title: {}, questions }],
}
const say: SayValue = (_, value) => (value === 2 ? 'dissatisfied' : value === 'yes' ? 'indeed' : null)
const piped = (text: string, answers: Answers, language = 'en') =>
  pipe(text, { definition, answers, facts: { 'contact.name': 'Lan' }, language, say })

describe('putting answers into a text', () => {
  test.each([
    ['{{question:one|that}}', { one: 'price' }, 'The price'],
    ['{{question:one|that}}', { one: 'none' }, 'None of these'],
    ['{{question:one|that}}', { one: 'other: a partner ' }, 'a partner'],
    ['{{question:one|that}}', { one: 'other' }, 'Other'],
    ['{{question:one|that}}', {}, 'that'],
    ['{{question:one|that}}', { one: 'gone' }, 'that'],
    ['{{question:many|that}}', { many: ['speed', 'price'] }, 'Speed, The price'],
    ['{{question:rank:speed|that}}', { rank: ['price', 'speed'] }, '2'],
    ['{{question:words|that}}', { words: 'the ramp' }, 'the ramp'],
    ['{{question:points|that}}', { points: 2 }, 'dissatisfied'],
    ['{{question:points|that}}', { points: 3 }, '3'],
    ['{{question:points|that}}', { points: 'na' }, 'that'],
    ['{{question:grid:price|that}}', { grid: { price: 2 } }, 'dissatisfied'],
    ['{{question:grid:speed|that}}', { grid: { price: 2 } }, 'that'],
    ['{{question:grid|that}}', { grid: { price: 2 } }, 'that'],
    ['{{question:yes|that}}', { yes: 'yes' }, 'indeed'],
    ['{{question:yes|that}}', { yes: 'no' }, 'that'],
    ['{{question:me:name|you}}', { me: { name: 'Minh' } }, 'Minh'],
    ['{{ contact.name | you }}, {{contact.role|colleague}}', {}, 'Lan, colleague'],
    ['{{question:gone|that}} {{nonsense|x}} {{question:one}}', {}, 'that x '],
    ['no place at all { } {{', {}, 'no place at all { } {{'],
  ])('%s with %j says %j', (text, answers, expected) => expect(piped(text, answers)).toBe(expected))

  test("options are said in the reader's language, else in the survey's own", () => {
    expect(piped('{{question:many|x}}', { many: ['price', 'speed'] }, 'vi')).toBe('Giá, Speed')
  })

  test('what a respondent wrote is not read as a place again', () => {
    expect(piped('{{question:words|x}}', { words: '{{contact.name|y}} $& $1' })).toBe(
      '{{contact.name|y}} $& $1',
    )
  })
})

test('places are found with what they name and what is said instead', () => {
  expect(pipesOf('Dear {{contact.name|customer}}, {{question:grid:a:importance}} {{contact.shoe|}}')).toEqual(
    [
      { written: '{{contact.name|customer}}', subject: { fact: 'contact.name' }, instead: 'customer' },
      {
        written: '{{question:grid:a:importance}}',
        subject: { question: 'grid', part: 'a:importance' },
        instead: null,
      },
      { written: '{{contact.shoe|}}', subject: null, instead: '' },
    ],
  )
})

test('law: what is written for a subject names that subject', () => {
  const id = fc.constantFrom('q1', 'on-time', 'a')
  const subject = fc.oneof(
    id.map(question => ({ question })),
    fc.record({ question: id, part: fc.constantFrom('a', 'a:importance') }),
    fc.constant({ fact: 'account.name' as const }),
  )
  fc.assert(
    fc.property(subject, fc.string(), (named, instead) => {
      const [only, ...others] = pipesOf(`before ${pipeText(named, instead)} after`)
      expect(only?.subject).toEqual(named)
      expect(only?.instead).toBe(instead.replace(/[{}]/g, '').trim())
      expect(others).toEqual([])
    }),
  )
})

test('law: no answer makes it throw, and a text without places stays', () => {
  fc.assert(
    fc.property(arbitraryLogic, arbitraryAnswers, fc.string(), (any, answers, text) => {
      const source = { definition: any, answers, facts: {}, language: 'vi' }
      for (const id of Object.keys(answers)) {
        const said = pipe(`<{{question:${id}|instead}}>`, source)
        expect(said.startsWith('<') && said.endsWith('>') && said.length > 2).toBe(true)
      }
      if (!text.includes('{{')) expect(pipe(text, source)).toBe(text)
    }),
  )
})

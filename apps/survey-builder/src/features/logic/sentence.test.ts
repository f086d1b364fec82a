import { describe, expect, test } from '@jest/globals'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Test, TestSubject } from '@sixfold/domain/survey/logic/condition'
import { placesOf } from '@sixfold/domain/survey/logic/places'
import type { Question } from '@sixfold/domain/survey/question'
import { logicWords } from '../../words/logic.ts'
import type { Names } from './names.ts'
import { conditionWords, jumpWords } from './sentence.ts'
import { likelySubject, strayChoice, subjectChoices } from './subject-choices.ts'
import { kindsFor, newTest, withKind, withSubject } from './test-draft.ts'

const say = (en: string, vi: string) => ({ en, vi })
const base = { required: false } as const
const options = [
  { id: 'price', text: say('The price', 'Giá') },
  { id: 'speed', text: say('Speed', 'Tốc độ') },
]
const questions: Question[] = [
  {
    ...base,
    id: 'overall',
    kind: 'satisfaction',
    text: say('Delivery, overall', 'Giao hàng nói chung'),
    offerNotApplicable: true,
  },
  {
    ...base,
    id: 'why',
    kind: 'choices',
    text: say('Why for {{contact.name|you}}', 'Vì sao'),
    options,
    order: 'fixed',
    none: say('None', 'Không'),
  },
  {
    ...base,
    id: 'grid',
    kind: 'grid',
    text: say('The parts', 'Các phần'),
    rows: options,
    importance: true,
    offerNotApplicable: false,
  },
  { ...base, id: 'rank', kind: 'ranking', text: say('Order', 'Thứ tự'), options, order: 'fixed' },
  { ...base, id: 'day', kind: 'date', text: say('Arrival', 'Ngày đến') },
  { ...base, id: 'ok', kind: 'consent', text: say('You may call', 'Có thể gọi') },
  { ...base, id: 'words', kind: 'statement', text: say('Nearly done', 'Sắp xong') },
]
const definition: SurveyDefinition = {
  title: {},
  welcome: {},
  thanks: {},
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  pages: [
    { id: 'p1', title: say('Delivery', 'Giao hàng'), questions },
    { id: 'p2', title: say('More', 'Thêm'), questions: [{ ...base, id: 'last', kind: 'nps', text: {} }] },
  ],
}
const namesIn = (screens: 'en' | 'vi'): Names => ({
  definition,
  places: placesOf(definition),
  language: screens,
  regions: [{ id: 'r1', name: 'North' }],
  say: logicWords(screens),
  screens,
})
const names = namesIn('en')
const one = (subject: TestSubject, is: Test['is'], ...values: Test['values']) =>
  conditionWords({ join: 'all', tests: [{ subject, is, values }] }, names)

describe('a condition as a sentence', () => {
  test.each<[TestSubject, Test['is'], Test['values'], string]>([
    [{ question: 'overall' }, 'at-most', [2], '1.1 “Delivery, overall” is at most 2'],
    [{ question: 'overall' }, 'is', ['na'], '1.1 “Delivery, overall” is Not applicable'],
    [{ question: 'why' }, 'includes', ['price', 'speed'], '1.2 “Why for …” includes The price or Speed'],
    [{ question: 'why' }, 'is', ['none'], '1.2 “Why for …” is only None'],
    [
      { question: 'grid', part: 'price:importance' },
      'at-least',
      [4],
      '1.3 “The parts”: The price: importance is at least 4',
    ],
    [
      { question: 'rank', part: 'speed' },
      'at-most',
      [1],
      '1.4 “Order”: Speed: place in the ranking is at most 1',
    ],
    [{ question: 'day' }, 'at-most', ['2026-05-01'], '1.5 “Arrival” is not after 1 May 2026'],
    [{ question: 'ok' }, 'answered', [], '1.6 “You may call” was agreed to'],
    [{ question: 'last' }, 'blank', [], '2.1 “Without a text” was left blank'],
    [{ question: 'gone' }, 'answered', [], 'no longer there was answered'],
    [{ fact: 'account.region' }, 'is', ['r1'], 'Region is North'],
    [{ fact: 'account.country' }, 'is-not', ['VN'], 'Country is not Vietnam'],
    [{ fact: 'account.kind' }, 'is', ['prospect'], 'Relation to us is Prospect'],
    [{ fact: 'contact.role' }, 'blank', [], 'Contact’s role is not known'],
    [{ fact: 'contact.language' }, 'is', ['not a tag'], 'Contact’s language is not a tag'],
    [{ question: 'day' }, 'at-most', [], '1.5 “Arrival” is not after …'],
  ])('%j %s %j: %s', (subject, is, values, expected) => expect(one(subject, is, ...values)).toBe(expected))

  test('several tests are joined, in the reader’s language', () => {
    const tests: Test[] = [
      { subject: { question: 'overall' }, is: 'at-most', values: [2] },
      { subject: { question: 'why' }, is: 'blank', values: [] },
    ]
    expect(conditionWords({ join: 'any', tests }, namesIn('vi'))).toBe(
      '1.1 “Giao hàng nói chung” nhiều nhất là 2 hoặc 1.2 “Vì sao” bị bỏ trống',
    )
  })

  test('a rule says where it leads', () => {
    const when = { join: 'all', tests: [] } as const
    expect(jumpWords({ when, to: { page: 'p2' } }, names)).toBe('Always go on to Page 2: More')
    expect(jumpWords({ when, to: 'end' }, names)).toBe('Always go on to the end of the survey')
  })
})

describe('what is offered', () => {
  test('earlier answers with their parts, then facts; nothing that cannot be answered', () => {
    const groups = subjectChoices(names, ({ pageAt }) => pageAt < 1)
    const [first, facts] = groups
    expect(groups.map(({ group }) => group)).toEqual(['Page 1: Delivery', 'Known about the customer'])
    expect(first?.items.map(({ subject }) => subject)).toEqual([
      { question: 'overall' },
      { question: 'why' },
      { question: 'grid' },
      { question: 'grid', part: 'price' },
      { question: 'grid', part: 'price:importance' },
      { question: 'grid', part: 'speed' },
      { question: 'grid', part: 'speed:importance' },
      { question: 'rank' },
      { question: 'rank', part: 'price' },
      { question: 'rank', part: 'speed' },
      { question: 'day' },
      { question: 'ok' },
    ])
    expect(facts?.items.length).toBe(9)
    expect(likelySubject(groups, [])).toEqual({ question: 'ok' })
    expect(
      likelySubject(
        subjectChoices(names, () => false),
        [],
      ),
    ).toEqual({ fact: 'contact.name' })
  })

  test('what a sentence still names, though it is later or gone, keeps its place', () => {
    expect(strayChoice({ question: 'last' }, names).label).toBe('2.1 Without a text (asked later)')
    expect(strayChoice({ question: 'gone' }, names).label).toBe('no longer there')
  })
})

describe('writing a test', () => {
  test('a new test is whole where a value suggests itself', () => {
    expect(newTest({ question: 'overall' }, names)).toMatchObject({ is: 'at-most', values: [2] })
    expect(newTest({ question: 'why' }, names)).toMatchObject({ is: 'includes', values: ['price'] })
    expect(newTest({ question: 'ok' }, names)).toMatchObject({ is: 'answered', values: [] })
    expect(newTest({ fact: 'account.kind' }, names)).toMatchObject({ is: 'is', values: ['existing'] })
  })

  test('what still fits stays when the subject changes, else it begins anew', () => {
    const low = newTest({ question: 'grid', part: 'price' }, names)
    expect(withSubject({ ...low, values: [3] }, { question: 'grid', part: 'speed' }, names)).toEqual({
      subject: { question: 'grid', part: 'speed' },
      is: 'at-most',
      values: [3],
    })
    expect(withSubject({ ...low, values: [3] }, { question: 'why' }, names)).toMatchObject({
      is: 'includes',
      values: ['price'],
    })
  })

  test('another way to compare keeps the values it takes', () => {
    const low = newTest({ question: 'overall' }, names)
    expect(withKind(low, 'is', names).values).toEqual([2])
    expect(withKind({ ...low, is: 'is', values: ['na'] }, 'at-most', names).values).toEqual([2])
    expect(withKind({ ...low, is: 'is', values: [4, 5] }, 'at-least', names).values).toEqual([4])
    expect(withKind(low, 'blank', names).values).toEqual([])
  })

  test('of a fact one asks first what it is', () => {
    expect(kindsFor({ fact: 'contact.role' }, { kind: 'words' })[0]).toBe('is')
    expect(kindsFor({ question: 'words' }, { kind: 'words' })[0]).toBe('answered')
  })
})

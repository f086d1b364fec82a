import { expect, test } from '@jest/globals'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { groupsOf, quotaOptions } from './quota-groups.ts'

const ask = (question: Record<string, unknown>) =>
  ({ text: { en: 'Q' }, required: false, ...question }) as unknown as Question
const options = [
  { id: 'vn', text: { en: 'Vietnam' } },
  { id: 'la', text: { en: 'Laos' } },
]
const country = ask({ id: 'country', kind: 'choice', options, order: 'fixed', other: { en: 'Other' } })
const several = ask({ id: 'several', kind: 'choices', options, order: 'fixed' })
const bought = ask({ id: 'bought', kind: 'yes-no', offerNotApplicable: true })
const words = ask({ id: 'words', kind: 'text', long: true, maxLength: 100 })
const definition = {
  pages: [{ id: 'p', questions: [country, several, bought, words] }],
} as unknown as SurveyDefinition

test('quotas can be set for the answers that part people', () => {
  expect(quotaOptions(country)).toEqual(['vn', 'la', 'other'])
  expect(quotaOptions(several)).toEqual(['vn', 'la'])
  expect(quotaOptions(bought)).toEqual(['yes', 'no'])
  expect(quotaOptions(words)).toEqual([])
})

test('a response belongs to everybody, its link, its region, and each group that its answers name', () => {
  const answers = { country: 'other:Japan', several: ['vn', 'la'], bought: 'no', words: 'x' }
  expect(groupsOf({ link: 'l1', region: 'north' }, definition, answers)).toEqual([
    'total',
    'link:l1',
    'region:north',
    'answer:country:other',
    'answer:several:vn',
    'answer:several:la',
    'answer:bought:no',
  ])
  expect(groupsOf({ link: 'l1', region: null }, definition, {})).toEqual(['total', 'link:l1'])
})

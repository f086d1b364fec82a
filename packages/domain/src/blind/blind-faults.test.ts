import { describe, expect, test } from '@jest/globals'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { blindFaults } from './blind-faults.ts'

const ask = (questions: readonly Question[], more: Partial<SurveyDefinition> = {}): SurveyDefinition => ({
  title: { en: 'Survey of suppliers', vi: 'Khảo sát về nhà cung cấp' },
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: { en: 'Thank you for your time.' },
  thanks: { en: 'Thank you.' },
  pages: [{ id: 'page', title: { en: 'Page' }, questions }],
  ...more,
})
const likely: Question = {
  id: 'likely',
  kind: 'nps',
  text: { en: 'How likely are you to recommend Máy Việt?' },
  required: true,
}

describe('a survey that is asked blindly', () => {
  test('may ask what it likes about suppliers, by their names', () => {
    expect(blindFaults(ask([likely]), 'Máy Việt')).toEqual([])
  })

  test('asks nobody who they are, and takes no files', () => {
    const questions: Question[] = [
      {
        id: 'name',
        kind: 'text',
        text: { en: 'What is your e-mail address?' },
        required: false,
        long: false,
        maxLength: 100,
      },
      {
        id: 'reach',
        kind: 'contact-details',
        text: { en: 'How do we reach you?' },
        required: false,
        fields: [
          { id: 'name', text: { en: 'Name' } },
          { id: 'email', text: { en: 'E-mail' } },
        ],
      },
      {
        id: 'picture',
        kind: 'upload',
        text: { en: 'A picture of it' },
        required: false,
        accept: ['image'],
        maxFiles: 1,
        maxMegabytes: 5,
      },
    ]
    expect(blindFaults(ask(questions), '')).toEqual([
      { problem: 'who_answers', question: 'name' },
      { problem: 'who_answers', question: 'reach' },
      { problem: 'file', question: 'picture' },
    ])
  })

  test('uses nothing of the customer record, in texts or conditions', () => {
    const greeting = ask([likely], { welcome: { en: 'Dear {{contact.name|customer}}' } })
    const onlyHere: Question = {
      ...likely,
      showIf: {
        join: 'all',
        tests: [{ subject: { fact: 'account.country' }, is: 'is', values: ['VN'] }],
      },
    }
    for (const definition of [greeting, ask([onlyHere])])
      expect(blindFaults(definition, '')).toEqual([{ problem: 'customer_record', question: null }])
  })

  test('does not say who asks, however it is spelled', () => {
    const said = { problem: 'who_asks', question: null }
    expect(blindFaults(ask([], { welcome: { vi: 'MAY VIET xin ý kiến' } }), 'Máy Việt')).toEqual([said])
    expect(blindFaults(ask([], { title: { en: 'Máy Việt survey' } }), 'Máy Việt')).toEqual([said])
    expect(blindFaults(ask([], { title: { en: 'Máy Việt survey' } }), '')).toEqual([])
  })
})

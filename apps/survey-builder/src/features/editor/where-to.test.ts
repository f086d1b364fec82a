import { expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { FindingPlace } from '@sixfold/domain/survey/review/finding'
import type { Destination } from './where-to.ts'
import { whereTo } from './where-to.ts'

const preset = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const survey = {
  ...preset,
  pages: [
    ...preset.pages,
    {
      id: 'last',
      title: { en: 'Last', vi: 'Cuối' },
      questions: [
        {
          id: 'call',
          kind: 'contact-details' as const,
          text: { en: 'Call?', vi: 'Gọi?' },
          required: false,
          fields: [{ id: 'phone' as const, text: {} }],
        },
      ],
    },
  ],
}

test.each<[FindingPlace, Destination]>([
  [
    { page: 'delivery', question: 'delivery_on-time', field: 'text', language: 'vi' },
    { address: { question: 'delivery_on-time' }, field: 'field-text-vi', language: 'vi' },
  ],
  [
    { question: 'grid', part: 'a', field: 'text', language: 'en' },
    { address: { question: 'grid' }, field: 'field-part-grid-a', language: 'en' },
  ],
  [
    { question: 'call', part: 'phone', field: 'text' },
    { address: { question: 'call' }, field: 'field-part-phone-en' },
  ],
  [
    { question: 'q', setting: 'order' },
    { address: { question: 'q' }, field: 'field-setting-order' },
  ],
  [
    { question: 'q', field: 'other' },
    { address: { question: 'q' }, field: 'field-setting-other' },
  ],
  [
    { question: 'q', factor: 'weather' },
    { address: { question: 'q' }, field: 'field-factor' },
  ],
  [{ question: 'q', setting: 'showIf', test: 0 }, { address: { question: 'q', tab: 'logic' } }],
  [{ page: 'delivery', setting: 'jumps', jump: 1 }, { address: { page: 'delivery', tab: 'logic' } }],
  [
    { page: 'delivery', field: 'intro', language: 'vi' },
    { address: { page: 'delivery' }, field: 'field-intro-vi', language: 'vi' },
  ],
  [{ page: 'delivery' }, { address: { page: 'delivery' }, field: 'field-canvas-delivery' }],
  [
    { field: 'thanks', language: 'en' },
    { address: { part: 'thanks' }, field: 'field-thanks-en', language: 'en' },
  ],
  [
    { field: 'title', language: 'en' },
    { address: { part: 'welcome' }, field: 'field-title-en', language: 'en' },
  ],
  [{ factor: 'delivery' }, { address: { page: 'delivery' }, field: 'field-canvas-delivery' }],
  [{}, { address: { page: 'technical-solutions' }, field: 'field-canvas-technical-solutions' }],
])('%j', (place, destination) => {
  expect(whereTo(place, survey)).toEqual(destination)
})

test('a survey without pages leads to its welcome', () => {
  expect(whereTo({}, { ...survey, pages: [] })).toEqual({ address: { part: 'welcome' } })
})

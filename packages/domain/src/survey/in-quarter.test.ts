import { expect, test } from '@jest/globals'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { inQuarter } from './in-quarter.ts'
import { quarterlySurvey } from './preset.ts'

const from = { year: 2026, quarter: 3 } as const
const to = { year: 2026, quarter: 4 } as const
const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: from })

test('a survey in the next quarter asks the same under the name of that quarter', () => {
  const next = inQuarter(survey, 'quarterly', { from, to })
  expect(next).toEqual(quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: to }))
})

test('a title that somebody wrote stays', () => {
  const own = { ...survey, title: { ...survey.title, en: 'How are we doing?' } }
  expect(inQuarter(own, 'quarterly', { from, to }).title.en).toBe('How are we doing?')
})

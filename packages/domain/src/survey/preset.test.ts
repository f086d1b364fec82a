import { describe, expect, test } from '@jest/globals'
import { cuprimdso } from '../factor-models/cuprimdso.ts'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { Quarter } from '../quarter.ts'
import { questionsOf } from './definition.ts'
import { minutesToAnswer } from './length.ts'
import { presetSurvey, quarterlySurvey } from './preset.ts'
import { TIME_BUDGET_MINUTES } from './review/burden.ts'
import { isPublishable, reviewSurvey } from './review.ts'
import { compareVersions } from './versions.ts'

const quarter: Quarter = { year: 2026, quarter: 3 }
const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter })

describe('the quarterly survey of a factor model', () => {
  test('has one page a factor with its attributes and an overall question, then a closing page', () => {
    expect(survey.pages.map(page => [page.id, page.questions.length])).toEqual([
      ['technical-solutions', 7],
      ['support-and-service', 4],
      ['marketing', 4],
      ['administration', 4],
      ['delivery', 4],
      ['company-image', 4],
      ['closing', 2],
    ])
    expect(survey.pages[4]?.questions.map(({ id }) => id)).toEqual([
      'delivery_on-time',
      'delivery_accurate',
      'delivery_post-delivery',
      'delivery_overall',
    ])
    expect(survey.pages[6]?.questions.map(({ kind }) => kind)).toEqual(['nps', 'text'])
  })

  test('can be published as it stands, and takes less time than the budget', () => {
    expect(reviewSurvey(survey, ibmSix)).toEqual([])
    expect(minutesToAnswer(survey)).toBeLessThan(TIME_BUDGET_MINUTES)
  })

  test('asks the same questions in the next quarter', () => {
    const next = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 4 } })
    expect(new Set(Object.values(compareVersions(survey, next)))).toEqual(new Set(['same']))
    expect(next.title.vi).toBe('Khảo sát quý 4 năm 2026')
  })

  test('says who asks, and how long it takes', () => {
    const named = quarterlySurvey(ibmSix, { languages: ['vi'], quarter, organisation: 'Hải Vân Controls' })
    expect(named.welcome.vi).toContain('Hải Vân Controls')
    expect(named.welcome.vi).toContain('khoảng 4 phút')
    expect(named.defaultLanguage).toBe('vi')
    expect(JSON.stringify(named)).not.toContain('"en"')
  })

  test('leaves the texts of a language that ships none open, which stops publication', () => {
    const findings = reviewSurvey(quarterlySurvey(ibmSix, { languages: ['en', 'fr'], quarter }), ibmSix)
    expect(isPublishable(findings)).toBe(false)
    expect(new Set(findings.map(({ place }) => place.language))).toEqual(new Set(['fr']))
  })

  test('of another model than six factors is not a quarterly survey', () => {
    const definition = quarterlySurvey(cuprimdso, { languages: ['en'], quarter })
    expect(questionsOf(definition)).toHaveLength(9 + 2)
    expect(reviewSurvey(definition, cuprimdso).map(({ code }) => code)).toContain('wrong_factor_count')
  })
})

describe('surveys of other kinds', () => {
  test('a product survey puts factors without attributes on one page, and can be published', () => {
    const product = presetSurvey('product', cuprimdso, { languages: ['en', 'vi'], quarter })
    expect(product.pages.map(({ questions }) => questions.length)).toEqual([9, 2])
    expect(reviewSurvey(product, cuprimdso, { kind: 'product' })).toEqual([])
    expect(isPublishable(reviewSurvey(product, cuprimdso))).toBe(false)
  })

  test('a blind survey on the six factors does not name who asks', () => {
    const blind = presetSurvey('blind', ibmSix, { languages: ['en', 'vi'], quarter, organisation: 'Acme' })
    expect(JSON.stringify(blind)).not.toContain('Acme')
    expect(isPublishable(reviewSurvey(blind, ibmSix, { kind: 'blind' }))).toBe(true)
  })

  test('only a quarterly survey must ask for every factor', () => {
    const [page] = survey.pages
    const one = { ...survey, pages: page ? [page] : [] }
    const codes = (kind: 'quarterly' | 'product') =>
      reviewSurvey(one, ibmSix, { kind }).map(({ code }) => code)
    expect(codes('quarterly')).toContain('factor_without_question')
    expect(codes('product')).not.toContain('factor_without_question')
  })
})

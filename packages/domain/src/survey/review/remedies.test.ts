import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '../../factor-models/ibm-six.ts'
import type { SurveyDefinition } from '../definition.ts'
import { applyOperation, applyOperations } from '../edit.ts'
import type { Question, QuestionOf } from '../question.ts'
import { reviewSurvey } from '../review.ts'
import { undoOf } from '../undo.ts'
import { option, soundSurvey, surveyWith } from './arbitrary-sample.ts'
import { findingKey } from './finding-key.ts'
import { remedyOf } from './remedies.ts'
import type { ReviewCircumstances } from './reviewer.ts'

const base = { id: 'q', required: false } as const
const rated = (en: string, vi: string): Question => ({
  ...base,
  kind: 'satisfaction',
  text: { en, vi },
  offerNotApplicable: true,
  measures: { factor: 'delivery', attribute: 'accurate' },
})
const choice: QuestionOf<'choice'> = {
  ...base,
  kind: 'choice',
  text: { en: 'How do you reach us?', vi: 'Anh/chị liên hệ bằng cách nào?' },
  options: ['Zalo', 'Telephone', 'Letter', 'Fax'].map((label, at) => option(`o${at}`, label)),
  order: 'fixed',
}
const removeDelivery = { ...soundSurvey, pages: soundSurvey.pages.filter(({ id }) => id !== 'delivery') }
const uses = [{ question: 'q', field: 'phone', use: 'To call you back.' }] as const

function mended(survey: SurveyDefinition, circumstances: ReviewCircumstances = {}) {
  const [finding, ...others] = reviewSurvey(survey, ibmSix, circumstances)
  if (!finding) throw new Error('nothing to mend')
  const remedy = remedyOf(finding, survey, {
    model: ibmSix,
    newId: of => `${of}-new`,
    ...(circumstances.uses ? { uses: circumstances.uses } : {}),
  })
  if (!remedy) return { finding, kind: null, after: survey, left: [finding, ...others], others }
  const result = applyOperations(survey, remedy.operations)
  if (!result.ok) throw new Error(`${remedy.kind}: ${result.reason}`)
  const left = reviewSurvey(result.definition, ibmSix, circumstances)
  return { finding, kind: remedy.kind, remedy, after: result.definition, left, others }
}

/** By what each remedy does, a survey with one finding that it mends. */
const cases: [string, SurveyDefinition, ReviewCircumstances?][] = [
  ['split', surveyWith(rated('Our price and quality', 'Giá cả và chất lượng'))],
  ['drop_words', surveyWith(rated('Our excellent training', 'Việc đào tạo'))],
  ['drop_words', surveyWith(rated('Our excellent training', 'Việc đào tạo tuyệt vời của chúng tôi'))],
  ['drop_words', surveyWith(rated('Việc đào tạo', 'Việc đào tạo tuyệt vời của chúng tôi'))],
  [
    'offer_not_applicable',
    surveyWith({ ...rated('Training', 'Đào tạo'), offerNotApplicable: false } as Question),
  ],
  ['add_other', surveyWith(choice)],
  ['add_none', surveyWith({ ...choice, kind: 'choices' } as Question)],
  [
    'shuffle',
    surveyWith({
      ...choice,
      options: [...'zyxwvuts'].map(label => option(label, label)),
      other: { en: 'Other', vi: 'Khác' },
    }),
  ],
  ['ask_overall', removeDelivery],
  [
    'leave_out_factor',
    surveyWith({ ...rated('Rain', 'Mưa'), measures: { factor: 'weather', attribute: null } }),
  ],
  [
    'remove_page',
    {
      ...soundSurvey,
      pages: [...soundSurvey.pages, { id: 'p', title: { en: 'P', vi: 'P' }, questions: [] }],
    },
  ],
  [
    'remove_question',
    surveyWith({
      ...base,
      kind: 'text',
      text: { en: 'Your region', vi: 'Khu vực' },
      long: false,
      maxLength: 90,
    }),
  ],
  [
    'say_use',
    surveyWith({
      ...base,
      kind: 'contact-details',
      text: { en: 'Call?', vi: 'Gọi?' },
      fields: [{ id: 'phone', text: {} }],
    }),
    { uses },
  ],
]

describe('remedies', () => {
  test.each(cases.map(([kind, survey, circumstances = {}]) => ({ kind, survey, circumstances })))(
    '$kind mends its finding, and can be taken back',
    ({ kind, survey, circumstances }) => {
      const { finding, left, remedy, ...done } = mended(survey, circumstances)
      expect(done.kind).toBe(kind)
      expect(left.map(findingKey)).not.toContain(findingKey(finding))
      // A use that was written in one language is still to be translated; everything else is mended for good.
      expect(left.map(({ code }) => code)).toEqual(kind === 'say_use' ? ['missing_translation'] : [])

      let definition = survey
      const undo = (remedy?.operations ?? []).map(operation => {
        const back = undoOf(definition, operation)
        const result = applyOperation(definition, operation)
        if (result.ok) definition = result.definition
        return back
      })
      for (const operation of undo.reverse()) {
        const result = operation && applyOperation(definition, operation)
        if (result?.ok) definition = result.definition
      }
      expect(definition).toEqual(survey)
    },
  )

  test('a split asks the same of both, in every language', () => {
    const { after } = mended(surveyWith(rated('Our price and quality', 'Giá cả và chất lượng')))
    const questions = after.pages.at(-1)?.questions.slice(-2)
    expect(questions).toEqual([
      rated('Our price', 'Giá cả'),
      { ...rated('Our quality', 'Chất lượng'), id: 'question-new' },
    ])
  })

  test('what is double in one language only is for its author', () => {
    expect(mended(surveyWith(rated('Our price and quality', 'Giá cả'))).kind).toBeNull()
  })

  test('a row of a grid is split into two rows', () => {
    const grid: Question = {
      ...base,
      kind: 'grid',
      text: { en: 'How do these stand?', vi: 'Các điểm sau thế nào?' },
      rows: [
        {
          ...option('a', 'Price and quality', 'Giá cả và chất lượng'),
          measures: { factor: 'delivery', attribute: 'accurate' },
        },
        option('b', 'Speed', 'Tốc độ'),
      ],
      importance: false,
      offerNotApplicable: true,
    }
    const { after, left } = mended(surveyWith(grid))
    const question = after.pages.at(-1)?.questions.at(-1)
    expect(question?.kind === 'grid' && question.rows.map(({ text }) => text.en)).toEqual([
      'Price',
      'Quality',
      'Speed',
    ])
    expect(left).toEqual([])
  })

  test('a phone number asked for in free text becomes a field that must say what it is for', () => {
    const asked: Question = {
      ...base,
      kind: 'text',
      text: { en: 'Your phone number', vi: 'Số điện thoại' },
      long: false,
      maxLength: 90,
    }
    const { kind, left } = mended(surveyWith(asked))
    expect(kind).toBe('as_contact_details')
    expect(left.map(({ code }) => code)).toEqual(['personal_without_use'])
  })

  test('too many required ones become optional together, consents aside', () => {
    const required = {
      ...soundSurvey,
      pages: soundSurvey.pages.map(page => ({
        ...page,
        questions: page.questions.map(question => ({ ...question, required: true })),
      })),
    }
    const { kind, after } = mended(required)
    expect(kind).toBe('make_optional')
    expect(after).toEqual(soundSurvey)
  })

  test('nothing is offered where only a person can mend', () => {
    expect(mended(surveyWith(rated('The delivery was not late', 'Giao hàng'))).kind).toBeNull()
    expect(mended(surveyWith(rated('An excellent training', 'Đào tạo'))).kind).toBeNull()
  })
})

describe('the name of a finding', () => {
  test('stays with its text and place, and changes with the text', () => {
    const [finding] = reviewSurvey(surveyWith(rated('Our price and quality', 'Giá')), ibmSix)
    const [same] = reviewSurvey(surveyWith(rated('Our price and quality', 'Giá cả')), ibmSix)
    const [other] = reviewSurvey(surveyWith(rated('Our price and speed', 'Giá')), ibmSix)
    if (!finding || !same || !other) throw new Error('nothing was found')
    expect(findingKey(same)).toBe(findingKey(finding))
    expect(findingKey(other)).not.toBe(findingKey(finding))
    expect(findingKey({ ...finding, place: { ...finding.place, page: 'elsewhere' } })).toBe(
      findingKey(finding),
    )
    expect(findingKey(finding)).toMatch(/^[\w:.-]{1,300}$/)
  })
})

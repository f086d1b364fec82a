import { describe, expect, test } from '@jest/globals'
import type { Question, QuestionOf } from '../question.ts'
import { findingsOf, option, soundSurvey, surveyWith } from './arbitrary-sample.ts'
import type { Finding } from './finding.ts'

const base = { id: 'q', required: false } as const
const text = (en: string, vi = 'Câu hỏi') => ({ en, vi })
const choice = (labels: readonly string[], more: Partial<QuestionOf<'choice'>> = {}): Question => ({
  ...base,
  kind: 'choice',
  text: text('Which of these do you use?'),
  options: labels.map((label, at) => option(`o${at}`, label)),
  order: 'fixed',
  ...more,
})
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)
const names = (count: number) =>
  Array.from({ length: count }, (_, at) => 'zyxwvutsrqponmlkjihgfedcba'[at] ?? '')

describe('scales', () => {
  test.each([
    ['more good than bad', ['Excellent', 'Very good', 'Good', 'Fair', 'Poor'], ['unbalanced_scale']],
    ['as much good as bad', ['Very good', 'Good', 'Neutral', 'Bad', 'Very bad'], []],
    ['negated ones are bad', ['Satisfied', 'Neutral', 'Not satisfied'], []],
    ['how often is no judgement', ['Never', 'Sometimes', 'Often', 'Always'], []],
  ])('options with %s', (_, labels, expected) => {
    expect(codes(findingsOf(choice(labels)))).toEqual(expected)
  })

  test('Vietnamese options are weighed by themselves', () => {
    const labels = ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Kém']
    const question = choice(labels)
    expect(findingsOf(question)).toEqual([
      expect.objectContaining({
        code: 'unbalanced_scale',
        place: expect.objectContaining({ language: 'vi' }),
        detail: { good: 3, bad: 1 },
      }),
    ])
  })

  const rating = (low: string, high: string, middle?: string): Question => ({
    ...base,
    kind: 'rating',
    text: text('Our prices'),
    points: 5,
    first: 1,
    low: { en: low, vi: 'Thấp' },
    high: { en: high, vi: 'Cao' },
    ...(middle ? { middle: { en: middle, vi: 'Giữa' } } : {}),
    offerNotApplicable: true,
  })
  test.each([
    [rating('Good', 'Excellent'), ['unbalanced_scale']],
    [rating('Poor', 'Excellent'), []],
    [rating('Very poor', 'Bad'), ['unbalanced_scale']],
    [rating('Poor', 'Excellent', 'Good'), ['unbalanced_scale']],
    [rating('Poor', 'Excellent', 'Average'), []],
    [rating('Low', 'High'), []],
  ])('the ends of a numbered scale', (question, expected) => {
    expect(codes(findingsOf(question))).toEqual(expected)
  })

  test('who has nothing to rate can say so', () => {
    const rated = {
      ...base,
      kind: 'satisfaction',
      text: text('Our training'),
      offerNotApplicable: false,
    } as const
    expect(findingsOf(rated)).toEqual([
      {
        code: 'no_not_applicable',
        severity: 'advises',
        place: { question: 'q', setting: 'offerNotApplicable' },
      },
    ])
    expect(findingsOf({ ...rated, offerNotApplicable: true })).toEqual([])
    expect(findingsOf({ ...rated, kind: 'csat' })).toEqual([])
  })
})

describe('options', () => {
  test('a list that does not fit everybody needs a way out', () => {
    expect(codes(findingsOf(choice(['Zalo', 'Telephone', 'Letter', 'Fax'])))).toEqual(['no_other'])
    expect(codes(findingsOf(choice(['Zalo', 'Telephone', 'Letter'])))).toEqual([])
    expect(codes(findingsOf(choice(['Zalo', 'Telephone', 'Letter', 'I do not know'])))).toEqual([])
    expect(
      codes(findingsOf(choice(['Zalo', 'Telephone', 'Letter', 'Fax'], { other: text('Other') }))),
    ).toEqual([])
    const several = { ...choice(['Zalo', 'Telephone', 'Fax']), kind: 'choices' } as Question
    expect(codes(findingsOf(several))).toEqual(['no_none'])
  })

  test('what stands first in a long list is chosen more often', () => {
    const long = choice(names(8), { other: text('Other') })
    expect(codes(findingsOf(long))).toEqual(['order_effect'])
    expect(codes(findingsOf({ ...long, order: 'random' } as Question))).toEqual([])
    const sorted = choice([...names(8)].reverse(), { other: text('Other') })
    expect(codes(findingsOf(sorted))).toEqual([])
    const steps = choice(
      Array.from({ length: 8 }, (_, at) => `${at + 1} days`),
      { other: text('Other') },
    )
    expect(codes(findingsOf(steps))).toEqual([])
  })

  test('a list that is too long to weigh', () => {
    const long = choice(names(11), { order: 'random', other: text('Other') })
    expect(findingsOf(long)).toEqual([
      {
        code: 'long_list',
        severity: 'advises',
        place: { question: 'q' },
        detail: { count: 11, most: 10 },
      },
    ])
    expect(codes(findingsOf({ ...long, kind: 'dropdown' } as Question))).toEqual([])
  })

  test.each([
    [['0–10', '10–20', '20–30'], true],
    [['0–9', '10–19', '20–29'], false],
    [['Under 10', '10 to 20', 'Over 20'], false],
    [['Up to 10', '10 to 20', 'More than 20'], true],
    [['1 to 5 days', '1 to 2 weeks', 'More than 2 weeks'], false],
    [['1,000–2,000', '2,000–3,000', '3,000+'], true],
    [['0 to under 10', '10 to under 20', '20 or more'], false],
    [['At most 5', 'At least 5', '10 to 12'], true],
  ])('%j: one number fits two: %s', (labels, overlaps) => {
    expect(codes(findingsOf(choice(labels)))).toEqual(overlaps ? ['overlapping_ranges'] : [])
  })

  test('Vietnamese ranges', () => {
    const question = choice(['a', 'b', 'c'])
    const vi = (labels: readonly string[]): Question => ({
      ...(question as QuestionOf<'choice'>),
      options: labels.map((label, at) => option(`o${at}`, `${at}`, label)),
    })
    expect(codes(findingsOf(vi(['Dưới 10', 'Từ 10 đến 20', 'Trên 20'])))).toEqual([])
    expect(codes(findingsOf(vi(['Tối đa 10', 'Từ 10 đến 20', 'Trên 20'])))).toEqual(['overlapping_ranges'])
  })
})

describe('time and patience', () => {
  const open = (at: number, required = false): Question => ({
    id: `open-${at}`,
    kind: 'text',
    text: text('What happened then?', 'Sau đó thế nào?'),
    required,
    long: true,
    maxLength: 500,
  })
  test('too many open questions, and longer than the budget', () => {
    const opens = Array.from({ length: 8 }, (_, at) => open(at))
    expect(codes(findingsOf(opens.slice(0, 2)))).toEqual([])
    expect(codes(findingsOf(opens.slice(0, 3)))).toEqual(['too_many_open'])
    expect(findingsOf(opens)).toEqual([
      { code: 'over_budget', severity: 'advises', place: {}, detail: { minutes: 7, budget: 6 } },
      { code: 'too_many_open', severity: 'advises', place: {}, detail: { count: 9, most: 3 } },
    ])
    expect(codes(findingsOf(opens, { minutesAtMost: 12 }))).toEqual(['too_many_open'])
  })

  test('too many required ones: half of a survey may be', () => {
    const survey = surveyWith()
    const required = survey.pages.flatMap(({ questions }) => questions).map(({ id }) => id)
    expect(required).toHaveLength(29)
    const few = Array.from(
      { length: 6 },
      (_, at) => ({ ...open(at), kind: 'nps', required: true }) as Question,
    )
    expect(codes(findingsOf(few))).toEqual([])
  })
})

describe('personal data', () => {
  const contact = (
    fields: QuestionOf<'contact-details'>['fields'],
    en = 'How may we reach you?',
  ): Question => ({
    ...base,
    kind: 'contact-details',
    text: text(en, 'Chúng tôi liên hệ với anh/chị thế nào?'),
    fields,
  })
  const purpose = text('To call you back.', 'Để gọi lại cho anh/chị.')

  test('without a use on the question or in the plan publishing stops', () => {
    const question = contact([
      { id: 'name', text: purpose },
      { id: 'phone', text: {} },
    ])
    const place = { question: 'q', part: 'phone', field: 'text' }
    expect(findingsOf(question)).toEqual([
      { code: 'personal_without_use', severity: 'stops', place, detail: { field: 'phone' } },
    ])
    const uses = [{ question: 'q', field: 'phone', use: 'To call back within a day' }] as const
    expect(findingsOf(question, { uses })).toEqual([
      { code: 'personal_use_unsaid', severity: 'advises', place, detail: { field: 'phone' } },
    ])
    expect(codes(findingsOf(question, { uses: [{ ...uses[0], use: ' ' }] }))).toEqual([
      'personal_without_use',
    ])
  })

  test('a use in one language only is a missing translation', () => {
    expect(codes(findingsOf(contact([{ id: 'phone', text: { en: 'To call you back.' } }])))).toEqual([
      'missing_translation',
    ])
  })

  test('asking for nothing but what the record holds', () => {
    const fields = [
      { id: 'name', text: purpose },
      { id: 'email', text: purpose },
    ] as const
    expect(findingsOf(contact(fields))).toEqual([
      expect.objectContaining({ code: 'already_known', detail: { topic: 'name email' } }),
    ])
    expect(findingsOf(contact(fields, 'Which colleague should we ask?'))).toEqual([])
  })

  const free = (en: string, vi: string, help?: string): Question => ({
    ...base,
    kind: 'text',
    text: text(en, vi),
    ...(help ? { help: text(help, 'Giải thích') } : {}),
    long: false,
    maxLength: 200,
  })
  test.each([
    [free('What is your phone number?', 'Câu hỏi'), 'personal_in_free_text'],
    [free('How old are you?', 'Câu hỏi'), 'personal_in_free_text'],
    [free('A question', 'Số điện thoại của anh/chị là gì?'), 'personal_in_free_text'],
    [free('A question', 'Anh/chị sinh năm nào?'), 'personal_in_free_text'],
    [free('Which region are you in?', 'Câu hỏi'), 'already_known'],
    [free('Company', 'Câu hỏi'), 'already_known'],
    [free('What is your job title?', 'Câu hỏi'), 'already_known'],
    [free('A question', 'Anh/chị làm việc tại công ty nào?'), 'already_known'],
    [free('A question', 'Chức vụ của anh/chị'), 'already_known'],
  ])('free text %#', (question, code) => {
    expect(codes(findingsOf(question))).toEqual([code])
  })
  test.each([
    free('Your phone number, so that we can call you back', 'Số điện thoại, để chúng tôi gọi lại'),
    free('Which region should we open an office in?', 'Chúng tôi nên mở văn phòng ở đâu?'),
    free('What does your company need next year?', 'Năm tới công ty anh/chị cần gì?'),
    free('Who else at your company should we ask?', 'Chúng tôi nên hỏi thêm ai ở công ty anh/chị?'),
    free('How long did you wait on the phone?', 'Anh/chị chờ điện thoại bao lâu?'),
  ])('free text that asks for none: %#', question => {
    expect(findingsOf(question)).toEqual([])
  })
})

describe('wording', () => {
  const rated = (en: string, vi: string): Question => ({
    ...base,
    kind: 'satisfaction',
    text: { en, vi },
    offerNotApplicable: true,
  })
  const told = (en: string, vi: string) =>
    findingsOf(rated(en, vi)).map(({ code, place }) => [code, place.language])
  test('a flaw of the question is told once, of its own language; one of words in each', () => {
    expect(told('Our price and quality', 'Giá cả và chất lượng')).toEqual([['double_barrelled', 'en']])
    expect(told('Our price', 'Giá cả và chất lượng')).toEqual([['double_barrelled', 'vi']])
    expect(told('Our touchpoints', 'Cách xử lý feedback')).toEqual([
      ['jargon', 'en'],
      ['jargon', 'vi'],
    ])
  })
})

describe('translations', () => {
  const published = soundSurvey
  const reworded = (languages: Partial<Record<'en' | 'vi', string>>) => ({
    ...soundSurvey,
    pages: soundSurvey.pages.map(page => ({
      ...page,
      questions: page.questions.map(question =>
        question.id === 'do-better' ? { ...question, text: { ...question.text, ...languages } } : question,
      ),
    })),
  })
  test('one is behind when only the text that it translates was reworded', async () => {
    const { reviewSurvey } = await import('../review.ts')
    const { ibmSix } = await import('../../factor-models/ibm-six.ts')
    const review = (definition: typeof soundSurvey) => reviewSurvey(definition, ibmSix, { published })
    expect(review(reworded({ en: 'What could we do better?' }))).toEqual([
      expect.objectContaining({
        code: 'translation_behind',
        place: { page: 'closing', question: 'do-better', field: 'text', language: 'vi' },
        detail: { before: 'What should we do better?' },
      }),
    ])
    expect(
      review(reworded({ en: 'What could we do better?', vi: 'Chúng tôi có thể làm gì tốt hơn?' })),
    ).toEqual([])
    expect(review(reworded({ vi: 'Chúng tôi có thể làm gì tốt hơn?' }))).toEqual([])
  })
})

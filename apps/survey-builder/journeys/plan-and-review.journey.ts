import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { Question } from '@sixfold/domain/survey/question'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, Visit } from '@sixfold/testkit/browser'
import { expectValue, launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { saved } from './saved.ts'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let lan: Colleague
let long: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  long = await colleague(api, 'marketing', { name: 'Hoàng Long', language: 'vi' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(person: Colleague, path: string, view = {}): Promise<Visit & { page: Page }> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, person)
  await tab.page.goto(path)
  return tab
}

async function surveyWith(...questions: Question[]) {
  const draft = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
  const operations = questions.map(
    (question, index): SurveyOperation => ({ op: 'add-question', page: 'closing', index, question }),
  )
  return operations.length === 0
    ? draft
    : lan.api.surveys.save({ id: draft.id, revision: draft.revision, operations })
}

const rated = (id: string, en: string, vi: string): Question => ({
  id,
  kind: 'satisfaction',
  text: { en, vi },
  required: false,
  offerNotApplicable: true,
})
const questionsOf = async (id: string) =>
  (await lan.api.surveys.get({ id })).definition.pages.flatMap(({ questions }) => questions)
const isFocused = (page: Page, id: string) =>
  page.waitForFunction(wanted => document.activeElement?.id === wanted, id)

test('the review speaks while one types, leads to the field, mends and can be taken back', async () => {
  const { id } = await surveyWith(rated('price', 'Our prices', 'Giá cả'))
  const tab = await open(lan, `/builder/surveys/${id}?question=price&language=en`)
  const { page } = tab
  const review = page.getByRole('region', { name: 'Review' })
  await review.getByText('Nothing stands against publishing.').waitFor()

  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('textbox', { name: 'English' }).first().fill('Our prices and quality')
  await details.getByRole('textbox', { name: 'Tiếng Việt' }).first().fill('Giá cả và chất lượng')
  await review.getByRole('heading', { name: 'Worth a second look' }).waitFor()
  const finding = review.getByRole('button', { name: '7.1 Asks two things at once' })
  await finding.waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-review')

  // From anywhere in the survey the finding leads to its field.
  await page.getByRole('button', { name: /^Delivery/ }).click()
  await finding.click()
  await isFocused(page, 'field-text-en')

  await review.getByRole('button', { name: 'Split in two' }).click()
  await review.getByText('Nothing stands against publishing.').waitFor()
  await isFocused(page, 'field-text-en')
  await saved(page)
  const split = (await questionsOf(id)).slice(27, 29).map(({ text }) => text)
  expect(split).toEqual([
    { en: 'Our prices', vi: 'Giá cả' },
    { en: 'Our quality', vi: 'Chất lượng' },
  ])

  // One remedy is one step back.
  await page.keyboard.press('Control+z')
  await finding.waitFor()
  await saved(page)
  expect((await questionsOf(id))[27]?.text).toEqual({
    en: 'Our prices and quality',
    vi: 'Giá cả và chất lượng',
  })
  await tab.close()
})

test('advice is kept with a reason, which the next colleague reads and may reopen', async () => {
  const { id } = await surveyWith(rated('name', 'Our Excellent line of pumps', 'Dòng bơm Excellent'))
  const tab = await open(lan, `/builder/surveys/${id}?question=name&language=en`)
  const review = tab.page.getByRole('region', { name: 'Review' })
  await review.getByRole('button', { name: '7.1 Pushes towards an answer' }).waitFor()
  await review.getByRole('button', { name: 'Keep, with a reason' }).click()
  const reason = review.getByRole('textbox', { name: 'Why is it right as it is?' })
  await isFocused(tab.page, (await reason.getAttribute('id')) ?? '')
  await review.getByRole('button', { name: 'Keep it' }).click()
  await review.getByText('Fill this in.').waitFor()
  await expectNoAxeViolations(tab.page)

  const other = await open(long, `/builder/surveys/${id}?question=name&language=vi`)
  await other.page
    .getByRole('button', { name: '7.1 Gợi sẵn câu trả lời (tiếng Anh)' })
    .waitFor({ state: 'hidden' })
  await reason.fill('Excellent is the name of the product line')
  await tab.page.keyboard.press('Tab')
  await tab.page.keyboard.press('Enter')
  await review.getByText('Nothing stands against publishing.').waitFor()
  await isFocused(tab.page, 'review')

  // The colleague has it at once, without a reload, and brings it back.
  const theirs = other.page.getByRole('region', { name: 'Rà soát' })
  await theirs.getByText('1 điểm được giữ có lý do').click()
  await theirs.getByText('Excellent is the name of the product line').waitFor()
  await theirs.getByText(/^Lan Anh, /).waitFor()
  await expectNoAxeViolations(other.page)
  await theirs.getByRole('button', { name: 'Xem xét lại: Gợi sẵn câu trả lời' }).click()
  await theirs.getByRole('button', { name: '7.1 Gợi sẵn câu trả lời' }).waitFor()
  await review.getByRole('button', { name: '7.1 Pushes towards an answer' }).waitFor()

  // Another text is another finding.
  expect((await lan.api.reviews.kept({ id })).items).toEqual([])
  await other.close()
  await tab.close()
})

test('personal data without a use stops publishing until the question or the plan states one', async () => {
  const { id } = await surveyWith({
    id: 'call',
    kind: 'contact-details',
    text: { en: 'May we call you?', vi: 'Chúng tôi có thể gọi cho anh/chị không?' },
    required: false,
    fields: [{ id: 'phone', text: {} }],
  })
  const tab = await open(lan, `/builder/surveys/${id}?page=delivery&language=en`)
  const { page } = tab
  await page.getByRole('button', { name: 'Fix 1 to publish' }).click()
  await isFocused(page, 'review')
  const review = page.getByRole('region', { name: 'Review' })
  await review.getByRole('button', { name: '7.1 Asks for personal data without saying what for' }).click()
  await isFocused(page, 'field-part-phone-en')

  await review.getByRole('link', { name: 'Make the plan' }).click()
  await page.getByRole('heading', { name: 'There is no plan yet' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-plan-empty')
  await page.getByRole('button', { name: 'Make the plan' }).click()
  await page.getByText('Question 7.1: May we call you?').waitFor()
  await page
    .getByRole('textbox', { name: 'What will it be used for?' })
    .fill('To call you back within a working day.')
  await page.getByRole('textbox', { name: 'Which decision are the answers for?' }).fill('Whom to call back')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await page.getByText(/^Saved by Lan Anh/).waitFor()
  await page.getByRole('link', { name: 'Open the survey' }).click()

  // The plan is enough to publish; that customers are told nothing stays worth a look, and is mended by the plan's words.
  await page.getByRole('button', { name: 'Publish version 1' }).waitFor()
  await review.getByText('7.1 The customer is not told what it is for').waitFor()
  await review.getByRole('button', { name: 'Say what the plan says' }).click()
  await review.getByRole('button', { name: '7.1 Vietnamese is missing' }).waitFor()
  await page.getByRole('textbox', { name: 'Tiếng Việt' }).last().fill('Để gọi lại trong một ngày làm việc.')
  await page.getByRole('button', { name: 'Publish version 1' }).waitFor()
  await tab.close()
})

test('a plan tells at once what it brings and costs, is not overwritten unseen, and is held against the launch', async () => {
  const { id, revision } = await surveyWith()
  await addContacts(api, 'north', 40)
  await addContacts(api, 'south', 8, { executive: true })
  const tab = await open(lan, '/builder/surveys')
  const { page } = tab
  await page.getByRole('link', { name: 'Plan: Quarterly survey, quarter 1 of 2031' }).first().waitFor()
  await page.goto(`/builder/surveys/${id}/plan`)
  await page.getByRole('button', { name: 'Make the plan' }).click()
  const expectation = page.getByRole('complementary', { name: 'What to expect' })
  await expectation.getByText('Say how many people could be asked').waitFor()

  await page.getByRole('button', { name: 'Save the plan' }).click()
  const purpose = page.getByRole('textbox', { name: 'Which decision are the answers for?' })
  await isFocused(page, (await purpose.getAttribute('id')) ?? '')
  await purpose.fill('Where the second warehouse goes')

  await page.getByRole('button', { name: 'Take these numbers' }).click()
  await expectation.getByText(/^Of 48 people asked, about 17 will answer/).waitFor()
  await expectation.getByText('Too few for what is wanted').waitFor()
  await page.getByRole('textbox', { name: 'Of a hundred answer: Specialists and users' }).fill('90')
  await page.getByRole('textbox', { name: 'A percentage must be right to within … points' }).fill('10')
  await expectation.getByText('Enough for what is wanted').waitFor()
  await page.getByRole('textbox', { name: 'Hours of our people' }).fill('10')
  await page.getByRole('textbox', { name: 'An hour costs' }).fill('200000')
  await page.getByRole('textbox', { name: 'Money at most' }).fill('1500000')
  await expectation.getByText('₫2,000,000, 10 hours').waitFor()
  await expectation.getByText('More money than it may cost').waitFor()
  await expectNoAxeViolations(page)

  // Leaving with something unsaved asks first.
  await page.getByRole('link', { name: 'Open the survey' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

  // A colleague saved first: both plans are there to choose from.
  const theirs = await long.api.collectionPlans.get({ id })
  expect(theirs.plan).toBeNull()
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await page.getByText(/^Saved by Lan Anh/).waitFor()
  const { plan } = await long.api.collectionPlans.get({ id })
  if (!plan) throw new Error('the plan was not saved')
  expect(plan.content).toMatchObject({
    marginOfError: 0.1,
    groups: { executive: { people: 8, responseRate: null }, specialist: { people: 40, responseRate: 0.9 } },
    costs: { hours: 10, hourlyRate: 200000 },
  })
  await long.api.collectionPlans.save({
    id,
    revision: plan.revision,
    content: { ...plan.content, known: 'The first one is full' },
  })
  await purpose.fill('Where the third warehouse goes')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await page.getByText('Hoàng Long saved this plan meanwhile').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expectValue(page.getByRole('textbox', { name: 'What is known already?' }), 'The first one is full')
  tab.expectFault(/409/)
  await screenshot(page, 'builder-plan')

  await lan.api.surveys.publish({ id, revision })
  const regions = encodeURIComponent(JSON.stringify([api.regions.north, api.regions.south]))
  await page.goto(`/builder/waves/new?survey=${id}&regions=${regions}`)
  await page.getByRole('heading', { name: 'Against the plan' }).waitFor()
  await page.getByText(/^Of 48 people asked, about 37 will answer/).waitFor()
  await page.getByText('As exact as the plan wants: ± 10 points.').waitFor()
  await page.getByText('More money than it may cost').waitFor()
  await page.getByRole('button', { name: 'Launch to 48 contacts' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-launch-plan')
  await tab.close()
})

test('in Vietnamese, in the dark, and readable on a phone', async () => {
  const { id } = await surveyWith(rated('price', 'Our price and quality', 'Giá cả và chất lượng'))
  const { plan } = await lan.api.collectionPlans.get({ id })
  expect(plan).toBeNull()
  const dark = await open(long, `/builder/surveys/${id}/plan`, { scheme: 'dark', language: 'vi' })
  await dark.page.getByRole('heading', { name: 'Chưa có kế hoạch' }).waitFor()
  await dark.page.getByRole('button', { name: 'Lập kế hoạch' }).click()
  await dark.page.getByRole('textbox', { name: 'Số người: Lãnh đạo' }).fill('200')
  await dark.page
    .getByText(/^Hỏi 200 người thì khoảng 30 người trả lời\. .*điểm, 19 trên 20 lần\.$/)
    .waitFor()
  await expectNoAxeViolations(dark.page)
  await dark.close()

  const phone = await open(long, `/builder/surveys/${id}?question=price`, { device: 'phone', language: 'vi' })
  await phone.page.getByRole('button', { name: '7.1 Hỏi hai điều cùng lúc' }).waitFor()
  await expectNoAxeViolations(phone.page)
  const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await phone.close()
})

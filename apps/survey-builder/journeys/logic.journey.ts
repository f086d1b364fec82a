import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { saved } from './saved.ts'

jest.setTimeout(90_000)

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

async function open(path: string, view = {}, person = lan): Promise<Visit & { page: Page }> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, person)
  await tab.page.goto(path)
  return tab
}

const newSurvey = (): Promise<SurveyDraft> =>
  lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
const questionOf = async (id: string, question: string) =>
  (await lan.api.surveys.get({ id })).definition.pages
    .flatMap(({ questions }) => questions)
    .find(one => one.id === question)

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('a condition as a sentence, a reference to a later question, the map', async () => {
  const survey = await newSurvey()
  const delivery = survey.definition.pages[4]?.questions ?? []
  const [first, , third] = delivery
  const tab = await open(`/builder/surveys/${survey.id}?question=${third?.id}`)
  const { page } = tab
  await page.getByRole('tab', { name: 'Logic' }).click()
  const panel = page.getByRole('tabpanel')
  await panel.getByText('To everyone').waitFor()
  await expectNoAxeViolations(page)

  // A new test is whole at once: the question just before, its low scores.
  await panel.getByRole('button', { name: 'Add a condition' }).first().click()
  const sentence = page.getByRole('group', { name: 'Show this question if' })
  const subject = sentence.getByRole('combobox', { name: 'Test 1: what it looks at' })
  await expect(subject.inputValue()).resolves.toMatch(/^5\.2 /)
  await sentence.locator(':focus').waitFor()
  await expect(subject.evaluate(field => field === document.activeElement)).resolves.toBe(true)
  await subject.fill('agreed day')
  await page.getByRole('option', { name: /^5\.1 / }).click()
  await choose(page, 'Test 1: value', '1: Very dissatisfied')
  await sentence.getByRole('button', { name: 'Add another test' }).click()
  await choose(page, 'Test 2: what it looks at', 'Country')
  await page.getByRole('combobox', { name: 'Test 2: value' }).fill('Viet')
  await page.getByRole('option', { name: 'Vietnam' }).click()
  await page.keyboard.press('Escape')
  await sentence.getByText('one of these holds').click()
  await saved(page)
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-logic')
  expect((await questionOf(survey.id, third?.id ?? ''))?.showIf).toEqual({
    join: 'any',
    tests: [
      { subject: { question: first?.id }, is: 'at-most', values: [1] },
      { subject: { fact: 'account.country' }, is: 'is', values: ['VN'] },
    ],
  })

  // Moved before what it looks at, it says so at the test, and cannot be published.
  await page.getByRole('button', { name: 'Question 5.3: Move up' }).click()
  await page.getByRole('button', { name: 'Question 5.2: Move up' }).click()
  await sentence.getByText('It looks at question 5.2, which is asked later.').waitFor()
  await page.getByRole('button', { name: 'Fix 1 to publish' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-logic-later')

  // Mended by looking at something asked before.
  await subject.click()
  await subject.fill('4.4')
  await page.getByRole('option', { name: /^4\.4 / }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).waitFor()
  await expect(sentence.getByText('which is asked later').count()).resolves.toBe(0)
  await saved(page)

  await page.getByRole('link', { name: 'Show as a map' }).click()
  await page.getByRole('heading', { level: 1, name: /^Logic of/ }).waitFor()
  await page
    .getByText('7 pages, 29 questions: 1 condition. Everybody who should come to a page can.')
    .waitFor()
  await page.getByText(/^Shown if 4\.4 .* is at most 1 or Country is Vietnam$/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-logic-map')
  await page.getByText('As a table').click()
  await page.getByRole('row', { name: /Shown if 4\.4/ }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: /^5\.1 / }).click()
  await sentence.waitFor()
  await tab.close()
})

test('rules that skip, and a page that nobody comes to', async () => {
  const survey = await newSurvey()
  const tab = await open(`/builder/surveys/${survey.id}?page=${survey.definition.pages[1]?.id}&tab=logic`)
  const { page } = tab
  const panel = page.getByRole('tabpanel')
  await panel.getByRole('button', { name: 'Add a rule' }).click()
  const rule = panel.getByRole('listitem', { name: 'Rule 1' })
  await rule.getByRole('combobox', { name: 'go on to' }).click()
  await page.getByRole('option', { name: /^Page 5/ }).click()
  await expect(panel.getByText('Nobody comes to this page').count()).resolves.toBe(0)
  await rule.getByRole('button', { name: 'Remove the condition' }).click()
  await rule.getByText('Always').waitFor()
  await page.getByRole('button', { name: 'Fix 2 to publish' }).waitFor()
  await page
    .getByRole('button', { name: /^Marketing/ })
    .first()
    .click()
  await panel.getByText('Nobody comes to this page').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-logic-unreachable')
  await saved(page)
  expect((await lan.api.surveys.get({ id: survey.id })).definition.pages[1]?.jumps).toEqual([
    { when: { join: 'all', tests: [] }, to: { page: survey.definition.pages[4]?.id } },
  ])
  await tab.close()
})

test('the name of the customer is put into a text', async () => {
  const survey = await newSurvey()
  const question = survey.definition.pages[0]?.questions[0]
  const tab = await open(`/builder/surveys/${survey.id}?question=${question?.id}`)
  const { page } = tab
  const panel = page.getByRole('tabpanel')
  const text = panel.getByRole('textbox', { name: 'English' }).first()
  await text.fill('Dear , how reliable are our products?')
  await text.evaluate(field => (field as HTMLTextAreaElement).setSelectionRange(5, 5))
  await panel.getByRole('button', { name: 'Insert an answer or a fact: Question, English' }).click()
  const dialog = page.getByRole('dialog', { name: 'Insert an answer or a fact' })
  await dialog.getByRole('combobox', { name: 'What is put in' }).click()
  await page.getByRole('option', { name: 'Contact’s name' }).click()
  await dialog.getByRole('textbox', { name: 'Said instead when nothing is known' }).fill('customer')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Insert' }).click()
  await page.waitForFunction(
    field =>
      (field as HTMLTextAreaElement).value ===
      'Dear {{contact.name|customer}}, how reliable are our products?',
    await text.elementHandle(),
  )
  await saved(page)
  await tab.close()
})

/** The second question of the first page, asked of who gave the first one a low score. */
async function surveyWithCondition(): Promise<SurveyDraft> {
  const survey = await newSurvey()
  const [first, second] = survey.definition.pages[0]?.questions ?? []
  return lan.api.surveys.save({
    id: survey.id,
    revision: survey.revision,
    operations: [
      {
        op: 'set-setting',
        question: second?.id ?? '',
        setting: 'showIf',
        value: {
          join: 'all',
          tests: [{ subject: { question: first?.id ?? '' }, is: 'at-most', values: [2] }],
        },
      },
    ],
  })
}

test('the preview asks what the conditions say, as answers are given', async () => {
  const survey = await surveyWithCondition()
  const tab = await open(`/builder/surveys/${survey.id}`)
  const { page } = tab
  await page.getByRole('link', { name: 'Preview' }).click()
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Start' }).click()
  const asked = frame.getByText('Availability of our products when you need them')
  const reliability = frame.getByRole('group', { name: /Reliability of our products/ })
  await reliability.getByRole('radio', { name: 'Very satisfied', exact: true }).click({ force: true })
  await frame.getByText('Ease or difficulty of using our products').waitFor()
  await expect(asked.count()).resolves.toBe(0)
  await reliability.getByRole('radio', { name: 'Very dissatisfied' }).click({ force: true })
  await asked.waitFor()
  await reliability.getByRole('radio', { name: 'Very satisfied', exact: true }).click({ force: true })
  await asked.waitFor({ state: 'detached' })
  await tab.close()
})

test('in Vietnamese, dark, on a narrow screen', async () => {
  const survey = await surveyWithCondition()
  const view = { device: 'phone', scheme: 'dark', language: 'vi' }
  const tab = await open(`/builder/surveys/${survey.id}/logic`, view, long)
  const { page } = tab
  await page.getByText(/^Hiện nếu 1\.1 .* nhiều nhất là 2$/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-logic-map-phone')
  await page.getByRole('link', { name: /^1\.2 / }).click()
  await page.getByRole('tab', { name: 'Điều kiện' }).waitFor()
  await tab.close()
})

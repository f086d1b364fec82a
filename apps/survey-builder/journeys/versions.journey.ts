import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { placeOf } from '@sixfold/domain/survey/undo'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, View, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(90_000)

let api: TestApi
let browser: Browser
let lan: Colleague
let mai: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  mai = await colleague(api, 'marketing', { name: 'Thu Mai', language: 'vi' })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

async function open(path: string, view: View = {}): Promise<Visit & { page: Page }> {
  const tab = await visit(browser, { url: api.url, ...view })
  await bringSession(tab.context, api.url, view.language === 'vi' ? mai : lan)
  await tab.page.goto(path)
  return tab
}

let year = 2060
async function publishedSurvey(): Promise<SurveyDraft> {
  year += 1
  const draft = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year, quarter: 1 },
    languages: ['en', 'vi'],
  })
  await lan.api.surveys.publish({ id: draft.id, revision: draft.revision })
  return draft
}
const save = (draft: SurveyDraft, ...operations: SurveyOperation[]) =>
  lan.api.surveys.save({ id: draft.id, revision: draft.revision, operations })
const text = (question: string, language: string, value: string): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language,
  value,
})
/** Several kinds of change: reworded, spelt otherwise, of another kind, dropped, made anew, moved, set otherwise. */
function changes(draft: SurveyDraft): SurveyOperation[] {
  const place = placeOf(draft.definition, 'delivery_accurate')
  if (!place) throw new Error('the preset asks whether deliveries are accurate')
  return [
    text('delivery_on-time', 'en', 'Delivery on the day that we promised'),
    text('delivery_on-time', 'vi', 'Giao hàng vào ngày chúng tôi đã hứa'),
    text(
      'recommend',
      'en',
      'All in all, how likely or unlikely are you to recommend us to a colleague or a partner?',
    ),
    text('do-better', 'en', 'What should we do better'),
    {
      op: 'replace-question',
      question: {
        id: 'marketing_information',
        kind: 'agreement',
        text: { en: 'You get the information you need', vi: 'Anh/chị nhận được thông tin cần thiết' },
        required: false,
        offerNotApplicable: true,
      },
    },
    { op: 'remove-question', question: 'delivery_accurate' },
    { op: 'add-question', page: 'delivery', index: 1, question: { ...place.question, id: 'matches-order' } },
    { op: 'move-page', page: 'delivery', index: 0 },
    { op: 'set-required', question: 'delivery_overall', required: true },
    {
      op: 'set-setting',
      question: 'do-better',
      setting: 'showIf',
      value: {
        join: 'all',
        tests: [{ subject: { question: 'delivery_overall' }, is: 'at-most', values: [2] }],
      },
    },
  ]
}

test('publishing asks what became of each question; the answer is kept, and the versions can be laid side by side', async () => {
  const draft = await publishedSurvey()
  await save(draft, ...changes(draft))
  const tab = await open(`/builder/surveys/${draft.id}`)
  const { page } = tab
  await page.getByRole('button', { name: 'Publish version 2' }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish version 2 of/ })
  await dialog.getByText(/Compared with version 1/).waitFor()

  // Proposed, with its reason; both texts stand side by side with the words that differ.
  const onTime = dialog.getByRole('listitem').filter({ hasText: 'Delivery on the day that we promised' })
  await onTime.getByText('Its words were changed. The trend shows a break.').waitFor()
  expect((await onTime.locator('del').first().textContent())?.trim()).toBe('agreed')
  expect(await onTime.locator('ins').allTextContents()).toContain(' that we promised')
  const better = dialog.getByRole('listitem').filter({ hasText: 'What should we do better' })
  await better.getByText('It is asked of other people than before. The trend shows a break.').waitFor()
  const information = dialog.getByRole('listitem').filter({ hasText: 'You get the information you need' })
  await information.getByText('It is a question of another kind now. A new trend begins.').waitFor()
  expect(await information.getByRole('radio').count()).toBe(0)
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-publish')

  // The author has the last word.
  await onTime.getByText('the same', { exact: true }).click()
  await onTime.getByText('Its words were changed. The trend goes on.').waitFor()
  const anew = dialog.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await anew.getByRole('checkbox', { name: /^It continues “.*”, which was dropped$/ }).check()
  await dialog.getByText(/0 dropped/).waitFor()
  await dialog.getByRole('button', { name: 'Publish version 2' }).click()
  await page.getByRole('button', { name: 'Version 2: published' }).waitFor()
  const version = await lan.api.surveys.getVersion({ id: draft.id, number: 2 })
  expect(version).toMatchObject({
    before: { surveyId: draft.id, number: 1 },
    continues: { 'matches-order': 'delivery_accurate' },
    changes: {
      'delivery_on-time': 'same',
      'do-better': 'reworded',
      marketing_information: 'new',
      'matches-order': 'same',
    },
  })

  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByText('The draft is what version 2 says.').waitFor()
  await page.getByRole('region', { name: 'Version 2' }).getByText('Questions', { exact: true }).click()
  await page.getByRole('row', { name: /You get the information you need new/ }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-versions')

  await page.getByRole('region', { name: 'Version 2' }).getByRole('link', { name: 'What changed' }).click()
  await page.getByRole('heading', { name: /^Changes of/ }).waitFor()
  expect(new URL(page.url()).search).toBe('?from=1&to=2')
  await page.getByText('The page has another place.').waitFor()
  await page.getByText('Must be answered: yes. Before: no.').waitFor()
  await page.getByText(/Shown: .*Delivery.* is at most 2\. Before: always\./i).waitFor()
  await page.getByText('Now “Agreement”; it was “Satisfaction”.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-comparison')

  // The address holds what is compared; the draft is what version 2 says.
  await page.getByRole('combobox', { name: 'From' }).click()
  await page.getByRole('option', { name: 'Version 2' }).click()
  await page.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: 'Draft' }).click()
  await page.getByText('Nothing is different').waitFor()
  expect(new URL(page.url()).search).toBe('?from=2&to=draft')
  await page.reload()
  await page.getByText('Nothing is different').waitFor()
  await tab.close()
})

test('the first version of a quarter is compared with the quarter before', async () => {
  const before = await publishedSurvey()
  const next = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: before.quarter.year, quarter: 2 },
    languages: ['en', 'vi'],
  })
  await save(next, text('delivery_on-time', 'vi', 'Giao hàng đúng hẹn'))
  const tab = await open(`/builder/surveys/${next.id}`, { device: 'phone', language: 'vi', scheme: 'dark' })
  const { page } = tab
  await page.getByRole('button', { name: 'Phát hành phiên bản 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Lời của câu hỏi đã thay đổi. Xu hướng bị ngắt tại đây.').waitFor()
  await expectNoAxeViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await screenshot(page, 'builder-publish-phone-vi-dark')
  await dialog.getByRole('button', { name: 'Phát hành phiên bản 1' }).click()
  await page.getByText('Đã phát hành phiên bản 1').first().waitFor()

  await page.goto(`/builder/surveys/${next.id}/versions`)
  await page.getByRole('link', { name: 'So với quý trước' }).click()
  await page.getByText('Giao hàng đúng hẹn').first().waitFor()
  expect(new URL(page.url()).search).toBe('?from=before&to=1')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-comparison-phone-vi-dark')
  await tab.close()
})

test('before anything is published there is nothing to compare, and it says so', async () => {
  year += 1
  const draft = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year, quarter: 1 },
    languages: ['en'],
  })
  const tab = await open(`/builder/surveys/${draft.id}/versions`)
  await tab.page.getByText('Nothing is published yet').waitFor()
  await expectNoAxeViolations(tab.page)
  await tab.page.goto(`/builder/surveys/${draft.id}/versions/compare`)
  await tab.page.getByText('There is nothing to compare yet').waitFor()
  await expectNoAxeViolations(tab.page)
  await tab.close()
})

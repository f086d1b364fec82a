import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page, Visit } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { eventually } from '@sixfold/testkit/eventually'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { saved } from './saved.ts'

jest.setTimeout(60_000)

let api: TestApi
let browser: Browser
let lan: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
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

const newSurvey = () =>
  lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
const textOf = async (id: string, question: string) =>
  (await lan.api.surveys.get({ id })).definition.pages
    .flatMap(({ questions }) => questions)
    .find(one => one.id === question)?.text

test('from nothing to a published version', async () => {
  const tab = await open(lan, '/builder/')
  const { page } = tab
  await page.getByRole('heading', { name: 'Nothing was asked yet' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-quarter-empty')

  await page.getByRole('link', { name: 'New survey' }).click()
  const dialog = page.getByRole('dialog', { name: 'New survey' })
  await dialog.getByRole('button', { name: 'Make the survey' }).waitFor()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Make the survey' }).click()

  await page.getByText('7 pages, 29 questions').waitFor()
  await page.getByText('Nothing stands against publishing.').waitFor()
  await expectNoAxeViolations(page)

  // The text a customer reads is changed where it stands.
  await page.getByRole('button', { name: /^Delivery/ }).click()
  const inPlace = page.getByRole('textbox', { name: 'Question 5.1: Question' })
  await inPlace.fill('Delivery on the day we agreed')
  await page.getByRole('heading', { name: 'Question 5.1' }).waitFor()
  await saved(page)

  // A text that is gone in one language stops publishing; the finding leads to its field.
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('textbox', { name: 'Tiếng Việt' }).first().fill('')
  await page.getByRole('button', { name: 'Fix 1 to publish' }).waitFor()
  await page.getByRole('button', { name: /^Company image/ }).click()
  await page.getByRole('button', { name: /5\.1 Vietnamese is missing/ }).click()
  const vietnamese = details.getByRole('textbox', { name: 'Tiếng Việt' }).first()
  await page.locator('#field-text-vi:focus').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-editor')
  await vietnamese.fill('Giao hàng đúng ngày đã hẹn')

  await page.getByRole('button', { name: 'Publish version 1' }).click()
  const asking = page.getByRole('dialog', { name: /^Publish version 1 of/ })
  await asking.waitFor()
  await expectNoAxeViolations(page)
  await asking.getByRole('button', { name: 'Publish version 1' }).click()
  await page.getByRole('button', { name: 'Version 1: published' }).waitFor()

  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByRole('heading', { name: 'Version 1' }).waitFor()
  await page.getByText('Questions', { exact: true }).click()
  await page.getByRole('rowheader', { name: 'Delivery on the day we agreed' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'builder-versions')

  const [survey] = (await lan.api.surveys.list()).items
  const version = await lan.api.surveys.getVersion({ id: survey?.id ?? '', number: 1 })
  const asked = version.definition.pages[4]?.questions[0]?.text
  expect(asked).toEqual({ en: 'Delivery on the day we agreed', vi: 'Giao hàng đúng ngày đã hẹn' })
  await tab.close()
})

test('questions and pages are moved with the keyboard, undone and redone; a reload keeps it all', async () => {
  const draft = await newSurvey()
  const tab = await open(lan, `/builder/surveys/${draft.id}?question=delivery_on-time`)
  const { page } = tab
  const order = async () =>
    (await lan.api.surveys.get({ id: draft.id })).definition.pages
      .find(({ id }) => id === 'delivery')
      ?.questions.map(({ id }) => id.replace('delivery_', ''))
  // What is chosen in the outline is brought into view in the canvas.
  await page.getByRole('button', { name: /^Technical solutions/ }).click()
  await page.getByRole('button', { name: /^1\.7 / }).click()
  const last = page.getByRole('textbox', { name: 'Question 1.7: Question' })
  await eventually(
    () => last.boundingBox(),
    box => box !== null && box.y > 0 && box.y + box.height < 900,
  )
  await page.getByRole('button', { name: /^Delivery/ }).click()
  await page.getByRole('button', { name: /5\.1 Delivery on the agreed day/ }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('button', { name: /5\.2 Delivery on the agreed day/ }).waitFor()
  await page.getByText('Not saved yet').waitFor()
  await saved(page)
  expect(await order()).toEqual(['accurate', 'on-time', 'post-delivery', 'overall'])

  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /5\.1 Delivery on the agreed day/ }).waitFor()
  await page.keyboard.press('Control+Shift+z')
  await page.getByRole('button', { name: /5\.2 Delivery on the agreed day/ }).waitFor()

  // With the mouse the same.
  const grip = page.getByRole('button', { name: 'Move question 5.2' })
  await grip.hover()
  await page.mouse.down()
  const above = await page.getByRole('button', { name: 'Move question 5.1' }).boundingBox()
  if (!above) throw new Error('the outline shows the first question')
  await page.mouse.move(above.x + 8, above.y + 20, { steps: 8 })
  await page.mouse.move(above.x + 8, above.y + 8, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: /5\.1 Delivery on the agreed day/ }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /5\.2 Delivery on the agreed day/ }).waitFor()

  // At the edge of its page a question goes over into the next one.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('button', { name: /6\.1 Delivery on the agreed day/ }).waitFor()

  await page.getByRole('button', { name: 'Question 6.1: Remove' }).click()
  await page.getByText('Question 6.1 removed').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByText('7 pages, 29 questions').waitFor()
  await saved(page)
  await page.reload()
  await page.getByText('7 pages, 29 questions').waitFor()
  expect(await order()).toEqual(['accurate', 'post-delivery', 'overall'])
  await tab.close()
})

test('while the server is away nothing is lost, and it is said', async () => {
  const draft = await newSurvey()
  const tab = await open(lan, `/builder/surveys/${draft.id}?question=delivery_on-time`)
  const { page } = tab
  const text = page.getByRole('textbox', { name: 'Question 5.1: Question' })
  await text.waitFor()
  await tab.context.setOffline(true)
  await text.fill('Written on a train')
  await page.getByText('No connection. Kept here, saved later').waitFor()
  await text.fill('Written on a fast train')
  await tab.context.setOffline(false)
  await saved(page)
  expect(await textOf(draft.id, 'delivery_on-time')).toMatchObject({ en: 'Written on a fast train' })
  tab.expectFault(/ERR_INTERNET_DISCONNECTED/)
  await tab.close()
})

test('an analyst sees the survey and is not told that it was saved', async () => {
  const analyst = await colleague(api, 'analyst')
  const draft = await newSurvey()
  const tab = await open(analyst, `/builder/surveys/${draft.id}`)
  await tab.page.getByText('You may read this survey, not change it.').waitFor()
  expect(await tab.page.getByRole('button', { name: /Publish/ }).count()).toBe(0)
  await expectNoAxeViolations(tab.page)
  await tab.close()
})

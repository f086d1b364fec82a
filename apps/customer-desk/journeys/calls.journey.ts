import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import { lookAtDue } from '@sixfold/testkit/due'
import { ownPageOf } from '@sixfold/testkit/own-page'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { resolveCase } from './resolve-case.ts'

/** A Tuesday, ten in the morning in Hanoi. */
const NOW = '2026-08-18T03:00:00.000Z'
const INSTALLED = '2026-05-15'

let api: TestApi
let browser: Browser
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

/** A survey for calls that runs, and two customers whose installations are due to be called about. */
async function prepare() {
  api.clock.set(NOW)
  const { surveys, waves, products, installations } = (await colleague(api, 'administrator')).api
  const draft = await surveys.create({
    kind: 'call',
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages: ['en', 'vi'],
  })
  const { number: version } = await surveys.publish({ id: draft.id, revision: draft.revision })
  await waves.launch({
    surveyId: draft.id,
    version,
    regionIds: [api.regions.north],
    closesAt: '2026-12-01T00:00:00.000Z',
  })
  await api.runJobs()
  const contacts = await addContacts(api, 'north', 2, { phone: '+84 24 3822 0000', language: 'en' })
  const { id: productId } = await products.create({ name: 'HV-View panel', externalId: '' })
  for (const { accountId } of contacts)
    await installations.create({
      accountId,
      externalId: '',
      productId,
      contactId: null,
      purchasedOn: null,
      installedOn: INSTALLED,
    })
  await lookAtDue(
    api,
    contacts.map(({ accountId }) => accountId),
  )
}

test('a caller works with the keyboard alone: no answer in three keys, then consent, answers and a complaint whose case the customer closes', async () => {
  await prepare()
  const mai = await colleague(api, 'care', { name: 'Mai' })
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, mai)
  const { page } = desk
  await page.goto('/desk/calls')
  await page
    .getByRole('link', { name: /^Call Khách/ })
    .first()
    .press('Enter')

  await page.getByRole('button', { name: 'Call now' }).waitFor()
  const first = page.url()
  await page.keyboard.press('c')
  await page.getByRole('button', { name: 'No answer' }).waitFor()
  await page.keyboard.press('n')
  await page.getByText('It comes up again on the next working day').waitFor()
  await page.waitForURL(url => url.href !== first)

  // Pressed with the mouse the letters work on, though the button is gone.
  await page.getByRole('button', { name: 'Call now' }).click()
  await page.getByText('May we ask you a few questions').waitFor()
  await page.getByRole('button', { name: 'Agrees' }).waitFor()
  await page.keyboard.press('a')
  await page.getByText('Agreed at').waitFor()
  await expectNoAxeViolations(page)
  const question = page.getByRole('radiogroup').first()
  // A digit answers and goes on to the next question.
  await page.keyboard.press('2')
  await page.keyboard.press('4')
  expect(await question.getByRole('radio', { name: '2: dissatisfied' }).isChecked()).toBe(true)
  await page.getByText('Every answer is kept').waitFor()
  await screenshot(page, 'desk-call')

  await page.keyboard.press('k')
  await page.getByRole('dialog', { name: 'Call back' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: 'Complaint' })
  await dialog.getByLabel('What went wrong, in their words').fill('The spare filter never came')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Open a case' }).press('Enter')
  await page.getByText(/Case C-2026-\d+ is open/).waitFor()
  await page.getByRole('region', { name: 'Open cases' }).getByText('The spare filter never came').waitFor()
  await page.setViewportSize({ width: 360, height: 780 })
  await screenshot(page, 'desk-call-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

  await page.getByRole('button', { name: 'We spoke: send the answers' }).first().press('Enter')
  await page.getByText('Noted: you spoke with').waitFor()
  await page.getByRole('heading', { name: 'Nobody to call today' }).waitFor()

  // The complaint's case, until its customer says that it is solved.
  const [{ id, contactId } = { id: '', contactId: null }] = (await mai.api.cases.list({})).items
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/desk/cases/${id}`)
  await page.getByRole('button', { name: 'Take it up' }).click()
  await resolveCase(page, 'The filter came with the technician today.')
  await api.runJobs()
  const own = await visit(browser, { url: api.url, device: 'phone', language: 'en' })
  const ownPage = `${await ownPageOf(api, contactId ?? '')}?language=en`
  await own.page.goto(ownPage)
  await own.page.getByText('The filter came with the technician today.').waitFor()
  await own.page.getByRole('button', { name: 'Yes, it is solved' }).click()
  await own.page.getByText('Thank you. It is closed').waitFor()
  await page.getByText(/^The customer said that it is solved/).waitFor()
  expect((await mai.api.cases.get({ id })).state).toBe('closed')
  await desk.close()

  // Whether it lasts is asked later; the call was a touch, so the question keeps its gap to it.
  for (let weeks = 0; weeks < 16; weeks += 2) {
    api.clock.advance({ days: 14 })
    await api.runJobs()
  }
  await own.page.goto(`${await ownPageOf(api, contactId ?? '')}?language=en`)
  await own.page.getByText('How satisfied are you with this today?').waitFor()
  await own.page.getByRole('radio', { name: '4' }).check()
  await own.page.getByRole('button', { name: 'Send my answer' }).click()
  await own.page.getByText('How satisfied are you with this today?').waitFor({ state: 'detached' })
  await own.close()
  expect((await mai.api.cases.get({ id })).recovery).toMatchObject({ after: 4 })
}, 120_000)

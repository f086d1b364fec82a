import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { openCaseOf } from '@sixfold/testkit/cases'
import { addContacts } from '@sixfold/testkit/customers'
import { ownPageOf } from '@sixfold/testkit/own-page'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { resolveCase } from './resolve-case.ts'

let api: TestApi
let browser: Browser
let mai: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
  // A Monday, 10:00 in Việt Nam: customers may be written to.
  api.clock.set('2026-08-17T03:00:00.000Z')
  mai = await colleague(api, 'care', { name: 'Trần Thu Mai', regions: ['north'] })
  await colleague(api, 'care', { name: 'Lê Minh Hà', regions: ['north'] })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a case on a phone: taken up, resolved, disputed and confirmed by the customer', async () => {
  const [person] = await addContacts(api, 'north', 1, { language: 'en' })
  if (!person) throw new Error('nobody was added')
  const { _id: id, receipt } = await openCaseOf(api, person, {
    words: 'Delivery was late again.',
    severity: 'critical',
    language: 'en',
  })
  const desk = await visit(browser, { url: api.url, device: 'phone', language: 'en' })
  await bringSession(desk.context, api.url, mai)
  const { page } = desk
  await page.goto('/desk/cases')
  await page.getByRole('link', { name: new RegExp(receipt) }).click()
  await page.getByRole('button', { name: 'Take it up' }).click()
  await page.getByRole('button', { name: 'Resolve' }).waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Hand over' }).click()
  await page.getByRole('menuitem', { name: 'Lê Minh Hà' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand over to Lê Minh Hà' })
  await dialog.getByRole('textbox', { name: /What they should know/ }).fill('They ask for a call.')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await page.getByText('handed it over to Lê Minh Hà: They ask for a call.').waitFor()
  await dialog.waitFor({ state: 'hidden' })

  await resolveCase(page, 'A second carrier drives from Monday.')
  await api.runJobs()

  const path = await ownPageOf(api, person.id)
  const own = await visit(browser, { url: api.url, device: 'phone', language: 'en' })
  await own.page.goto(`${path}?language=en`)
  await own.page.getByText('No, not yet').click()
  await own.page.getByRole('textbox').fill('It was late on Tuesday too.')
  await expectNoAxeViolations(own.page)
  await own.page.getByRole('button', { name: 'Please take it up again' }).click()
  await own.page.getByText('We have taken it up again.').waitFor()

  // The desk hears of it without being asked.
  await page.getByText('It was late on Tuesday too.').waitFor()
  await resolveCase(page, 'The store now calls before each delivery.')
  await api.runJobs()
  await own.page.goto(`${path}?language=en`)
  await own.page.getByRole('button', { name: 'Yes, it is solved' }).click()
  await own.page.getByText('Thank you. It is closed').waitFor()
  await page.getByText(/^The customer said that it is solved/).waitFor()
  await screenshot(page, 'case-phone')
  expect((await mai.api.cases.get({ id })).state).toBe('closed')
}, 60_000)

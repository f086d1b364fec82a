import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let ha: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves', smtp: true }),
    launchBrowser(),
  ])
  api.clock.set('2026-08-17T03:00:00.000Z')
  ha = await colleague(api, 'regional', { name: 'Nguyễn Thu Hà', regions: ['north'] })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('guests are chosen for their reasons, the agenda comes from what they asked for, and afterwards it is looked back', async () => {
  const [guest] = await addContacts(api, 'north', 4, { language: 'en' })
  if (!guest) throw new Error('no contact')
  await ha.api.requirements.note({
    text: 'A fixed weekly delivery day',
    source: { kind: 'call', contactId: guest.id },
  })
  const { id } = await planEvent(ha, {
    regionId: api.regions.north,
    title: { en: 'Delivery in the North', vi: 'Giao hàng ở miền Bắc' },
    date: '2026-09-24',
    venue: 'Hà Nội',
    capacity: 12,
    answerBy: '2026-09-20',
  })
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto(`/scheduler/events/${id}?invite=true`)
  const dialog = page.getByRole('dialog', { name: 'Invite guests' })
  await dialog.getByText(/asked for R-\d+/).waitFor()
  await dialog.getByRole('checkbox', { name: guest.name, exact: true }).check()
  await dialog.getByRole('img', { name: 'Existing: 1, 100%; aim 60%' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-guest-choice')
  await dialog.getByRole('button', { name: 'Invite 1 guest' }).click()
  await page.getByRole('cell', { name: 'Invited' }).waitFor()

  await page.getByRole('link', { name: 'Agenda', exact: true }).click()
  await page.getByRole('button', { name: /^Propose/ }).click()
  await page.getByRole('button', { name: 'Change “A fixed weekly delivery day”' }).click()
  await page.getByLabel('Title in Vietnamese').fill('Một ngày giao hàng cố định mỗi tuần')
  await page.getByRole('button', { name: 'Embargo' }).click()
  // What is not saved is not lost by a click beside it, and the keyboard keeps its place.
  await page.getByRole('navigation', { name: 'This event' }).getByRole('link', { name: 'Guests' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  const later = page.getByRole('button', { name: /^Later: / }).last()
  await later.focus()
  await page.keyboard.press('Enter')
  expect(await later.evaluate(button => button === document.activeElement)).toBe(true)
  await page.getByRole('switch', { name: 'Guests see it' }).check()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Một ngày giao hàng cố định mỗi tuần').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-agenda')

  const mail = await api.mailSink?.waitFor(({ to }) => to.includes(guest.email), 15_000)
  const phone = await visit(browser, { url: api.url, device: 'phone' })
  await phone.page.goto(mail?.links.find(address => address.includes('/e/')) ?? '')
  await phone.page.getByText('An introduction').waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'rsvp-agenda')
  await phone.close()

  await page.getByRole('link', { name: 'Afterwards' }).click()
  await page.getByText('No programme asks after events in this region yet', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Note costs' }).click()
  await page.getByLabel('What for').fill('Hall')
  await page.getByLabel('Amount').fill('9000000')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Total ₫9,000,000').waitFor()
  await expectNoAxeViolations(page)
  await desk.close()
}, 120_000)

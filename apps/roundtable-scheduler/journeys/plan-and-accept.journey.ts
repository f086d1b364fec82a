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
import ICAL from 'ical.js'

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

/** The text of the calendar part of a mail. */
function calendarOf(mail: { attachments: { mimeType: string; content: unknown }[] }): string {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  if (!part) throw new Error('the mail has no calendar part')
  return typeof part.content === 'string'
    ? part.content
    : new TextDecoder().decode(part.content as ArrayBuffer)
}

test('a regional colleague plans a round table, a guest accepts on a phone, the seat is taken before her eyes', async () => {
  const [guest] = await addContacts(api, 'north', 3, { language: 'vi' })
  if (!guest) throw new Error('no contact')

  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto('/scheduler/')
  await page.getByRole('heading', { name: 'Round tables, 2026' }).waitFor()
  await page.getByText('Nothing is planned for 2026 yet').waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('main').getByRole('link', { name: 'Plan an event', exact: true }).click()
  await page.getByLabel('Title in English').fill('Delivery times in the North')
  await page.getByLabel('Title in Vietnamese').fill('Thời gian giao hàng ở miền Bắc')
  await page.getByLabel('Date', { exact: true }).fill('2026-09-02')
  await page
    .getByRole('status')
    .getByText(/a holiday here/)
    .waitFor()
  await expectNoAxeViolations(page)
  await page.getByLabel('Date', { exact: true }).fill('2026-09-24')
  await page.getByRole('status').getByText('midweek, when most people can come').waitFor()
  await page.getByLabel('Place').fill('Khách sạn Metropole, Hà Nội')
  await page.getByRole('spinbutton', { name: 'Seats' }).fill('8')
  await page.getByRole('button', { name: 'Plan the event' }).click()
  await page.getByText('Nobody is invited yet').waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Invite guests' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite guests' })
  await dialog.getByLabel(/^Search/).fill(guest.name)
  await dialog.getByRole('checkbox', { name: guest.name, exact: true }).check()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Invite 1 guest' }).click()
  await page.getByRole('cell', { name: 'Invited' }).waitFor()
  await page.getByText('0 of 8').waitFor()

  const mail = await api.mailSink?.waitFor(({ to }) => to.includes(guest.email), 15_000)
  const link = mail?.links.find(address => address.includes('/e/'))
  if (!link) throw new Error('the mail holds no link')
  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'vi' })
  await phone.page.goto(link)
  await phone.page.getByRole('heading', { name: 'Thời gian giao hàng ở miền Bắc' }).waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'rsvp-invitation')
  await phone.page.getByRole('button', { name: 'Vâng, tôi sẽ đến' }).click()
  await phone.page.getByRole('heading', { name: 'Chúng tôi đã giữ chỗ cho anh/chị' }).waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'rsvp-accepted')

  // Nobody reloads: the desk heard of it.
  await page.getByText('1 of 8').waitFor()
  await page.getByRole('cell', { name: 'Has a seat' }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-event')

  const place = await api.mailSink?.waitFor(
    ({ to, attachments }) => to.includes(guest.email) && attachments.length > 0,
    15_000,
  )
  if (!place) throw new Error('no mail with a calendar entry')
  const calendar = new ICAL.Component(ICAL.parse(calendarOf(place)))
  const event = calendar.getFirstSubcomponent('vevent')
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event?.getFirstPropertyValue('summary')).toBe('Thời gian giao hàng ở miền Bắc')
  expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-09-24T08:30:00')
  expect(event?.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Asia/Ho_Chi_Minh')

  await page.getByRole('navigation').getByRole('link', { name: 'Year' }).click()
  await page.getByRole('link', { name: /Delivery times in the North: 1 seat taken/ }).click()
  await page.getByRole('complementary').getByText('of 8 seats').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-year')

  await phone.page.getByRole('button', { name: 'Tôi không đến được nữa' }).click()
  await phone.page.getByRole('heading', { name: 'Anh/chị đã báo không đến được' }).waitFor()
  await page.getByRole('complementary').getByText('0of 8 seats').waitFor()
  await phone.close()
  await desk.close()
}, 120_000)

test('an invitation works without JavaScript', async () => {
  const [guest] = await addContacts(api, 'north', 1, { language: 'en' })
  if (!guest) throw new Error('no contact')
  const { id } = await planEvent(ha, {
    regionId: api.regions.north,
    title: { en: 'Invoices that can be read' },
    date: '2026-10-01',
    startTime: '09:00',
    endTime: '11:00',
    venue: 'Hà Nội',
    capacity: null,
    answerBy: '2026-09-28',
  })
  await ha.api.roundtables.invite({ id, contactIds: [guest.id] })
  const mail = await api.mailSink?.waitFor(({ to }) => to.includes(guest.email), 15_000)
  const link = mail?.links.find(address => address.includes('/e/'))
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(link ?? '')
  await page.getByRole('button', { name: 'No, I cannot come' }).click()
  await page.getByRole('heading', { name: 'You told us that you cannot come' }).waitFor()
  await page.getByRole('button', { name: 'I can come after all' }).click()
  await page.getByRole('heading', { name: 'Your place is kept' }).waitFor()
  await context.close()
  const { roundtable } = await ha.api.roundtables.get({ id })
  expect(roundtable.seats).toMatchObject({ taken: 1, declined: 0 })
}, 60_000)

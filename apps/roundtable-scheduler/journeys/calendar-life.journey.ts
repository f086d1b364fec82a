import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import { mailBack } from '@sixfold/testkit/returned-mail'
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

/** An event at which all of these guests have a seat and a calendar entry. */
async function seat(contacts: readonly TestContact[]) {
  const event = await planEvent(ha, {
    regionId: api.regions.north,
    date: '2026-09-24',
    answerBy: '2026-09-20',
  })
  await ha.api.roundtables.invite({ id: event.id, contactIds: contacts.map(({ id }) => id) })
  const links: string[] = []
  for (const { email } of contacts) {
    const mail = await api.mailSink?.waitFor(({ to }) => to.includes(email), 15_000)
    const link = mail?.links.find(address => address.includes('/e/')) ?? ''
    await api.anonymous.roundtables.answer({ token: link.split('/e/')[1] ?? '', answer: 'accept' })
    links.push(link)
  }
  const uids: string[] = []
  for (const { email } of contacts) {
    const mail = await api.mailSink?.waitFor(
      ({ to, attachments }) => to.includes(email) && attachments.length > 0,
      15_000,
    )
    const text = new TextDecoder().decode(mail?.attachments[0]?.content as ArrayBuffer)
    const entry = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
    uids.push(String(entry?.getFirstPropertyValue('uid')))
  }
  return { event, links, uid: uids[0] ?? '' }
}

/** What a calendar program answers. */
const reply = (uid: string, { email, name }: Pick<TestContact, 'email' | 'name'>, partstat: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${new Date(api.clock.now().getTime() + 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    'SEQUENCE:0',
    `ATTENDEE;CN="${name}";PARTSTAT=${partstat}:mailto:${email}`,
    'COMMENT:Tôi chưa chắc\\, tuần sau xin báo lại.',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

test('answers from calendars are taken or decided, a cancelled event comes back, calendars follow it', async () => {
  const contacts = await addContacts(api, 'north', 3, { language: 'en' })
  const [first, second, third] = contacts as [TestContact, TestContact, TestContact]
  const { event, links, uid } = await seat(contacts)
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto(`/scheduler/events/${event.id}`)
  await page.getByText('Nothing to decide').waitFor()

  await page.getByRole('region', { name: 'Answers from calendars' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'reply.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(reply(uid, first, 'DECLINED')),
  })
  await page.getByText('The answer is read and taken.').waitFor()
  await page.getByRole('cell', { name: 'Declined' }).first().waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'photo.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  })
  await page.getByText('neither a calendar file nor a mail').waitFor()

  await mailBack(api, second.email, reply(uid, second, 'TENTATIVE'))
  const stranger = { email: 'thu.ha.rieng@example.net', name: 'Thu Hà' }
  await mailBack(api, stranger.email, reply(uid, stranger, 'DECLINED'))
  await page.getByText('2 to decide').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'calendar-replies')

  const strange = page.getByRole('article', { name: 'Thu Hà declines' })
  expect(await strange.getByRole('button', { name: 'Does not come' }).isDisabled()).toBe(true)
  await strange.getByRole('combobox', { name: 'Whose answer is it?' }).click()
  await page.getByRole('option', { name: new RegExp(third.name) }).click()
  await strange.getByRole('button', { name: 'Does not come' }).click()
  await page.getByText('1 to decide').waitFor()
  await page
    .getByRole('article', { name: `${second.name} may come` })
    .getByRole('button', { name: 'Comes', exact: true })
    .click()
  await page.getByText('Nothing to decide').waitFor()
  await page.getByRole('button', { name: 'Show 3 earlier answers' }).click()
  await page.getByRole('cell', { name: 'Nguyễn Thu Hà: does not come' }).waitFor()
  await page.getByText('1 of 8').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'calendar-replies-decided')

  await page.getByRole('button', { name: 'Cancel the event' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the event' }).click()
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it up again' }).click()
  await page.getByRole('button', { name: 'Cancel the event' }).waitFor()
  await page.getByText('1 of 8').waitFor()

  await page.goto('/scheduler/')
  await page.getByRole('button', { name: 'Subscribe' }).click()
  const dialog = page.getByRole('dialog', { name: 'Events in your own calendar' })
  await dialog.getByRole('button', { name: 'Make an address' }).click()
  const address = await dialog.getByLabel(/^Address for/).inputValue()
  const feed = await (await fetch(address)).text()
  expect(feed).toContain('SUMMARY:Delivery times in the North')
  expect(feed).not.toContain('ATTENDEE')
  await expectNoAxeViolations(page)
  await screenshot(page, 'calendar-feeds')
  await dialog.getByRole('button', { name: 'End this address' }).click()
  await dialog.getByRole('button', { name: 'End it for good?' }).click()
  await dialog.getByRole('button', { name: 'Make an address' }).waitFor()
  expect((await fetch(address)).status).toBe(404)

  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'vi' })
  await phone.page.goto(`${links[1]}?language=vi`)
  await phone.page.getByRole('button', { name: 'Gửi địa chỉ cho tôi' }).click()
  await phone.page.getByText('Chúng tôi đã gửi thư có địa chỉ').waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'rsvp-calendar')
  const mail = await api.mailSink?.waitFor(
    ({ to, links: all }) => to.includes(second.email) && all.some(one => one.includes('/feeds/')),
    15_000,
  )
  const own = mail?.links.find(one => one.includes('/feeds/')) ?? ''
  expect(await (await fetch(own)).text()).toContain(uid.slice(0, 36))
}, 120_000)

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import { inviteGuests, planEvent } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let ha: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  api.clock.set('2026-08-17T03:00:00.000Z')
  ha = await colleague(api, 'regional', { name: 'Nguyễn Thu Hà', regions: ['north'] })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a held seat is taken on a phone, a list is moved with a reason, guests come in at the door', async () => {
  const { id } = await planEvent(ha, {
    regionId: api.regions.north,
    date: '2026-08-19',
    answerBy: '2026-08-18',
    startTime: '13:30',
    endTime: '17:00',
    capacity: 2,
    seating: {
      remote: { capacity: 10, joining: { en: 'https://meet.example.com/room' } },
      kept: [],
      offerHours: 24,
      largestParty: 2,
      largeParties: 'skip',
    },
  })
  const contacts = await addContacts(api, 'north', 6, { language: 'en' })
  const invited = await inviteGuests(api, ha, { id, contacts: contacts.slice(0, 5) })
  const token = (at: number) => invited[at]?.token ?? ''
  for (const at of [0, 1, 2, 3])
    await api.anonymous.roundtables.answer({ token: token(at), answer: 'accept' })
  await api.anonymous.roundtables.answer({ token: token(4), answer: 'accept', side: 'remote' })
  await api.anonymous.roundtables.answer({ token: token(0), answer: 'decline' })

  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'en' })
  await phone.page.goto(invited[2]?.link ?? '')
  await phone.page.getByRole('heading', { name: 'A place is held for you' }).waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'rsvp-offer')
  await phone.page.getByRole('button', { name: 'Take the place' }).click()
  await phone.page.getByRole('heading', { name: 'Your code for the door' }).waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'rsvp-code')
  await phone.close()

  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  await desk.page.goto(`/scheduler/events/${id}/seats`)
  const name = contacts[3]?.name ?? ''
  await desk.page.getByRole('button', { name: `Actions for ${name}` }).click()
  await desk.page.getByRole('menuitem', { name: 'Move to remote' }).click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Asked on the phone')
  await screenshot(desk.page, 'seats-move')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expectNoAxeViolations(desk.page)
  await screenshot(desk.page, 'seats')
  expect((await ha.api.seats.read({ id })).remote).toMatchObject({ taken: 2 })
  await desk.close()

  api.clock.set('2026-08-19T05:00:00.000Z')
  const door = await visit(browser, { url: api.url, device: 'phone' })
  await bringSession(door.context, api.url, ha)
  await door.page.goto(`/scheduler/events/${id}/check-in`)
  const guest = contacts[1]?.name ?? ''
  await door.page.getByRole('button', { name: `Check in ${guest}` }).waitFor()
  await expectNoAxeViolations(door.page)
  await screenshot(door.page, 'check-in')
  await door.context.setOffline(true)
  await door.page.getByRole('button', { name: `Check in ${guest}` }).click()
  await door.page.getByText('1 arrival waits for the line').waitFor()
  await door.context.setOffline(false)
  await door.page.getByText('1 arrival waits for the line').waitFor({ state: 'hidden' })
  expect((await ha.api.seats.read({ id })).room.arrived).toBe(1)
  await door.page.getByLabel('Name', { exact: true }).fill('Lê Văn Nam')
  await door.page.getByRole('button', { name: 'Check in by name' }).click()
  await door.page.getByText('There is no free seat for Lê Văn Nam.').waitFor()
  await screenshot(door.page, 'check-in-full')
  await door.page.getByRole('button', { name: 'Let in all the same' }).click()
  await door.page.getByText('There is no free seat').waitFor({ state: 'hidden' })
  await door.page.getByLabel('Name', { exact: true }).fill(contacts[5]?.name ?? '')
  const found = door.page.getByRole('list', { name: 'In the customer record' })
  await found.getByRole('button').click()
  await door.page.getByRole('button', { name: 'Let in all the same' }).click()
  await door.page.getByText('There is no free seat').waitFor({ state: 'hidden' })
  door.expectFault(/ERR_INTERNET_DISCONNECTED/)
  door.expectFault(/409 \(Conflict\)/)
  await door.close()
}, 120_000)

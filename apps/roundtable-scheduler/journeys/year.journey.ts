import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let ha: Colleague
let an: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  api.clock.set('2026-11-19T03:00:00.000Z')
  ha = await colleague(api, 'regional', { name: 'Nguyễn Thu Hà', regions: ['north'] })
  an = await colleague(api, 'marketing', { name: 'Lê An' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a region changes its cadence, finds a date around a speaker, and moves a frozen event with a second person', async () => {
  const id = api.regions.north
  await ha.api.regionCalendars.save({
    id,
    revision: 0,
    entries: [
      { from: '2026-12-21', until: '2026-12-31', kind: 'quiet', name: 'Year-end closing', source: 'House' },
    ],
  })
  await an.api.roundtables.plan({ ...plan, regionId: api.regions.south, date: '2026-12-22' })

  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto('/scheduler/')
  await page.getByText(/^Overdue/).waitFor()
  await page.getByRole('heading', { name: 'Other regions' }).waitFor()
  await page.getByText(/A round table was due on Sat,? 31 Oct/).waitFor()

  // What another rule changes is seen before it counts.
  await page.getByRole('link', { name: /change the cadence of north/ }).click()
  await page.getByRole('heading', { name: 'Cadence of north' }).waitFor()
  await page.getByText('Nothing changes.').waitFor()
  await page.getByLabel('Counted from').fill('2026-12-29')
  await page.getByText('The region changes from “overdue” to “at risk”.').waitFor()
  await page.getByRole('combobox', { name: 'On which day' }).click()
  await page.getByRole('option', { name: 'on the last Tuesday of the month' }).click()
  await page.getByRole('switch', { name: 'The region holds a conference' }).click({ force: true })
  await page.getByRole('heading', { name: 'Annual conference', level: 3 }).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-cadence')
  await page.getByRole('button', { name: 'Save the cadence' }).click()
  await page.getByText('yearly conference').waitFor()

  // A speaker who is away speaks against a date.
  await page.getByRole('navigation').getByRole('link', { name: 'Speakers' }).click()
  await page.getByText('No speakers yet').waitFor()
  await page.getByRole('button', { name: 'Add a speaker' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a speaker' })
  await dialog.getByLabel('Name').fill('Trần Minh Châu')
  await dialog.getByRole('button', { name: 'Add days away' }).click()
  await dialog.getByLabel('From').fill('2026-12-29')
  await dialog.getByLabel('To, included').fill('2026-12-30')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Add a speaker' }).click()
  await page.getByRole('rowheader', { name: 'Trần Minh Châu' }).waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('navigation').getByRole('link', { name: 'Plan an event' }).click()
  await page.getByLabel('Title in English').fill('Deliveries before Tết')
  await page.getByLabel('Place').fill('Hà Nội')
  await page.getByLabel('Date', { exact: true }).fill('2026-12-29')
  await page.getByRole('combobox', { name: 'Speakers (optional)' }).click()
  await page.getByRole('option', { name: 'Trần Minh Châu' }).click()
  await page.getByRole('status').getByText('the day that the cadence asks for').waitFor()
  await page.getByRole('status').getByText('Year-end closing: customers are left alone').waitFor()
  await page.getByRole('status').getByText('Trần Minh Châu is away').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-plan')
  await page
    .getByRole('button', { name: /^Choose / })
    .first()
    .click()
  await page.getByRole('status').getByText('Trần Minh Châu is away').waitFor({ state: 'detached' })
  await page.getByLabel('Freeze of logistics').fill('2026-11-18')
  await page.getByRole('button', { name: 'Plan the event' }).click()
  await page.getByText('Nobody is invited yet').waitFor()

  // After the freeze a move waits for a second person.
  await page.getByRole('link', { name: 'Change', exact: true }).click()
  await page.getByLabel('Place').fill('Melia, Hà Nội')
  await page.getByLabel('Why').fill('The room is flooded')
  await page.getByRole('button', { name: 'Ask for approval' }).click()
  await page.getByRole('heading', { name: /asks to change this event/ }).waitFor()
  await page.getByText('A second person has to agree').waitFor()
  await expectNoAxeViolations(page)

  const second = await visit(browser, { url: api.url, device: 'phone' })
  await bringSession(second.context, api.url, an)
  await second.page.goto('/scheduler/')
  await second.page.getByRole('link', { name: /^Look at it/ }).waitFor()
  await expectNoAxeViolations(second.page)
  await screenshot(second.page, 'scheduler-year-phone')
  await second.page.getByRole('link', { name: /^Look at it/ }).click()
  await second.page.getByText('Melia, Hà Nội').waitFor()
  await expectNoAxeViolations(second.page)
  await second.page.getByRole('button', { name: 'Approve the change' }).click()
  // Who asked sees it without reloading.
  await page.getByRole('heading', { name: /asks to change this event/ }).waitFor({ state: 'detached' })
  await page.getByText('Melia, Hà Nội').first().waitFor()
  await page.getByText('1 change asked for after the freeze').waitFor()

  // The list of days off changes after guests were invited.
  const { roundtable: event } = await ha.api.roundtables.get({ id: page.url().split('/').at(-1) ?? '' })
  const [guest] = await addContacts(api, 'north', 1)
  if (!guest) throw new Error('no guest')
  await ha.api.roundtables.invite({ id: event.id, contactIds: [guest.id] })
  const { revision } = await ha.api.regionCalendars.get({ id })
  const half = { from: event.date, until: event.date, kind: 'half' as const, name: 'Party', source: 'House' }
  await ha.api.regionCalendars.save({ id, revision, entries: [half] })
  await page.reload()
  await page.getByText('This is a half day now: Party. Guests were invited before.').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Keep the date' }).click()
  await page.getByText('This is a half day now').waitFor({ state: 'detached' })
  expect((await ha.api.roundtables.get({ id: event.id })).roundtable).toMatchObject({
    date: event.date,
    dayAlert: null,
    venue: 'Melia, Hà Nội',
  })
  await second.close()
  await desk.close()
}, 120_000)

const plan = {
  title: { en: 'South' },
  description: {},
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'TP. Hồ Chí Minh',
  capacity: 20,
  answerBy: '2026-12-01',
}

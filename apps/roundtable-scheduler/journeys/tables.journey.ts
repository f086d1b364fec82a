import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent, seatGuests } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let ha: Colleague
let id: string
const names = ['Trần Minh Khoa', 'Lê Thu Trang', 'Phạm Quốc Bảo', 'Võ Ngọc Ánh']

beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  api.clock.set('2026-08-17T03:00:00.000Z')
  ha = await colleague(api, 'regional', { name: 'Nguyễn Thu Hà', regions: ['north'] })
  const event = await planEvent(ha, {
    regionId: api.regions.north,
    date: '2026-09-24',
  })
  id = event.id
  const contacts = []
  for (const name of names) contacts.push(...(await addContacts(api, 'north', 1, { name })))
  await seatGuests(api, ha, { id, contacts })
  const [first, second] = contacts
  await ha.api.rivalries.add({ id: first?.accountId ?? '', otherId: second?.accountId ?? '' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a regional colleague sets up tables, has everybody seated with reasons, and moves people by list and by hand', async () => {
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto(`/scheduler/events/${id}/tables`)
  await page.getByText('No tables yet').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Set up tables' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tables and hosts' })
  await dialog.getByLabel('Talks about').first().selectOption({ index: 1 })
  await dialog.getByLabel('Hosts').fill('Đỗ Hải\nMai Lan')
  await dialog.getByText('16 seats for 6 people').waitFor()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region', { name: 'Not seated yet' }).waitFor()

  await page.getByRole('button', { name: 'Seat everybody' }).click()
  await page.getByText('All rules are kept').waitFor()
  await page
    .getByText(/Away from .*, a competitor\./)
    .first()
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'tables-1440-light-en')

  const placeOf = (name: string) => page.getByLabel(`Table of ${name}`)
  const rivalsTable = await placeOf('Lê Thu Trang').inputValue()
  await placeOf('Trần Minh Khoa').selectOption(rivalsTable)
  await page.getByText(/compete and sit together at Table/).waitFor()
  await page.getByText('Seated by hand.', { exact: false }).first().waitFor()

  const other = page.getByRole('region', {
    name: rivalsTable === (await firstTable()) ? 'Table 2' : 'Table 1',
  })
  await page.getByRole('listitem').filter({ hasText: 'Trần Minh Khoa' }).dragTo(other)
  await page.getByText('All rules are kept').waitFor()
  expect(await placeOf('Trần Minh Khoa').inputValue()).not.toBe(rivalsTable)

  await page.getByRole('button', { name: 'About Trần Minh Khoa' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^No longer competes/ })
    .waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'tables-person-1440-light-en')
  await desk.close()

  async function firstTable() {
    return (await ha.api.tablePlans.get({ id })).tables[0]?.id
  }
})

test('the plan reads on a phone, in the dark and in Vietnamese; who may only read moves nobody', async () => {
  const reader = await colleague(api, 'analyst', { regions: ['north'], language: 'vi' })
  const planner = await colleague(api, 'regional', { regions: ['north'], language: 'vi' })
  const phone = await visit(browser, { url: api.url, device: 'phone', scheme: 'dark', language: 'vi' })
  await bringSession(phone.context, api.url, planner)
  const { page } = phone
  await page.goto(`/scheduler/events/${id}/tables`)
  await page.getByRole('heading', { level: 3 }).first().waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
  await expectNoAxeViolations(page)
  await screenshot(page, 'tables-390-dark-vi')
  await bringSession(phone.context, api.url, reader)
  await page.reload()
  await page.getByRole('heading', { level: 3 }).first().waitFor()
  expect(await page.getByRole('combobox').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Xếp chỗ cho mọi người' }).count()).toBe(0)
  await phone.close()
})

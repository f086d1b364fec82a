import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { TestContact } from '@sixfold/testkit/customers'
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

async function linkTo({ email }: TestContact, path: '/p/' | '/e/'): Promise<string> {
  const mail = await api.mailSink?.waitFor(
    ({ to, links }) => to.includes(email) && links.some(address => address.includes(path)),
    15_000,
  )
  return mail?.links.find(address => address.includes(path)) ?? ''
}

test('guests say which day suits, without script, and the event moves to the date that nobody refused', async () => {
  const guests = await addContacts(api, 'north', 2, { language: 'vi' })
  const [lan, minh] = guests as [TestContact, TestContact]
  const { id } = await planEvent(ha, {
    regionId: api.regions.north,
    date: '2026-10-06',
  })
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto(`/scheduler/events/${id}`)
  await page.getByRole('link', { name: 'Date poll' }).click()
  await page.getByText('Which day suits your core guests?').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Begin a date poll' }).click()
  await page.getByLabel('Date 2').fill('2026-10-09')
  await page.getByRole('button', { name: 'Add a date' }).click()
  await page.getByLabel('Date 3').fill('2026-10-06')
  await page.getByRole('button', { name: 'Keep the dates and choose guests' }).click()
  await page.getByText('This date is in the list twice.').waitFor()
  await expectNoAxeViolations(page)
  // Going back after a refusal does not lose what was typed.
  await page.goBack()
  const leave = page.getByRole('dialog', { name: 'Leave without saving?' })
  await leave.getByRole('button', { name: 'Cancel', exact: true }).click()
  await leave.waitFor({ state: 'hidden' })
  expect(await page.getByLabel('Date 3').inputValue()).toBe('2026-10-06')
  await page.getByLabel('Date 3').fill('2026-10-13')
  await page.getByRole('button', { name: 'Keep the dates and choose guests' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask which day suits' })
  for (const { name } of guests) await dialog.getByRole('checkbox', { name, exact: true }).check()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Ask 2 guests' }).click()
  await page.getByText('0 of 2').waitFor()

  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'vi' })
  await phone.page.goto(await linkTo(lan, '/p/'))
  await phone.page.getByRole('heading', { name: 'Thời gian giao hàng ở miền Bắc' }).waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'date-poll-phone')
  const day = (name: RegExp) => phone.page.getByRole('group', { name })
  await day(/6 tháng 10/)
    .getByRole('radio', { name: 'Không' })
    .check()
  await day(/9 tháng 10/)
    .getByRole('radio', { name: 'Được' })
    .check()
  await phone.page.getByRole('button', { name: 'Gửi câu trả lời' }).click()
  await phone.page.getByText('Câu trả lời đã được lưu.').waitFor()
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'date-poll-answered')

  // Nobody reloads: the desk heard of it.
  await page.getByText('1 of 2').waitFor()

  const noScript = await browser.newContext({ javaScriptEnabled: false })
  const plain = await noScript.newPage()
  await plain.goto(`${await linkTo(minh, '/p/')}?language=en`)
  await plain
    .getByRole('group', { name: /6 October/ })
    .getByRole('radio', { name: 'Yes' })
    .check()
  // Another language keeps what was chosen.
  await plain.getByRole('button', { name: 'Tiếng Việt' }).click()
  expect(await plain.getByRole('radio', { name: 'Được' }).first().isChecked()).toBe(true)
  await plain
    .getByRole('group', { name: /9 tháng 10/ })
    .getByRole('radio', { name: 'Nếu cần' })
    .check()
  await plain.getByRole('button', { name: 'Gửi câu trả lời' }).click()
  await plain.getByText('Câu trả lời đã được lưu.').waitFor()
  await noScript.close()

  await page.getByText('2 of 2').waitFor()
  await page.getByText('Nobody who answered said no').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-date-poll')
  await page.getByRole('button', { name: /^Choose Fri,? 9 Oct 2026/ }).click()
  await page.getByText('The event moves to this date.').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Fix the date and invite' }).click()
  await page.getByText(/The date is fixed: Fri,? 9 Oct 2026/).waitFor()
  await page.getByText(/Fri,? 9 Oct 2026, 08:30–12:00 \(Asia/).waitFor()

  await phone.page.goto(await linkTo(lan, '/e/'))
  await phone.page.getByRole('button', { name: 'Vâng, tôi sẽ đến' }).click()
  await phone.page.getByRole('heading', { name: 'Chúng tôi đã giữ chỗ cho anh/chị' }).waitFor()
  await phone.close()
  desk.expectFault(/422/)
  await desk.close()
}, 120_000)

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { expectValue, launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import { ownPageOf } from '@sixfold/testkit/own-page'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let ha: Colleague
let long: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([
    startTestApi({ clock: 'real', jobs: 'by-themselves' }),
    launchBrowser(),
  ])
  api.clock.set('2026-09-24T03:00:00.000Z')
  ha = await colleague(api, 'regional', { name: 'Nguyễn Thu Hà', regions: ['north'] })
  long = await colleague(api, 'care', { name: 'Hoàng Long', regions: ['north'], language: 'vi' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('two write the minutes at once; a remark becomes a requirement, and who said it reads what was done', async () => {
  const [guest] = await addContacts(api, 'north', 1, { name: 'Đặng Ngọc Ánh', language: 'vi' })
  if (!guest) throw new Error('no contact')
  const { id } = await planEvent(ha, {
    regionId: api.regions.north,
    title: { en: 'Round table North', vi: 'Tọa đàm miền Bắc' },
    date: '2026-09-25',
    startTime: '09:00',
    endTime: '11:00',
    venue: 'Hà Nội',
    capacity: null,
    answerBy: '2026-09-24',
  })
  const desk = await visit(browser, { url: api.url })
  const other = await visit(browser, { url: api.url, device: 'phone', language: 'vi' })
  await bringSession(desk.context, api.url, ha)
  await bringSession(other.context, api.url, long)
  const { page } = desk

  await page.goto(`/scheduler/events/${id}/minutes`)
  await page.getByRole('button', { name: 'Begin the minutes' }).waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Begin the minutes' }).click()
  await page.getByLabel('Remark, 1 of 1').fill('Deliver on Saturdays too')
  await page.getByLabel('Remark, 1 of 1').press('Enter')
  await page.getByLabel('Remark, 2 of 2').fill('Lunch was good')
  await page.getByText('Saved').first().waitFor()

  // Nobody reloads: each sees what the other writes, and that the other is there.
  await other.page.goto(`/scheduler/events/${id}/minutes`)
  await other.page.getByLabel('Ý kiến, đoạn 2 trên 2').waitFor()
  await other.page.getByLabel('Ý kiến, đoạn 2 trên 2').press('End')
  await other.page.getByLabel('Ý kiến, đoạn 2 trên 2').press('Enter')
  await other.page.getByLabel('Ý kiến, đoạn 3 trên 3').fill('Báo trước khi giao muộn')
  await page.getByLabel('Remark, 3 of 3').waitFor()
  await expectValue(page.getByLabel('Remark, 3 of 3'), 'Báo trước khi giao muộn')
  await page.getByText('Hoàng Long is writing here').waitFor()
  await expectNoAxeViolations(page)
  await expectNoAxeViolations(other.page)
  await screenshot(other.page, 'scheduler-minutes-phone-vi')

  await page.getByRole('button', { name: 'What can be done with block 1' }).click()
  await page.getByRole('menuitem', { name: 'Note as a requirement' }).click()
  const dialog = page.getByRole('dialog', { name: 'Note a requirement' })
  expect(await dialog.getByLabel('What is asked for').inputValue()).toBe('Deliver on Saturdays too')
  await dialog.getByRole('combobox', { name: 'Who said it' }).fill('ngoc anh')
  await page.getByRole('option', { name: /Đặng Ngọc Ánh/ }).click()
  await dialog.getByLabel('In the customer’s words').fill('Xin giao cả thứ Bảy')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Note a requirement' }).click()
  await page.getByRole('link', { name: 'Open the requirement' }).waitFor()
  await page.getByText('Saved').first().waitFor()
  await screenshot(page, 'scheduler-minutes')
  const file = await page.request.get(`/api/roundtables/${id}/minutes/file?format=pdf`)
  expect(file.headers()['content-type']).toBe('application/pdf')

  await page.getByRole('link', { name: 'Open the requirement' }).click()
  await page.getByRole('heading', { name: 'Deliver on Saturdays too' }).waitFor()
  await page.getByRole('button', { name: 'It is done' }).click()
  const vietnamese = page.getByRole('group', { name: 'Vietnamese' })
  await vietnamese.getByLabel('We did').fill('Đã có chuyến giao sáng thứ Bảy')
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await page.getByText(/Released by Nguyễn Thu Hà/).waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'scheduler-requirement')

  await page.getByRole('link', { name: 'All requirements' }).click()
  await page.getByText('Nothing is still to do').waitFor()
  await expectNoAxeViolations(page)
  await page.goto('/scheduler/requirements?status=all')
  await page.getByRole('link', { name: /Deliver on Saturdays too/ }).waitFor()
  await expectNoAxeViolations(page)

  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'vi' })
  await phone.page.goto(await ownPageOf(api, guest.id))
  await phone.page.getByText('Đã có chuyến giao sáng thứ Bảy').waitFor()
  await screenshot(phone.page, 'own-page-you-said-we-did')
  await expectNoAxeViolations(phone.page)
  await phone.close()
  await other.close()
  await desk.close()
}, 120_000)

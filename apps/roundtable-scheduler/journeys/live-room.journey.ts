import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { expectValue, launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { planEvent } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
let ha: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  ha = await colleague(api, 'regional', { name: 'Nguyễn Thu Hà', regions: ['north'] })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

test('a moderator, the big screen and a phone: a question, a rating on a bad line, and its result', async () => {
  const { id } = await planEvent(ha, {
    regionId: api.regions.north,
    title: { en: 'Customer round table North', vi: 'Tọa đàm khách hàng miền Bắc' },
    date: '2027-12-09',
    capacity: 30,
    answerBy: '2027-12-01',
  })
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, ha)
  const { page } = desk
  await page.goto(`/scheduler/events/${id}/live`)
  await page.getByText('Ask the room, and let it ask you').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Open the live room' }).click()
  const { code } =
    (await ha.api.liveRooms.get({ id }).then(async ({ room }) => room ?? ha.api.liveRooms.open({ id }))) ?? {}

  const screen = await visit(browser, { url: api.url, language: 'vi' })
  await bringSession(screen.context, api.url, ha)
  await screen.page.goto(`/scheduler/events/${id}/live/screen`)
  await screen.page.getByText(String(code)).waitFor()

  const phone = await visit(browser, { url: api.url, device: 'phone', language: 'vi' })
  await phone.page.goto('/live')
  await expectNoAxeViolations(phone.page)
  await phone.page.getByLabel('Mã phòng').fill(String(code).toLowerCase())
  await phone.page.getByRole('button', { name: 'Vào phòng' }).click()
  await phone.page.getByText('Chưa có ai đặt câu hỏi.').waitFor()
  await expectNoAxeViolations(phone.page)

  const ask = phone.page.getByRole('textbox', { name: 'Anh/chị muốn hỏi gì?' })
  await ask.fill('Bao giờ có lịch giao hàng cố định theo tuần cho các tỉnh Tây Bắc?')
  await phone.page.getByLabel('Tên của anh/chị').fill('Phạm Thu Hà, Sao Biển')
  await expectNoAxeViolations(phone.page)
  await screenshot(phone.page, 'live-phone-asking')
  await phone.page.getByRole('button', { name: 'Gửi' }).click()
  await phone.page.getByText('Đang chờ người điều phối').waitFor()
  await page.getByText('Waiting for you').waitFor()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await screen.page.getByText('Bao giờ có lịch giao hàng cố định').waitFor()

  await page.getByLabel('Kind').selectOption('rating')
  await page.getByLabel('Question to the room').fill('Giao hàng quý này tốt đến đâu?')
  await page.getByLabel('Word for 0').fill('rất kém')
  await page.getByLabel('Word for 10').fill('rất tốt')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Put on screen' }).click()
  await phone.page.getByRole('slider', { name: 'Giao hàng quý này tốt đến đâu?' }).waitFor()
  await expectNoAxeViolations(phone.page)

  // The line breaks: what is said is kept, shown as unsent, and leaves once it is back.
  await phone.context.setOffline(true)
  await phone.page.getByText('Đang mất kết nối.').waitFor({ timeout: 60_000 })
  await phone.page.getByRole('slider').fill('7')
  await phone.page.getByText('Chưa gửi được; máy sẽ tự gửi đi.').waitFor()
  await screenshot(phone.page, 'live-phone-offline')
  await phone.context.setOffline(false)
  await phone.page.getByText('Đã gửi, đổi được đến khi đóng.').waitFor({ timeout: 30_000 })
  await phone.page.reload()
  await phone.page.getByText('Đã gửi, đổi được đến khi đóng.').waitFor()
  await expectValue(phone.page.getByRole('slider'), '7')

  const noScript = await browser.newContext({ javaScriptEnabled: false })
  for (const points of [5, 6, 8, 9]) {
    const plain = await (points === 5
      ? noScript
      : await browser.newContext({ javaScriptEnabled: false })
    ).newPage()
    await plain.goto(`${api.url}/live/${code}?language=en`)
    await plain.getByRole('slider').fill(String(points))
    await plain.getByRole('button', { name: 'Send' }).click()
    await plain.getByText('Your answer was kept.').waitFor()
  }
  await screen.page.getByText('5 people have answered').waitFor()
  await page.getByRole('button', { name: 'Reveal results' }).click()
  await screen.page.getByText('average of 5 people').waitFor()
  await phone.page.getByText('Cả phòng: 7 của 5 người').waitFor()
  await expectNoAxeViolations(screen.page)
  await expectNoAxeViolations(page)
  await expectNoAxeViolations(phone.page)
  await screenshot(screen.page, 'live-screen')
  await screenshot(page, 'live-moderator')
  await screenshot(phone.page, 'live-phone')
  await page.getByRole('button', { name: 'Make a requirement' }).click()
  await page.getByText(/Requirement R-\d+/).waitFor()

  // What a closed room cannot do looks so, and the way back is the first button.
  await page.getByRole('button', { name: 'Close the room' }).click()
  await page.getByText('The room is closed: nothing more is taken.').waitFor()
  expect(await page.getByRole('button', { name: 'Take answers' }).isDisabled()).toBe(true)
  expect(await page.getByText('Takes answers').count()).toBe(0)
  await page.getByText('While the room is closed, phones answer nothing.').waitFor()
  await page.getByRole('button', { name: 'Open again' }).click()
  await page.getByRole('button', { name: 'Stop taking answers' }).waitFor()
}, 240_000)

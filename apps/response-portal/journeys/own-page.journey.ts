import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let wave: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
  wave = await inviteContacts(api, { count: 2, name: 'Trần Thị Hà' })
  const administrator = await colleague(api, 'administrator')
  await administrator.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Customers’ round table', vi: 'Tọa đàm khách hàng' },
    description: {},
    date: '2026-12-10',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Khách sạn Sông Hồng, Hà Nội',
    capacity: 20,
    answerBy: '2026-12-01',
  })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

const words = {
  vi: {
    dear: 'Kính gửi Trần Thị Hà,',
    open: 'Mở trang riêng của tôi',
    complain: 'Gửi khiếu nại',
    send: 'Gửi khiếu nại',
    text: 'Khiếu nại của anh/chị',
    about: 'Việc này về mặt nào? có thể bỏ trống',
    delivery: 'Giao hàng',
    said: 'Máy giao ngày 12/8 thiếu bộ kẹp, gọi ba lần chưa ai trả lời.',
    empty: 'Anh/chị vui lòng viết vài lời cho biết điều gì chưa ổn.',
    received: /Mã biên nhận là C-2026-\d{6}/,
    come: 'Tôi muốn dự',
    coming: 'Anh/chị đã cho biết muốn dự.',
    yearly: 'Nhiều nhất mỗi năm một lần',
    save: 'Lưu lựa chọn',
    noted: 'Đã ghi nhận và áp dụng từ bây giờ.',
    own: 'Tiếng Việt',
    other: 'English',
    otherTitle: 'What went wrong?',
  },
  en: {
    dear: 'Dear Trần Thị Hà,',
    open: 'Open my own page',
    complain: 'Raise a complaint',
    send: 'Send the complaint',
    text: 'Your complaint',
    about: 'What is it about? you may leave this open',
    delivery: 'Delivery',
    said: 'The machine of 12 August came without its clamps; we called three times.',
    empty: 'Please say in a few words what went wrong.',
    received: /Your receipt number is C-2026-\d{6}/,
    come: 'I would like to come',
    coming: 'You told us that you would like to come.',
    yearly: 'At most once a year',
    save: 'Save my choice',
    noted: 'Noted. It holds from now on.',
    own: 'English',
    other: 'Tiếng Việt',
    otherTitle: 'Điều gì chưa ổn?',
  },
} as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe.each([
  { language: 'vi', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const)('a customer on a phone, $language', ({ language, scheme }) => {
  const say = words[language]

  test('complains, wants to meet, asks to be asked less often', async () => {
    const token = wave.contacts.shift()?.token ?? ''
    await api.anonymous.responses.submit({ token, answers: [] })
    const visiting = await visit(browser, { device: 'phone', language, scheme, url: api.url })
    const { page } = visiting
    await page.goto(`/r/${token}?language=${language}`)
    await button(page, say.open).click()
    await page.getByRole('heading', { name: say.dear }).waitFor()
    // Nothing here needs script, so there is none: with and without it the page is the same.
    expect(await page.locator('script').count()).toBe(0)
    await expectNoAxeViolations(page)
    await screenshot(page, `own-page-${language}`)

    await page.getByRole('link', { name: say.complain }).click()
    await button(page, say.send).click()
    await page.getByText(say.empty).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `own-complaint-${language}`)
    visiting.expectFault(/422/)

    await page.getByLabel(say.text).fill(say.said)
    await page.getByLabel(say.about).selectOption({ label: say.delivery })
    await button(page, say.other).click()
    await page.getByRole('heading', { name: say.otherTitle }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe(say.said)
    await button(page, say.own).click()
    await button(page, say.send).click()
    await page.getByText(say.received).waitFor()

    await button(page, say.come).click()
    await page.getByText(say.coming).waitFor()
    await page.getByRole('radio', { name: say.yearly }).check()
    await button(page, say.save).click()
    await page.getByText(say.noted).waitFor()
    expect(await page.getByRole('radio', { name: say.yearly }).isChecked()).toBe(true)
    await expectNoAxeViolations(page)
    await screenshot(page, `own-page-full-${language}`)
    await visiting.close()
  })
})

test('care finds the complaint among the cases, and reads it', async () => {
  await api.runJobs()
  const care = await colleague(api, 'care', { regions: ['north'] })
  for (const [device, scheme] of [
    ['desktop', 'light'],
    ['phone', 'dark'],
  ] as const) {
    const desk = await visit(browser, { url: api.url, device, scheme })
    await bringSession(desk.context, api.url, care)
    const { page } = desk
    await page.goto('/desk/tasks?of=nobody')
    await page.getByText('Trần Thị Hà would like to come to the round table').first().waitFor()
    await page.goto('/desk/cases')
    const complaint = page.getByRole('link', { name: /C-2026-\d{6}/ }).first()
    await complaint.waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `desk-cases-${device}`)
    await complaint.click()
    await page
      .getByText(/thiếu bộ kẹp|without its clamps/)
      .first()
      .waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `desk-case-${device}`)
    await desk.close()
  }
})

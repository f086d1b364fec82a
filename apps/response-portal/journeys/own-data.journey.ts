import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let wave: InvitedWave
let administrator: Colleague
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi(), launchBrowser()])
  wave = await inviteContacts(api, { count: 2, name: 'Trần Thị Hà' })
  administrator = await colleague(api, 'administrator')
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

const words = {
  vi: {
    open: 'Mở trang riêng của tôi',
    send: 'Gửi liên kết cho tôi',
    sent: 'Chúng tôi đã gửi liên kết',
    show: 'Cho tôi xem dữ liệu đang lưu về tôi',
    heading: 'Chúng tôi đang lưu gì về anh/chị',
    role: 'Chức vụ',
    save: 'Lưu thông tin đã sửa',
    saved: 'Đã sửa và áp dụng từ bây giờ.',
    text: 'Theo lời của anh/chị',
    ask: 'Gửi yêu cầu',
    asked: 'Chúng tôi đã nhận yêu cầu.',
    erase: 'Xóa dữ liệu của tôi',
    waits: 'Việc này cần người xem trước',
  },
  en: {
    open: 'Open my own page',
    send: 'Send me the link',
    sent: 'We have sent a link to your data',
    show: 'Show what is held about me',
    heading: 'What we hold about you',
    role: 'Position',
    save: 'Save the corrections',
    saved: 'Corrected. It holds from now on.',
    text: 'In your words',
    ask: 'Send the request',
    asked: 'We have your request.',
    erase: 'Erase my data',
    waits: 'A colleague looks at it first',
  },
} as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The address in the mail that went to the contact. */
async function linkInMail(email: string): Promise<string> {
  const { items } = await administrator.api.outbox.list({ search: email })
  const id = items.find(({ kind }) => kind === 'own-data-link')?.id ?? ''
  const { text } = await administrator.api.outbox.get({ id })
  return /\/me\/[\w-]+\/data/.exec(text)?.[0] ?? ''
}

describe.each([
  { device: 'phone', language: 'vi', scheme: 'light' },
  { device: 'desktop', language: 'en', scheme: 'dark' },
] as const)('a customer with a $device, $language', ({ device, language, scheme }) => {
  const say = words[language]

  test('asks for the link, sees and corrects the own data, and reads what erasing means', async () => {
    const { token = '', email = '' } = wave.contacts.shift() ?? {}
    await api.anonymous.responses.submit({ token, answers: [] })
    const visiting = await visit(browser, { device, language, scheme, url: api.url })
    const { page } = visiting
    await page.goto(`/r/${token}?language=${language}`)
    await button(page, say.open).click()
    await button(page, say.send).click()
    await page.getByText(say.sent).waitFor()

    await page.goto(`${await linkInMail(email)}?language=${language}`)
    await button(page, say.show).waitFor()
    await expectNoAxeViolations(page)
    await button(page, say.show).click()
    await page.getByRole('heading', { name: say.heading }).waitFor()
    expect(await page.locator('script').count()).toBe(0)
    await page.getByText(email).waitFor()
    await page.getByLabel(say.role).fill('Trưởng phòng mua hàng')
    await button(page, say.save).click()
    await page.getByText(say.saved).waitFor()
    await page.getByText('Trưởng phòng mua hàng').waitFor()
    await page.getByLabel(say.text).fill('ha@moi.example')
    await button(page, say.ask).click()
    await page.getByText(say.asked).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `own-data-${language}`)

    await page.getByRole('link', { name: say.erase }).click()
    await page.getByRole('heading', { name: say.waits }).waitFor()
    await expectNoAxeViolations(page)
    await screenshot(page, `own-erasure-${language}`)
    await visiting.close()
  })
})

test('care answers what was asked', async () => {
  const care = await colleague(api, 'care', { regions: ['north'] })
  const desk = await visit(browser, { url: api.url, device: 'desktop' })
  await bringSession(desk.context, api.url, care)
  const { page } = desk
  await page.goto('/desk/data-requests')
  await page.getByText('ha@moi.example').first().waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'desk-data-requests')
  await page.getByRole('button', { name: 'Carry out' }).first().click()
  await page.getByRole('textbox').fill('The address is corrected.')
  await button(page, 'Carried out').click()
  await page.getByText('Data requests (1)').waitFor()
  await page.getByText('Ended', { exact: true }).click()
  await page.getByText('Told: The address is corrected.').waitFor()
  await expectNoAxeViolations(page)
  await desk.close()
})

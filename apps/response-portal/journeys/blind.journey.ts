import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

const PAGES = 7

jest.setTimeout(150_000)

let api: TestApi
let browser: Browser
let wave: InvitedWave
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  const administrator = await colleague(api, 'administrator')
  await administrator.api.blind.saveSettings({ carriedOutBy: 'Viện Khảo sát Độc lập' })
  wave = await inviteContacts(api, { kind: 'blind', count: 4 })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

function nextLink(): string {
  const contact = wave.contacts.shift()
  if (!contact) throw new Error('invite more people')
  return `/r/${contact.token}`
}

const inBox = () => api.ctx.db.connection.collection('blindBox').countDocuments()

const words = {
  vi: {
    fetch: 'Nhận phiếu và bắt đầu',
    start: 'Bắt đầu',
    next: 'Tiếp tục',
    send: 'Gửi câu trả lời',
    kept: 'Đã giữ trên máy này',
    satisfied: 'Hài lòng',
    thanks: /^Cảm ơn anh\/chị/,
    waiting: 'Câu trả lời được giữ trên máy này',
    elsewhere: 'Phiếu của liên kết này đã được nhận',
    none: 'Trên máy này chưa có phiếu',
  },
  en: {
    fetch: 'Fetch my ballot and begin',
    start: 'Start',
    next: 'Continue',
    send: 'Send my answers',
    kept: 'Kept on this device',
    satisfied: 'Satisfied',
    thanks: /^Thank you/,
    waiting: 'Your answers are kept on this device',
    elsewhere: 'The ballot of this link has been fetched',
    none: 'There is no ballot on this device',
  },
} as const

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.each([
  ['vi', 'light'],
  ['en', 'dark'],
] as const)(
  'a customer on a phone fetches a ballot, answers offline, and what is sent says nothing about them (%s, %s)',
  async (language, scheme) => {
    const say = words[language]
    const shot = (name: string) => screenshot(page, `portal-blind-${name}-${language}-${scheme}`)
    const link = nextLink()
    const { page, context, close, expectFault } = await visit(browser, {
      device: 'phone',
      language,
      scheme,
      url: api.url,
    })
    await page.goto(`${link}?language=${language}`)
    await button(page, say.fetch).waitFor()
    expect(await page.textContent('body')).not.toContain('Máy Việt')
    await expectNoAxeViolations(page)
    await shot('ticket')
    await button(page, say.fetch).click()

    await page.waitForURL(/\/b\/[0-9a-f]{24}/)
    await button(page, say.start).waitFor()
    expect(await page.textContent('body')).not.toContain('Máy Việt')
    await expectNoAxeViolations(page)
    await shot('welcome')
    await button(page, say.start).click()
    await page.getByRole('radio', { name: say.satisfied, exact: true }).first().check()
    await page.getByText(say.kept).waitFor()
    await expectNoAxeViolations(page)
    await shot('question')
    await page.reload()
    await page.getByRole('radio', { name: say.satisfied, exact: true, checked: true }).first().waitFor()

    const before = await inBox()
    await context.setOffline(true)
    for (let part = 1; part < PAGES; part += 1) await button(page, say.next).click()
    await button(page, say.send).click()
    await page.getByRole('heading', { name: say.waiting }).waitFor()
    expect(await inBox()).toBe(before)
    const sent = page.waitForRequest(request => request.url().endsWith('/answers'))
    await context.setOffline(false)
    const request = await sent
    await page.getByRole('heading', { level: 1, name: say.thanks }).waitFor()
    expectFault(/ERR_INTERNET_DISCONNECTED/)
    expect(await inBox()).toBe(before + 1)
    expect(Object.keys(request.postDataJSON()).sort()).toEqual(['answers', 'ballot', 'padding'])
    expect((request.postData() ?? '').length % 4096).toBe(0)
    const headers = await request.allHeaders()
    expect([headers.cookie, headers.referer, headers['x-language']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(JSON.stringify([headers, request.postData(), request.url()])).not.toContain(link.slice(3))
    await expectNoAxeViolations(page)
    await shot('thanks')

    const left = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(left).toContain('cast')
    expect(left).not.toContain('signature')
    expect(left).not.toContain('sixfold.answers')
    // The link leads on to the thanks, on this device; elsewhere it says that the ballot has been fetched.
    await page.goto(`${link}?language=${language}`)
    await page.locator('a[data-state="resume"]').click()
    await page.getByRole('heading', { level: 1, name: say.thanks }).waitFor()
    await close()

    const other = await visit(browser, { language, url: api.url })
    await other.page.goto(`${link}?language=${language}`)
    await other.page.getByRole('heading', { name: say.elsewhere }).waitFor()
    await screenshot(other.page, `portal-blind-elsewhere-${language}`)
    await other.page.goto(`/b/${wave.waveId}?language=${language}`)
    await other.page.getByRole('heading', { name: say.none }).waitFor()
    await other.close()
  },
)

test('a ballot whose reply was lost is asked for again, and is the same one', async () => {
  const { page, context, close, expectFault } = await visit(browser, { device: 'phone', url: api.url })
  await page.goto(`${nextLink()}?language=en`)
  const blinded: string[] = []
  await context.route('**/api/blind/ballots', async route => {
    blinded.push(route.request().postDataJSON().blinded)
    if (blinded.length > 1) return route.continue()
    // The server has signed, and the answer does not arrive.
    await route.fetch()
    await route.abort()
  })
  await button(page, words.en.fetch).click()
  await page.getByRole('heading', { name: 'There is no connection just now' }).waitFor()
  await screenshot(page, 'portal-blind-offline')
  await page.reload()
  await button(page, words.en.fetch).click()
  await page.waitForURL(/\/b\//)
  await button(page, words.en.start).waitFor()
  expect(blinded).toHaveLength(2)
  expect(blinded[1]).toBe(blinded[0])
  expectFault(/ERR_FAILED/)
  await close()
})

test('without script the page says kindly why it needs it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: api.url })
  const page = await context.newPage()
  await page.goto(`${nextLink()}?language=vi`)
  await page.getByRole('heading', { name: 'Khảo sát này cần JavaScript' }).waitFor()
  await context.close()
})

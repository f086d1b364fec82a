import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser, Page } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteContacts } from '@sixfold/testkit/invited'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(120_000)

let api: TestApi
let browser: Browser
let waveId: string
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startTestApi({ clock: 'real' }), launchBrowser()])
  const page = {
    id: 'who',
    title: { en: 'You', vi: 'Về anh/chị' },
    questions: [everyKind.choice, everyKind['yes-no']],
  }
  ;({ waveId } = await inviteContacts(api, { operations: [{ op: 'add-page', index: 0, page }] }))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await api?.close()
})

/** What is in the file that the button hands over. */
async function savedSvg(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download SVG' }).click(),
  ])
  let svg = ''
  for await (const part of await download.createReadStream()) svg += part
  return svg
}

/** A site of somebody else that shows an address in a frame. */
async function startSite(): Promise<{ origin: string; show: (html: string) => void; close: () => void }> {
  let body = ''
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>Site</title><main>${body}</main></html>`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    show(html) {
      body = html
    },
    close: () => server.close(),
  }
}

test('an open link: its code, an answer without script, a place that is gone, a frame on a listed site', async () => {
  const site = await startSite()
  const lan = await colleague(api, 'marketing')
  const desk = await visit(browser, { url: api.url })
  await bringSession(desk.context, api.url, lan)
  const { page } = desk
  await page.goto(`/builder/waves/${waveId}`)

  // Make a link for two answers.
  await page.getByRole('button', { name: 'Make an open link' }).click()
  await page.getByRole('textbox', { name: 'What it is for' }).fill('Poster at the fair')
  await page.getByRole('textbox', { name: 'Answers at most' }).fill('2')
  await page.getByRole('textbox', { name: 'Sites that may show it' }).fill('www.example.com')
  await page.getByText('Write each as https://name').waitFor()
  await page.getByRole('textbox', { name: 'Sites that may show it' }).fill(site.origin)
  await expectNoAxeViolations(page)
  await screenshot(page, 'open-link-form')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const address = await page.getByRole('textbox', { name: 'Address' }).inputValue()
  expect(address).toMatch(/\/r\/o[\w-]{22}$/)
  await page.getByRole('img', { name: 'QR code' }).waitFor()
  expect(await savedSvg(page)).toContain('<svg')
  await expectNoAxeViolations(page)
  await screenshot(page, 'open-link-made')
  const snippet = await page.getByRole('textbox', { name: 'To embed it in a page' }).inputValue()
  site.show(snippet)
  await page.getByRole('button', { name: 'Done' }).click()

  // A quota of one answer.
  await page.getByRole('button', { name: 'Set quotas' }).click()
  await page.getByRole('textbox', { name: 'Trade fair' }).fill('1')
  await expectNoAxeViolations(page)
  await screenshot(page, 'open-link-quotas')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('– of 1').waitFor()

  // Somebody with a phone that runs no script.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
  })
  const phone = await context.newPage()
  await phone.goto(`${address}?language=vi`)
  await screenshot(phone, 'open-welcome-phone')
  await phone.getByRole('button', { name: 'Bắt đầu' }).click()
  await phone.getByText('Hội chợ', { exact: true }).click()
  const other = await context.newPage()
  await other.goto(`${address}?language=vi`)
  // The same device knows its way back.
  await other.getByRole('link', { name: 'Tiếp tục phần đang dở' }).waitFor()
  await other.getByRole('button', { name: 'Bắt đầu một lượt trả lời mới' }).click()
  await other.getByText('Hội chợ', { exact: true }).click()
  for (const send = phone.getByRole('button', { name: 'Gửi câu trả lời' }); !(await send.isVisible()); )
    await phone.getByRole('button', { name: 'Tiếp tục' }).click()
  await phone.getByRole('button', { name: 'Gửi câu trả lời' }).click()
  await phone.getByRole('heading', { name: 'Cảm ơn anh/chị' }).waitFor()

  // The second one of this group is told at once, corrects it, and has a place.
  await other.getByRole('button', { name: 'Tiếp tục' }).click()
  await other.getByRole('heading', { name: 'đã có đủ câu trả lời như của anh/chị' }).waitFor()
  await screenshot(other, 'open-group-full-phone')
  await other.getByRole('link', { name: 'Sửa một câu trả lời' }).click()
  await other.getByText('Internet', { exact: true }).click()
  await other.getByRole('button', { name: 'Tiếp tục' }).click()
  await context.close()

  // In a frame of a listed site, with script and without cookies of another site.
  const reader = await visit(browser, { device: 'desktop' })
  await reader.page.goto(site.origin)
  const frame = reader.page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Start' }).click()
  await frame.getByText('Trade press', { exact: true }).click()
  for (const send = frame.getByRole('button', { name: 'Send my answers' }); !(await send.isVisible()); )
    await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('button', { name: 'Send my answers' }).click()
  await frame.getByRole('heading', { name: 'Thank you' }).waitFor()
  await reader.close()

  // Both places are taken: who comes now is told before the first question.
  const late = await visit(browser, { device: 'phone', scheme: 'dark' })
  await late.page.goto(address)
  await late.page.getByRole('heading', { name: 'This survey is complete' }).waitFor()
  await expectNoAxeViolations(late.page)
  await screenshot(late.page, 'open-full-phone-dark')
  late.expectFault(/409/)
  await late.close()

  await page.getByText('2 of 2').waitFor()
  await page.getByText('2 answers by open links').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'open-links')
  await desk.close()
  site.close()
})

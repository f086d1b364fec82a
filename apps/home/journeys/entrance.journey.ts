import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { Colleague } from '@sixfold/testkit/people'
import { bringSession, colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let browser: Browser
let administrator: Colleague
beforeAll(async () => {
  api = await startTestApi({ clock: 'real' })
  browser = await launchBrowser()
  administrator = await colleague(api, 'administrator', { name: 'Lê Minh Anh' })
})
afterAll(async () => {
  await browser.close()
  await api.close()
})

let joinAddress = ''

test('an administrator signs in on the way to a page, and invites a colleague', async () => {
  const tab = await visit(browser, { url: api.url })
  const { page } = tab
  await page.goto('/staff')
  await page.waitForURL(/\?next=/)
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-sign-in')

  await page.getByLabel('E-mail address').fill(administrator.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('do not belong together').waitFor()
  await expectNoAxeViolations(page)
  await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Staff', level: 1 }).waitFor()
  await page.getByRole('rowheader', { name: 'Lê Minh Anh' }).waitFor()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Invite a colleague' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite a colleague' })
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await dialog.getByText('Fill this in.').waitFor()
  await expectNoAxeViolations(page)

  await dialog.getByLabel('E-mail address').fill(administrator.email)
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await dialog.getByText('may sign in already').waitFor()
  await dialog.getByLabel('E-mail address').fill('long@example.com')
  await dialog.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Tiếng Việt' }).click()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByRole('rowheader', { name: 'long@example.com' }).waitFor()
  await screenshot(page, 'home-staff')

  await page.getByRole('link', { name: 'Outbox' }).click()
  await page
    .getByRole('row', { name: /long@example\.com/ })
    .getByRole('link')
    .click()
  const letter = page.frameLocator('iframe').getByRole('link').first()
  joinAddress = (await letter.getAttribute('href')) ?? ''
  expect(joinAddress).toMatch(/\/join\/\S+$/)
  expect(await letter.evaluate(link => getComputedStyle(link).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)')
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-mail')

  tab.expectFault(/40[19] /)
  await tab.close()
})

test('the colleague joins on a phone, in the language of the invitation', async () => {
  const tab = await visit(browser, { url: api.url, device: 'phone', scheme: 'dark' })
  const { page } = tab
  await page.goto(joinAddress)
  await page.getByLabel('Họ và tên').fill('Hoàng Long')
  await page.getByRole('textbox', { name: 'Chọn mật khẩu' }).fill('ngắn')
  await page.getByRole('button', { name: 'Tạo tài khoản của tôi' }).click()
  await page.getByText('Hãy viết ít nhất 12 ký tự.').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-join')

  await page.getByRole('textbox', { name: 'Chọn mật khẩu' }).fill('vài từ đơn giản')
  await page.getByRole('button', { name: 'Tạo tài khoản của tôi' }).click()
  await page.getByRole('heading', { name: 'Chào Hoàng Long' }).waitFor()
  expect(await page.getByRole('link', { name: 'Nhân sự' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Khảo sát' }).count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-start-phone')
  await tab.close()
})

test('a used invitation says so, and an unknown page is none', async () => {
  const tab = await visit(browser, { url: api.url })
  const { page } = tab
  await page.goto(joinAddress)
  await page.getByText('This link has been used already.', { exact: false }).waitFor()
  await expectNoAxeViolations(page)
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  await expectNoAxeViolations(page)
  tab.expectFault(/410 /)
  await tab.close()
})

test('language and look change in place and stay', async () => {
  const tab = await visit(browser, { url: api.url })
  const { page } = tab
  await page.goto('/')
  await page.getByLabel('E-mail address').fill(administrator.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /menu of Lê Minh Anh/ }).click()
  await page.getByRole('menuitemradio', { name: 'Tiếng Việt' }).click()
  await page.getByRole('heading', { name: 'Chào Lê Minh Anh' }).waitFor()
  await page.getByRole('menuitemradio', { name: 'Tối' }).click()
  await expectNoAxeViolations(page)
  await page.reload()
  await page.getByRole('heading', { name: 'Chào Lê Minh Anh' }).waitFor()
  expect(
    await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
  ).toEqual(['vi', 'dark'])

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Trang, thao tác hoặc cài đặt').fill('tac vu')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tác vụ', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/jobs')
  await page.waitForFunction(() => document.activeElement?.id === 'main')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
  await expectNoAxeViolations(page)
  tab.expectFault(/401 /)
  await tab.close()
})

test('a colleague makes a key, and an administrator has another system told', async () => {
  const tab = await visit(browser, { url: api.url })
  const { page } = tab
  await bringSession(tab.context, api.url, await colleague(api, 'administrator', { name: 'Trần Lan' }))
  await page.goto('/connections')
  await page.getByText('No key yet').waitFor()
  await page.getByRole('button', { name: 'Make a key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a key' })
  await dialog.getByLabel('Name').fill('CRM')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const key = await page.getByRole('textbox', { name: 'Copy the key now' }).inputValue()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'I have it' }).click()
  await page.getByRole('rowheader', { name: 'CRM' }).waitFor()
  const answer = await fetch(`${api.url}/api/session`, { headers: { authorization: `Bearer ${key}` } })
  expect(((await answer.json()) as { actor: { name: string } }).actor.name).toBe('Trần Lan (CRM)')

  await page.getByRole('button', { name: 'Add a webhook' }).click()
  const adding = page.getByRole('dialog', { name: 'Add a webhook' })
  await adding.getByLabel('Name').fill('Ticket system')
  await adding.getByLabel('Address').fill('https://127.0.0.1/in')
  await adding.getByRole('combobox', { name: 'Tell it of' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'case.closed' }).click()
  await page.keyboard.press('Tab')
  await adding.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('textbox', { name: 'Copy the secret now' }).waitFor()
  await page.getByRole('button', { name: 'I have it' }).click()
  await page.getByRole('link', { name: 'Ticket system' }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await page.getByText('webhook.test', { exact: true }).waitFor()
  await api.runJobs()
  await page.getByText('a private address').waitFor()
  await expectNoAxeViolations(page)
  await screenshot(page, 'home-webhook')
  await tab.close()
})

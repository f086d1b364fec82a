import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot, visit } from '@sixfold/testkit/browser'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let browser: Browser
beforeAll(async () => {
  api = await startTestApi({ clock: 'real' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await api.close()
})

test.each([
  ['desktop', 'light', 'en'],
  ['desktop', 'dark', 'vi'],
  ['phone', 'light', 'vi'],
  ['phone', 'dark', 'en'],
] as const)(
  'all parts on a %s, %s, %s, can be read by everybody and fit',
  async (device, scheme, language) => {
    const tab = await visit(browser, { url: api.url, device, scheme, language })
    const { page } = tab
    await page.goto('/parts')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await screenshot(page, `parts-${device}-${scheme}-${language}`)
    tab.expectFault(/401 /)
    await tab.close()
  },
)

test('a form shows faults at its fields and a refusal above them; dialogs name what they are about', async () => {
  const tab = await visit(browser, { url: api.url })
  const { page } = tab
  await page.goto('/parts')
  await page.getByRole('button', { name: 'Check the form' }).click()
  await page.getByText('Fill this in.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Password' }).getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('textbox', { name: 'Address' }).fill('ha@example.com')
  await page.getByRole('textbox', { name: 'Password' }).fill('plain words are better')
  await page.getByRole('button', { name: 'Check the form' }).click()
  await page.getByText('Somebody else changed this in the meantime.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Withdraw an invitation' }).click()
  await page.getByRole('dialog', { name: 'Withdraw the invitation of Phạm Thu Hà?' }).waitFor()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Say: failed' }).click()
  await page.getByRole('alert').filter({ hasText: 'The mail could not be sent.' }).waitFor()
  await expectNoAxeViolations(page)
  tab.expectFault(/401 /)
  await tab.close()
})

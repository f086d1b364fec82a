import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, visit } from '@sixfold/testkit/browser'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let browser: Browser
beforeAll(async () => {
  api = await startTestApi()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await api.close()
})

test('the API can be read and tried in a browser under our own security policy', async () => {
  const { page, close } = await visit(browser, { url: api.url })
  await page.goto('/api/docs')
  // The document is long: reading it takes its time on a busy machine.
  await page.getByRole('heading', { name: /Sixfold/ }).waitFor({ timeout: 60_000 })
  await page.locator('#operations-tag-staff').click()
  await page.getByText('Who is signed in').first().click()
  await page.getByRole('button', { name: 'Try it out' }).first().click()
  expect(await page.getByRole('button', { name: 'Execute' }).count()).toBe(1)
  await close()
}, 120_000)

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot } from '@sixfold/testkit/browser'
import { fullestPages } from './samples/pages.ts'
import { faultsOfPage, lostByReflow } from './samples/readable.ts'
import { visitSamples } from './samples/site.ts'

jest.setTimeout(180_000)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone = { width: 390, height: 844 }

test('every page can be read by everybody: small, large, spaced, light and dark', async () => {
  const { page, close } = await visitSamples(browser, { device: 'phone', language: 'vi' })
  const wrong: [string, string][] = []
  const check = (name: string, checking: Promise<void>) =>
    checking.catch(error => void wrong.push([name, String(error)]))
  for (const { name } of fullestPages) {
    await page.setViewportSize(phone)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`/${name}`)
    await page.locator('h1').first().waitFor()
    await check(name, expectNoAxeViolations(page))
    await screenshot(page, `portal-${name}-vi-light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await check(name, expectNoAxeViolations(page, 'color-contrast'))
    await screenshot(page, `portal-${name}-vi-dark`)
    // Vietnamese is the longer language.
    const found = [...(await faultsOfPage(page, 'vi')), ...(await lostByReflow(page))]
    wrong.push(...found.map((what): [string, string] => [name, what]))
  }
  expect(wrong).toEqual([])
  await close()
})

test('the same pages are sound in English', async () => {
  const { page, close } = await visitSamples(browser, { device: 'desktop', language: 'en' })
  const wrong: [string, string][] = []
  for (const { name } of fullestPages) {
    await page.goto(`/${name}`)
    await page.locator('h1').first().waitFor()
    await screenshot(page, `portal-${name}-en-desktop`)
    wrong.push(...(await faultsOfPage(page, 'en')).map((what): [string, string] => [name, what]))
  }
  expect(wrong).toEqual([])
  await close()
})

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { expectNoAxeViolations } from '@sixfold/testkit/accessibility'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, screenshot } from '@sixfold/testkit/browser'
import { samplePages } from './samples/pages.ts'
import { faultsOfPage, lostByReflow } from './samples/readable.ts'
import { visitSamples } from './samples/site.ts'

jest.setTimeout(90_000)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone = { width: 390, height: 844 }

test.each([
  ['vi', 'light'],
  ['en', 'dark'],
] as const)('every page can be read by everybody, in %s, %s', async (language, scheme) => {
  const { page, close } = await visitSamples(browser, { device: 'phone', language, scheme })
  const wrong: [string, string][] = []
  for (const { name } of samplePages) {
    await page.setViewportSize(phone)
    await page.goto(`/${name}`)
    await page.locator('h1').first().waitFor()
    await screenshot(page, `portal-${name}-${language}-${scheme}`)
    await expectNoAxeViolations(page).catch(error => wrong.push([name, String(error)]))
    const faults = await faultsOfPage(page, language)
    // Vietnamese is the longer one.
    const lost = language === 'vi' ? await lostByReflow(page) : []
    wrong.push(...[...faults, ...lost].map((what): [string, string] => [name, what]))
  }
  expect(wrong).toEqual([])
  await close()
})

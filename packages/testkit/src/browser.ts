import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

export type { Browser, BrowserContext, Page } from 'playwright-core'

import { chromiumPath } from './chromium-path.ts'

export interface View {
  device?: 'phone' | 'desktop'
  scheme?: 'light' | 'dark'
  language?: 'en' | 'vi'
  /** What links are relative to. */
  url?: string
}

export interface Visit {
  context: BrowserContext
  page: Page
  /** Takes out faults that the journey provoked, such as the browser's note of a refused request; fails if there is none. */
  expectFault(pattern: RegExp): void
  /** Ends the visit; fails if a page threw, wrote an error to the console or broke its content security policy. */
  close(): Promise<void>
}

const screens = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
}

/** Starts Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM_PATH, or run npm test, which gets one')
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses its sandbox to root, and a small /dev/shm in a container kills its tabs.
      ...(root ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--font-render-hinting=none',
    ],
  })
}

/** A new person at a device: no cookies, no storage, nothing shared with another visit. */
export async function visit(browser: Browser, view: View = {}): Promise<Visit> {
  const { device = 'desktop', scheme = 'light', language = 'en', url } = view
  const context = await browser.newContext({
    ...screens[device],
    ...(url ? { baseURL: url } : {}),
    colorScheme: scheme,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  context.setDefaultTimeout(10_000)
  const faults: string[] = []
  context.on('weberror', fault => faults.push(`page error: ${fault.error().stack ?? fault.error().message}`))
  context.on('console', message => {
    if (message.type() === 'error')
      faults.push(`console error: ${message.text()} (${message.location().url})`)
  })
  const page = await context.newPage()
  return {
    context,
    page,
    expectFault(pattern) {
      const others = faults.filter(fault => !pattern.test(fault))
      if (others.length === faults.length)
        throw new Error(`no fault fits ${pattern}: ${faults.join('\n') || 'none'}`)
      faults.splice(0, faults.length, ...others)
    },
    async close() {
      await context.close()
      if (faults.length > 0) throw new Error(`the browser reported faults:\n${faults.join('\n')}`)
    },
  }
}

/** With SCREENSHOTS=1, keeps a picture of the whole page as screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return
  await page.screenshot({ path: `screenshots/${name}.png`, fullPage: true, animations: 'disabled' })
}

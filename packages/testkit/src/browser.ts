import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

export type { Browser, BrowserContext, FileChooser, Locator, Page } from 'playwright-core'

import { chromiumPath } from './chromium-path.ts'
import { eventually } from './eventually.ts'

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

/** Chromium without a window; `more`: switches of its command line. The journeys of one worker share a browser. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  // A test file that runs alone runs in jest's own process, which ends when nothing holds it.
  if (more.length > 0 || !process.send) return startChromium(more)
  shared ??= startShared()
  return shared
}

let shared: Promise<Browser> | undefined

/** To close it is to close what a journey left open; it ends with the worker, from which jest then takes its listener. */
async function startShared(): Promise<Browser> {
  const browser = await startChromium()
  const end = browser.close.bind(browser)
  browser.close = async () => {
    const kept = new Set([...(left.get(browser)?.values() ?? [])].flat().map(({ context }) => context))
    for (const context of browser.contexts()) if (!kept.has(context)) await context.close()
  }
  browser.once('disconnected', () => {
    shared = undefined
  })
  process.on('removeListener', event => {
    if (event === 'message') void end()
  })
  return browser
}

function startChromium(more: readonly string[] = []): Promise<Browser> {
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
      ...more,
    ],
  })
}

/** A new person at a device: no cookies, no storage, nothing shared with another visit. */
export async function visit(browser: Browser, view: View = {}): Promise<Visit> {
  const device = takeDevice(browser, view) ?? (await newDevice(browser, view))
  const { context, page, faults } = device
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
      const wiped = await wipe(device, view.url)
      if (faults.length > 0) {
        await context.close()
        throw new Error(`the browser reported faults:\n${faults.join('\n')}`)
      }
      if (wiped) leaveDevice(browser, view, { ...device, page: wiped })
    },
  }
}

interface Device {
  context: BrowserContext
  /** The one that is open at the beginning of a visit. */
  page: Page
  /** Filled as they come. */
  faults: string[]
  /** Whether something was done to it that cannot be undone. */
  spoilt: () => boolean
}

async function newDevice(
  browser: Browser,
  { device = 'desktop', scheme = 'light', language = 'en', url }: View,
): Promise<Device> {
  const context = await browser.newContext({
    ...screens[device],
    ...(url ? { baseURL: url } : {}),
    colorScheme: scheme,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  // Two journeys share two cores with their servers: what takes a second alone may take ten.
  context.setDefaultTimeout(30_000)
  const faults: string[] = []
  let spoilt = false
  context.on('weberror', fault => faults.push(`page error: ${fault.error().stack ?? fault.error().message}`))
  context.on('console', message => {
    if (message.type() === 'error')
      faults.push(`console error: ${message.text()} (${message.location().url})`)
  })
  context.on('page', page =>
    page.on('crash', () => {
      spoilt = true
    }),
  )
  context.on('close', () => {
    spoilt = true
  })
  const addInitScript = context.addInitScript.bind(context)
  context.addInitScript = (...script) => {
    spoilt = true
    return addInitScript(...script)
  }
  return { context, page: await context.newPage(), faults, spoilt: () => spoilt }
}

/**
 * Devices whose visit is over, by browser and view. What a browser has fetched and compiled it need not fetch and compile
 * again for the next visitor: half of the time of a first page.
 */
const left = new WeakMap<Browser, Map<string, Device[]>>()

function devicesOf(browser: Browser, view: View): Device[] {
  const devices = left.get(browser) ?? new Map<string, Device[]>()
  left.set(browser, devices)
  const { device = 'desktop', scheme = 'light', language = 'en', url } = view
  const key = [device, scheme, language, url].join(' ')
  const same = devices.get(key) ?? []
  devices.set(key, same)
  return same
}

const takeDevice = (browser: Browser, view: View) => devicesOf(browser, view).pop()
const leaveDevice = (browser: Browser, view: View, device: Device) => devicesOf(browser, view).push(device)

/** Takes away all that a visitor leaves on a device; undefined when the device cannot be used again. */
async function wipe({ context, spoilt }: Device, url: string | undefined): Promise<Page | undefined> {
  if (!url || spoilt()) {
    await context.close()
    return undefined
  }
  const before = context.pages()
  // Opened before the others go, so that the process behind them stays.
  const next = await context.newPage()
  for (const page of before) await page.close()
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  await context.clearCookies()
  await context.clearPermissions()
  const debug = await context.newCDPSession(next)
  await debug.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' })
  await debug.detach()
  return next
}

/** With SCREENSHOTS=1, keeps a picture of the whole page as screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return
  await page.screenshot({ path: `screenshots/${name}.png`, fullPage: true, animations: 'disabled' })
}

/** Waits until a field says this: what comes with a script or from another person takes its time. */
export async function expectValue(field: Locator, wanted: string): Promise<void> {
  await eventually(
    () => field.inputValue(),
    said => said === wanted,
  )
}

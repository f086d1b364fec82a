import type { Browser } from '@sixfold/testkit/browser'

/** A phone of some years ago on a slow mobile line. */
const SLOWER = 4
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 }
/** After the last of it, long tasks are still watched for. */
const QUIET_MS = 1_500

export interface FirstView {
  firstPaint: number
  /** The first answer of the first question was painted. */
  usable: number
  /** Script has taken the page over; null: it never does. */
  alive: number | null
  /** What long tasks took beyond 50 ms each, since navigation. */
  blocking: number
  bytes: number
  requests: number
  /** Requests to anybody else. */
  foreign: number
}

/** Opens an address in a new browser session with nothing kept, on a slow device and line; milliseconds from navigation. */
export async function look(browser: Browser, url: string): Promise<FirstView> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
  })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await page.goto('about:blank')
    await cdp.send('Network.enable')
    await cdp.send('Network.clearBrowserCache')
    await cdp.send('Network.emulateNetworkConditions', line)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const asked: string[] = []
    let bytes = 0
    cdp.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) asked.push(request.url)
    })
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForFunction(() => (globalThis as unknown as Notes).usable !== undefined)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(QUIET_MS)
    const notes = await page.evaluate(() => {
      const { usable, alive, tasks } = globalThis as unknown as Notes
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
      return { usable: usable ?? Number.NaN, alive, tasks, paint: paint ?? Number.NaN }
    })
    const { origin } = new URL(url)
    return {
      firstPaint: notes.paint,
      usable: Math.max(notes.usable, notes.paint),
      alive: notes.alive ?? null,
      blocking: notes.tasks.reduce((sum, took) => sum + Math.max(0, took - 50), 0),
      bytes,
      requests: asked.length,
      foreign: asked.filter(address => new URL(address).origin !== origin).length,
    }
  } finally {
    await context.close()
  }
}

interface Notes {
  usable?: number
  alive?: number
  tasks: number[]
}

/** Runs in the page before it: notes when the first answer was painted, when React took it over, and every long task. */
function watch(): void {
  const notes = globalThis as unknown as Notes
  notes.tasks = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) notes.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  const tick = () => {
    const answer = document.querySelector('input[type="radio"]')
    const places = answer ? [answer, answer.closest('label')] : []
    const isDrawn = places.some(place => place && place.getBoundingClientRect().width > 0)
    if (notes.usable === undefined && isDrawn) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        notes.usable ??= performance.now()
      }
      port2.postMessage(null)
    }
    if (answer && Object.keys(answer).some(key => key.startsWith('__reactProps')))
      notes.alive ??= performance.now()
    if (notes.alive === undefined && performance.now() < 20_000) requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

import type { BrowserServer } from 'playwright-core'
import { chromium } from 'playwright-core'
import { launchOptions } from './browser.ts'

let server: BrowserServer | undefined

/** Starts one browser for all journeys of a run: each start costs as much as several pages. */
export default async function startBrowser(): Promise<void> {
  server = await chromium.launchServer(launchOptions())
  process.env.TEST_BROWSER = server.wsEndpoint()
}

export async function stopBrowser(): Promise<void> {
  await server?.close()
}

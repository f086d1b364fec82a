import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { expectNoAxeViolations } from './accessibility.ts'
import type { View } from './browser.ts'
import { launchBrowser, visit } from './browser.ts'

const pages: Record<string, string> = {
  '/good': '<main><h1>Khách hàng</h1><button>Gửi</button></main>',
  '/unnamed-button': '<main><h1>Khách hàng</h1><button></button></main>',
  '/throws': '<main><h1>x</h1></main><script src="/throws.js"></script>',
  '/breaks-policy': '<main><h1>x</h1></main><script>document.title = "no"</script>',
  '/asks': '<main><h1>x</h1></main><script src="/asks.js"></script>',
}
const scripts: Record<string, string> = {
  '/throws.js': 'throw new Error("kaput")',
  '/asks.js': 'fetch("/nowhere")',
}
const server = createServer((request, response) => {
  const path = request.url ?? '/'
  const script = scripts[path]
  const body = pages[path]
  response.setHeader('content-security-policy', "default-src 'self'")
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8')
  if (script === undefined && body === undefined) response.statusCode = path === '/favicon.ico' ? 204 : 404
  response.end(
    script ??
      (body &&
        `<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>Sixfold</title>${body}</html>`),
  )
})

jest.setTimeout(60_000)

let browser: Browser
let url: string
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})

async function open(path: string, view: View = {}) {
  const tab = await visit(browser, { url, ...view })
  await tab.page.goto(path, { waitUntil: 'networkidle' })
  return tab
}

test('a sound page passes, below a strict content security policy', async () => {
  const tab = await open('/good', { device: 'phone', scheme: 'dark', language: 'vi' })
  await expectNoAxeViolations(tab.page)
  expect(
    await tab.page.evaluate(() => [
      innerWidth,
      matchMedia('(prefers-color-scheme: dark)').matches,
      navigator.language,
    ]),
  ).toEqual([390, true, 'vi-VN'])
  await tab.close()
})

test('an inaccessible page is reported with place and reason', async () => {
  const tab = await open('/unnamed-button')
  await expect(expectNoAxeViolations(tab.page)).rejects.toThrow(/button-name[\s\S]*discernible text/)
  await tab.close()
})

test('a page that throws fails the visit', async () => {
  const tab = await open('/throws')
  await expect(tab.close()).rejects.toThrow('kaput')
})

test('a page that breaks its content security policy fails the visit', async () => {
  const tab = await open('/breaks-policy')
  await expect(tab.close()).rejects.toThrow('Content Security Policy')
})

test('a fault that was provoked is taken out, and only if it happened', async () => {
  const tab = await open('/asks')
  expect(() => tab.expectFault(/kaput/)).toThrow('no fault fits')
  tab.expectFault(/404/)
  await tab.close()
})

test('what one visitor leaves behind, the next one does not find', async () => {
  const first = await open('/good')
  await first.context.addCookies([{ name: 'session', value: 'first', url }])
  await first.context.grantPermissions(['geolocation'])
  await first.context.route('**/throws.js', route => route.abort())
  await first.page.evaluate(async () => {
    localStorage.setItem('draft', 'first')
    sessionStorage.setItem('draft', 'first')
    await (await caches.open('first')).put('/draft', new Response('first'))
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('first', 1)
      opening.onsuccess = resolve
      opening.onerror = reject
    })
  })
  const another = await first.context.newPage()
  await another.goto(`${url}/good`)
  await first.context.setOffline(true)
  await first.close()

  const second = await open('/good')
  expect(second.context).toBe(first.context)
  expect(second.context.pages()).toEqual([second.page])
  expect(await second.context.cookies()).toEqual([])
  expect(
    await second.page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      history: history.length,
    })),
  ).toEqual({ local: [], session: [], caches: [], databases: [], geolocation: 'prompt', history: 2 })
  await second.page.goto('/throws')
  await expect(second.close()).rejects.toThrow('kaput')

  // Nothing of a fault, either, and of a device that was prepared.
  const third = await open('/good')
  expect(third.context).not.toBe(first.context)
  await third.context.addInitScript(() => localStorage.setItem('draft', 'third'))
  await third.close()
  const fourth = await open('/good')
  expect(await fourth.page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await fourth.close()
})

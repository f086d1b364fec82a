import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Response } from 'express'
import express, { Router } from 'express'
import { keptFile } from './kept-file.ts'
import { styleNonce } from './security.ts'

const apps = join(import.meta.dirname, '../../..')

/** Where each staff app is served; home comes last because its base is the root. */
const staffApps = [
  { base: '/builder', folder: 'survey-builder' },
  { base: '/scheduler', folder: 'roundtable-scheduler' },
  { base: '/desk', folder: 'customer-desk' },
  { base: '/', folder: 'home' },
]

/** Files that are not there, the API, and customers' links where this process does not serve them. */
const notOurs = /\/assets\/|^\/api(\/|$)|^\/(r|e|p|b|me|live|shared|feeds|pictures)\//

/** Which apps' builds are there. */
export function builtApps(): { folder: string; built: boolean }[] {
  const staff = staffApps.map(({ folder }) => ({
    folder,
    built: existsSync(join(apps, folder, 'dist/index.html')),
  }))
  const portal = { folder: 'response-portal', built: existsSync(join(apps, 'response-portal/dist/server')) }
  return [...staff, portal]
}

/** Serves the built staff apps: assets for ever (their names hold a hash), every other path their page with a fresh nonce. */
export function serveStaffApps(): Router {
  const router = Router()
  for (const { base, folder } of staffApps) {
    const dist = join(apps, folder, 'dist')
    const page = join(dist, 'index.html')
    if (!existsSync(page)) continue
    const html = keptFile(page)
    router.use(
      join(base, 'assets'),
      express.static(join(dist, 'assets'), {
        immutable: true,
        maxAge: '1y',
        fallthrough: true,
        index: false,
      }),
    )
    const below = base === '/' ? '/{*path}' : `${base}{/*path}`
    router.get(below, (request, response, next) => {
      if (notOurs.test(request.path)) return next()
      sendPage(response, html())
    })
  }
  return router
}

function sendPage(response: Response, html: string): void {
  response
    .type('html')
    .setHeader('Cache-Control', 'no-store')
    .send(html.replaceAll('%CSP_NONCE%', styleNonce(response)))
}

import { extname } from 'node:path'
import type { Browser, View, Visit } from '@sixfold/testkit/browser'
import { visit } from '@sixfold/testkit/browser'
import { builtPortal } from '@sixfold/testkit/built-portal'
import { samplePng } from '@sixfold/testkit/sample-files'
import { samplePages } from './pages.ts'

/** Nothing listens there: the browser is answered below. */
const url = 'http://localhost:9'

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

/** A visit to the built portal with pages made up for it: no server, no database. A page's address is its name. */
export async function visitSamples(browser: Browser, view: View): Promise<Visit> {
  const { portal, assets } = await builtPortal()
  const visiting = await visit(browser, { ...view, url })
  await visiting.context.route(`${url}/**`, async route => {
    const { pathname, searchParams } = new URL(route.request().url())
    const isEnd = searchParams.get('page') === 'thanks'
    const name = isEnd ? 'thanks-known' : (pathname.split('/').at(-1) ?? '')
    const sample = samplePages.find(one => one.name === name)
    if (sample)
      return route.fulfill({
        contentType: 'text/html',
        body: portal.render(sample.make(view.language ?? 'en')),
      })
    if (pathname.startsWith('/pictures/'))
      return route.fulfill({ contentType: 'image/png', body: samplePng(60, 90, 160) })
    if (!pathname.startsWith('/portal/')) return route.fulfill({ status: 204 })
    const body = assets.get(name)
    return route.fulfill(body ? { body, contentType: types[extname(name)] ?? '' } : { status: 404 })
  })
  return visiting
}

import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { PortalPage, SurveyPage } from '@sixfold/contract/portal'
import fc from 'fast-check'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import { gzipOf, packPart, storePart } from './packed-parts.ts'
import { pageBytes } from './page-bytes.ts'
import type { Portal } from './portal.ts'
import { fillIn, stencilOf } from './stencil.ts'

const definition = { title: { en: 'A <survey>' } } as unknown as SurveyPage['definition']
const page = {
  kind: 'survey',
  definition,
  organisation: 'Ngân & Co',
  language: 'en',
  step: 'welcome',
  answers: [],
  contactName: 'Lan',
  address: '/r/abc',
  deviceKey: 'key',
  posted: {},
  times: { pages: {}, madeAt: 1_700_000_000 },
} as unknown as SurveyPage

/** Texts and attributes by React, then data as the portal writes it. */
function render(shown: PortalPage): string {
  const page = shown as SurveyPage
  const body = h(
    'form',
    { action: page.address, title: page.contactName },
    h('input', { type: 'hidden', name: 'made', value: page.times?.madeAt }),
    page.contactName ? h('p', null, 'Dear ', page.contactName, ',') : null,
    h('a', { href: `${page.address}/opt-out?language=${page.language}` }, page.organisation),
  )
  return `<!doctype html><body>${renderToString(body)}<script type="application/json">${JSON.stringify(page).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}</script></body>`
}

const people = fc.record({
  contactName: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', `<b>&"'`, '$& $1 \\u003c', '\u2028\u2029', 'Lê Thị Hồng 🐉'),
  ),
  address: fc.webPath(),
  times: fc.record({ pages: fc.constant({}), madeAt: fc.nat(2 ** 31) }),
  deviceKey: fc.constantFrom('', 'AZaz09_-'),
})

describe('a page that is made of a stencil', () => {
  test('is the page that is rendered for its person', () => {
    fc.assert(
      fc.property(people, people, (first, second) => {
        const same = Object.fromEntries(
          Object.entries(second).map(([key, text]) => [
            key,
            (first[key as keyof typeof first] === '') === (text === '')
              ? text
              : first[key as keyof typeof first],
          ]),
        )
        const stencil = stencilOf({ ...page, ...first }, render)
        if (!stencil) throw new Error('no stencil')
        const other = { ...page, ...same }
        expect(fillIn(stencil, other)).toEqual(Buffer.from(render(other)))
      }),
    )
  })

  test('is not made where a page does more with what is personal than write it down', () => {
    const nameOf = (shown: PortalPage) => (shown as SurveyPage).contactName
    expect(stencilOf(page, shown => `<body>${nameOf(shown).length}</body>`)).toBeNull()
    expect(stencilOf(page, shown => `<title>${nameOf(shown)}</title><body></body>`)).toBeNull()
  })

  test('travels packed or plain, and is rendered anew for whatever else it shows', async () => {
    let rendered = 0
    const portal = {
      render: shown => {
        rendered += 1
        return render(shown)
      },
    } as Portal
    const send = async (shown: SurveyPage) => {
      const [plain, packed] = [await pageBytes(portal, shown, false), await pageBytes(portal, shown, true)]
      expect(gunzipSync(packed)).toEqual(plain)
      expect(plain.toString()).toBe(render(shown))
    }
    await send(page)
    const before = rendered
    for (const contactName of ['Minh', '<script>', 'Lan'])
      await send({ ...page, contactName, times: { pages: {}, madeAt: contactName.length } })
    expect(rendered).toBe(before)
    await send({ ...page, contactName: '' })
    await send({ ...page, step: 'thanks' })
    await send({ ...page, organisation: 'Another' })
    await send({ ...page, answers: [{ question: 'a', value: 1, revision: 1 }] })
    expect(rendered).toBeGreaterThan(before)
  })
})

describe('packed stretches', () => {
  test('are one gzip file of what they hold', () => {
    const stretch = fc.tuple(fc.boolean(), fc.uint8Array({ maxLength: 500 }))
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), stretches => {
        const parts = stretches.map(([store, bytes]) => {
          const plain = Buffer.from(bytes)
          return { plain, packed: store ? storePart(plain) : packPart(plain) }
        })
        expect(gunzipSync(gzipOf(parts))).toEqual(Buffer.concat(parts.map(({ plain }) => plain)))
      }),
      { examples: [[[[true, Uint8Array.from({ length: 70_000 }, (_, at) => at % 251)]]]] },
    )
  })
})

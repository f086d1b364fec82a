import { randomInt, randomUUID } from 'node:crypto'
import type { PortalPage } from '@sixfold/contract/portal'
import { gzipOf, packPart, storePart } from './packed-parts.ts'

/** Something that differs between two people who see the same page. */
interface Place {
  /** What stands for it: nobody can guess it, and no rendering changes it. */
  sign: string
  /** Empty where the page has none. */
  read(page: PortalPage): string
  put(page: PortalPage): object
}

const secret = randomUUID()

function textPlace(field: 'contactName' | 'address' | 'deviceKey'): Place {
  const sign = `\uE000${secret}${field}\uE001`
  return {
    sign,
    read: page => (page as { [key in typeof field]?: string })[field] ?? '',
    put: () => ({ [field]: sign }),
  }
}

/** When the page was made: digits in the markup and in the data. */
function momentPlace(): Place {
  const stand = randomInt(2 ** 47, 2 ** 48 - 1)
  const timesOf = (page: PortalPage) => (page.kind === 'survey' ? page.times : undefined)
  return {
    sign: String(stand),
    read: page => String(timesOf(page)?.madeAt ?? ''),
    put: page => ({ times: { ...timesOf(page), madeAt: stand } }),
  }
}

const places = [textPlace('contactName'), textPlace('address'), textPlace('deviceKey'), momentPlace()]
const bySign = new Map(places.map(place => [place.sign, place]))
const anySign = new RegExp(`(${places.map(({ sign }) => sign).join('|')})`)

/** A stretch of a page as it travels, plain and packed, or a place where something personal is written. */
export type StencilPart = { plain: Buffer; packed: Buffer } | { place: Place; within: 'html' | 'json' }

/** A rendered page with its personal places left open. */
export type Stencil = readonly StencilPart[]

/** The same page for nobody in particular; what is empty stays empty, because pages say other things then. */
export function forNobody<Page extends PortalPage>(page: Page): Page {
  const signs = places.filter(place => place.read(page) !== '').map(place => place.put(page))
  return Object.assign({ ...page }, ...signs)
}

/**
 * Renders a page so that others can be made from it; null where that would not be the page that `render` makes, which
 * is found out with the page at hand.
 */
export function stencilOf(page: PortalPage, render: (page: PortalPage) => string): Stencil | null {
  const html = render(forNobody(page))
  const body = html.indexOf('<body')
  const data = html.indexOf('<script type="application/json"')
  const parts: StencilPart[] = []
  let at = 0
  for (const piece of html.split(anySign)) {
    const place = bySign.get(piece)
    if (place && at < body) return null
    if (place) parts.push({ place, within: data >= 0 && at > data ? 'json' : 'html' })
    else if (piece) parts.push(asPart(piece))
    at += piece.length
  }
  return fillIn(parts, page).toString() === Buffer.from(render(page)).toString() ? parts : null
}

function asPart(text: string) {
  const plain = Buffer.from(text)
  return { plain, packed: packPart(plain) }
}

/** The page of one person. */
export function fillIn(stencil: Stencil, page: PortalPage): Buffer {
  return Buffer.concat(stencil.map(part => ('place' in part ? writtenIn(part, page) : part.plain)))
}

/** The same as a gzip file. */
export function fillInPacked(stencil: Stencil, page: PortalPage): Buffer {
  return gzipOf(
    stencil.map(part => {
      if (!('place' in part)) return part
      const plain = writtenIn(part, page)
      return { plain, packed: storePart(plain) }
    }),
  )
}

function writtenIn({ place, within }: Extract<StencilPart, { place: Place }>, page: PortalPage): Buffer {
  return Buffer.from(written[within](place.read(page)))
}

const written = {
  /** As React writes texts and attributes. */
  html: (text: string) => text.replace(/[&<>"']/g, sign => entities[sign] ?? sign),
  /** Inside a string of the page's data. */
  json: (text: string) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

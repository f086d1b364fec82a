import { randomUUID } from 'node:crypto'
import type { SurveyPage } from '@sixfold/contract/portal'
import { packPart } from './packed-parts.ts'

/** What differs between two people who see the same page. */
const personal = ['contactName', 'address', 'deviceKey'] as const
type Personal = (typeof personal)[number]

/** A stretch of a page as it travels, plain and packed, or a place where something personal is written. */
export type StencilPart = { plain: Buffer; packed: Buffer } | { field: Personal; within: 'html' | 'json' }

/** A rendered page with its personal places left open. */
export type Stencil = readonly StencilPart[]

/** Signs that nobody can guess, and that no rendering changes. */
const secret = randomUUID()
const signs = new Map(personal.map(field => [`\uE000${secret}${field}\uE001`, field]))
const anySign = new RegExp(`(\uE000${secret}(?:${personal.join('|')})\uE001)`)

/** The same page for nobody in particular; what is empty stays empty, because pages say other things then. */
function unsigned(page: SurveyPage): SurveyPage {
  const open = [...signs].filter(([, field]) => page[field] !== '').map(([sign, field]) => [field, sign])
  return { ...page, ...Object.fromEntries(open) }
}

/**
 * Renders a page so that others can be made from it; null where that would not be the page that `render` makes, which
 * is found out with the page at hand.
 */
export function stencilOf(page: SurveyPage, render: (page: SurveyPage) => string): Stencil | null {
  const html = render(unsigned(page))
  const body = html.indexOf('<body')
  const data = html.indexOf('<script type="application/json"')
  const parts: StencilPart[] = []
  let at = 0
  for (const piece of html.split(anySign)) {
    const field = signs.get(piece)
    if (field && at < body) return null
    if (field) parts.push({ field, within: data >= 0 && at > data ? 'json' : 'html' })
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
export function fillIn(stencil: Stencil, page: SurveyPage): Buffer {
  return Buffer.concat(
    stencil.map(part => ('field' in part ? Buffer.from(written[part.within](page[part.field])) : part.plain)),
  )
}

export const written = {
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

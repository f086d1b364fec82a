import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PortalPage } from '@sixfold/contract/portal'
import type { Portal } from './portal.ts'
import type { Stencil } from './stencil.ts'
import { fillIn, fillInPacked, forNobody, stencilOf } from './stencil.ts'

const pack = promisify(gzip)

/** A page as it travels. */
export async function pageBytes({ render }: Portal, page: PortalPage, packed: boolean): Promise<Buffer> {
  const stencil = isAlike(page) ? stencilFor(page, render) : null
  if (stencil) return packed ? fillInPacked(stencil, page) : fillIn(stencil, page)
  const html = render(page)
  return packed ? pack(html, { level: 4 }) : Buffer.from(html)
}

/** Whether many people see such a page with nothing in it that they said themselves. */
function isAlike(page: PortalPage): boolean {
  if (page.kind === 'thanks') return !page.preview
  if (page.kind !== 'survey' || page.preview) return false
  return page.answers.length === 0 && Object.keys(page.posted).length === 0
}

/** Kinds of a survey's pages that are kept: languages by steps, with room for days that pass. */
const MOST_KEPT = 64
/** By the survey that is in a page. Undefined within: it was asked for once; null: no stencil makes it. */
const kept = new WeakMap<object, Map<string, Stencil | null | undefined>>()
const noSurvey = {}

/**
 * What many people see alike is rendered once: a page that comes a second time is kept. Whatever it holds beside the
 * personal places tells the kinds of pages apart.
 */
function stencilFor(page: PortalPage, render: Portal['render']): Stencil | null {
  const survey = 'definition' in page ? page.definition : noSurvey
  const kinds = kept.get(survey) ?? new Map<string, Stencil | null | undefined>()
  kept.set(survey, kinds)
  const key = JSON.stringify({ ...forNobody(page), definition: null })
  const known = kinds.get(key)
  if (known !== undefined) return known
  const made = kinds.has(key) ? stencilOf(page, render) : undefined
  if (kinds.size >= MOST_KEPT) kinds.clear()
  kinds.set(key, made)
  return made ?? null
}

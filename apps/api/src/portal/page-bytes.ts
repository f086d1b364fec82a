import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PortalPage, SurveyPage } from '@sixfold/contract/portal'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { gzipOf, storePart } from './packed-parts.ts'
import type { Portal } from './portal.ts'
import type { Stencil } from './stencil.ts'
import { fillIn, stencilOf, written } from './stencil.ts'

const pack = promisify(gzip)

/** A page as it travels. */
export async function pageBytes({ render }: Portal, page: PortalPage, packed: boolean): Promise<Buffer> {
  const stencil = page.kind === 'survey' && isUnanswered(page) ? stencilFor(page, render) : null
  if (!stencil || page.kind !== 'survey')
    return packed ? pack(render(page), { level: 4 }) : Buffer.from(render(page))
  if (!packed) return fillIn(stencil, page)
  return gzipOf(
    stencil.map(part => {
      if (!('field' in part)) return part
      const plain = Buffer.from(written[part.within](page[part.field]))
      return { plain, packed: storePart(plain) }
    }),
  )
}

/** Pages with answers are hardly ever alike, so nothing is kept of them. */
function isUnanswered({ answers, preview }: SurveyPage): boolean {
  return answers.length === 0 && !preview
}

/** Kinds of a survey's pages that are kept: languages by steps, with room for days that pass. */
const MOST_KEPT = 64
/** Null: it was asked for once, or cannot be made of a stencil. */
const kept = new WeakMap<SurveyDefinition, Map<string, Stencil | null>>()

/**
 * What many people see alike is rendered once: a page that comes a second time is kept. Whatever it holds beside the
 * personal fields tells the kinds of a survey's pages apart.
 */
function stencilFor(page: SurveyPage, render: Portal['render']): Stencil | null {
  const { definition, contactName, address, deviceKey, ...rest } = page
  const kinds = kept.get(definition) ?? new Map<string, Stencil | null>()
  kept.set(definition, kinds)
  const key = JSON.stringify([rest, contactName === '', address === '', deviceKey === ''])
  const known = kinds.get(key)
  if (known) return known
  if (kinds.size >= MOST_KEPT) kinds.clear()
  const made = known === null ? stencilOf(page, render) : null
  kinds.set(key, made)
  return made
}

/** What a page runs in the browser: one entry of the build each. */
export type PortalScript = 'survey' | 'guest' | 'ballot' | 'blind' | 'live'

import { directionOf } from '@sixfold/domain/text/direction'

/** The built files of the browser: the style itself, and where the others lie. */
export interface PortalAssets {
  style: string
  scripts: Record<PortalScript, string>
}

export interface DocumentParts {
  language: string
  title: string
  body: string
  script: PortalScript | null
  /** JSON for the script; null: it needs none. */
  data: string | null
  assets: PortalAssets
}

/** The id of the element that comes alive, and of its data. */
export const ROOT_ID = 'letter'
export const DATA_ID = 'page'

/**
 * The whole document. Its style stands in it, because a slow line would wait as long again for a file; the policy knows it
 * by its hash. No script stands in it. Fonts are not preloaded: they would come before the script on a slow line, and text
 * is read without them.
 */
export function htmlDocument({ language, title, body, script, data, assets }: DocumentParts): string {
  const json = data === null ? '' : `<script type="application/json" id="${DATA_ID}">${data}</script>`
  const run =
    script === null
      ? ''
      : `<script type="module" src="${assets.scripts[script]}" fetchpriority="low"></script>`
  return `<!doctype html><html lang="${escapeText(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeText(title)}</title><link rel="icon" href="data:,"><style>${assets.style}</style></head><body><div id="${ROOT_ID}">${body}</div>${json}${run}</body></html>`
}

/** JSON that cannot end the element it stands in. */
export function jsonForHtml(value: unknown): string {
  return escapeJson(JSON.stringify(value))
}

export function escapeJson(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

import type { PortalPage } from '@sixfold/contract/portal'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import type { PortalAssets } from './frame/document.ts'
import { htmlDocument, jsonForHtml } from './frame/document.ts'
import { kindOf } from './pages/registry.tsx'

/**
 * Renders a page of the portal as a whole HTML document.
 * @public loaded by the API from the build
 */
export function render(page: PortalPage, assets: PortalAssets): string {
  const { view, title, script: scriptOf } = kindOf(page)
  const script = scriptOf(page)
  return htmlDocument({
    language: page.language,
    title: title(page),
    body: renderToString(createElement(view, page)),
    script,
    data: script === 'survey' || script === 'blind' || script === 'live' ? jsonForHtml(page) : null,
    assets,
  })
}

/** @public loaded by the API from the build */
export { problemText } from './words/answer.ts'

/** @public loaded by the API from the build */
export { fileProblemText } from './words/file.ts'

import type { PortalPage } from '@sixfold/contract/portal'
import type { ReactNode } from 'react'
import { createElement } from 'react'
import { Survey } from './survey.tsx'

/**
 * What comes alive in the browser. The survey travels with the script itself, because most readers answer one; other pages
 * fetch their part when they are there. Null: the page stays as it is.
 */
export async function aliveView(page: PortalPage): Promise<ReactNode> {
  switch (page.kind) {
    case 'survey':
      return createElement(Survey, page)
    case 'guest': {
      const { Guest } = await import('./guest.tsx')
      return createElement(Guest, page)
    }
    case 'notice':
    case 'opt-out':
      return null
    default:
      return page satisfies never
  }
}

import type { PortalPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { ComponentType } from 'react'
import { noticeWords } from '../words/notice.ts'
import { Guest } from './guest.tsx'
import { Notice, OptOut } from './notice.tsx'
import { Survey } from './survey.tsx'

interface PageKind<Page> {
  view: ComponentType<Page>
  /** Of the browser's tab. */
  title: (page: Page) => string
  /** Whether the page comes alive in the browser; one that does not is sent without its data and script. */
  hydrates: (page: Page) => boolean
}

type PageKinds = { [Kind in PortalPage['kind']]: PageKind<Extract<PortalPage, { kind: Kind }>> }

/**
 * Every kind of page that the portal can show. A new kind: its props in the contract, its view in `pages/`, one entry here,
 * and one in `alive.ts` if it comes alive.
 */
export const pageKinds: PageKinds = {
  survey: {
    view: Survey,
    title: page => textIn(page.definition.title, page.language, page.definition.defaultLanguage),
    hydrates: page => page.step !== 'thanks',
  },
  notice: {
    view: Notice,
    title: page => noticeWords(uiLanguageFor(page.language))(`${page.reason}.title`),
    hydrates: () => false,
  },
  guest: {
    view: Guest,
    title: page => page.view.title,
    // The reader's own zone is known in the browser alone.
    hydrates: page => page.view.state === 'open',
  },
  'opt-out': {
    view: OptOut,
    title: page => noticeWords(uiLanguageFor(page.language))('opt-out.title'),
    hydrates: () => false,
  },
}

/** The kind of a page, typed for that page. */
export function kindOf<Page extends PortalPage>(page: Page): PageKind<Page> {
  return pageKinds[page.kind] as unknown as PageKind<Page>
}

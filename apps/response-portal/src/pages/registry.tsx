import type { PortalPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { ComponentType } from 'react'
import type { PortalScript } from '../frame/document.ts'
import { noticeWords } from '../words/notice.ts'
import { BlindTicket } from './blind-ticket.tsx'
import { BlindWaiting } from './blind-waiting.tsx'
import { Guest } from './guest.tsx'
import { Notice, OptOut } from './notice.tsx'
import { Survey } from './survey.tsx'

interface PageKind<Page> {
  view: ComponentType<Page>
  /** Of the browser's tab. */
  title: (page: Page) => string
  /** What makes the page alive in the browser; null: it stays as it is. */
  script: (page: Page) => PortalScript | null
}

type PageKinds = { [Kind in PortalPage['kind']]: PageKind<Extract<PortalPage, { kind: Kind }>> }

/** Every kind of page that the portal can show. A new kind: its props in the contract, its view in `pages/`, one entry here. */
export const pageKinds: PageKinds = {
  survey: {
    view: Survey,
    title: page => textIn(page.definition.title, page.language, page.definition.defaultLanguage),
    script: page => (page.step === 'thanks' ? null : 'survey'),
  },
  notice: {
    view: Notice,
    title: page => noticeWords(uiLanguageFor(page.language))(`${page.reason}.title`),
    script: () => null,
  },
  guest: {
    view: Guest,
    title: page => page.view.title,
    script: page => (page.view.state === 'open' ? 'guest' : null),
  },
  'blind-ticket': {
    view: BlindTicket,
    title: page => page.title,
    script: () => 'ballot',
  },
  'blind-survey': {
    view: BlindWaiting,
    title: page => textIn(page.definition.title, page.language, page.definition.defaultLanguage),
    script: () => 'blind',
  },
  'opt-out': {
    view: OptOut,
    title: page => noticeWords(uiLanguageFor(page.language))('opt-out.title'),
    script: () => null,
  },
}

/** The kind of a page, typed for that page. */
export function kindOf<Page extends PortalPage>(page: Page): PageKind<Page> {
  return pageKinds[page.kind] as unknown as PageKind<Page>
}

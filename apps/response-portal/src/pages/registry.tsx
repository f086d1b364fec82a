import type { NoticePage, OptOutPage, SurveyPage } from '@sixfold/contract/portal'
import { textIn } from '@sixfold/domain/local-text'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { ComponentType } from 'react'
import { noticeWords } from '../words/notice.ts'
import { Notice, OptOut } from './notice.tsx'
import { Survey } from './survey.tsx'

interface PageKind<Page> {
  view: ComponentType<Page>
  /** Of the browser's tab. */
  title: (page: Page) => string
  /** Whether the page comes alive in the browser; one that does not is sent without its data and script. */
  hydrates: boolean
}

/** Every kind of page that the portal can show. A new kind: its props in the contract, its view in `pages/`, one entry here. */
export const pageKinds = {
  survey: {
    view: Survey,
    title: page => textIn(page.definition.title, page.language, page.definition.defaultLanguage),
    hydrates: true,
  } satisfies PageKind<SurveyPage>,
  notice: {
    view: Notice,
    title: page => noticeWords(uiLanguageFor(page.language))(`${page.reason}.title`),
    hydrates: false,
  } satisfies PageKind<NoticePage>,
  'opt-out': {
    view: OptOut,
    title: page => noticeWords(uiLanguageFor(page.language))('opt-out.title'),
    hydrates: false,
  } satisfies PageKind<OptOutPage>,
}

type PageOf<Kind> = Kind extends { view: ComponentType<infer Page> } ? Page : never
export type PortalPage = PageOf<(typeof pageKinds)[keyof typeof pageKinds]>

/** The kind of a page, typed for that page. */
export function kindOf(page: PortalPage): PageKind<PortalPage> {
  return pageKinds[page.kind] as PageKind<PortalPage>
}

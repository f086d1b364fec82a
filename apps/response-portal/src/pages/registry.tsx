import type { PortalPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { ComponentType } from 'react'
import { tabTitle, titleOfPage } from '../features/survey/survey-title.ts'
import type { PortalScript } from '../frame/document.ts'
import { aboutWords } from '../words/about.ts'
import { accessibilityWords } from '../words/accessibility.ts'
import { callWords } from '../words/call.ts'
import { liveWords } from '../words/live.ts'
import { noticeWords } from '../words/notice.ts'
import { openWords } from '../words/open.ts'
import { ownWords } from '../words/own.ts'
import { ownDataWords } from '../words/own-data.ts'
import { thanksWords } from '../words/thanks.ts'
import { About } from './about.tsx'
import { Accessibility } from './accessibility.tsx'
import { BlindTicket } from './blind-ticket.tsx'
import { BlindWaiting } from './blind-waiting.tsx'
import { Call, CallAsked } from './call.tsx'
import { DatePoll } from './date-poll.tsx'
import { Guest } from './guest.tsx'
import { Live, LiveDoor } from './live.tsx'
import { NotMe } from './not-me.tsx'
import { Notice, OptOut } from './notice.tsx'
import { OpenEnd } from './open-end.tsx'
import { OpenWelcome } from './open-welcome.tsx'
import { Own } from './own.tsx'
import { OwnComplaint } from './own-complaint.tsx'
import { OwnData } from './own-data.tsx'
import { OwnDataGate } from './own-data-gate.tsx'
import { OwnErasure } from './own-erasure.tsx'
import { Survey } from './survey.tsx'
import { Thanks } from './thanks.tsx'

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
    title: titleOfPage,
    script: page => (page.step === 'thanks' ? null : 'survey'),
  },
  about: {
    view: About,
    title: page => `${aboutWords(uiLanguageFor(page.language))('title')} · ${page.title}`,
    script: () => null,
  },
  call: {
    view: Call,
    title: page =>
      tabTitle(page.language, page.fault !== null, callWords(uiLanguageFor(page.language))('title')),
    script: () => null,
  },
  'call-asked': {
    view: CallAsked,
    title: page => callWords(uiLanguageFor(page.language))('asked.title'),
    script: () => null,
  },
  'not-me': {
    view: NotMe,
    title: page => callWords(uiLanguageFor(page.language))(page.told ? 'told.title' : 'notMe.title'),
    script: () => null,
  },
  thanks: {
    view: Thanks,
    title: page => `${thanksWords(uiLanguageFor(page.language))('title')} · ${page.title}`,
    script: () => null,
  },
  accessibility: {
    view: Accessibility,
    title: page => accessibilityWords(uiLanguageFor(page.language))('title'),
    script: () => null,
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
  'date-poll': {
    view: DatePoll,
    title: page => tabTitle(page.language, page.fault !== null, page.view.title),
    script: () => null,
  },
  'open-welcome': {
    view: OpenWelcome,
    title: page => page.title,
    script: () => null,
  },
  'open-end': {
    view: OpenEnd,
    title: page => openWords(uiLanguageFor(page.language))(`${page.reason}.title`),
    script: () => null,
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
  own: {
    view: Own,
    title: page => ownWords(uiLanguageFor(page.language))('title'),
    script: () => null,
  },
  'own-complaint': {
    view: OwnComplaint,
    title: page =>
      tabTitle(page.language, page.fault !== null, ownWords(uiLanguageFor(page.language))('form.title')),
    script: () => null,
  },
  'own-data-gate': {
    view: OwnDataGate,
    title: page => ownDataWords(uiLanguageFor(page.language))('title'),
    script: () => null,
  },
  'own-data': {
    view: OwnData,
    title: page =>
      tabTitle(page.language, page.faults.length > 0, ownDataWords(uiLanguageFor(page.language))('title')),
    script: () => null,
  },
  'own-erasure': {
    view: OwnErasure,
    title: page =>
      tabTitle(page.language, page.unticked, ownDataWords(uiLanguageFor(page.language))('erasure.title')),
    script: () => null,
  },
  'live-door': {
    view: LiveDoor,
    title: page =>
      tabTitle(page.language, page.wrong !== null, liveWords(uiLanguageFor(page.language))('door')),
    script: () => null,
  },
  live: {
    view: Live,
    title: page => textIn(page.view.title, page.language, 'en'),
    script: () => 'live',
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

import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { FieldTexts } from './portal-fields.ts'
import type { StoredAnswer } from './responses.ts'
import type { GuestView } from './roundtables.ts'

/** What the API hands to the portal's renderer: one page for a customer. Each kind has its own place in the portal. */
export interface LetterHead {
  /** Who writes: the organisation's name. */
  organisation: string
  /** Of the page's texts; words of the screen come in the nearest language they exist in. */
  language: string
  /** All languages of the page, the shown one among them; fewer than two: no switch. */
  languages: readonly { tag: string; name: string }[]
}

/** Welcome, one of the pages (0-based), the list of what is missing, or the end. */
export type SurveyStep = 'welcome' | 'review' | 'thanks' | number

/** A file that a respondent gave. */
export interface AttachedFile {
  name: string
  bytes: number
}

export interface SurveyPage extends LetterHead {
  kind: 'survey'
  /** Where the forms of this survey go: `/r/<token>`, or the preview's address. */
  address: string
  step: SurveyStep
  /** As this respondent sees it (`asSeenBy`): nothing in it asks the customer record any more. */
  definition: SurveyDefinition
  /** The factors of the survey's model in their order, which decides hue and shape. */
  factors: readonly string[]
  answers: readonly StoredAnswer[]
  /** The files among the answers, by id. */
  files: Readonly<Record<string, AttachedFile>>
  /** Faults of what was just posted, in words, by question; the posted fields stand in `posted`. */
  faults: Readonly<Record<string, string>>
  posted: Readonly<Record<string, FieldTexts>>
  /** The posted answers made another question of this page appear. */
  grew: boolean
  /** Empty where nobody knows who answers. */
  contactName: string
  /** Came by an open link: there is nobody to greet, to ask no more, or to lead to an own page. */
  anonymous?: boolean
  /** The last day on which answers are taken, `2026-11-30`. */
  closesOn: string
  /** Staff look at a draft: nothing is stored. */
  preview: boolean
  /** Names the answers that wait on this device; says nothing about the person. */
  deviceKey: string
  /** Only of an open personal survey: seconds spent on each page so far, and when this page was made, in seconds. */
  times?: { pages: Readonly<Record<string, number>>; madeAt: number }
}

export type NoticeReason =
  | 'link_unknown'
  | 'link_expired'
  | 'closed'
  | 'event_over'
  | 'opted_out'
  | 'too_many_requests'
  | 'unavailable'
  | 'internal'
  | 'body_too_large'

/** Says what happened and what to do, and never whose link it was. */
export interface NoticePage extends LetterHead {
  kind: 'notice'
  reason: NoticeReason
}

/** Asks before "ask me no more" is carried out. */
export interface OptOutPage extends LetterHead {
  kind: 'opt-out'
  address: string
}

/** A guest's invitation to a round table, and what became of it. */
export interface GuestPage extends LetterHead {
  kind: 'guest'
  /** Where its forms go: `/e/<token>`. */
  address: string
  view: GuestView
  /** Day, hours and zone of the event in words; made once, because browsers and servers say them differently. */
  times: { date: string; time: string; zone: string; answerBy: string }
}

/** The personal link of a blind survey: explains how answers are kept apart from names, and earns the ballot in the browser. */
export interface BlindTicketPage extends LetterHead {
  kind: 'blind-ticket'
  /** `/r/<token>`. */
  address: string
  waveId: string
  /** Where the questions are, the same address for everybody. */
  questionsAt: string
  title: string
  minutes: number
  questions: number
  closesOn: string
  /** Fewer answers than these are destroyed unread. */
  minimum: number
  /** The link has earned its ballot, on this device or another. */
  earned: boolean
}

/** The questions of a blind survey, the same page for everybody. `organisation` is who carries it out. */
export interface BlindSurveyPage extends Omit<SurveyPage, 'kind'> {
  kind: 'blind-survey'
  waveId: string
}

export type PortalPage = SurveyPage | NoticePage | OptOutPage | GuestPage | BlindTicketPage | BlindSurveyPage

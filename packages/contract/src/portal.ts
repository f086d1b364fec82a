import type { CaseState } from '@sixfold/domain/cases/case-state'
import type { AskChoice } from '@sixfold/domain/contact-standing'
import type { DataRequestKind, ErasureObstacle } from '@sixfold/domain/data-requests/states'
import type { LocalText } from '@sixfold/domain/local-text'
import type { LegalBasis } from '@sixfold/domain/privacy-notice'
import type { RequirementStatus } from '@sixfold/domain/requirements/status'
import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { GuestAgendaItem } from './agendas.ts'
import type { BallotView } from './date-polls.ts'
import type { GuestView } from './guests.ts'
import type { LiveRoomView } from './live-rooms.ts'
import type { OwnCorrection, OwnData } from './own-data.ts'
import type { FieldTexts } from './portal-fields.ts'
import type { StoredAnswer } from './responses.ts'

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
  /** What the welcome says of why, who reads it and for how long; the whole notice is at `/about`. Null: another page says it. */
  notice: NoticeInShort | null
  /** There is somebody who may be called instead. */
  talk: boolean
  /** Staff look at a draft: nothing is stored. */
  preview: boolean
  /** Names the answers that wait on this device; says nothing about the person. */
  deviceKey: string
  /** Only of an open personal survey: seconds spent on each page so far, and when this page was made, in seconds. */
  times?: { pages: Readonly<Record<string, number>>; madeAt: number }
}

/** In all languages of the survey, because the page switches in place. */
export interface NoticeInShort {
  purpose: LocalText
  readers: LocalText
  retentionMonths: number | null
}

/** Who asks, why, and what rights there are. Empty texts and nulls: nothing was stated. */
export interface AboutPage extends LetterHead {
  kind: 'about'
  /** `/r/<token>`. */
  address: string
  /** Where its reader came from. */
  back: string
  title: string
  minutes: number
  questions: number
  closesOn: string
  /** Answers of fewer people are shown to nobody. */
  minimum: number
  /** There is somebody who has an own page. */
  known: boolean
  /** Null in a blind survey, where `organisation` is who carries it out. */
  notice: {
    version: string
    /** The day since which it holds. */
    since: string | null
    purpose: string
    basis: LegalBasis | null
    readers: string
    retentionMonths: number | null
    responsible: string
    postalAddress: string
    contactName: string
    contactEmail: string
    contactPhone: string
  } | null
}

/** Asks for a number and a time: somebody would rather talk. */
export interface CallPage extends LetterHead {
  kind: 'call'
  address: string
  back: string
  /** The step of the survey that it was asked on, as it stands in an address. */
  from: string
  phone: string
  when: string
  /** `needed`: no number is on record. */
  fault: 'not_a_phone' | 'needed' | 'too_long' | null
}

/** Says when somebody calls. */
export interface CallAskedPage extends LetterHead {
  kind: 'call-asked'
  back: string
  /** The survey still takes answers. */
  open: boolean
  /** Day and hours in words, in the zone of whoever is called. */
  times: { from: string; until: string; zone: string }
}

/** For whoever got somebody else's link. */
export interface NotMePage extends LetterHead {
  kind: 'not-me'
  address: string
  back: string
  /** It was noted. */
  told: boolean
}

/** The end of the way. It names nobody, because a used link may be in other hands. */
export interface ThanksPage extends LetterHead {
  kind: 'thanks'
  /** `/r/<token>`; empty in a preview. */
  address: string
  title: string
  /** What the survey says at its end. */
  text: string
  closesOn: string
  /** It takes no more answers. */
  ended: boolean
  /** What was done about last time's answers. */
  done: readonly ShownDone[]
  /** There is a person who can be met, asked and answered. */
  known: boolean
  notice: { readers: string; retentionMonths: number | null }
  preview: boolean
}

/** What customers said of a factor, and what was done about it. */
export interface ShownDone {
  factorName: string
  /** Decides hue and shape. */
  factorIndex: number
  said: string
  did: string
  state: 'done' | 'doing'
  on: string | null
}

export type NoticeReason =
  | 'link_unknown'
  | 'link_expired'
  | 'closed'
  | 'event_over'
  | 'own_expired'
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

/** What is done so that everybody can use these pages, and what is known not to work: the same for all. */
export interface AccessibilityPage extends LetterHead {
  kind: 'accessibility'
}

/** Asks before "ask me no more" is carried out. */
export interface OptOutPage extends LetterHead {
  kind: 'opt-out'
  address: string
}

/** By an open link, before anybody has begun: what it is about, and the button that begins. */
export interface OpenWelcomePage extends LetterHead {
  kind: 'open-welcome'
  /** `/r/<open token>`. */
  address: string
  /** Shown in a frame of somebody else's site. */
  embedded: boolean
  title: string
  welcome: string
  minutes: number
  questions: number
  closesOn: string
  /** What this device began with this link before. */
  earlier: EarlierVisit | null
}

export interface EarlierVisit {
  /** `/r/<own token>`; null where those answers are sent. */
  address: string | null
}

/** Nobody can begin by an open link, or whoever began has no place any more. */
export interface OpenEndPage extends LetterHead {
  kind: 'open-end'
  /** `place`: somebody who began has none; `group`: for answers like these there is none. */
  reason: 'full' | 'ended' | 'early' | 'revoked' | 'place' | 'group'
  closesOn: string
  /** Where the own answers are, when this device began any; null: nowhere. */
  address: string | null
}

/** A guest's invitation to a round table, and what became of it. */
export interface GuestPage extends LetterHead {
  kind: 'guest'
  /** Whether there is a calendar of the guest's own events to subscribe to, and what was just done about it. */
  feed: { on: boolean; done: 'send' | 'end' | null }
  /** Where its forms go: `/e/<token>`. */
  address: string
  view: GuestView
  /** Day, hours and zone of the event in words; made once, because browsers and servers say them differently. */
  times: { date: string; time: string; zone: string; answerBy: string; heldUntil: string | null }
  /** Null: none is shown yet. */
  agenda: readonly GuestAgendaItem[] | null
  /** What customers of the region asked for and what became of it, in sentences that staff released. */
  asked: readonly OwnAsked[]
  /** What was just asked for could not be had: the guest keeps what there was before. */
  noSeat: boolean
}

/** Which date of a round table suits a guest: `/p/<token>`. */
export interface DatePollPage extends LetterHead {
  kind: 'date-poll'
  /** Where its form goes: `/p/<token>`. */
  address: string
  view: BallotView
  /** Day and hours in words on the voter's own clock, by date; the event's beside it where its clock shows something else. */
  times: Readonly<Record<string, { date: string; time: string; event: string | null }>>
  /** Names of the two clocks; `event` is null where they show the same. */
  zones: { own: string; event: string | null }
  /** The last moment to answer, on the voter's clock. */
  answerBy: string
  /** What is chosen in the form: the stored votes, or what was typed before another language was chosen. */
  chosen: Readonly<Record<string, PollVote>>
  note: string
  /** The answer was just kept. */
  saved: boolean
  /** An answer was just sent and not kept: the poll had ended. */
  late: boolean
  fault: 'nothing_chosen' | 'too_long' | null
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

/** A customer's own page: `/me/<token>`. It greets and takes wishes, and shows nothing else that is personal. */
export interface OwnPage extends LetterHead {
  kind: 'own'
  /** Where its forms go: `/me/<token>`. */
  address: string
  name: string
  /** What was just done, said at the top. */
  done: OwnDone | null
  /** The receipt of the complaint that was just sent. */
  receipt: string | null
  cases: readonly OwnCase[]
  /** What else was asked for, such as a call; other features fill this in. */
  requests: readonly OwnRequest[]
  /** What became of what this person asked for, as far as staff released a sentence about it. */
  asked: readonly OwnAsked[]
  /** What was done about the last answers of the region. */
  replies: readonly ShownDone[]
  /** The region's next round table; null: none is planned. */
  roundtable: OwnRoundtable | null
  asking: {
    choice: AskChoice
    /** An objection or restriction holds everything back, which this page does not lift. */
    held: boolean
    /** Only what would hold anything back, and what holds. */
    offered: readonly AskChoice[]
    /** Months that lie between surveys anyway; 0: no rule. */
    usualMonths: number
  }
}

/** "You said, we did", in the page's language. */
export interface OwnAsked {
  receipt: string
  /** May be empty. */
  said: string
  did: string
  status: RequirementStatus
  /** The day on which it was told, where the house is. */
  toldOn: string
}

export type OwnDone =
  | 'complaint'
  | 'asking'
  | 'roundtable'
  | 'data'
  | 'confirmed'
  | 'disputed'
  | 'superseded'
  | 'judged'

export interface OwnCase {
  id: string
  receipt: string
  state: CaseState
  /** In the page's language; empty: it named none. */
  factor: string
  /** `2026-11-22`, where the house is. */
  openedOn: string
  /** What was done about it; empty: nothing yet. */
  told: string
  /** Which resolution a verdict is on. */
  round: number
  /** Whether we ask anew how satisfied the customer is. */
  asksAgain: boolean
}

export interface OwnRequest {
  kind: 'call' | DataRequestKind
  state: 'open' | 'answered' | 'done' | 'refused'
  askedOn: string
  /** The day by which the next step was promised; null: none is owed. */
  promisedBy: string | null
}

export interface OwnRoundtable {
  title: string
  venue: string
  /** Day, hours and zone in words. */
  times: { date: string; time: string; zone: string }
  /** `none`: may say "I would like to come"; `wished`: has said so. */
  standing: 'none' | 'wished' | 'invited' | 'accepted' | 'waitlisted' | 'declined'
}

/** The form for a complaint. */
export interface OwnComplaintPage extends LetterHead {
  kind: 'own-complaint'
  /** `/me/<token>/complaint`. */
  address: string
  /** The way back: `/me/<token>`. */
  ownPage: string
  /** Names this form: sent twice it is one complaint. */
  form: string
  factors: readonly { key: string; name: string }[]
  /** What was typed. */
  typed: { text: string; factor: string; answerWanted: boolean }
  fault: 'empty' | 'too_long' | null
}

/** Before what is held about a person: one button. Whoever only follows links, such as a mail scanner, sees nothing of it. */
export interface OwnDataGatePage extends LetterHead {
  kind: 'own-data-gate'
  /** Where its form goes: `/me/<token>/data/open`. */
  action: string
}

/** Everything that is held about a person: `/me/<token>/data`. */
export interface OwnDataPage extends LetterHead {
  kind: 'own-data'
  /** `/me/<token>/data`. */
  address: string
  data: OwnData
  /** Where the person is: days are said as they are there. */
  zone: string
  done: 'corrected' | 'asked' | null
  /** What is in the fields of the form. */
  correction: OwnCorrection
  /** Languages to choose from: the house's, and the one that is chosen. */
  letters: readonly { tag: string; name: string }[]
  /** Fields of the form that were not taken; `text`: of the request. */
  faults: readonly (keyof OwnCorrection | 'text')[]
  /** To keep: no forms, no links. */
  file: boolean
}

/**
 * Erasing the own data: explained and asked for, begun, or waiting for a person. `explained` is the page for everybody, `/me/erased`.
 */
export interface OwnErasurePage extends LetterHead {
  kind: 'own-erasure'
  /** `/me/<token>/data/erase`; empty for the page for everybody. */
  address: string
  step: 'ask' | 'begun' | 'waits' | 'explained'
  obstacles: readonly ErasureObstacle[]
  /** By which day it is answered and carried out at the latest. */
  answerBy: string
  carryOutBy: string
  /** The form came back without its tick. */
  unticked: boolean
}

/** Typing the code of a live room. */
export interface LiveDoorPage extends LetterHead {
  kind: 'live-door'
  /** What was typed and leads nowhere; null: nothing yet. */
  wrong: string | null
}

/** A live room on a phone; without script its open poll or rating is a plain form. */
export interface LivePage extends LetterHead {
  kind: 'live'
  /** As it is read: `K7M-4QX`. */
  code: string
  /** What this phone calls itself. */
  participant: string
  view: LiveRoomView
  /** What it answered to the item that is shown. */
  answer: number | readonly string[] | null
  saved: boolean
}

export type PortalPage =
  | LiveDoorPage
  | LivePage
  | AccessibilityPage
  | OwnDataPage
  | OwnDataGatePage
  | OwnErasurePage
  | OwnPage
  | OwnComplaintPage
  | SurveyPage
  | AboutPage
  | CallPage
  | CallAskedPage
  | NotMePage
  | ThanksPage
  | NoticePage
  | OptOutPage
  | GuestPage
  | DatePollPage
  | BlindTicketPage
  | BlindSurveyPage
  | OpenWelcomePage
  | OpenEndPage

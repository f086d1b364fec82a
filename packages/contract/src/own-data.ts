import type { AskWish } from '@sixfold/domain/ask-wish'
import type { ReplyAnswer } from '@sixfold/domain/calendar-message/read-reply'
import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import type { DataRequestKind, DataRequestState } from '@sixfold/domain/data-requests/states'
import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { QuestionKind } from '@sixfold/domain/survey/question'
import type { TouchKind } from '@sixfold/domain/touch-decision'

/** Names the shape of the file that people download; a change that breaks a reader gets another number. */
export const OWN_DATA_FORMAT = 'sixfold-own-data/1'

/** Where a value came from: a list, a colleague, or the person. */
export type OwnSource = 'import' | 'staff' | 'portal' | 'other'

export interface OwnField {
  field:
    | 'name'
    | 'email'
    | 'phone'
    | 'role'
    | 'seniority'
    | 'languages'
    | 'channels'
    | 'country'
    | 'zone'
    | 'externalId'
    | 'account'
    | 'region'
  value: string | readonly string[] | null
  /** Null: kept since the record was made. */
  source: OwnSource | null
  at: string | null
}

export interface OwnAnswer {
  question: string
  kind: QuestionKind
  value: AnswerValue
  /** The texts of options and rows, by id; of files their names. */
  texts: Readonly<Record<string, string>>
}

export interface OwnInvitation {
  wave: string
  /** The title of the survey, in the page's language. */
  survey: string
  /** Answers of a blind survey cannot be found, by anybody. */
  blind: boolean
  state: string
  sentAt: string | null
  finishedAt: string | null
  /** Not sent yet. */
  draft: boolean
  answers: readonly OwnAnswer[]
}

/** An interview about a purchase, held on the telephone or face to face. */
export interface OwnInterview {
  survey: string
  at: string
  /** Null: it was begun and not ended. */
  finishedAt: string | null
  answers: readonly OwnAnswer[]
}

/** Everything that is held about a person: what the page shows, and the file. Instants are UTC. */
export interface OwnData {
  format: typeof OWN_DATA_FORMAT
  organisation: string
  madeAt: string
  record: readonly OwnField[]
  /** Records that were found to be of the same person and joined with it, as they were. */
  joinedRecords: readonly (readonly OwnField[])[]
  consents: readonly {
    purpose: TouchPurpose
    wording: string
    proof: string
    source: string
    at: string
    withdrawnAt: string | null
  }[]
  wishes: readonly {
    purpose: TouchPurpose | 'everything' | 'calls'
    source: string
    at: string
    endedAt: string | null
  }[]
  /** How often at most they want to be asked; null: nothing was said, or it was taken back. */
  asking: { atMostEvery: AskWish; source: string; at: string } | null
  /** Round tables that they would like to come to. */
  roundtableWishes: readonly { at: string; title: string; startsAt: string }[]
  touches: readonly { at: string; kind: TouchKind; purpose: TouchPurpose; subject: string }[]
  /** What was to be sent, and was not. */
  refused: readonly { at: string; kind: TouchKind; purpose: TouchPurpose; subject: string; reason: string }[]
  mails: readonly { at: string; subject: string; sentAt: string | null }[]
  invitations: readonly OwnInvitation[]
  interviews: readonly OwnInterview[]
  roundtables: readonly { title: string; startsAt: string; answer: 'none' | 'accept' | 'decline' }[]
  /** Which dates of a round table suit them: what they said, and their note. */
  datePolls: readonly {
    title: string
    at: string | null
    votes: readonly { startsAt: string; vote: PollVote }[]
    note: string
  }[]
  /** What the person's calendar answered to invitations. */
  calendarAnswers: readonly { title: string; at: string; answer: ReplyAnswer; comment: string }[]
  /** What they said that became a requirement, under its receipt. */
  statements: readonly { receipt: string; at: string; said: string; mayQuote: boolean }[]
  installations: readonly { product: string; purchasedOn: string | null; installedOn: string | null }[]
  calls: readonly { at: string; when: string; state: 'open' | 'done' }[]
  complaints: readonly { receipt: string; at: string; text: string; state: string }[]
  requests: readonly {
    kind: DataRequestKind
    state: DataRequestState
    at: string
    answerBy: string
    carryOutBy: string
    text: string
    answer: string
  }[]
}

/** What a person may change at once. */
export interface OwnCorrection {
  name: string
  role: string
  phone: string
  language: string
}

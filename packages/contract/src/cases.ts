import { CASE_SOURCES, SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { CASE_STATES, CLOSING_REASONS } from '@sixfold/domain/cases/case-state'
import { CASE_EVENTS, LONGEST_NOTE } from '@sixfold/domain/cases/timeline'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, localText, staffProcedure } from './common.ts'
import { factorRef } from './requirements.ts'
import { taskOwners } from './tasks.ts'

export const caseKind = z.enum(CASE_SOURCES)
export const caseSeverity = z.enum(SEVERITIES)
export const caseState = z.enum(CASE_STATES)
export const caseWords = z.string().trim().min(1).max(LONGEST_NOTE)

/** With its place in its model, which decides hue and shape. */
const factor = z.strictObject({ key: z.string(), name: localText, index: z.int() })

/** A promise as it stands now, in working minutes of the region. */
const clock = z.strictObject({
  promised: z.int(),
  spent: z.int(),
  running: z.boolean(),
  /** Null: it stands still. */
  dueAt: instant.nullable(),
  late: z.boolean(),
})
export type CaseClockReading = z.infer<typeof clock>

/** Something that went wrong for a customer, and that somebody of the house answers for. */
export const caseRecord = z.strictObject({
  id,
  /** What the customer quotes: `C-2026-000123`. */
  receipt: z.string(),
  /** How it came. */
  kind: caseKind,
  state: caseState,
  severity: caseSeverity,
  accountId: id,
  accountName: z.string(),
  /** Null, with an empty name: nobody in person, or the person was erased. */
  contactId: id.nullable(),
  contactName: z.string(),
  regionId: id,
  /** Null: nobody looks after the account. */
  ownerId: id.nullable(),
  ownerName: z.string(),
  /** The survey that led there. */
  waveId: id.nullable(),
  waveName: z.string(),
  /** An answer opened it, which the caller may not read: factor, score and words are empty here. */
  answerHidden: z.boolean(),
  factor: factor.nullable(),
  /** The score from 1 to 5 that opened it. */
  score: z.number().nullable(),
  /** In the customer's own words, or a colleague's. */
  text: z.string(),
  /** Whether the customer wants to hear from us. */
  answerWanted: z.boolean(),
  /** The language it was written in. */
  language: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  clocks: z.strictObject({ acknowledge: clock, resolve: clock }),
  /** The promise that runs out first; null: none runs. */
  dueAt: instant.nullable(),
  /** 1: its owner was told, 2: the region too, 3: administrators too. */
  escalated: z.int(),
})
export type CaseRecord = z.infer<typeof caseRecord>

const caseRelation = z.strictObject({ id, receipt: z.string(), state: caseState, text: z.string() })

export const caseEntry = z.strictObject({
  id,
  at: instant,
  what: z.enum(CASE_EVENTS),
  by: z.enum(['staff', 'customer', 'house']),
  name: z.string(),
  text: z.string(),
})
export type CaseTimelineEntry = z.infer<typeof caseEntry>

/** A case with all that happened to it. */
export const caseDetail = z.strictObject({
  ...caseRecord.shape,
  factorRef: factorRef.nullable(),
  resolution: z
    .strictObject({ causeId: z.string(), causeName: localText, told: z.string(), at: instant.nullable() })
    .nullable(),
  /** How often it was resolved. */
  round: z.int(),
  /** When the customer was told of the resolution. */
  toldAt: instant.nullable(),
  closed: z
    .strictObject({
      at: instant,
      /** Null: the customer confirmed. */
      reason: z.enum(CLOSING_REASONS).nullable(),
      note: z.string(),
    })
    .nullable(),
  mergedInto: caseRelation.nullable(),
  related: z.array(caseRelation),
  watchers: z.array(z.strictObject({ id, name: z.string() })),
  watching: z.boolean(),
  files: z.array(z.strictObject({ id, name: z.string(), bytes: z.int() })),
  /** Whether it got better, asked some time after it was closed. */
  recovery: z.strictObject({
    askedAt: instant.nullable(),
    before: z.number().nullable(),
    after: z.number().nullable(),
    answeredAt: instant.nullable(),
  }),
  /** The latest last. */
  entries: z.array(caseEntry),
  /** Whether the caller may work on it. */
  editable: z.boolean(),
  revision: z.int(),
})
export type CaseDetail = z.infer<typeof caseDetail>

export const caseFilter = z.enum(['working', 'resolved', 'over', 'all'])

export const cases = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/cases',
      tags: ['customers'],
      summary: 'Cases of the regions that the caller may see, the latest first or by what is due',
    })
    .input(
      z.strictObject({
        of: taskOwners.optional(),
        /** `working`: with us or waiting for the customer; `resolved`: for the customer to confirm. Absent: all. */
        state: caseFilter.optional(),
        kind: caseKind.optional(),
        /** Those that the caller watches. */
        watched: z.stringbool().optional(),
        /** By what is due first: at most a hundred, and only those whose clock runs. */
        order: z.enum(['latest', 'due']).optional(),
        regionId: id.optional(),
        accountId: id.optional(),
        contactId: id.optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(caseRecord)),
  get: staffProcedure()
    .route({ method: 'GET', path: '/cases/{id}', tags: ['customers'], summary: 'One case, whole' })
    .input(z.strictObject({ id }))
    .output(caseDetail),
  open: staffProcedure()
    .route({ method: 'POST', path: '/cases', tags: ['customers'], summary: 'Open a case by hand' })
    .input(
      z.strictObject({
        /** Names the form that it was written on: sent twice it is one case. */
        form: id,
        accountId: id,
        contactId: id.nullable(),
        factor: factorRef.nullable(),
        words: caseWords,
        severity: caseSeverity,
      }),
    )
    .output(caseDetail),
}

import { LONGEST_TEXT } from '@sixfold/domain/data-requests/asked-words'
import {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_LAMPS,
  DATA_REQUEST_STATES,
} from '@sixfold/domain/data-requests/states'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, staffProcedure } from './common.ts'

export const dataRequestKind = z.enum(DATA_REQUEST_KINDS)
export const dataRequestState = z.enum(DATA_REQUEST_STATES)
export const dataRequestText = z.string().trim().min(1).max(LONGEST_TEXT)

/** What erasing somebody did to the numbers of one wave. */
export const waveEffect = z.strictObject({
  waveId: id,
  waveName: z.string(),
  fate: z.enum(['kept', 'removed']),
  before: z.int(),
  after: z.int(),
})

export const dataRequest = z.strictObject({
  id,
  kind: dataRequestKind,
  state: dataRequestState,
  lamp: z.enum(DATA_REQUEST_LAMPS),
  regionId: id,
  accountId: id,
  accountName: z.string(),
  /** Null, with an empty name: the person was erased. */
  contactId: id.nullable(),
  contactName: z.string(),
  /** What the person wrote; empty for nothing. */
  text: z.string(),
  /** How it came: by the person's own page, or noted by staff. */
  source: z.enum(['portal', 'staff']),
  askedAt: instant,
  answerBy: instant,
  carryOutBy: instant,
  /** By when the next step is due; null: it has ended. */
  dueAt: instant.nullable(),
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** What the person was told, the last. */
  answer: z.string(),
  /** Who took the last step; empty: nobody, or it went by itself. */
  handledBy: z.string(),
  /** Of an erasure that is done. */
  effects: z.array(waveEffect),
})
export type DataRequest = z.infer<typeof dataRequest>

const path = '/data-requests'
const tags = ['customers']
const step = z.strictObject({ id, text: dataRequestText })

export const dataRequests = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path,
      tags,
      summary:
        'What people asked about their own data: open ones by what is due first, ended ones by the latest',
    })
    .input(
      z.strictObject({
        state: z.enum(['open', 'ended']).optional(),
        regionId: id.optional(),
        contactId: id.optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(dataRequest)),
  count: staffProcedure()
    .route({ method: 'GET', path: `${path}/count`, tags, summary: 'How many are open, and how many overdue' })
    .output(z.strictObject({ open: z.int(), overdue: z.int() })),
  note: staffProcedure()
    .route({ method: 'POST', path, tags, summary: 'Note what somebody asked by telephone, letter or mail' })
    .input(z.strictObject({ contactId: id, kind: dataRequestKind, text: dataRequestText }))
    .output(dataRequest),
  answer: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: `${path}/{id}/answer`,
      tags,
      summary: 'Tell the person what will happen; the words go by mail',
    })
    .input(step)
    .output(dataRequest),
  carryOut: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: `${path}/{id}/carry-out`,
      tags,
      summary: 'Say that it is carried out; an erasure begins, and cannot be taken back',
    })
    .input(step)
    .output(dataRequest),
  refuse: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: `${path}/{id}/refuse`,
      tags,
      summary: 'Refuse it with the reason, which goes to the person by mail',
    })
    .input(step)
    .output(dataRequest),
}

import { LIVE_QUESTION_STATES } from '@sixfold/domain/live-room/live-question'
import type { LocalText } from '@sixfold/domain/local-text'
import { z } from 'zod'
import { id, localDate, localText, staffProcedure } from './common.ts'
import type { ErrorBody } from './errors.ts'
import { LIVE_LIMITS } from './live-limits.ts'

const line = (longest: number) => z.string().trim().min(1).max(longest)
const title = line(LIVE_LIMITS.title)

/** Something for the room to answer. */
export const liveItemInput = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('poll'),
      title,
      options: z
        .array(line(LIVE_LIMITS.option))
        .min(2)
        .max(LIVE_LIMITS.options)
        .refine(options => new Set(options).size === options.length),
      most: z.int().min(1).max(LIVE_LIMITS.options),
    })
    .refine(({ most, options }) => most <= options.length, { path: ['most'] }),
  z
    .strictObject({
      kind: z.literal('rating'),
      title,
      low: z.int().min(0).max(1),
      high: z.int().min(2).max(10),
      lowWord: z.string().trim().max(40),
      highWord: z.string().trim().max(40),
    })
    .refine(({ low, high }) => low < high, { path: ['high'] }),
  z.strictObject({ kind: z.literal('words'), title, most: z.int().min(1).max(5) }),
  z.strictObject({ kind: z.literal('ideas'), title }),
])
export type LiveItemInput = z.infer<typeof liveItemInput>

const itemState = {
  id,
  /** Takes answers. */
  open: z.boolean(),
  /** Its results are shown. */
  revealed: z.boolean(),
}

const tally = z.strictObject({
  answers: z.int(),
  /** Empty until revealed, and while fewer answered than may be shown. */
  counts: z.record(z.string(), z.int()),
})

export const liveItem = z.strictObject({
  ...itemState,
  input: liveItemInput,
  tally,
  /** A revealed rating: what the region's last round table that was asked the same answered; null: none was. */
  before: z.strictObject({ date: localDate, mean: z.number(), answers: z.int() }).nullable(),
})
export type LiveItemView = z.infer<typeof liveItem>

/** The factor that the agenda was at when something was said; `index`: its place in the model. */
const liveTopic = z.strictObject({ name: localText, index: z.int() })
export type LiveTopic = z.infer<typeof liveTopic>

/** A question from the room; `itemId`: an idea on that board. */
export const liveEntry = z.strictObject({
  id,
  itemId: id.nullable(),
  text: z.string(),
  /** Empty: without a name. */
  name: z.string(),
  state: z.enum(LIVE_QUESTION_STATES),
  votes: z.int(),
  topic: liveTopic.nullable(),
})
export type LiveEntry = z.infer<typeof liveEntry>

/** A live room as its moderator sees it. */
export const liveRoom = z.strictObject({
  roundtableId: id,
  code: z.string(),
  /** Where phones go. */
  address: z.string(),
  open: z.boolean(),
  moderated: z.boolean(),
  currentItemId: id.nullable(),
  items: z.array(liveItem),
  entries: z.array(liveEntry.extend({ requirement: z.string().nullable() })),
  people: z.int(),
})
export type LiveRoom = z.infer<typeof liveRoom>

const ofRoom = z.strictObject({ id })
const route = (method: 'GET' | 'POST', path: string, summary: string) =>
  ({ method, path: `/roundtables/{id}/live${path}` as const, tags: ['round tables'], summary }) as const

export const liveRooms = {
  get: staffProcedure()
    .route(route('GET', '', 'The live room of a round table; null before it was first opened'))
    .input(ofRoom)
    .output(z.strictObject({ room: liveRoom.nullable() })),
  open: staffProcedure('wrong_state')
    .route(route('POST', '/open', 'Open the live room; the code stays the same for ever'))
    .input(ofRoom)
    .output(liveRoom),
  close: staffProcedure()
    .route(route('POST', '/close', 'Close the live room: nothing more is taken'))
    .input(ofRoom)
    .output(liveRoom),
  setModerated: staffProcedure()
    .route(route('POST', '/moderated', 'Whether questions wait for the moderator'))
    .input(z.strictObject({ id, moderated: z.boolean() }))
    .output(liveRoom),
  addItem: staffProcedure('wrong_state')
    .route(route('POST', '/items', 'Prepare a poll, a rating, a word cloud or an idea board'))
    .input(z.strictObject({ id, item: liveItemInput }))
    .output(liveRoom),
  removeItem: staffProcedure('wrong_state')
    .route(route('POST', '/items/{itemId}/remove', 'Remove an item that nobody answered'))
    .input(z.strictObject({ id, itemId: id }))
    .output(liveRoom),
  setItem: staffProcedure()
    .route(route('POST', '/items/{itemId}', 'Show an item on the screen, take answers, reveal its results'))
    .input(
      z.strictObject({
        id,
        itemId: id,
        current: z.boolean().optional(),
        open: z.boolean().optional(),
        revealed: z.boolean().optional(),
      }),
    )
    .output(liveRoom),
  moderate: staffProcedure('wrong_state')
    .route(route('POST', '/entries/{entryId}', 'Show, answer or hide a question or an idea'))
    .input(z.strictObject({ id, entryId: id, state: z.enum(LIVE_QUESTION_STATES) }))
    .output(liveRoom),
  silence: staffProcedure()
    .route(
      route(
        'POST',
        '/entries/{entryId}/silence',
        'Hide all that its asker said, and what they say from now on',
      ),
    )
    .input(z.strictObject({ id, entryId: id }))
    .output(liveRoom),
  noteRequirement: staffProcedure()
    .route(route('POST', '/entries/{entryId}/requirement', 'Make a requirement of what somebody said'))
    .input(z.strictObject({ id, entryId: id }))
    .output(liveRoom),
}

/** A phone names itself by a secret of its own; a screen only looks. */
export const liveJoin = z.strictObject({
  code: z.string().min(1).max(20),
  participant: z.uuid().nullable(),
})

export const liveAnswerInput = z.strictObject({
  itemId: id,
  answer: z.union([z.int().min(0).max(10), z.array(z.string().min(1).max(120)).max(LIVE_LIMITS.options)]),
  /** Rises with every answer of this person to this item: an older one that arrives late changes nothing. */
  number: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
})
export const liveVoteInput = z.strictObject({ entryId: id, wanted: z.boolean() })
export const liveSayInput = z.strictObject({
  /** Names the statement: sent again it is not taken again. */
  key: z.uuid(),
  itemId: id.nullable(),
  text: line(LIVE_LIMITS.text),
  /** Empty: without a name. */
  name: z.string().trim().max(LIVE_LIMITS.name),
})

export type LiveAcknowledgement = { ok: true } | { ok: false; error: ErrorBody }
type Acknowledge = (result: LiveAcknowledgement) => void

export interface LiveClientEvents {
  answer: (input: z.infer<typeof liveAnswerInput>, acknowledge: Acknowledge) => void
  vote: (input: z.infer<typeof liveVoteInput>, acknowledge: Acknowledge) => void
  say: (input: z.infer<typeof liveSayInput>, acknowledge: Acknowledge) => void
}

/** What everybody in the room sees. */
export interface LiveRoomView {
  title: LocalText
  open: boolean
  moderated: boolean
  people: number
  item: LiveItemView | null
}

/** What one participant did so far. */
export interface LiveOwn {
  answers: Record<string, number | string[]>
  /** The number that each of these answers has: the next one must be higher, whatever the phone's clock says. */
  numbers: Record<string, number>
  votes: string[]
  /** What this person said and does not see in the room yet, or said at all. */
  said: { id: string; key: string; itemId: string | null; text: string; waiting: boolean }[]
}

export interface LiveServerEvents {
  room: (view: LiveRoomView) => void
  entries: (entries: LiveEntry[]) => void
  own: (own: LiveOwn) => void
}

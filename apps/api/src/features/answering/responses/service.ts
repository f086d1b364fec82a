import type { QualityFlag } from '@sixfold/domain/quality/flags'
import type { PageTimes } from '@sixfold/domain/quality/page-times'
import { joinBrowser, joinTimes } from '@sixfold/domain/quality/page-times'
import type { TalliedResponse } from '@sixfold/domain/quality/tally'
import type { HeldFor } from '@sixfold/domain/quotas/quota-ledger'
import type { CountedResponse } from '@sixfold/domain/scoreboard'
import { BY_OPEN_LINK, EVERYBODY } from '@sixfold/domain/scoreboard'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import { givenAnswers, mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { ResponseRow } from './store.ts'
import {
  changeDraft,
  deleteDrafts,
  findCounted,
  findResponse,
  findSubmitted,
  findUncounted,
  insertResponse,
  insertResponses,
  raiseDraft,
  setCounted,
  setFlags,
} from './store.ts'

/** What a new response takes over from its invitation and wave. */
export interface ResponsePlace {
  /** The invitation's id, and the response's. */
  id: string
  waveId: string
  surveyId: string
  version: number
  segments: readonly string[]
  language: string
  /** Of the privacy notice that was shown. */
  notice?: string
  mode?: ResponseRow['mode']
  /** Of an open link only. */
  device?: string
  trapped?: boolean
  /** When it was begun; absent: with its first answer. */
  startedAt?: Date
}

/** What a browser says of itself beside the answers: seconds by page, within bounds, and its random name for this link. */
export interface Trace {
  pages?: PageTimes | undefined
  browser?: string | undefined
}

export type KeptResponse = ResponseRow
export type { PromisedResponse } from './store.ts'
export { findPromised, findResponses, findScored, replaceResponse, responseAlong } from './store.ts'

/** Says what comes in, given what is kept; asked again when another device was first. */
export type Incoming = (kept: RevisedAnswers) => RevisedAnswers

/** Each lost round means that another write of this one response was done, so a person never gets near it. */
const MOST_ROUNDS = 200

/** The response of an invitation; null before the first answer. */
export function readResponse(ctx: Context, id: string): Promise<KeptResponse | null> {
  return findResponse(ctx, id)
}

/** Which of these invitations are answered for good, also where nothing but the response says so yet. */
export function submittedAmong(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  return findSubmitted(ctx, ids)
}

/**
 * Adds answers to a draft by the rule of `mergeAnswers`, in one conditional write. Repeating it changes nothing.
 * A submitted response is returned as it is.
 */
export function keepAnswers(
  ctx: Context,
  place: ResponsePlace,
  incoming: Incoming,
  seen: KeptResponse | null,
  trace: Trace = {},
): Promise<KeptResponse> {
  return write(ctx, place, incoming, seen, trace, () => ({}))
}

/**
 * Makes the response final, in one conditional write together with its last answers: of any number of callers one
 * submits, and all get the first result. `finish` names the questions whose answers count, and throws when they cannot be final.
 */
export function submitResponse(
  ctx: Context,
  place: ResponsePlace,
  incoming: Incoming,
  seen: KeptResponse | null,
  finish: (answers: Answers) => ReadonlySet<string>,
  trace: Trace = {},
): Promise<KeptResponse> {
  return write(ctx, place, incoming, seen, trace, answers => {
    const counts = finish(givenAnswers(answers))
    const trimmed = Object.entries(answers).filter(([question]) => counts.has(question))
    return {
      answers: Object.fromEntries(trimmed),
      state: 'submitted' as const,
      submittedAt: ctx.clock.now(),
    }
  })
}

/**
 * Makes a draft final in one write, on the very revision that was seen, together with the hold that it rests on. `counts` names
 * the questions whose answers count. Null: the draft is another one by now, and nothing was written.
 */
export async function submitDraft(
  ctx: Context,
  draft: KeptResponse,
  counts: ReadonlySet<string>,
  hold: string,
): Promise<KeptResponse | null> {
  const trimmed = Object.entries(draft.answers).filter(([question]) => counts.has(question))
  const changed = {
    answers: Object.fromEntries(trimmed),
    state: 'submitted' as const,
    submittedAt: ctx.clock.now(),
    hold,
  }
  return (await changeDraft(ctx, draft, changed)) ? { ...draft, ...changed } : null
}

/** What the response of a hold on places says of it. */
export async function heldFor(ctx: Context, id: string): Promise<HeldFor> {
  const row = await findResponse(ctx, id)
  if (!row) return null
  return row.state === 'submitted' ? { state: row.state, hold: row.hold ?? null } : { state: 'draft' }
}

/** No submission that is under way fits this draft any more; false: there is no draft. */
export const fenceDraft = raiseDraft

/** After the end of a wave: what people without a name began by an open link and never sent. */
export function forgetOpenDrafts(ctx: Context, waveId: string): Promise<void> {
  return deleteDrafts(ctx, waveId, ['open_link', 'embedded'])
}

/** `seen` saves the first look: null where there can be no response yet. A wrong one costs a round and nothing else. */
async function write(
  ctx: Context,
  { id, ...place }: ResponsePlace,
  incoming: Incoming,
  seen: KeptResponse | null,
  trace: Trace,
  change: (answers: RevisedAnswers) => Partial<Pick<ResponseRow, 'answers' | 'state' | 'submittedAt'>>,
): Promise<KeptResponse> {
  let kept = seen
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (kept?.state === 'submitted') return kept
    const before = kept?.answers ?? {}
    const answers = mergeAnswers(before, incoming(before))
    const changed = { answers, language: place.language, ...traced(kept, trace), ...change(answers) }
    if (kept) {
      // Times alone are worth no write: they come along with the next answer.
      const nothingNew =
        answers === before && changed.state === undefined && kept.language === changed.language
      if (nothingNew || (await changeDraft(ctx, kept, changed))) return { ...kept, ...changed }
    } else {
      const row: ResponseRow = {
        _id: id,
        ...place,
        segments: segmentsBy(place),
        mode: place.mode ?? 'web',
        state: 'draft',
        revision: 1,
        startedAt: place.startedAt ?? ctx.clock.now(),
        submittedAt: null,
        counted: false,
        ...changed,
      }
      if (await insertResponse(ctx, row)) return row
    }
    kept = await findResponse(ctx, id)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

/** The groups in which a response counts: those of its contact, and the way it came. Whoever came by an open link is in none. */
function segmentsBy({ segments, mode = 'web' }: Omit<ResponsePlace, 'id'>): string[] {
  return peopleOf({ mode }) === EVERYBODY ? [...segments, `mode:${mode}`] : [...segments]
}

/** What the trace adds to what is kept; nothing when it says nothing new. */
function traced(kept: ResponseRow | null, trace: Trace): Pick<ResponseRow, 'pages' | 'browsers'> {
  const timed = kept?.pages ?? {}
  const known = kept?.browsers ?? []
  const pages = trace.pages ? joinTimes(timed, trace.pages) : timed
  const browsers = joinBrowser(known, trace.browser)
  return { ...(pages === timed ? {} : { pages }), ...(browsers === known ? {} : { browsers }) }
}

/** What all responses of a blind wave have in common; none of them has a segment or a time of its own. */
export interface BlindPlace extends Pick<ResponsePlace, 'waveId' | 'surveyId' | 'version' | 'language'> {
  day: Date
}

/** Keeps the answers of a blind wave, submitted. Repeating it changes nothing. */
export function keepBlindResponses(
  ctx: Context,
  { day, ...place }: BlindPlace,
  responses: readonly { id: string; answers: Answers }[],
): Promise<void> {
  return insertResponses(
    ctx,
    responses.map(({ id, answers }) => ({
      _id: id,
      ...place,
      segments: [],
      mode: 'web',
      state: 'submitted',
      answers: Object.fromEntries(
        Object.entries(answers).map(([question, value]) => [question, { value, revision: 1 }]),
      ),
      revision: 1,
      startedAt: day,
      submittedAt: day,
      counted: false,
    })),
  )
}

export interface CountableResponse extends CountedResponse, TalliedResponse {
  id: string
  segments: string[]
  people: typeof EVERYBODY | typeof BY_OPEN_LINK
  /** When it was submitted. */
  at: Date
  /** Of an open link: equal ones come from one browser. */
  device?: string
  /** What it was last judged to raise. */
  flags?: readonly QualityFlag[]
}

/** Submitted responses of a wave that no scoreboard holds yet. */
export async function uncountedResponses(
  ctx: Context,
  waveId: string,
  limit: number,
): Promise<CountableResponse[]> {
  return (await findUncounted(ctx, waveId, limit)).map(toCountable)
}

/** Notes that the scoreboard holds these; repeating it changes nothing. */
export function markCounted(ctx: Context, ids: readonly string[]): Promise<void> {
  return setCounted(ctx, ids)
}

/** The responses that a scoreboard holds, in the order of their ids: what it is built from anew. */
export async function countedResponses(
  ctx: Context,
  waveId: string,
  page: { after: string | null; limit: number },
): Promise<CountableResponse[]> {
  return (await findCounted(ctx, waveId, page)).map(toCountable)
}

/** Writes down what responses raise; an empty list takes it back. */
export function markFlags(
  ctx: Context,
  judged: readonly { id: string; flags: readonly QualityFlag[] }[],
): Promise<void> {
  return setFlags(ctx, judged)
}

/** Among whose answers a response is counted. */
export function peopleOf({ mode }: Pick<ResponseRow, 'mode'>): typeof EVERYBODY | typeof BY_OPEN_LINK {
  return mode === 'open_link' || mode === 'embedded' ? BY_OPEN_LINK : EVERYBODY
}

function toCountable(row: ResponseRow): CountableResponse {
  const { _id, answers, segments, mode, language, submittedAt, startedAt } = row
  const { pages, browsers, device, trapped, flags } = row
  return {
    id: _id,
    answers: givenAnswers(answers),
    segments,
    people: peopleOf(row),
    at: submittedAt ?? startedAt,
    mode,
    language,
    ...(pages ? { pages } : {}),
    ...(browsers ? { browsers: browsers.length } : {}),
    ...(device ? { device } : {}),
    ...(trapped ? { trapped } : {}),
    ...(flags ? { flags } : {}),
  }
}

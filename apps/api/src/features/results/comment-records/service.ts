import { commentWords } from '@sixfold/domain/comments/comment-search'
import type { Comment } from '@sixfold/domain/comments/comments'
import { commentReader, shownText } from '@sixfold/domain/comments/comments'
import type { CommentPart } from '@sixfold/domain/comments/masking'
import { commentMasker } from '@sixfold/domain/comments/masking'
import { EVERYBODY } from '@sixfold/domain/scoreboard'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { politeness } from '../../../jobs/give-way.ts'
import { enqueue } from '../../../jobs/worker.ts'
import type { CountableResponse } from '../../answering/responses/service.ts'
import { countedResponses, submittedAmong } from '../../answering/responses/service.ts'
import { findContactsOfRegions } from '../../customers/contacts/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { announceWave } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import { boardStanding } from '../scoreboards/service.ts'
import type { GatheredComment, GatheringRow } from './store.ts'
import {
  beginRound,
  deleteComments,
  endRound,
  findCommentsById,
  findGathering,
  storeComments,
} from './store.ts'

export type { CommentQuery, CommentRow } from './store.ts'
export { countComments, countQuotable, findComments, storeTag } from './store.ts'

export const GATHER_COMMENTS = 'comments.gather'

const AT_ONCE = 500
const NAMES_AT_ONCE = 2000
/** A wave is gathered anew at most this often while answers arrive. */
const PAUSE_MS = 5 * 60_000

/** How far the comments of a wave are gathered; asks for what has come since, once for all who ask meanwhile. */
export async function gatheringOf(
  ctx: Context,
  waveId: string,
  revision: number,
): Promise<{ ready: boolean; outdated: boolean }> {
  const row = await findGathering(ctx, waveId)
  const outdated = (row?.revision ?? 0) < revision
  if (outdated) await gatherLater(ctx, waveId, row)
  return { ready: row?.at != null, outdated }
}

async function gatherLater(ctx: Context, waveId: string, row: GatheringRow | null): Promise<void> {
  const now = ctx.clock.now().getTime()
  const last = row?.at ?? null
  await enqueue(ctx, {
    kind: GATHER_COMMENTS,
    key: `comments:${waveId}:${last?.toISOString() ?? 'first'}`,
    payload: { waveId },
    runAt: new Date(last ? Math.max(now, last.getTime() + PAUSE_MS) : now),
  })
}

/**
 * Takes what was said in words out of the counted answers of a wave, masked. Repeating it finds the same; tags by hand stay, and
 * what was masked once stays masked, also when nobody knows the name any more.
 */
export async function gatherComments(ctx: Context, waveId: string): Promise<void> {
  const wave = await readWaveForAnswers(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version) return
  const { revision } = await boardStanding(ctx, waveId)
  const round = await beginRound(ctx, waveId)
  const asksWords = questionsOf(version.definition).some(({ kind }) => kind === 'text')
  if (asksWords) {
    const read = commentReader(version.definition)
    const mask = commentMasker(await namesAround(ctx, waveId))
    const giveWay = politeness()
    for (let after: string | null = null; ; ) {
      const page: CountableResponse[] = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
      after = page.at(-1)?.id ?? null
      if (after === null) break
      const asked = page.filter(({ people }) => people === EVERYBODY)
      await keepPage(ctx, asked, {
        read,
        mask,
        place: { waveId, round, blind: wave.kind === 'blind' },
      })
      await giveWay()
    }
  }
  await endRound(ctx, waveId, { round, revision, at: ctx.clock.now() })
  announceWave(ctx, waveId)
}

interface Gathering {
  read: (answers: CountableResponse['answers']) => Comment[]
  mask: (text: string) => CommentPart[]
  place: { waveId: string; round: number; blind: boolean }
}

async function keepPage(
  ctx: Context,
  page: readonly CountableResponse[],
  { read, mask, place }: Gathering,
): Promise<void> {
  const said = page.flatMap(response =>
    read(response.answers).map(comment => ({
      id: idOf(ctx, response.id, comment.question),
      response,
      comment,
    })),
  )
  const known = new Map(
    (
      await findCommentsById(
        ctx,
        said.map(({ id }) => id),
      )
    ).map(row => [row._id, row.parts]),
  )
  const rows = said.map(({ id, response, comment }): GatheredComment => {
    const parts = known.get(id)?.flatMap(part => ('text' in part ? mask(part.text) : part))
    const { text, ...rest } = comment
    const masked = parts ?? mask(text)
    const { waveId, round, blind } = place
    return {
      _id: id,
      ...{ waveId, round, ...rest },
      parts: masked,
      ...commentWords(shownText(masked)),
      // A blind answer has neither a region nor a language of its own.
      language: blind ? null : response.language,
      regionId: regionOf(response.segments),
    }
  })
  await storeComments(ctx, rows)
  // Whose answers were erased meanwhile: that took away the comments which it found, and not these.
  const left = await submittedAmong(
    ctx,
    page.map(({ id }) => id),
  )
  const gone = said.filter(({ response }) => !left.has(response.id))
  await deleteComments(
    ctx,
    gone.map(({ id }) => id),
  )
}

/** Takes away what was said in these responses to these questions. */
export async function forgetComments(
  ctx: Context,
  responseIds: readonly string[],
  questions: readonly string[],
): Promise<void> {
  await deleteComments(
    ctx,
    responseIds.flatMap(id => questions.map(question => idOf(ctx, id, question))),
  )
}

function idOf(ctx: Context, responseId: string, question: string): string {
  return ctx.secrets.markOfComment(`${responseId} ${question}`)
}

function regionOf(segments: readonly string[]): string | null {
  const prefix = 'region:'
  return segments.find(one => one.startsWith(prefix))?.slice(prefix.length) ?? null
}

/** Everybody who may be named: the contacts of the wave's regions, and the staff. */
async function namesAround(ctx: Context, waveId: string): Promise<string[]> {
  const names = (await findMembers(ctx)).map(({ name }) => name)
  const regionIds = (await waveBook.findWave(ctx, waveId))?.regionIds ?? []
  const giveWay = politeness()
  for (let after: string | null = null; ; ) {
    const part: { id: string; name: string }[] = await findContactsOfRegions(ctx, regionIds, {
      after,
      limit: NAMES_AT_ONCE,
    })
    for (const { name } of part) names.push(name)
    after = part.at(-1)?.id ?? null
    if (after === null) return names
    await giveWay()
  }
}

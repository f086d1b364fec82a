import { seededRandom, shuffle } from '@sixfold/domain/random'
import type { RetentionHistory } from '@sixfold/domain/retention'
import { isTimeUp, latestSending, promisedMonths } from '@sixfold/domain/retention'
import { BY_OPEN_LINK, EVERYBODY } from '@sixfold/domain/scoreboard'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { forgetVisitors } from '../../answering/open-visits/service.ts'
import type { PromisedResponse } from '../../answering/responses/service.ts'
import { findPromised, findResponses } from '../../answering/responses/service.ts'
import { recordOnce } from '../../house/audit/service.ts'
import { removeUploadsOf } from '../../house/files/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { advanceScoreboard, readCounts, rebuildScoreboard } from '../../results/scoreboards/service.ts'
import { forgetAnswering } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { stateOf, waveBook } from '../../waves/wave-records/service.ts'
import { makeNameless } from '../erasures/service.ts'
import { retentionHistory } from '../privacy-notices/service.ts'
import type { RetentionPart, RetentionRun } from './store.ts'
import { beginPart, endPart, endRun, findInterrupted, findRetention, storeSettled } from './store.ts'

/** Responses that are made nameless between two notes of how far it came. */
const AT_ONCE = 200
const PAGE = 500

/** When answers of a wave last lost their names because their time was up; null: none did. */
export async function namelessSince(ctx: Context, waveId: string): Promise<Date | null> {
  return (await findRetention(ctx, waveId))?.namelessAt ?? null
}

/**
 * Makes every response nameless whose time is up by the notice that it stores, and removes drafts likewise. It may be interrupted
 * anywhere and repeated: what was begun is finished first. Answers of blind waves have no name, and are left alone.
 */
export async function carryOutRetention(ctx: Context): Promise<void> {
  const interrupted = new Set(await findInterrupted(ctx))
  const waves = (await waveBook.findWaves(ctx)).filter(({ kind }) => kind !== 'blind')
  const failures: unknown[] = []
  for (const wave of waves)
    await carryOutFor(ctx, wave, interrupted.has(wave._id)).catch(error => void failures.push(error))
  // One wave that fails holds up no other; the job is tried again.
  if (failures.length > 0) throw failures[0]
}

async function carryOutFor(ctx: Context, wave: WaveRow, isInterrupted: boolean): Promise<void> {
  const history = await retentionHistory(ctx, wave.surveyId)
  const months = Object.values({ ...history.house }).concat(Object.values(history.survey))
  const promised = months.filter(one => one !== null)
  const sentBy = latestSending({ now: ctx.clock.now(), months: Math.min(...promised, NEVER) })
  const isYoung = promised.length === 0 || sentBy < min([wave.launchedAt, wave.opensAt])
  const isSettled = isYoung || (await findRetention(ctx, wave._id))?.settled === wave.revision
  if (isSettled && !isInterrupted) return
  const due = await dueReader(ctx, wave, history)
  for (;;) {
    const kept = await findRetention(ctx, wave._id)
    const part = kept?.part ?? (await nextPart(ctx, wave, { sentBy, due }))
    if (!part) {
      if (kept?.run) await finishRun(ctx, wave._id, kept.run)
      break
    }
    if (kept?.part) await carryOutPart(ctx, wave._id, kept.part)
    else await beginPart(ctx, wave._id, { part, run: kept?.run ?? (await newRun(ctx, wave._id)) })
  }
  const everything = { sentBy: ctx.clock.now(), drafts: true, after: null, limit: 1 }
  if (isOver(ctx, wave) && (await findPromised(ctx, wave._id, everything)).length === 0)
    await storeSettled(ctx, wave._id, wave.revision)
}

/** Longer than any notice says. */
const NEVER = 1200

/** Says whether the time of a response is up: where its region is, counted from sending, or for drafts from the end of the wave. */
async function dueReader(ctx: Context, wave: WaveRow, history: RetentionHistory) {
  const { zone: house } = await readOrganisation(ctx)
  const zones = new Map((await listRegions(ctx)).map(({ _id, zone }) => [`region:${_id}`, zone]))
  const now = ctx.clock.now()
  return ({ submittedAt, segments, notice }: PromisedResponse): boolean => {
    const months = promisedMonths(notice, history)
    const zone = segments.map(one => zones.get(one)).find(one => one !== undefined) ?? house
    return months !== null && isTimeUp({ since: submittedAt ?? wave.closesAt, months, zone, now })
  }
}

function isOver(ctx: Context, wave: WaveRow): boolean {
  const state = stateOf(ctx, wave)
  return state === 'closed' || state === 'archived'
}

/** The next responses whose time is up, in an order of chance: that in which they are kept afterwards tells nothing. */
async function nextPart(
  ctx: Context,
  wave: WaveRow,
  { sentBy, due }: { sentBy: Date; due: (one: PromisedResponse) => boolean },
): Promise<RetentionPart | null> {
  const found: PromisedResponse[] = []
  for (let after: string | null = null; found.length < AT_ONCE; ) {
    const page: PromisedResponse[] = await findPromised(ctx, wave._id, {
      sentBy,
      drafts: isOver(ctx, wave),
      after,
      limit: PAGE,
    })
    found.push(...page.filter(due))
    after = page.at(-1)?._id ?? null
    if (page.length < PAGE) break
  }
  const chosen = found.slice(0, AT_ONCE)
  if (chosen.length === 0) return null
  const ids = chosen.map(({ _id }) => _id)
  return {
    id: newId(),
    responseIds: shuffle(ids, seededRandom(newId())),
    drafts: chosen.filter(({ state }) => state === 'draft').length,
  }
}

async function newRun(ctx: Context, waveId: string): Promise<RetentionRun> {
  await advanceScoreboard(ctx, waveId)
  return { auditId: newId(), before: await countResponses(ctx, waveId), responses: 0, drafts: 0 }
}

/** Links and files go first: no link leads to answers that are gone. */
async function carryOutPart(ctx: Context, waveId: string, part: RetentionPart): Promise<void> {
  const { responseIds } = part
  await forgetAnswering(ctx, responseIds)
  await forgetVisitors(ctx, responseIds)
  await removeUploadsOf(ctx, responseIds)
  // Everything that is sent is counted, so that what takes its place counts at once.
  await advanceScoreboard(ctx, waveId)
  const board = await readCounts(ctx, waveId)
  const { minimumCell } = await readOrganisation(ctx)
  const rows = new Map((await findResponses(ctx, responseIds)).map(row => [row._id, row]))
  for (const id of responseIds) await makeNameless(ctx, id, rows.get(id), { board, minimumCell })
  await endPart(ctx, waveId, part)
}

/** Counts the wave anew, and says what was done (law 7). */
async function finishRun(ctx: Context, waveId: string, run: RetentionRun): Promise<void> {
  await rebuildScoreboard(ctx, waveId)
  const { auditId, before, responses, drafts } = run
  const after = await countResponses(ctx, waveId)
  await recordOnce(ctx, auditId, {
    action: 'retention.carried-out',
    subject: `wave:${waveId}`,
    detail: `${responses} responses nameless, ${drafts} drafts removed; ${before} → ${after}`,
  })
  await endRun(ctx, waveId, run)
}

async function countResponses(ctx: Context, waveId: string): Promise<number> {
  const board = await readCounts(ctx, waveId)
  return (board[EVERYBODY]?.responses ?? 0) + (board[BY_OPEN_LINK]?.responses ?? 0)
}

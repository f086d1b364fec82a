import { setImmediate as breathe } from 'node:timers/promises'
import type { EvidenceSource } from '@sixfold/domain/evidence/evidence'
import type { CountedEvidence } from '@sixfold/domain/evidence/evidence-map'
import type { Quarter } from '@sixfold/domain/quarter'
import { compareQuarters } from '@sixfold/domain/quarter'
import { EVERYBODY, factorReader, factorsOf, scaleCounts } from '@sixfold/domain/scoreboard'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'
import type { EvidenceSourceReader } from '../../../sources/evidence-source.ts'
import { findResponses } from '../../answering/responses/service.ts'
import type { HeardWave } from '../../roundtables/event-answers/service.ts'
import { heardWave } from '../../roundtables/event-answers/service.ts'
import type { InvitationMark } from '../../waves/invitations/service.ts'
import { walkInvitations } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { boardStanding, readCounts } from '../scoreboards/service.ts'
import type { HeardFactor } from './store.ts'
import { findCounted, storeCounted } from './store.ts'

/** While answers arrive a wave is counted anew at most this often. */
const PAUSE_MS = 60_000

const sourceOf: Record<SurveyKind, EvidenceSource> = {
  quarterly: 'quarterly',
  product: 'product',
  call: 'call',
  blind: 'blind',
  post_event: 'round_table',
}

/**
 * Everybody who rated a factor in a survey of the quarter, by account, as last counted: no request reads the responses. Of a
 * blind survey only how many did, anywhere.
 */
export const answerEvidence: EvidenceSourceReader = async (ctx, { quarter, regionIds }) => {
  const waves = await wavesOf(ctx, quarter)
  const named = new Map(waves.filter(({ kind }) => kind !== 'blind').map(row => [row._id, row]))
  const [blind, counted] = await Promise.all([
    Promise.all(waves.filter(({ kind }) => kind === 'blind').map(row => blindEvidence(ctx, row))),
    findCounted(ctx, [...named.keys()]),
  ])
  const heard = counted.flatMap(({ _id, heard: rows }) => {
    const kind = named.get(_id)?.kind
    const own = rows.filter(({ regionId }) => regionIds.includes(regionId))
    return kind ? own.map((row): CountedEvidence => ({ ...row, source: sourceOf[kind] })) : []
  })
  return [...blind.flat(), ...heard]
}

/**
 * Has counted what came in since; true while a survey with answers in a quarter was never counted, so that what is shown is not
 * all.
 */
export async function isBeingCounted(ctx: Context, quarter: Quarter): Promise<boolean> {
  const ids = (await wavesOf(ctx, quarter)).filter(({ kind }) => kind !== 'blind').map(({ _id }) => _id)
  const known = new Map((await findCounted(ctx, ids)).map(row => [row._id, row]))
  const coming = await Promise.all(
    ids.map(async id => {
      const { revision } = await boardStanding(ctx, id)
      const row = known.get(id)
      if (revision > (row?.revision ?? 0)) await countLater(ctx, id, row?.at ?? null)
      return revision > 0 && row === undefined
    }),
  )
  return coming.includes(true)
}

async function wavesOf(ctx: Context, quarter: Quarter): Promise<WaveRow[]> {
  return (await waveBook.findWaves(ctx)).filter(row => compareQuarters(row.quarter, quarter) === 0)
}

async function blindEvidence(ctx: Context, row: WaveRow): Promise<CountedEvidence[]> {
  const wave = await heardWave(ctx, row)
  if (!wave) return []
  const counts = (await readCounts(ctx, row._id))[EVERYBODY]?.factors ?? {}
  return factorsOf(wave.definition).map(factor => ({
    source: 'blind',
    regionId: '',
    accountId: null,
    factor,
    count: scaleCounts(counts[factor] ?? []).reduce((sum, n) => sum + n, 0),
  }))
}

export const COUNT_EVIDENCE = 'evidence.count'

/** Asks for it once, however many look meanwhile; the first time at once. */
async function countLater(ctx: Context, waveId: string, last: Date | null): Promise<void> {
  const now = ctx.clock.now().getTime()
  await enqueue(ctx, {
    kind: COUNT_EVIDENCE,
    key: `evidence:${waveId}:${last?.toISOString() ?? 'first'}`,
    payload: { waveId },
    runAt: new Date(last ? Math.max(now, last.getTime() + PAUSE_MS) : now),
  })
}

/** Counts who rated which factor in a wave. Of a blind wave nothing: its answers have no accounts. */
export async function countEvidence(ctx: Context, waveId: string): Promise<void> {
  const row = (await waveBook.findWaves(ctx)).find(({ _id }) => _id === waveId)
  const wave = row && row.kind !== 'blind' ? await heardWave(ctx, row) : null
  if (!wave) return
  const { revision } = await boardStanding(ctx, waveId)
  const heard = await countWave(ctx, wave)
  await storeCounted(ctx, { _id: waveId, revision, at: ctx.clock.now(), heard })
}

const WALK = 500

async function countWave(ctx: Context, { row, definition }: HeardWave): Promise<HeardFactor[]> {
  const readers = factorsOf(definition).map(factor => ({ factor, read: factorReader(definition, factor) }))
  const found = new Map<string, HeardFactor>()
  for (let after: string | null = null; ; ) {
    const walked: InvitationMark[] = await walkInvitations(ctx, row._id, { after, limit: WALK })
    const marks = new Map(walked.map(mark => [mark._id, mark]))
    for (const { _id, state, answers } of await findResponses(ctx, [...marks.keys()])) {
      const mark = marks.get(_id)
      if (state !== 'submitted' || !mark) continue
      const given = givenAnswers(answers)
      for (const { factor, read } of readers) {
        if (typeof read(given) !== 'number') continue
        const { regionId, accountId } = mark
        const key = `${regionId} ${accountId} ${factor}`
        const { count } = found.get(key) ?? { count: 0 }
        found.set(key, { regionId, accountId, factor, count: count + 1 })
      }
    }
    after = walked.length < WALK ? null : (walked.at(-1)?._id ?? null)
    if (after === null) return [...found.values()]
    // Customers go first.
    await breathe()
  }
}

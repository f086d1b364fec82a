import type { EvidenceSource } from '@sixfold/domain/evidence/evidence'
import type { CountedEvidence } from '@sixfold/domain/evidence/evidence-map'
import { compareQuarters } from '@sixfold/domain/quarter'
import { EVERYBODY, factorReader, factorsOf, scaleCounts } from '@sixfold/domain/scoreboard'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../context.ts'
import type { EvidenceSourceReader } from '../../sources/evidence-source.ts'
import type { HeardWave } from '../event-answers/service.ts'
import { heardWave } from '../event-answers/service.ts'
import type { InvitationMark } from '../invitations/service.ts'
import { walkInvitations } from '../invitations/service.ts'
import { findResponses } from '../responses/service.ts'
import { boardStanding, readCounts } from '../scoreboards/service.ts'
import { waveBook } from '../wave-records/service.ts'

const sourceOf: Record<SurveyKind, EvidenceSource> = {
  quarterly: 'quarterly',
  product: 'product',
  call: 'call',
  blind: 'blind',
  post_event: 'round_table',
}

/** Everybody who rated a factor in a survey of the quarter, by account; of a blind survey only how many did, anywhere. */
export const answerEvidence: EvidenceSourceReader = async (ctx, { quarter, regionIds }) => {
  const rows = (await waveBook.findWaves(ctx)).filter(row => compareQuarters(row.quarter, quarter) === 0)
  const waves = (await Promise.all(rows.map(row => heardWave(ctx, row)))).filter(wave => wave !== null)
  const heard = await Promise.all(
    waves.map(wave => (wave.row.kind === 'blind' ? blindEvidence(ctx, wave) : namedEvidence(ctx, wave))),
  )
  return heard.flat().filter(({ source, regionId }) => source === 'blind' || regionIds.includes(regionId))
}

async function blindEvidence(ctx: Context, { row, definition }: HeardWave): Promise<CountedEvidence[]> {
  const counts = (await readCounts(ctx, row._id))[EVERYBODY]?.factors ?? {}
  return factorsOf(definition).map(factor => ({
    source: 'blind',
    regionId: '',
    accountId: null,
    factor,
    count: scaleCounts(counts[factor] ?? []).reduce((sum, n) => sum + n, 0),
  }))
}

const counted = new WeakMap<Context['db'], Map<string, { revision: number; heard: CountedEvidence[] }>>()

/** Counted anew only when answers came in since. */
async function namedEvidence(ctx: Context, wave: HeardWave): Promise<CountedEvidence[]> {
  const memory = counted.get(ctx.db) ?? new Map()
  counted.set(ctx.db, memory)
  const { revision } = await boardStanding(ctx, wave.row._id)
  const known = memory.get(wave.row._id)
  if (known?.revision === revision) return known.heard
  const heard = await countWave(ctx, wave)
  memory.set(wave.row._id, { revision, heard })
  return heard
}

const WALK = 1000

async function countWave(ctx: Context, { row, definition }: HeardWave): Promise<CountedEvidence[]> {
  const readers = factorsOf(definition).map(factor => ({ factor, read: factorReader(definition, factor) }))
  const found = new Map<string, CountedEvidence>()
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
        const before = found.get(key)
        const of = { source: sourceOf[row.kind], regionId, accountId, factor }
        found.set(key, { ...of, count: (before?.count ?? 0) + 1 })
      }
    }
    after = walked.length < WALK ? null : (walked.at(-1)?._id ?? null)
    if (after === null) return [...found.values()]
  }
}

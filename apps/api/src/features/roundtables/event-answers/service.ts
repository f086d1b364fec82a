import type { FactorModel } from '@sixfold/domain/factor-model'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { LocalText } from '@sixfold/domain/local-text'
import type { Verdicts } from '@sixfold/domain/roundtables/weak-factors'
import { factorReader } from '@sixfold/domain/scoreboard'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { addMinutes } from 'date-fns/addMinutes'
import type { Context } from '../../../context.ts'
import { findResponses } from '../../answering/responses/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { walkInvitations } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { stateOf, waveBook } from '../../waves/wave-records/service.ts'

/** A closed wave of the whole relationship, as round tables read it. */
export interface HeardWave {
  row: WaveRow
  definition: SurveyDefinition
  model: FactorModel
}

/** Closed quarterly waves that asked in a region, the oldest first. Blind ones are none: their answers belong to nobody. */
export async function closedWavesOf(ctx: Context, regionId: string): Promise<WaveRow[]> {
  const rows = await waveBook.findWaves(ctx)
  return rows
    .filter(
      row =>
        row.kind === 'quarterly' &&
        row.regionIds.includes(regionId) &&
        ['closed', 'archived'].includes(stateOf(ctx, row)),
    )
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
}

/** What a wave asked, on which factors; null when its version or its model is gone. */
export async function heardWave(ctx: Context, row: WaveRow): Promise<HeardWave | null> {
  const version = await publishedVersion(ctx, row.surveyId, row.version)
  const model = version && (await findFactorModel(ctx, version.definition.factorModel))
  return version && model ? { row, definition: version.definition, model } : null
}

const WALK = 1000

/** Every respondent of a region with the verdicts by factor. For decisions about groups; nothing of it is shown by itself. */
export async function verdictsOf(
  ctx: Context,
  { row, definition, model }: HeardWave,
  regionId: string,
): Promise<Verdicts[]> {
  const readers = model.factors.map(({ key }) => ({ key, read: factorReader(definition, key) }))
  const found: Verdicts[] = []
  for (let after: string | null = null; ; ) {
    const walked = await walkInvitations(ctx, row._id, { after, limit: WALK })
    const own = new Map(
      walked.filter(one => one.regionId === regionId).map(({ _id, accountId }) => [_id, accountId]),
    )
    for (const { _id, state, segments, answers } of await findResponses(ctx, [...own.keys()])) {
      if (state !== 'submitted') continue
      const given = Object.fromEntries(
        Object.entries(answers).flatMap(([question, { value }]) =>
          value === null ? [] : [[question, value]],
        ),
      )
      const factors = Object.fromEntries(
        readers.flatMap(({ key, read }) => {
          const verdict = read(given)
          return typeof verdict === 'number' ? [[key, verdict]] : []
        }),
      )
      // As it was when they answered: moving an account between segments moves no answer with it.
      found.push({ accountId: own.get(_id) ?? '', segment: segmentIn(segments), factors })
    }
    after = walked.length < WALK ? null : (walked.at(-1)?._id ?? null)
    if (after === null) break
  }
  return found
}

function segmentIn(segments: readonly string[]): string {
  const found = segments.find(one => one.startsWith(SEGMENT))
  return found?.slice(SEGMENT.length) ?? ''
}

const SEGMENT = 'segment:'

/** What was heard in a region's last closed wave. */
export interface LastHeard {
  wave: HeardWave
  responses: Verdicts[]
}

const KEPT_MINUTES = 2
const kept = new WeakMap<Context, Map<string, { until: Date; heard: Promise<LastHeard | null> }>>()

/** The last closed wave of a region with its respondents; read again after a while, so that a search need not walk them at each letter. */
export function lastHeard(ctx: Context, regionId: string): Promise<LastHeard | null> {
  const known = kept.get(ctx) ?? new Map()
  kept.set(ctx, known)
  const now = ctx.clock.now()
  const before = known.get(regionId)
  if (before && before.until > now && addMinutes(now, KEPT_MINUTES) >= before.until) return before.heard
  const heard = readLast(ctx, regionId)
  known.set(regionId, { until: addMinutes(now, KEPT_MINUTES), heard })
  heard.catch(() => known.delete(regionId))
  return heard
}

async function readLast(ctx: Context, regionId: string): Promise<LastHeard | null> {
  const row = (await closedWavesOf(ctx, regionId)).at(-1)
  const wave = row ? await heardWave(ctx, row) : null
  return wave && { wave, responses: await verdictsOf(ctx, wave, regionId) }
}

/** A factor as people read it: name, and the place in its model that decides hue and shape. */
export function factorNamed(
  model: FactorModel | null,
  key: string,
): { key: string; name: LocalText; index: number } {
  const factor = model?.factors.find(one => one.key === key)
  return { key, name: { ...factor?.name }, index: model && factor ? factorIndex(model, key) : 0 }
}

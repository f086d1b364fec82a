import { setImmediate as breathe } from 'node:timers/promises'
import type { ResultWeights } from '@sixfold/contract/result-weights'
import type { StaffMember } from '@sixfold/contract/staff'
import { factorIndex } from '@sixfold/domain/factor-model'
import { designEffect } from '@sixfold/domain/results/account-likeness'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import type { Pairs } from '@sixfold/domain/results/paired-change'
import { changeDesignEffect, pairsOf } from '@sixfold/domain/results/paired-change'
import type { WeightingCell, WeightingClass, WeightingReport } from '@sixfold/domain/results/weighting'
import { weightingReport } from '@sixfold/domain/results/weighting'
import { EVERYBODY, factorReader, factorsOf } from '@sixfold/domain/scoreboard'
import { hiddenSegments, validRatings } from '@sixfold/domain/scoreboard-disclosure'
import type { DesignEffects, PairedAnswers } from '@sixfold/domain/scoreboard-view'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../context.ts'
import { findFactorModel } from '../factor-models/service.ts'
import { announceWave, invitationBook } from '../invitations/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import { countedResponses } from '../responses/service.ts'
import { groupNames } from '../result-groups/service.ts'
import {
  boardStanding,
  readBoard,
  readCounts,
  SCOREBOARD_CONFIDENCE,
  waveBefore,
} from '../scoreboards/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import { readEstimates, storeEstimates } from '../wave-estimates/service.ts'
import { waveBook } from '../wave-records/service.ts'
import { askedApart } from '../waves/service.ts'

const AT_ONCE = 500

/** The factors as they were answered and as they would be if everybody of the frame were heard: from what was worked out, never from the responses. */
export async function readWeights(ctx: Context, actor: StaffMember, id: string): Promise<ResultWeights> {
  const { wave, version, revision, minimumCell } = await readBoard(ctx, actor, { id })
  const row = (await readEstimates(ctx, [{ waveId: id, revision }])).get(id)
  const model = await findFactorModel(ctx, version.definition.factorModel)
  if (!model) throw new Error(`the factor model of the wave ${id} is gone`)
  const report = row?.weighting ?? null
  const state = wave.kind === 'blind' ? 'blind' : !row ? 'coming' : report ? 'ready' : 'suppressed'
  return {
    waveId: id,
    state,
    at: row?.at.toISOString() ?? null,
    outdated: (row?.revision ?? 0) < revision,
    minimumCell,
    confidence: SCOREBOARD_CONFIDENCE,
    factors: factorsOf(version.definition).flatMap(factor => {
      const found = model.factors.find(({ key }) => key === factor)
      return found ? [{ factor, name: found.name, index: factorIndex(model, factor) }] : []
    }),
    report: state === 'ready' && report ? await described(ctx, report) : null,
  }
}

async function described(ctx: Context, { rows, columns, ...report }: WeightingReport) {
  const names = await groupNames(
    ctx,
    [...rows, ...columns].flatMap(one => one.names),
  )
  const named = (classes: readonly WeightingClass[]) =>
    classes.map(({ names: segments, ...one }) => ({
      groups: segments.map(segment => ({ segment, name: names.get(segment) ?? null })),
      ...one,
    }))
  return { ...report, rows: named(rows), columns: named(columns) }
}

/** One response, as far as errors depend on it. */
interface Row {
  account: string
  contact: string | null
  segments: readonly string[]
  /** By factor, 1 to 5; null: not rated. */
  ratings: (number | null)[]
}

/** Works out what the errors of a wave depend on. Of a blind wave nothing: its answers stand for nobody. */
export async function estimateWave(ctx: Context, waveId: string): Promise<void> {
  const wave = await waveBook.findWave(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!wave || !version) return
  const { revision } = await boardStanding(ctx, waveId)
  const at = ctx.clock.now()
  if (wave.kind === 'blind')
    return storeEstimates(ctx, { _id: waveId, revision, at, effects: {}, both: null, weighting: null })
  const factors = factorsOf(version.definition)
  const rows = await readRows(ctx, waveId, version.definition, factors)
  const effects = await effectsOf(rows, factors)
  await storeEstimates(ctx, {
    _id: waveId,
    revision,
    at,
    effects,
    both: await bothOf(ctx, waveId, rows, factors),
    weighting: await weightingOf(ctx, wave, rows, factors, effects),
  })
  announceWave(ctx, waveId)
}

async function readRows(
  ctx: Context,
  waveId: string,
  definition: SurveyDefinition,
  factors: readonly string[],
): Promise<Row[]> {
  const readers = factors.map(factor => factorReader(definition, factor))
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const page = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
    const ids = page.map(({ id }) => id)
    const invitations = await invitationBook.findInvitationsById(ctx, ids)
    const known = new Map(invitations.map(row => [row._id, row]))
    for (const { id, answers, segments, people } of page) {
      if (people !== EVERYBODY) continue
      const verdicts = readers.map(read => read(answers))
      rows.push({
        // Whoever was erased has no account any more, and stands alone.
        account: known.get(id)?.accountId ?? id,
        contact: known.get(id)?.contactId ?? null,
        segments,
        ratings: verdicts.map(verdict => (typeof verdict === 'number' ? verdict : null)),
      })
    }
    after = page.at(-1)?.id ?? null
    if (after === null) return rows
    // Customers go first.
    await breathe()
  }
}

/** The rows of everybody and of each group that is counted. */
function bySegment(rows: readonly Row[], isWanted: (segment: string) => boolean): Map<string, Row[]> {
  const found = new Map<string, Row[]>([[EVERYBODY, [...rows]]])
  for (const row of rows)
    for (const segment of new Set(row.segments.filter(isWanted))) {
      const list = found.get(segment) ?? []
      found.set(segment, list)
      list.push(row)
    }
  return found
}

async function effectsOf(rows: readonly Row[], factors: readonly string[]): Promise<DesignEffects> {
  const effects: Record<string, Record<string, number | null>> = {}
  for (const [segment, own] of bySegment(rows, one => dimensionOf(one) !== null)) {
    effects[segment] = Object.fromEntries(
      factors.map((factor, at) => [
        factor,
        designEffect(own.map(({ account, ratings }) => ({ account, rating: ratings[at] ?? null }))),
      ]),
    )
    await breathe()
  }
  return effects
}

/** Those who answered the wave before too, of everybody and by region. */
async function bothOf(
  ctx: Context,
  waveId: string,
  rows: readonly Row[],
  factors: readonly string[],
): Promise<(PairedAnswers & { beforeId: string }) | null> {
  const beforeId = await waveBefore(ctx, waveId)
  const wave = beforeId === null ? null : await waveBook.findWave(ctx, beforeId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (beforeId === null || !version || (await askedApart(ctx, beforeId, waveId))) return null
  const then = new Map<string, (number | null)[]>()
  for (const { contact, ratings } of await readRows(ctx, beforeId, version.definition, factors))
    if (contact) then.set(contact, ratings)
  const pairs: Record<string, Record<string, Pairs>> = {}
  const effects: Record<string, Record<string, number | null>> = {}
  for (const [segment, own] of bySegment(rows, one => dimensionOf(one) === 'region')) {
    const found = factors.map((factor, at) => {
      const changes = own.flatMap(({ account, contact, ratings }) => {
        const [now, before] = [ratings[at] ?? null, then.get(contact ?? '')?.[at] ?? null]
        return now === null || before === null ? [] : [{ account, now: now >= 4, before: before >= 4 }]
      })
      return { factor, changes }
    })
    pairs[segment] = Object.fromEntries(found.map(({ factor, changes }) => [factor, pairsOf(changes)]))
    effects[segment] = Object.fromEntries(
      found.map(({ factor, changes }) => [factor, changeDesignEffect(changes)]),
    )
    await breathe()
  }
  return { beforeId, pairs, effects }
}

type Wave = NonNullable<Awaited<ReturnType<typeof waveBook.findWave>>>

/** Weighs regions by segments, or by roles where the sample was drawn by them. */
async function weightingOf(
  ctx: Context,
  wave: Wave,
  rows: readonly Row[],
  factors: readonly string[],
  effects: DesignEffects,
) {
  const { design, drawn } = wave.sample
  const second = design.strataBy === 'seniority' ? 'seniority' : 'segment'
  const placeOf = (segments: readonly string[]) => ({
    row: segments.find(one => dimensionOf(one) === 'region') ?? '',
    column: segments.find(one => dimensionOf(one) === second) ?? '',
  })
  const strata = new Map(
    (drawn?.strata ?? []).map(({ stratum, population, sample }) => [
      stratum,
      sample > 0 ? population / sample : 1,
    ]),
  )
  const designOf = ({ row, column }: { row: string; column: string }) =>
    strata.get('') ?? strata.get(design.strataBy === 'region' ? row : column || `${second}:unknown`) ?? 1
  const cells = new Map<string, WeightingCell>()
  const cellOf = (segments: readonly string[]) => {
    const place = placeOf(segments)
    const key = `${place.row} ${place.column}`
    const cell = cells.get(key) ?? {
      ...place,
      population: 0,
      design: designOf(place),
      respondents: 0,
      answers: Object.fromEntries(factors.map(factor => [factor, { valid: 0, satisfied: 0 }])),
    }
    cells.set(key, cell)
    return cell
  }
  for (let after: string | null = null; ; ) {
    const page = await invitationBook.findInvitations(ctx, {
      waveId: wave._id,
      regionIds: null,
      after,
      limit: AT_ONCE,
    })
    for (const { segments } of page) {
      const cell = cellOf(segments)
      cell.population += cell.design
    }
    after = page.at(-1)?._id ?? null
    if (after === null) break
    await breathe()
  }
  for (const { segments, ratings } of rows) {
    const cell = cellOf(segments)
    cell.respondents += 1
    for (const [at, factor] of factors.entries()) {
      const [answer, rating] = [cell.answers[factor], ratings[at] ?? null]
      if (!answer || rating === null) continue
      answer.valid += 1
      if (rating >= 4) answer.satisfied += 1
    }
  }
  const { minimumCell } = await readOrganisation(ctx)
  const board = await readCounts(ctx, wave._id)
  return weightingReport({
    cells: [...cells.values()],
    factors,
    minimumCell,
    confidence: SCOREBOARD_CONFIDENCE,
    shown: factor => {
      const hidden = hiddenSegments({ board, validOf: validRatings(factor), minimumCell })
      return new Set(Object.keys(board).filter(segment => !hidden.has(segment)))
    },
    likeness: effects[EVERYBODY] ?? {},
  })
}

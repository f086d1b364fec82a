import type { ResultWeights } from '@sixfold/contract/result-weights'
import type { StaffMember } from '@sixfold/contract/staff'
import { factorIndex } from '@sixfold/domain/factor-model'
import { designEffect } from '@sixfold/domain/results/account-likeness'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import { itemEffectKey } from '@sixfold/domain/results/judged-difference'
import { pairedAnswers } from '@sixfold/domain/results/paired-answers'
import type { WeightingCell, WeightingClass, WeightingReport } from '@sixfold/domain/results/weighting'
import { weightingReport } from '@sixfold/domain/results/weighting'
import { EVERYBODY, factorReader, factorsOf, itemReader } from '@sixfold/domain/scoreboard'
import { hiddenSegments, validRatings } from '@sixfold/domain/scoreboard-disclosure'
import type { DesignEffects, PairedAnswers } from '@sixfold/domain/scoreboard-view'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { ratedItems } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { politeness } from '../../../jobs/give-way.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { announceWave, invitationBook } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { askedApart } from '../../waves/waves/service.ts'
import type { RatedRow } from '../rated-rows/service.ts'
import { readRatedRows } from '../rated-rows/service.ts'
import { groupNames, maySee } from '../result-groups/service.ts'
import {
  boardStanding,
  readBoard,
  readCounts,
  SCOREBOARD_CONFIDENCE,
  waveBefore,
} from '../scoreboards/service.ts'
import { readEstimates, storeEstimates } from '../wave-estimates/service.ts'

const AT_ONCE = 500

/** The factors as they were answered and as they would be if everybody of the frame were heard: from what was worked out, never from the responses. */
export async function readWeights(ctx: Context, actor: StaffMember, id: string): Promise<ResultWeights> {
  const { wave, version, revision, minimumCell, inSteps, readsAnswers } = await readBoard(ctx, actor, { id })
  const row = (await readEstimates(ctx, [{ waveId: id, revision, inSteps, readsAnswers }])).get(id)
  const model = await findFactorModel(ctx, version.definition.factorModel)
  if (!model) throw new Error(`the factor model of the wave ${id} is gone`)
  const report = row?.weighting ?? null
  const state = weightsState({ isBlind: wave.kind === 'blind', inSteps, isKnown: row !== undefined, report })
  return {
    waveId: id,
    state,
    at: row?.at.toISOString() ?? null,
    outdated: !inSteps && (row?.revision ?? 0) < revision,
    minimumCell,
    confidence: SCOREBOARD_CONFIDENCE,
    factors: factorsOf(version.definition).flatMap(factor => {
      const found = model.factors.find(({ key }) => key === factor)
      return found ? [{ factor, name: found.name, index: factorIndex(model, factor) }] : []
    }),
    report: state === 'ready' && report ? await described(ctx, actor, report) : null,
  }
}

function weightsState(of: {
  isBlind: boolean
  inSteps: boolean
  isKnown: boolean
  report: WeightingReport | null
}): ResultWeights['state'] {
  if (of.isBlind) return 'blind'
  if (of.inSteps) return 'until_closed'
  if (!of.isKnown) return 'coming'
  return of.report ? 'ready' : 'suppressed'
}

async function described(ctx: Context, actor: StaffMember, { rows, columns, ...report }: WeightingReport) {
  const names = await groupNames(
    ctx,
    [...rows, ...columns].flatMap(one => one.names),
  )
  const named = (classes: readonly WeightingClass[]) =>
    classes
      .filter(({ names: segments }) => segments.every(segment => maySee(actor, segment)))
      .map(({ names: segments, ...one }) => ({
        groups: segments.map(segment => ({ segment, name: names.get(segment) ?? null })),
        ...one,
      }))
  return { ...report, rows: named(rows), columns: named(columns) }
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
  const items = ratedItems(version.definition).map(({ key }) => key)
  const rows = await readRows(ctx, waveId, version.definition, { factors, items })
  const effects = await effectsOf(rows, { factors, items })
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

/** What a row holds the ratings of, in this order. */
interface Measured {
  factors: readonly string[]
  /** Questions and rows by their keys. */
  items: readonly string[]
}

function readRows(
  ctx: Context,
  waveId: string,
  definition: SurveyDefinition,
  { factors, items }: Measured,
): Promise<RatedRow[]> {
  return readRatedRows(ctx, waveId, [
    ...factors.map(factor => factorReader(definition, factor)),
    ...items.map(item => itemReader(definition, item)),
  ])
}

/** The rows of everybody and of each group that is counted. */
function bySegment(
  rows: readonly RatedRow[],
  isWanted: (segment: string) => boolean,
): Map<string, RatedRow[]> {
  const found = new Map<string, RatedRow[]>([[EVERYBODY, [...rows]]])
  for (const row of rows)
    for (const segment of new Set(row.segments.filter(isWanted))) {
      const list = found.get(segment) ?? []
      found.set(segment, list)
      list.push(row)
    }
  return found
}

/** Of factors in every group, of single questions where they are shown: of everybody and by region. */
async function effectsOf(rows: readonly RatedRow[], { factors, items }: Measured): Promise<DesignEffects> {
  const effects: Record<string, Record<string, number | null>> = {}
  const giveWay = politeness()
  const keys = [...factors, ...items.map(itemEffectKey)]
  for (const [segment, own] of bySegment(rows, one => dimensionOf(one) !== null)) {
    const areItemsShown = segment === EVERYBODY || dimensionOf(segment) === 'region'
    const found: Record<string, number | null> = {}
    for (const [at, key] of (areItemsShown ? keys : factors).entries()) {
      found[key] = designEffect(ratingsOf(own, at))
      await giveWay()
    }
    effects[segment] = found
  }
  return effects
}

function* ratingsOf(rows: readonly RatedRow[], at: number) {
  for (const { account, ratings } of rows) yield { account, rating: ratings[at] ?? null }
}

/** Those who answered the wave before too, of everybody and by region. */
async function bothOf(
  ctx: Context,
  waveId: string,
  rows: readonly RatedRow[],
  factors: readonly string[],
): Promise<(PairedAnswers & { beforeId: string }) | null> {
  const beforeId = await waveBefore(ctx, waveId)
  const wave = beforeId === null ? null : await waveBook.findWave(ctx, beforeId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (beforeId === null || !version || (await askedApart(ctx, beforeId, waveId))) return null
  const then = new Map(
    (await readRows(ctx, beforeId, version.definition, { factors, items: [] })).flatMap(row =>
      row.contact === null ? [] : [[row.contact, row] as const],
    ),
  )
  const found = pairedAnswers({
    now: rows,
    before: ({ contact }) => then.get(contact ?? ''),
    keys: factors,
  })
  return { beforeId, ...found }
}

type Wave = NonNullable<Awaited<ReturnType<typeof waveBook.findWave>>>

/** Weighs regions by segments, or by roles where the sample was drawn by them. */
async function weightingOf(
  ctx: Context,
  wave: Wave,
  rows: readonly RatedRow[],
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
  const giveWay = politeness()
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
    await giveWay()
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

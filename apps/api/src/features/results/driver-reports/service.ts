import type { DriverReport } from '@sixfold/contract/driver-reports'
import type { StaffMember } from '@sixfold/contract/staff'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { factorIndex } from '@sixfold/domain/factor-model'
import { seededRandom } from '@sixfold/domain/random'
import type { Driver, DriverAnalysis, DriverMethod } from '@sixfold/domain/results/driver-analysis'
import { analyseDrivers } from '@sixfold/domain/results/driver-analysis'
import type { DriverTally } from '@sixfold/domain/results/driver-tally'
import { driverTally } from '@sixfold/domain/results/driver-tally'
import { outcomeReader } from '@sixfold/domain/results/outcome'
import type { StatedImportance } from '@sixfold/domain/results/stated-importance'
import { statedImportance } from '@sixfold/domain/results/stated-importance'
import { EVERYBODY, factorReader, factorsOf } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { inSteps, politeness } from '../../../jobs/give-way.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { countedResponses } from '../../answering/responses/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { announceWave, findInvitationsById } from '../../waves/invitations/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import type { CellOption } from '../scoreboards/service.ts'
import { boardStanding, mayStandBeside, readBoard, SCOREBOARD_CONFIDENCE } from '../scoreboards/service.ts'
import { findReport, storeReport } from './store.ts'

const AT_ONCE = 200
/** A wave is worked out anew at most this often while answers arrive. */
const PAUSE_MS = 5 * 60_000

/** Which factors go along with satisfaction as a whole, as last worked out: no request reads the responses. */
export async function readDrivers(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    regionId,
    method = 'relative_weights',
    minimumCell: atLeast,
  }: { id: string; regionId?: string | undefined; method?: DriverMethod | undefined } & CellOption,
): Promise<DriverReport> {
  const { wave, version, board, revision, segment, minimumCell, inSteps, readsAnswers } = await readBoard(
    ctx,
    actor,
    {
      id,
      regionId,
      minimumCell: atLeast,
    },
  )
  const { definition } = version
  const outcome = wave.kind === 'blind' ? null : outcomeReader(definition)
  const empty: DriverReport = {
    waveId: id,
    state: 'no_outcome',
    method,
    confidence: SCOREBOARD_CONFIDENCE,
    outcome: outcome?.text ?? null,
    at: null,
    outdated: false,
    responses: null,
    accounts: null,
    leftOut: null,
    rSquared: null,
    reason: null,
    drivers: [],
    against: [],
    otherMethodFirst: null,
    byRanksFirst: null,
  }
  if (!outcome) return empty
  if (inSteps) return { ...empty, state: 'until_closed' }
  const hidden = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  if ((board[segment]?.responses ?? 0) < minimumCell || hidden.has(segment))
    return { ...empty, state: 'suppressed' }
  const report = await findReport(ctx, id)
  const outdated = (report?.revision ?? 0) < revision
  if (outdated) await workOutLater(ctx, id, report?.at ?? null)
  if (!mayStandBeside(report?.revision, { revision, readsAnswers })) return { ...empty, state: 'coming' }
  const found = report?.segments.find(one => one.segment === segment)
  const analyses = found?.analyses
  if (!report || !analyses) return { ...empty, state: 'coming' }
  // Those who rated everything may be fewer than all who answered.
  if (analyses[method].responses < minimumCell) return { ...empty, state: 'suppressed' }
  const model = await findFactorModel(ctx, definition.factorModel)
  if (!model) throw new Error(`the factor model of the wave ${id} is gone`)
  return {
    ...empty,
    state: 'ready',
    at: report.at.toISOString(),
    outdated,
    ...described(analyses[method], factorsOf(definition), model, factor =>
      statedImportance({ definition, board, segment, factor, minimumCell }),
    ),
  }
}

function described(
  analysis: DriverAnalysis,
  factors: readonly string[],
  model: FactorModel,
  statedOf: (factor: string) => StatedImportance | null,
) {
  const { responses, accounts, leftOut, rSquared, reason, otherMethodFirst, byRanksFirst } = analysis
  const keyOf = (at: number | null) => (at === null ? null : (factors[at] ?? null))
  const means = analysis.drivers.map(({ mean }) => mean)
  const centre = means.reduce((sum, mean) => sum + mean, 0) / Math.max(1, means.length)
  return {
    responses,
    accounts,
    leftOut,
    rSquared,
    reason,
    drivers: analysis.drivers.flatMap((driver, at) => {
      const factor = model.factors.find(({ key }) => key === factors[at])
      if (!factor) return []
      return [
        {
          factor: factor.key,
          name: factor.name,
          index: factorIndex(model, factor.key),
          correlation: driver.correlation,
          importance: driver.importance,
          importanceInterval: driver.interval,
          stated: statedOf(factor.key),
          advice: driver.advice,
          ...performanceOf(driver, centre),
        },
      ]
    }),
    against: analysis.against.flatMap(at => factors[at] ?? []),
    otherMethodFirst: keyOf(otherMethodFirst),
    byRanksFirst: keyOf(byRanksFirst),
  }
}

/** The five points as 0 to 100. */
function performanceOf({ mean, aside }: Driver, centre: number) {
  const index = (points: number) => Math.max(0, Math.min(100, (points - 1) * 25))
  return {
    performance: index(mean),
    performanceInterval: aside && { low: index(centre + aside.low), high: index(centre + aside.high) },
  }
}

/** Asks for it once, however many ask meanwhile; the first time at once. */
async function workOutLater(ctx: Context, waveId: string, last: Date | null): Promise<void> {
  const now = ctx.clock.now().getTime()
  await enqueue(ctx, {
    kind: WORK_OUT_DRIVERS,
    key: `drivers:${waveId}:${last?.toISOString() ?? 'first'}`,
    payload: { waveId },
    runAt: new Date(last ? Math.max(now, last.getTime() + PAUSE_MS) : now),
  })
}

export const WORK_OUT_DRIVERS = 'drivers.work-out'

/** Works out the drivers of a wave, of everybody and of every region. Of a blind wave nothing: its answers have no accounts. */
export async function workOutDrivers(ctx: Context, waveId: string): Promise<void> {
  const wave = await readWaveForAnswers(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version || wave.kind === 'blind' || !outcomeReader(version.definition)) return
  const { revision } = await boardStanding(ctx, waveId)
  const bySegment = await readTallies(ctx, waveId, version.definition)
  const segments = []
  for (const [segment, tally] of bySegment)
    segments.push({
      segment,
      analyses: await inSteps(
        analyseDrivers({
          tally,
          confidence: SCOREBOARD_CONFIDENCE,
          random: seededRandom(`drivers ${waveId} ${segment}`),
        }),
      ),
    })
  await storeReport(ctx, { _id: waveId, revision, at: ctx.clock.now(), segments })
  announceWave(ctx, waveId)
}

/** What everybody who was asked said of the factors and of the whole, by segment. */
async function readTallies(
  ctx: Context,
  waveId: string,
  definition: SurveyDefinition,
): Promise<Map<string, DriverTally>> {
  const readers = factorsOf(definition).map(factor => factorReader(definition, factor))
  const outcome = outcomeReader(definition)
  const tallies = new Map([[EVERYBODY, driverTally(readers.length)]])
  const giveWay = politeness()
  for (let after: string | null = null; ; ) {
    const page = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
    const invitations = await findInvitationsById(
      ctx,
      page.map(({ id }) => id),
    )
    const accounts = new Map(invitations.map(({ _id, accountId }) => [_id, accountId]))
    for (const { id, answers, segments, people } of page) {
      if (people !== EVERYBODY) continue
      const row = {
        // Whoever was erased has no account any more, and stands alone.
        account: accounts.get(id) ?? id,
        ratings: readers.map(read => pointsOf(read(answers))),
        outcome: outcome?.read(answers) ?? null,
      }
      for (const segment of [EVERYBODY, ...segments.filter(one => one.startsWith('region:'))]) {
        const tally = tallies.get(segment) ?? driverTally(readers.length)
        tallies.set(segment, tally)
        tally.add(row)
      }
    }
    after = page.at(-1)?.id ?? null
    if (after === null) return tallies
    await giveWay()
  }
}

const pointsOf = (verdict: number | typeof NOT_APPLICABLE | undefined) =>
  typeof verdict === 'number' ? verdict : null

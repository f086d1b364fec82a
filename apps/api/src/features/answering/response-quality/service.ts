import type { WaveQuality } from '@sixfold/contract/response-quality'
import type { StaffMember } from '@sixfold/contract/staff'
import type { QualityFlag } from '@sixfold/domain/quality/flags'
import { flagLevel, ownFlagsReader } from '@sixfold/domain/quality/flags'
import { comparableReader, nearDuplicateFinder } from '@sixfold/domain/quality/near-duplicates'
import type { FactorMoments } from '@sixfold/domain/quality/outliers'
import { addMoments, outlierRule, verdictsReader } from '@sixfold/domain/quality/outliers'
import { qualityView } from '@sixfold/domain/quality/quality-view'
import { addCounts, emptyTally, flagsKey } from '@sixfold/domain/quality/tally'
import type { CountsByLevel } from '@sixfold/domain/quality/with-and-without'
import { addVerdict, noCounts, withAndWithout } from '@sixfold/domain/quality/with-and-without'
import { factorReader, factorsOf } from '@sixfold/domain/scoreboard'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { politeness } from '../../../jobs/give-way.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { namelessSince } from '../../privacy/retention/service.ts'
import type { CellOption } from '../../results/scoreboards/service.ts'
import { boardStanding, mayStandBeside, readBoard } from '../../results/scoreboards/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { announceWave } from '../../waves/invitations/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import type { CountableResponse } from '../responses/service.ts'
import { countedResponses, markFlags } from '../responses/service.ts'
import type { JudgementRow } from './store.ts'
import { findJudgement, storeJudgement } from './store.ts'

const AT_ONCE = 200

/** A wave is judged anew at most this often, and the larger it is the less often: a tenth of a second for each response. */
const LEAST_PAUSE_MS = 30_000
const PAUSE_A_RESPONSE_MS = 100

/** How the responses of a wave came: from counts alone, however many there are. */
export async function readQuality(
  ctx: Context,
  actor: StaffMember,
  id: string,
  atLeast: CellOption = {},
): Promise<WaveQuality> {
  const { wave, version, tally, revision, minimumCell, inSteps, readsAnswers } = await readBoard(ctx, actor, {
    id,
    ...atLeast,
  })
  const blind = wave.kind === 'blind'
  const isKnown = !blind && !inSteps
  const kept = isKnown ? await findJudgement(ctx, id) : null
  const judgement = mayStandBeside(kept?.revision, { revision, readsAnswers }) ? kept : null
  if (isKnown && ((kept?.revision ?? 0) < revision || !kept?.factors)) await judgeLater(ctx, id)
  const view = qualityView({ tally: isKnown ? tally : emptyTally, judged: judgement, minimumCell })
  const nameless = blind ? null : await namelessSince(ctx, id)
  const factors = view.suppressed ? [] : await factorsWithout(ctx, version.definition, judgement, minimumCell)
  return {
    waveId: id,
    blind,
    minimumCell,
    namelessSince: nameless?.toISOString() ?? null,
    ...view,
    untilClosed: inSteps,
    factors,
  }
}

/** The results on each factor with all answers and without flagged ones, in the order of the model. */
async function factorsWithout(
  ctx: Context,
  definition: SurveyDefinition,
  judgement: JudgementRow | null,
  minimumCell: number,
) {
  const model = judgement?.factors && (await findFactorModel(ctx, definition.factorModel))
  return (model?.factors ?? []).flatMap(({ key: factor, name }) => {
    const counts = judgement?.factors?.[factor]
    return counts ? [{ factor, name, ...withAndWithout({ counts, minimumCell }) }] : []
  })
}

/** Asks that a wave be judged a little later, once for all who ask meanwhile. */
export async function judgeLater(ctx: Context, waveId: string): Promise<void> {
  const { responses } = await boardStanding(ctx, waveId)
  const pause = Math.max(LEAST_PAUSE_MS, responses * PAUSE_A_RESPONSE_MS)
  const judgement = await findJudgement(ctx, waveId)
  const now = ctx.clock.now().getTime()
  // The first time at once.
  const runAt = judgement ? Math.max(now, judgement.at.getTime() + pause) : now
  await enqueue(ctx, {
    kind: 'quality.judge',
    key: `quality:${waveId}:${judgement?.at.toISOString() ?? 'first'}`,
    payload: { waveId },
    runAt: new Date(runAt),
  })
}

/** Holds the responses of a wave against each other. Of a blind wave nothing is judged: its answers stand for nobody. */
export async function judgeWave(ctx: Context, waveId: string): Promise<void> {
  const wave = await readWaveForAnswers(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version || wave.kind === 'blind') return
  const { revision } = await boardStanding(ctx, waveId)
  const found = await judgeResponses(ctx, waveId, version.definition)
  await storeJudgement(ctx, { _id: waveId, revision, ...found, at: ctx.clock.now() })
  announceWave(ctx, waveId)
}

/**
 * Holds the responses of a wave against each other in two walks in the order of their ids: what is usual, and what is alike; then
 * each by itself. Their flags are written beside them where they changed, and counted. Repeating it finds the same.
 */
async function judgeResponses(ctx: Context, waveId: string, definition: SurveyDefinition) {
  const ownFlags = ownFlagsReader(definition)
  const verdictsOf = verdictsReader(definition)
  const comparableAnswers = comparableReader(definition)
  const moments: FactorMoments = { n: 0, sums: [], products: [] }
  const duplicates = nearDuplicateFinder()
  const devices = new Map<string, number>()
  for await (const page of walkCounted(ctx, waveId))
    for (const { id, answers, device } of page) {
      const verdicts = verdictsOf(answers)
      if (verdicts) addMoments(moments, verdicts)
      const codes = comparableAnswers(answers)
      if (codes) duplicates.add(id, codes)
      if (device) devices.set(device, (devices.get(device) ?? 0) + 1)
    }

  const isOutlier = outlierRule(moments)
  const flagsOf = (response: CountableResponse): QualityFlag[] => {
    const flags = ownFlags(response)
    const verdicts = isOutlier && verdictsOf(response.answers)
    if (verdicts && isOutlier(verdicts)) flags.push('outlier')
    if (duplicates.found.has(response.id)) flags.push('near_duplicate')
    if (response.device && (devices.get(response.device) ?? 0) > 1) flags.push('same_device')
    return flags
  }
  const readers = factorsOf(definition).map(factor => ({ factor, read: factorReader(definition, factor) }))
  let factors: Record<string, CountsByLevel> = Object.fromEntries(
    readers.map(({ factor }) => [factor, noCounts]),
  )
  let counts: Record<string, number> = {}
  let responses = 0
  for await (const page of walkCounted(ctx, waveId)) {
    const judged = page.map(response => ({ response, id: response.id, flags: flagsOf(response) }))
    await markFlags(
      ctx,
      judged.filter(({ response, flags }) => flagsKey(flags) !== flagsKey(response.flags ?? [])),
    )
    counts = addCounts(
      counts,
      judged.map(({ flags }) => flagsKey(flags)),
    )
    factors = addLevels(factors, readers, judged)
    responses += page.length
  }
  return { responses, flags: counts, factors }
}

/** Adds what judged responses say of each factor, by the weight of their flags. */
function addLevels(
  factors: Record<string, CountsByLevel>,
  readers: readonly { factor: string; read: ReturnType<typeof factorReader> }[],
  judged: readonly { response: CountableResponse; flags: QualityFlag[] }[],
): Record<string, CountsByLevel> {
  return Object.fromEntries(
    readers.map(({ factor, read }) => [
      factor,
      judged.reduce((counts, { response, flags }) => {
        const verdict = read(response.answers)
        return typeof verdict === 'number' ? addVerdict(counts, flagLevel(flags), verdict) : counts
      }, factors[factor] ?? noCounts),
    ]),
  )
}

async function* walkCounted(ctx: Context, waveId: string): AsyncGenerator<CountableResponse[]> {
  const giveWay = politeness()
  for (let after: string | null = null; ; ) {
    const page: CountableResponse[] = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
    after = page.at(-1)?.id ?? null
    if (after === null) return
    yield page
    await giveWay()
  }
}

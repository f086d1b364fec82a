import { setImmediate as breathe } from 'node:timers/promises'
import type { QualityFlag } from '@sixfold/domain/quality/flags'
import { ownFlagsReader } from '@sixfold/domain/quality/flags'
import { comparableReader, nearDuplicateFinder } from '@sixfold/domain/quality/near-duplicates'
import type { FactorMoments } from '@sixfold/domain/quality/outliers'
import { addMoments, outlierRule, verdictsReader } from '@sixfold/domain/quality/outliers'
import { addCounts, flagsKey } from '@sixfold/domain/quality/tally'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../context.ts'
import type { CountableResponse } from '../responses/service.ts'
import { countedResponses, markFlags } from '../responses/service.ts'

const AT_ONCE = 500

/**
 * Holds the responses of a wave against each other in two walks in the order of their ids: what is usual, and what is alike; then
 * each by itself. Their flags are written beside them where they changed, and counted. Repeating it finds the same.
 */
export async function judgeResponses(ctx: Context, waveId: string, definition: SurveyDefinition) {
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
    responses += page.length
  }
  return { responses, flags: counts }
}

async function* walkCounted(ctx: Context, waveId: string): AsyncGenerator<CountableResponse[]> {
  for (let after: string | null = null; ; ) {
    const page: CountableResponse[] = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
    after = page.at(-1)?.id ?? null
    if (after === null) return
    yield page
    // Customers go first.
    await breathe()
  }
}

import type { WaveQuality } from '@sixfold/contract/response-quality'
import type { StaffMember } from '@sixfold/contract/staff'
import { qualityView } from '@sixfold/domain/quality/quality-view'
import { emptyTally } from '@sixfold/domain/quality/tally'
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/worker.ts'
import { announceWave } from '../invitations/service.ts'
import { boardStanding, readBoard } from '../scoreboards/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import { readWaveForAnswers } from '../waves/service.ts'
import { judgeResponses } from './judge.ts'
import { findJudgement, storeJudgement } from './store.ts'

/** A wave is judged anew at most this often, and the larger it is the less often: a tenth of a second for each response. */
const LEAST_PAUSE_MS = 30_000
const PAUSE_A_RESPONSE_MS = 100

/** How the responses of a wave came: from counts alone, however many there are. */
export async function readQuality(ctx: Context, actor: StaffMember, id: string): Promise<WaveQuality> {
  const { wave, tally, revision, minimumCell } = await readBoard(ctx, actor, { id })
  const blind = wave.kind === 'blind'
  const judgement = blind ? null : await findJudgement(ctx, id)
  if (!blind && (judgement?.revision ?? 0) < revision) await judgeLater(ctx, id)
  const view = qualityView({ tally: blind ? emptyTally : tally, judged: judgement, minimumCell })
  return { waveId: id, blind, minimumCell, ...view }
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

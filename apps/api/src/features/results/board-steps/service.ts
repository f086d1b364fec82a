import type { BoardSteps } from '@sixfold/domain/results/board-steps'
import { stepBoard } from '@sixfold/domain/results/board-steps'
import type { Context } from '../../../context.ts'
import { minimumCellOf } from '../../house/organisation/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import { findBoard } from '../scoreboard-records/service.ts'
import { findSteps, storeSteps } from './store.ts'

/** Where a wave stands for who may not read single answers. */
export interface StandingSteps {
  steps: BoardSteps
  /** Rises with every step; 0: none was taken. */
  revision: number
}

export async function readSteps(
  ctx: Context,
  waveIds: readonly string[],
): Promise<Map<string, StandingSteps>> {
  const found = await findSteps(ctx, waveIds)
  return new Map(found.map(({ _id, steps, revision }) => [_id, { steps, revision }]))
}

/** Takes the steps that the counts of a wave allow by now. Of two processes at once one takes them. */
export async function takeSteps(ctx: Context, waveId: string): Promise<void> {
  const [wave, { counts }, [kept], minimumCell] = await Promise.all([
    readWaveForAnswers(ctx, waveId),
    findBoard(ctx, waveId),
    findSteps(ctx, [waveId]),
    minimumCellOf(ctx),
  ])
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version) return
  const steps = kept?.steps ?? {}
  const next = stepBoard(steps, { board: counts, definition: version.definition, step: minimumCell })
  if (next === steps) return
  const revision = kept?.revision ?? 0
  if (await storeSteps(ctx, { waveId, revision }, next)) announce(ctx, waveId, revision + 1)
}

function announce(ctx: Context, waveId: string, revision: number): void {
  ctx.live.announce({ kind: 'wave', id: waveId }, 'scoreboard:changed', { waveId, revision })
}

import { takeSteps } from '@sixfold/api/features/results/board-steps/service'
import { advanceScoreboard } from '@sixfold/api/features/results/scoreboards/service'
import type { TestApi } from './start-test-api.ts'

/** Counts now what was answered in a wave, as happens by itself within a minute, also for who sees a running wave in steps. */
export async function countAnswers({ ctx }: Pick<TestApi, 'ctx'>, waveId: string): Promise<void> {
  await advanceScoreboard(ctx, waveId)
  await takeSteps(ctx, waveId)
}

import { advanceScoreboard } from '@sixfold/api/features/scoreboards/service'
import type { TestApi } from './start-test-api.ts'

/** Counts now what was answered in a wave, as happens by itself a moment later. */
export function countAnswers({ ctx }: Pick<TestApi, 'ctx'>, waveId: string): Promise<number> {
  return advanceScoreboard(ctx, waveId)
}

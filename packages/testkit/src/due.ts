import { lookAgain } from '@sixfold/api/features/calls/due/service'
import type { TestApi } from './start-test-api.ts'

/** Looks now at what is due at these accounts, as the look of every morning does. */
export function lookAtDue({ ctx }: Pick<TestApi, 'ctx'>, accountIds: readonly string[]): Promise<void> {
  return lookAgain(ctx, accountIds)
}

import type { StaffMember } from '@sixfold/contract/staff'
import { seededRandom } from '@sixfold/domain/random'
import type { TaskOutcome } from '@sixfold/domain/tasks'
import { findMember } from '../auth/members.ts'
import { closeTask, listTasks } from '../features/cases/tasks/service.ts'
import { pickWeighted } from './pick.ts'
import type { Simulation } from './simulated-context.ts'

const AT_ONCE = 50

const outcomes = [
  ['spoke', 5],
  ['not_reached', 3],
  ['not_interested', 1],
] as const satisfies readonly (readonly [TaskOutcome, number])[]

/** Before a wave ends somebody has asked at the accounts that stayed silent: whoever looks after each, or the administrator. */
export async function askTheSilent({ ctx }: Simulation, admin: StaffMember): Promise<void> {
  for (;;) {
    const { items } = await listTasks(ctx, admin, { of: 'all', kind: 'silence', limit: AT_ONCE })
    if (items.length === 0) return
    for (const { id, ownerId, accountName, waveName } of items) {
      const owner = ownerId === null ? null : await findMember(ctx, ownerId)
      const outcome = pickWeighted(seededRandom(`${accountName} ${waveName}`), outcomes)
      await closeTask(ctx, owner ?? admin, { id, outcome })
    }
  }
}

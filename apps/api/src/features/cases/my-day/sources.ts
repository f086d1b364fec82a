import type { StaffMember } from '@sixfold/contract/staff'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import type { Context } from '../../../context.ts'
import { callsDueFor } from '../../calls/due-lists/service.ts'
import { changesDueFor } from '../../roundtables/event-approvals/service.ts'
import { repliesDueFor } from '../case-replies/service.ts'
import { casesDueFor } from '../cases/service.ts'
import { tasksDueFor } from '../tasks/service.ts'

/**
 * What of one feature is due for somebody now: their own, and what waits for anybody with their rights. It holds no more
 * than `MOST_OF_A_SOURCE`, the most urgent, and nothing that they may not see.
 */
export type DueSource = (ctx: Context, actor: StaffMember) => Promise<DueItem[]>

/** One line for each feature that has something to do for somebody; it comes from that feature's service. */
export const dueSources: readonly DueSource[] = [
  callsDueFor,
  casesDueFor,
  tasksDueFor,
  changesDueFor,
  repliesDueFor,
]

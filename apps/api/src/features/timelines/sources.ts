import type { StaffMember } from '@sixfold/contract/staff'
import type { Action } from '@sixfold/domain/permissions'
import type { TimelineEntry } from '@sixfold/domain/timeline/entry'
import type { TimelinePage } from '@sixfold/domain/timeline/newest'
import type { Context } from '../../context.ts'
import { answerEntries } from '../answer-entries/service.ts'
import { callEntries } from '../call-entries/service.ts'
import { caseEntries } from '../case-entries/service.ts'
import { dealEntries } from '../deal-entries/service.ts'
import { eventEntries } from '../event-entries/service.ts'
import { purchaseEntries } from '../purchase-entries/service.ts'
import { requestEntries } from '../request-entries/service.ts'
import { taskEntries } from '../task-entries/service.ts'
import { touchEntries } from '../touch-entries/service.ts'

/**
 * Whose timeline is read, and by whom. `accountIds`: the account and those that were merged into it; `contactIds`: everybody who
 * is there. `brief`: nobody reads the words, only who said something and when.
 */
export interface TimelineOf {
  actor: StaffMember
  regionId: string
  accountId: string
  accountIds: readonly string[]
  brief: boolean
  contactIds: readonly string[]
}

/**
 * What one feature knows of an account: the newest `limit` entries that are not after `notAfter` (null: of all), newest first
 * and those of one instant by their ids backward. `newest` of domain/timeline orders what a source has in hand; a long list is
 * read from the store with an index, never whole.
 */
export interface TimelineSource {
  /** Who may not do this does not see its entries. */
  may: Action
  accountEntries(ctx: Context, of: TimelineOf, page: TimelinePage): Promise<TimelineEntry[]>
}

/** One line for each feature that knows something of an account; it comes from that feature's service. */
export const timelineSources: readonly TimelineSource[] = [
  answerEntries,
  callEntries,
  caseEntries,
  dealEntries,
  eventEntries,
  purchaseEntries,
  requestEntries,
  taskEntries,
  touchEntries,
]

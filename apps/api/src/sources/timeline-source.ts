import type { StaffMember } from '@sixfold/contract/staff'
import type { Action } from '@sixfold/domain/permissions'
import type { TimelineEntry } from '@sixfold/domain/timeline/entry'
import type { TimelinePage } from '@sixfold/domain/timeline/newest'
import type { Context } from '../context.ts'

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

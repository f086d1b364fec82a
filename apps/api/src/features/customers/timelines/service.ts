import type { StaffMember } from '@sixfold/contract/staff'
import type { TimelineLine } from '@sixfold/contract/timelines'
import { can } from '@sixfold/domain/permissions'
import type { TimelineEntry, TimelineSide } from '@sixfold/domain/timeline/entry'
import type { TimelineMark } from '@sixfold/domain/timeline/newest'
import { askedOf, pageAfter } from '@sixfold/domain/timeline/newest'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { TimelineOf } from '../../../sources/timeline-source.ts'
import { record } from '../../house/audit/service.ts'
import { factorNamed } from '../../roundtables/event-answers/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import type { AccountRow } from '../accounts/service.ts'
import { accountFor } from '../accounts/service.ts'
import type { KnownContact } from '../contacts/service.ts'
import { findContacts, findContactsOfAccounts } from '../contacts/service.ts'
import { timelineSources } from './sources.ts'

export interface TimelineQuery {
  id: string
  side?: TimelineSide | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const USUAL_LIMIT = 40
/** Of one side a page is filled from so many pages of both; the next page goes on where that ended. */
const MOST_ROUNDS = 5

/** Everything heard from an account or said to it; reading it leaves an audit entry. */
export async function readTimeline(ctx: Context, actor: StaffMember, query: TimelineQuery) {
  const { id, side, limit = USUAL_LIMIT } = query
  const account = await accountFor(ctx, actor, id)
  const people = await findContactsOfAccounts(ctx, [account._id])
  const of = timelineOf(actor, account, people)
  const entries: TimelineEntry[] = []
  let mark = query.cursor === undefined ? null : markFrom(query.cursor)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const page = await readPage(ctx, of, { mark, limit })
    entries.push(...page.entries.filter(entry => side === undefined || entry.side === side))
    mark = page.next
    if (mark === null || entries.length >= limit) break
  }
  if (query.cursor === undefined) await record(ctx, actor, 'account.timeline-read', `account:${account._id}`)
  return { items: await describe(ctx, entries, people), next: mark && cursorOf(mark) }
}

/** Who said something since an instant, as far as it is asked about. Who calls it knows that the caller may look. */
export async function speakersSince(ctx: Context, of: TimelineOf, since: Date): Promise<Set<string>> {
  const silent = new Set(of.contactIds)
  const heard = new Set<string>()
  let mark: TimelineMark | null = null
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(
      ctx,
      { ...of, brief: true },
      { mark, limit: COUNTED_AT_ONCE },
    )
    for (const { at, side, contactId } of page.entries) {
      if (at < since || side !== 'they' || contactId === null) continue
      heard.add(contactId)
      silent.delete(contactId)
    }
    mark = page.next && page.next.at >= since && silent.size > 0 ? page.next : null
  } while (mark !== null)
  return heard
}

const COUNTED_AT_ONCE = 500

export function timelineOf(
  actor: StaffMember,
  { _id: accountId, regionId, mergedFrom = [] }: Pick<AccountRow, '_id' | 'regionId' | 'mergedFrom'>,
  people: readonly KnownContact[],
): TimelineOf {
  const accountIds = [accountId, ...mergedFrom]
  return { actor, accountId, accountIds, regionId, contactIds: people.map(({ id }) => id), brief: false }
}

async function readPage(
  ctx: Context,
  of: TimelineOf,
  { mark, limit }: { mark: TimelineMark | null; limit: number },
) {
  const { regionId } = of
  const asked = askedOf(mark, limit)
  const open = timelineSources.filter(({ may }) => can(of.actor, may, { regionId }))
  const given = await Promise.all(open.map(source => source.accountEntries(ctx, of, asked)))
  return pageAfter(mark, limit, given)
}

async function describe(
  ctx: Context,
  entries: readonly TimelineEntry[],
  people: readonly KnownContact[],
): Promise<TimelineLine[]> {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  // Who answered and works elsewhere by now.
  const others = entries.flatMap(({ contactId }) => (contactId && !names.has(contactId) ? [contactId] : []))
  for (const [id, { name, erased }] of await findContacts(ctx, [...new Set(others)]))
    if (!erased) names.set(id, name)
  return Promise.all(
    entries.map(async ({ at, earliest, factor, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      earliest: earliest?.toISOString() ?? null,
      contactName: names.get(entry.contactId ?? '') ?? '',
      factor: factor && factorNamed(await findFactorModel(ctx, factor.model), factor.key),
    })),
  )
}

const cursorOf = ({ at, id, shown }: TimelineMark) => `${at.getTime()}_${shown}_${id}`

function markFrom(cursor: string): TimelineMark {
  const [, time, shown, id] = /^(\d{1,16})_(\d{1,4})_(.+)$/.exec(cursor) ?? []
  const at = new Date(Number(time))
  if (id === undefined || Number.isNaN(at.getTime())) throw new AppError('invalid_input')
  return { at, id, shown: Number(shown) }
}

import type { CaseReply } from '@sixfold/contract/case-replies'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import { MOST_OF_A_SOURCE } from '@sixfold/domain/my-day/due-item'
import { can } from '@sixfold/domain/permissions'
import type { ApprovalStep } from '@sixfold/domain/roundtables/freeze'
import { nextApproval } from '@sixfold/domain/roundtables/freeze'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findAccounts, ownRegions } from '../../customers/accounts/service.ts'
import { record } from '../../house/audit/service.ts'
import type { CaseRow } from '../case-records/service.ts'
import { findCasesById } from '../case-records/service.ts'
import { casesOf, visibleCase } from '../cases/service.ts'
import type { CaseReplyRow } from './store.ts'
import { findReplies, listReplies, storeReply } from './store.ts'

const LISTED = 100

/** What waits for a second person first, then what customers read. */
export async function listCaseReplies(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'case.read')) throw new AppError('not_found')
  const regionIds = ownRegions(actor, undefined)
  const [open, approved] = await Promise.all(
    (['open', 'approved'] as const).map(state => listReplies(ctx, { state, regionIds, limit: LISTED })),
  )
  const items = await describe(ctx, actor, [...(open ?? []), ...(approved ?? [])])
  return { items, next: null }
}

export async function readCaseReply(ctx: Context, actor: StaffMember, id: string) {
  await visibleCase(ctx, actor, id, 'case.read')
  const [reply] = await describe(ctx, actor, await findReplies(ctx, [id]))
  return { reply: reply ?? null }
}

/** Proposes anew what stands at the revision that the caller saw; nobody outside reads it until a second person agrees. */
export async function proposeReply(
  ctx: Context,
  actor: StaffMember,
  { id, revision, said, did }: { id: string; revision: number; said: LocalText; did: LocalText },
): Promise<CaseReply> {
  const about = await visibleCase(ctx, actor, id, 'case.work')
  const words = { said: withWords(said), did: withWords(did) }
  if (about.state !== 'closed' || Object.keys(words.did).length === 0) throw new AppError('wrong_state')
  const stored = await storeReply(ctx, revision, {
    _id: id,
    regionId: about.regionId,
    ...words,
    state: 'open',
    proposedById: actor.id,
    proposedBy: actor.name,
    proposedAt: ctx.clock.now(),
    decidedBy: '',
    decidedAt: null,
    reason: '',
  })
  return noted(ctx, actor, stored, 'proposed')
}

export async function decideReply(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    revision,
    step,
    reason = '',
  }: { id: string; revision: number; step: ApprovalStep; reason?: string | undefined },
): Promise<CaseReply> {
  const about = await visibleCase(ctx, actor, id, 'case.work')
  const [before] = await findReplies(ctx, [id])
  if (!before) throw new AppError('not_found')
  const { state, proposedById: askedBy } = before
  // A case that was taken up again has nothing to tell.
  const next = nextApproval({ state, askedBy, by: actor.id, step, started: about.state !== 'closed' })
  if (!next.ok) throw new AppError('wrong_state')
  const { revision: _, ...row } = before
  const stored = await storeReply(ctx, revision, {
    ...row,
    state: next.state,
    decidedBy: actor.name,
    decidedAt: ctx.clock.now(),
    reason,
  })
  return noted(ctx, actor, stored, next.state)
}

const withWords = (text: LocalText): LocalText =>
  Object.fromEntries(
    Object.entries(text).flatMap(([tag, words]) => (words.trim() === '' ? [] : [[tag, words.trim()]])),
  )

async function noted(
  ctx: Context,
  actor: StaffMember,
  row: CaseReplyRow | null,
  what: string,
): Promise<CaseReply> {
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, `case-reply.${what}`, `case:${row._id}`)
  const [reply] = await describe(ctx, actor, [row])
  if (!reply) throw new AppError('not_found')
  return reply
}

/** Of cases that the caller may see now: an account may have moved to another region since. */
async function describe(
  ctx: Context,
  actor: StaffMember,
  rows: readonly CaseReplyRow[],
): Promise<CaseReply[]> {
  const cases = await casesById(ctx, rows)
  const accounts = await findAccounts(
    ctx,
    [...cases.values()].map(({ accountId }) => accountId),
  )
  return rows.flatMap(row => {
    const about = cases.get(row._id)
    const account = about && accounts.get(about.accountId)
    if (!account || !can(actor, 'case.read', account)) return []
    return [
      {
        id: row._id,
        receipt: about.receipt,
        accountName: account.name,
        regionId: account.regionId,
        said: { ...row.said },
        did: { ...row.did },
        state: row.state,
        proposedBy: row.proposedBy,
        proposedAt: row.proposedAt.toISOString(),
        decidedBy: row.decidedBy,
        decidedAt: row.decidedAt?.toISOString() ?? null,
        reason: row.reason,
        revision: row.revision,
        own: row.proposedById === actor.id,
        shown: isShown(row, about),
        editable: can(actor, 'case.work', account),
      },
    ]
  })
}

async function casesById(ctx: Context, rows: readonly CaseReplyRow[]): Promise<Map<string, CaseRow>> {
  const cases = await findCasesById(
    ctx,
    rows.map(({ _id }) => _id),
  )
  return new Map(cases.map(row => [row._id, row]))
}

const isShown = ({ state }: CaseReplyRow, about: Pick<CaseRow, 'state'>) =>
  state === 'approved' && about.state === 'closed'

/** What customers read about one case. */
export interface ShownCaseReply {
  receipt: string
  said: string
  did: string
  releasedAt: Date
}

function shown(
  rows: readonly CaseReplyRow[],
  cases: ReadonlyMap<string, CaseRow>,
  language: string,
): ShownCaseReply[] {
  return rows.flatMap(row => {
    const about = cases.get(row._id)
    if (!about || !row.decidedAt || !isShown(row, about)) return []
    const { receipt } = about
    const said = textIn(row.said, language, 'en')
    return [{ receipt, said, did: textIn(row.did, language, 'en'), releasedAt: row.decidedAt }]
  })
}

/** For somebody whose cases they are. */
export async function caseRepliesFor(
  ctx: Context,
  contactId: string,
  language: string,
): Promise<ShownCaseReply[]> {
  const cases = new Map((await casesOf(ctx, contactId)).map(row => [row._id, row]))
  return shown(await findReplies(ctx, [...cases.keys()]), cases, language)
}

/** What colleagues proposed and the caller may decide, for My day. */
export async function repliesDueFor(ctx: Context, actor: StaffMember): Promise<DueItem[]> {
  if (!can(actor, 'case.work')) return []
  const regionIds = ownRegions(actor, undefined)
  const rows = await listReplies(ctx, { state: 'open', regionIds, limit: MOST_OF_A_SOURCE })
  const items = await describe(ctx, actor, rows)
  return items
    .filter(({ own, editable }) => !own && editable)
    .map(({ id, receipt, accountName, regionId }) => ({
      kind: 'approval',
      topic: 'public_word',
      id,
      title: receipt,
      accountId: null,
      accountName,
      contactName: '',
      regionId,
      dueAt: null,
      stake: 'colleague',
      severe: false,
      revenue: null,
      path: '/desk/said-and-done',
    }))
}

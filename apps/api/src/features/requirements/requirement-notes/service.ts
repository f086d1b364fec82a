import type { Requirement } from '@sixfold/contract/requirements'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalText } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { RequirementSource, SourceKind } from '@sixfold/domain/requirements/sources'
import { unitedSources } from '@sixfold/domain/requirements/sources'
import type { RequirementStatus } from '@sixfold/domain/requirements/status'
import { requirementReceipt, statusFault } from '@sixfold/domain/requirements/status'
import { singleLine } from '@sixfold/domain/text/single-line'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { dueBook } from '../../calls/due-records/service.ts'
import { readCase } from '../../cases/cases/service.ts'
import { accountFor } from '../../customers/accounts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import { announceEvent, openEvent } from '../../roundtables/event-records/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { visibleWave } from '../../waves/wave-records/service.ts'
import type { FactorRef, RequirementChange, RequirementRow } from '../requirement-records/service.ts'
import { changeRequirement, findRequirement, insertRequirement } from '../requirement-records/service.ts'
import { describeRequirement, mayOn, visibleRequirement } from '../requirements/service.ts'

/** A statement as somebody notes it. */
export interface NotedSource {
  kind: SourceKind
  aboutId?: string | null | undefined
  contactId?: string | null | undefined
  accountId?: string | null | undefined
  regionId?: string | null | undefined
  said?: string | undefined
  mayQuote?: boolean | undefined
  /** Names the statement where it has a name of its own, such as `live:<id>`: noting it again makes nothing new. */
  key?: string | undefined
}

export interface NotedRequirement {
  text: string
  factor?: FactorRef | null | undefined
  productId?: string | null | undefined
  ownerId?: string | null | undefined
  due?: string | null | undefined
  source: NotedSource
}

/** Notes what a customer asked for. A statement that was noted before leads to the requirement that it is in. */
export async function noteRequirement(
  ctx: Context,
  actor: StaffMember,
  { text, factor = null, productId = null, ownerId = null, due = null, source: noted }: NotedRequirement,
): Promise<Requirement> {
  const source = await sourceOf(ctx, actor, noted)
  await checkFields(ctx, { factor, productId, ownerId }, [source.regionId])
  const at = ctx.clock.now()
  const { row, fresh } = await insertRequirement(ctx, {
    key: source.key,
    text: singleLine(text),
    factor,
    productId,
    ownerId,
    due,
    status: 'heard',
    reason: '',
    history: [{ status: 'heard', reason: '', at, by: actor.name }],
    sources: [source],
    reply: null,
    createdAt: at,
    createdBy: actor.id,
  })
  if (fresh) {
    await record(ctx, actor, 'requirement.noted', `requirement:${row._id}`, requirementReceipt(row.number))
    announceSource(ctx, source)
  }
  return describeRequirement(ctx, actor, await livingOne(ctx, row))
}

/** Follows merges to the requirement that one lives on in. */
export async function livingOne(ctx: Context, row: RequirementRow): Promise<RequirementRow> {
  const next = row.mergedInto === null ? null : await findRequirement(ctx, row.mergedInto)
  return next ? livingOne(ctx, next) : row
}

/** Somebody else asked for it too. */
export async function addSource(
  ctx: Context,
  actor: StaffMember,
  { id, source: noted }: { id: string; source: NotedSource },
): Promise<Requirement> {
  await visibleRequirement(ctx, actor, id, 'requirement.edit')
  const source = await sourceOf(ctx, actor, noted)
  const row = await rewrite(ctx, id, ({ sources }) => ({ sources: unitedSources(sources, [source]) }))
  await record(ctx, actor, 'requirement.source', `requirement:${id}`, source.kind)
  announceSource(ctx, source)
  return describeRequirement(ctx, actor, row)
}

/** Whether the customer agreed that the words are quoted. */
export async function allowQuote(
  ctx: Context,
  actor: StaffMember,
  { id, key, mayQuote }: { id: string; key: string; mayQuote: boolean },
): Promise<Requirement> {
  const before = await visibleRequirement(ctx, actor, id, 'requirement.edit')
  const own = before.sources.find(source => source.key === key)
  if (!own || !can(actor, 'requirement.edit', own)) throw new AppError('not_found')
  const row = await rewrite(ctx, id, ({ sources }) => ({
    sources: sources.map(source => (source.key === key ? { ...source, mayQuote } : source)),
  }))
  await record(ctx, actor, 'requirement.consent', `requirement:${id}`, mayQuote ? 'quoted' : 'not quoted')
  return describeRequirement(ctx, actor, row)
}

const MOST_ROUNDS = 50

/** Decides a change anew as often as somebody else was faster: nothing that was written is lost. */
async function rewrite(
  ctx: Context,
  id: string,
  decide: (row: RequirementRow) => RequirementChange,
): Promise<RequirementRow> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await findRequirement(ctx, id)
    if (!before || before.mergedInto !== null) throw new AppError('wrong_state')
    const after = await changeRequirement(ctx, before, decide(before))
    if (after) return after
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

interface At {
  id: string
  revision: number
}

export interface RequirementEdit extends At {
  changes: {
    text?: string | undefined
    factor?: FactorRef | null | undefined
    productId?: string | null | undefined
    ownerId?: string | null | undefined
    due?: string | null | undefined
  }
}

export async function editRequirement(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes }: RequirementEdit,
): Promise<Requirement> {
  const before = await visibleRequirement(ctx, actor, id, 'requirement.edit')
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as RequirementChange
  await checkFields(ctx, given, before.regionIds)
  const change = given.text === undefined ? given : { ...given, text: singleLine(given.text) }
  return saved(ctx, actor, before, revision, change, {
    action: 'requirement.changed',
    detail: Object.keys(given).join(', '),
  })
}

export async function setStatus(
  ctx: Context,
  actor: StaffMember,
  { id, revision, status, reason = '' }: At & { status: RequirementStatus; reason?: string | undefined },
): Promise<Requirement> {
  const before = await visibleRequirement(ctx, actor, id, 'requirement.edit')
  // Asked twice it is done once.
  if (before.status === status && before.reason === reason && before.mergedInto === null)
    return describeRequirement(ctx, actor, before)
  if (statusFault(before, { to: status, reason })) throw new AppError('wrong_state')
  const step = { status, reason, at: ctx.clock.now(), by: actor.name }
  return saved(
    ctx,
    actor,
    before,
    revision,
    { status, reason, history: [...before.history, step] },
    { action: 'requirement.status', detail: `${before.status} > ${status}` },
  )
}

/** Writes what those who raised it read. Nothing is read outside before it is released, and what is taken back is gone there. */
export async function saveReply(
  ctx: Context,
  actor: StaffMember,
  { id, revision, said, did, release }: At & { said: LocalText; did: LocalText; release: boolean },
): Promise<Requirement> {
  const before = await visibleRequirement(ctx, actor, id, 'requirement.edit')
  const [wordsSaid, wordsDid] = [withWords(said), withWords(did)]
  if (release && Object.keys(wordsDid).length === 0) throw new AppError('wrong_state')
  const isBlank = Object.keys(wordsSaid).length + Object.keys(wordsDid).length === 0
  const reply = {
    said: wordsSaid,
    did: wordsDid,
    releasedAt: release ? ctx.clock.now() : null,
    releasedBy: release ? actor.name : '',
    status: before.status,
  }
  return saved(
    ctx,
    actor,
    before,
    revision,
    { reply: isBlank ? null : reply },
    {
      action: release ? 'requirement.released' : 'requirement.reply',
      detail: requirementReceipt(before.number),
    },
  )
}

const withWords = (text: LocalText): LocalText =>
  Object.fromEntries(
    Object.entries(text).flatMap(([tag, words]) => (words.trim() === '' ? [] : [[tag, words.trim()]])),
  )

/** Writes on the revision that the caller saw; else a conflict with what stands now. */
async function saved(
  ctx: Context,
  actor: StaffMember,
  before: RequirementRow,
  revision: number,
  change: RequirementChange,
  { action, detail }: { action: string; detail: string },
): Promise<Requirement> {
  if (before.mergedInto !== null) throw new AppError('wrong_state')
  const row = before.revision === revision ? await changeRequirement(ctx, before, change) : null
  if (!row) {
    const current = await visibleRequirement(ctx, actor, before._id)
    throw new AppError('revision_conflict', {
      data: { current: await describeRequirement(ctx, actor, current) },
    })
  }
  await record(ctx, actor, action, `requirement:${row._id}`, detail)
  const { _id: requirementId, number, status, regionIds } = row
  await emitEvent(ctx, {
    type: 'requirement.changed',
    id: `requirement:${requirementId}:${row.revision}`,
    regionIds,
    data: { requirementId, receipt: requirementReceipt(number), status, revision: row.revision },
  })
  return describeRequirement(ctx, actor, row)
}

/** Where a statement came from and whose it is, as far as the person who notes it may know. */
async function sourceOf(ctx: Context, actor: StaffMember, noted: NotedSource): Promise<RequirementSource> {
  const { kind, aboutId = null, contactId = null, said = '', mayQuote = false, key = newId() } = noted
  const contact = contactId === null ? null : await findContact(ctx, contactId)
  if (contactId !== null && (!contact || contact.erased)) throw new AppError('not_found')
  const accountId = contact?.accountId ?? noted.accountId ?? null
  const account = accountId === null ? null : await accountFor(ctx, actor, accountId)
  const place = aboutId === null ? undefined : await placeOfSource(ctx, actor, kind, aboutId)
  const regionId = contact?.regionId ?? account?.regionId ?? place ?? noted.regionId ?? null
  if (!can(actor, 'requirement.edit', { regionId }) || !(await isPlace(ctx, regionId)))
    throw new AppError('not_found')
  return {
    key,
    kind,
    aboutId,
    contactId: contact?.id ?? null,
    accountId: account?._id ?? null,
    regionId,
    said: said.trim(),
    mayQuote,
    at: ctx.clock.now(),
  }
}

/** A region that there is, or the whole house. */
async function isPlace(ctx: Context, regionId: string | null): Promise<boolean> {
  return regionId === null || (await listRegions(ctx)).some(({ _id }) => _id === regionId)
}

/** The region of what a statement is about; a thing that the person may not see is as unknown as one that is not there. */
async function placeOfSource(
  ctx: Context,
  actor: StaffMember,
  kind: SourceKind,
  aboutId: string,
): Promise<string | undefined> {
  if (kind === 'round_table') return (await openEvent(ctx, actor, aboutId, 'roundtable.read')).regionId
  if (kind === 'case') return (await readCase(ctx, actor, aboutId)).regionId
  if (kind === 'survey') {
    await visibleWave(ctx, actor, aboutId)
    return undefined
  }
  const call =
    kind === 'call'
      ? (await dueBook.findDueRows(ctx, 'installation_call', [aboutId])).get(aboutId)
      : undefined
  if (!call || !can(actor, 'customers.read', call)) throw new AppError('not_found')
  return call.regionId
}

/** A factor or product that is not there, and an owner who could not see it, are refused. */
async function checkFields(
  ctx: Context,
  {
    factor,
    productId,
    ownerId,
  }: { factor?: FactorRef | null; productId?: string | null; ownerId?: string | null },
  regionIds: readonly (string | null)[],
): Promise<void> {
  const model = factor ? await findFactorModel(ctx, factor.model) : null
  if (factor && !model?.factors.some(({ key }) => key === factor.key)) throw new AppError('not_found')
  if (productId && (await findProductsById(ctx, [productId])).length === 0) throw new AppError('not_found')
  const owner = ownerId ? await findMember(ctx, ownerId) : null
  const places = regionIds.map(regionId => regionId ?? '*')
  if (ownerId && !(owner && mayOn(owner, 'requirement.read', { regionIds: places })))
    throw new AppError('not_found')
}

/** Screens of the round table where it was said hear of it. */
function announceSource(ctx: Context, { kind, aboutId }: RequirementSource): void {
  if (kind === 'round_table' && aboutId !== null) announceEvent(ctx, aboutId)
}

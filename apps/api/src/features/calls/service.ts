import type { CallOutcome, DueThing } from '@sixfold/contract/due'
import type { StaffMember } from '@sixfold/contract/staff'
import { MOST_TRIES } from '@sixfold/domain/due/due-step'
import { addLocalDays } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { requestTouch } from '../contact-ledger/service.ts'
import { findContact } from '../contacts/service.ts'
import { currentLook, lookAgain } from '../due/service.ts'
import { describeDue } from '../due-lists/service.ts'
import type { DueRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'
import { readOrganisation } from '../organisation/service.ts'
import { findProductsById } from '../products/service.ts'

const KIND = 'installation_call'

/**
 * Begins a call: it is in the contact ledger before anybody is told to dial, so nothing else reaches the person meanwhile. What the contact
 * policy refuses now waits again, with its reason; then the answer is a call that is not begun.
 */
export async function beginCall(ctx: Context, actor: StaffMember, id: string): Promise<DueThing> {
  const row = await callFor(ctx, actor, id)
  if (row.state !== 'due' || row.begun || row.contactId === null) throw new AppError('wrong_state')
  const today = await todayOf(ctx, row.contactId)
  if (today < row.opensOn || today > row.closesOn) throw new AppError('wrong_state')
  const [product] = await findProductsById(ctx, [row.productId])
  const decision = await requestTouch(ctx, {
    touchId: `call:${row._id}:${row.since}:${row.tries}`,
    contactId: row.contactId,
    kind: 'call',
    purpose: KIND,
    subject: product?.name ?? '',
    installationId: row._id,
  })
  const change =
    decision.decision === 'allow'
      ? { begun: { at: ctx.clock.now(), by: actor.id, byName: actor.name }, reason: null }
      : await putOff(ctx, decision)
  const changed = await dueBook.changeDueRow(ctx, KIND, row, change)
  if (!changed) throw new AppError('wrong_state')
  await record(ctx, actor, changed.begun ? 'call.begun' : 'call.refused', `contact:${row.contactId}`, row._id)
  return describeOne(ctx, changed)
}

/** A call that is possible later today stays among those of today. */
async function putOff(
  ctx: Context,
  { reason, earliest }: Extract<TouchDecision, { decision: 'refuse' }>,
): Promise<Pick<DueRow, 'state' | 'reason' | 'dueAt'>> {
  const { next } = (await currentLook(ctx)).look
  return { state: earliest && earliest < next.at ? 'due' : 'waiting', reason, dueAt: earliest ?? null }
}

/** Notes how a call went. One that nobody answered comes up again on the next working day, a few times. */
export async function endCall(
  ctx: Context,
  actor: StaffMember,
  { id, outcome }: { id: string; outcome: CallOutcome },
): Promise<DueThing> {
  const row = await callFor(ctx, actor, id)
  if (row.state !== 'due' || !row.begun || row.contactId === null) throw new AppError('wrong_state')
  const today = await todayOf(ctx, row.contactId)
  const changed = await dueBook.changeDueRow(ctx, KIND, row, {
    begun: null,
    ...changeAfter(row, { outcome, today, now: ctx.clock.now() }),
  })
  if (!changed) throw new AppError('wrong_state')
  await record(ctx, actor, `call.${outcome}`, `contact:${row.contactId}`, row._id)
  // What waited for this call knows its day now.
  await lookAgain(ctx, [row.accountId])
  return describeOne(ctx, (await dueBook.findDueRows(ctx, KIND, [id])).get(id) ?? changed)
}

function changeAfter(
  { tries: before }: DueRow,
  { outcome, today, now }: { outcome: CallOutcome; today: string; now: Date },
): Partial<DueRow> {
  const settled = { dueAt: null, settledAt: now }
  if (outcome === 'made') return { ...settled, state: 'done', reason: null }
  if (outcome === 'not_wanted') return { ...settled, state: 'cancelled', reason: 'not_wanted' }
  const tries = before + 1
  if (tries >= MOST_TRIES) return { ...settled, state: 'lapsed', reason: 'no_answer', tries }
  return { state: 'waiting', reason: 'no_answer', tries, notBefore: addLocalDays(today, 1) }
}

async function callFor(ctx: Context, actor: StaffMember, id: string): Promise<DueRow> {
  const row = (await dueBook.findDueRows(ctx, KIND, [id])).get(id)
  if (!row || !can(actor, 'call.make', row)) throw new AppError('not_found')
  return row
}

async function todayOf(ctx: Context, contactId: string): Promise<string> {
  const [contact, { zone }] = await Promise.all([findContact(ctx, contactId), readOrganisation(ctx)])
  return wallTimeIn(ctx.clock.now(), contact?.zone ?? zone, zone).date
}

async function describeOne(ctx: Context, row: DueRow): Promise<DueThing> {
  const [item] = await describeDue(ctx, KIND, [row])
  if (!item) throw new AppError('not_found')
  return item
}

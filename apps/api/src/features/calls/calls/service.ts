import type { CallOutcome, CallRefusal } from '@sixfold/contract/calls'
import type { DueThing } from '@sixfold/contract/due'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Severity } from '@sixfold/domain/cases/case-kinds'
import { afterCall } from '@sixfold/domain/due/call-outcome'
import { can } from '@sixfold/domain/permissions'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addMinutes } from 'date-fns/addMinutes'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { openCase } from '../../cases/cases/service.ts'
import { mayStillLeave, requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { setDoNotCall } from '../../contact-policy/contact-standing/service.ts'
import type { TouchRequest } from '../../contact-policy/touch-decisions/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { callBackTime } from '../call-backs/service.ts'
import type { NotedAnswers } from '../call-scripts/service.ts'
import { beginScript, noteAnswers, sendAnswers } from '../call-scripts/service.ts'
import { complaintModel } from '../call-views/service.ts'
import { currentLook, lookAgain } from '../due/service.ts'
import { describeDue } from '../due-lists/service.ts'
import type { CallAttempt, DueRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'

export { readCall } from '../call-views/service.ts'

const KIND = 'installation_call'
/** Of one call, also where days are corrected again and again. */
const MOST_ATTEMPTS = 30
/** A call back may begin so much before the time that was agreed. */
const EARLY_MINUTES = 15

/**
 * Begins a call: it is in the contact ledger before anybody is told to dial, so nothing else reaches the person meanwhile. What the contact
 * policy refuses now waits again, with its reason; then the answer is a call that is not begun.
 */
export async function beginCall(ctx: Context, actor: StaffMember, id: string): Promise<DueThing> {
  const row = await callFor(ctx, actor, id)
  const contact = row.contactId === null ? null : await findContact(ctx, row.contactId)
  if (row.state !== 'due' || row.begun || !contact || contact.erased) throw new AppError('wrong_state')
  const today = dayIn(contact, ctx.clock.now())
  if (today < row.opensOn || today > row.closesOn) throw new AppError('wrong_state')
  const decision = await mayCall(ctx, row, contact)
  const change =
    decision.decision === 'allow'
      ? { begun: { at: ctx.clock.now(), by: actor.id, byName: actor.name }, reason: null }
      : await putOff(ctx, decision)
  const changed = await dueBook.changeDueRow(ctx, KIND, row, change)
  if (!changed) throw new AppError('wrong_state')
  await record(ctx, actor, changed.begun ? 'call.begun' : 'call.refused', `contact:${contact.id}`, row._id)
  return describeOne(ctx, changed)
}

type Refused = { decision: 'refuse'; reason: DueRow['reason']; earliest?: Date }

/** Every try of a day is one touch; hours and wishes are asked about each time. */
async function mayCall(
  ctx: Context,
  row: DueRow,
  contact: KnownContact,
): Promise<Extract<TouchDecision, { decision: 'allow' }> | Refused> {
  const now = ctx.clock.now()
  const agreed = row.callBackAt ?? null
  if (agreed && addMinutes(now, EARLY_MINUTES) < agreed)
    return { decision: 'refuse', reason: 'call_back', earliest: agreed }
  const [product] = await findProductsById(ctx, [row.productId])
  const today = dayIn(contact, now)
  const touch: TouchRequest = {
    touchId: `call:${row._id}:${row.since}:${today}`,
    contactId: contact.id,
    kind: 'call',
    purpose: KIND,
    subject: product?.name ?? '',
    installationId: row._id,
    ...(agreed ? { requested: true } : {}),
  }
  const decision = await requestTouch(ctx, touch)
  const again = row.attempts?.some(({ at }) => dayIn(contact, at) === today)
  return decision.decision === 'allow' && again ? mayStillLeave(ctx, touch) : decision
}

/** A call that is possible later today stays among those of today. */
async function putOff(
  ctx: Context,
  { reason, earliest }: Refused,
): Promise<Pick<DueRow, 'state' | 'reason' | 'dueAt'>> {
  const { next } = (await currentLook(ctx)).look
  return { state: earliest && earliest < next.at ? 'due' : 'waiting', reason, dueAt: earliest ?? null }
}

/** The person agrees to answer, and to have it noted. That stands in the call before the first answer can be kept. */
export async function agreeToCall(ctx: Context, actor: StaffMember, id: string) {
  const { row, begun, contact } = await begunCall(ctx, actor, id)
  if (begun.agreedAt) return { agreedAt: begun.agreedAt.toISOString() }
  const agreedAt = ctx.clock.now()
  await beginScript(ctx, contact, row.productId)
  const changed = await dueBook.changeDueRow(ctx, KIND, row, { begun: { ...begun, agreedAt } })
  if (!changed) throw new AppError('wrong_state')
  await record(ctx, actor, 'call.agreed', `contact:${contact.id}`, row._id)
  return { agreedAt: agreedAt.toISOString() }
}

export async function answerCall(
  ctx: Context,
  actor: StaffMember,
  { id, ...noted }: NotedAnswers & { id: string },
): Promise<{ answers: StoredAnswer[] }> {
  const { begun, contact } = await begunCall(ctx, actor, id)
  if (!begun.agreedAt) throw new AppError('wrong_state')
  return { answers: await noteAnswers(ctx, contact, noted, actor) }
}

export interface CallEnd {
  id: string
  outcome: CallOutcome
  refusal?: CallRefusal | undefined
  callBack?: { date: string; time: string } | undefined
  note?: string | undefined
  submit?: NotedAnswers | undefined
}

/** Notes how a call went. One that nobody answered comes up again on the next working day, a few times. */
export async function endCall(ctx: Context, actor: StaffMember, end: CallEnd): Promise<DueThing> {
  const { row, begun, contact } = await begunCall(ctx, actor, end.id)
  const { outcome, submit } = end
  const callBackAt = outcome === 'call_back' ? await callBackTime(ctx, actor, { row, contact, ...end }) : null
  if (submit && (outcome !== 'made' || !begun.agreedAt)) throw new AppError('wrong_state')
  if (submit) await sendAnswers(ctx, contact, submit, actor)
  const now = ctx.clock.now()
  const { isSettled, ...after } = afterCall({
    outcome,
    tries: row.tries,
    today: dayIn(contact, now),
    callBackAt,
  })
  const attempt: CallAttempt = {
    at: begun.at,
    by: begun.by,
    byName: begun.byName,
    outcome,
    refusal: outcome === 'not_wanted' ? (end.refusal ?? 'unsaid') : null,
    note: end.note ?? '',
    contactId: contact.id,
    ...(begun.agreedAt ? { agreedAt: begun.agreedAt } : {}),
  }
  const changed = await dueBook.changeDueRow(ctx, KIND, row, {
    ...after,
    begun: null,
    dueAt: callBackAt,
    settledAt: isSettled ? now : null,
    wrongPhone: outcome === 'wrong_number' ? contact.phone : null,
    exceptId: outcome === 'not_responsible' ? contact.id : (row.exceptId ?? null),
    attempts: [...(row.attempts ?? []), attempt].slice(-MOST_ATTEMPTS),
  })
  if (!changed) throw new AppError('wrong_state')
  if (attempt.refusal === 'never_call') await setDoNotCall(ctx, contact.id, `call:${actor.id}`)
  await record(ctx, actor, `call.${outcome}`, `contact:${contact.id}`, row._id)
  // What waited for this call knows its day now.
  await lookAgain(ctx, [row.accountId])
  return describeOne(ctx, (await dueBook.findDueRows(ctx, KIND, [row._id])).get(row._id) ?? changed)
}

export interface CallComplaint {
  id: string
  form: string
  text: string
  factor: string | null
  severity: Severity
}

/** Opens a case for what somebody complains about on the telephone; the same form is the same case. */
export async function complainOnCall(ctx: Context, actor: StaffMember, complaint: CallComplaint) {
  const row = await callFor(ctx, actor, complaint.id)
  const contact = row.contactId === null ? null : await findContact(ctx, row.contactId)
  // It may be written down a moment after the call was ended.
  const spoke = row.begun !== null || row.attempts?.some(({ outcome }) => outcome === 'made')
  if (!spoke || !contact || contact.erased) throw new AppError('wrong_state')
  const model = complaint.factor === null ? null : await complaintModel(ctx, contact)
  const factor = model?.factors.find(({ key }) => key === complaint.factor)
  const opened = await openCase(ctx, {
    source: { kind: 'call', id: `${row._id} ${complaint.form}` },
    accountId: row.accountId,
    contactId: contact.id,
    factor: model && factor ? { model: { key: model.key, version: model.version }, key: factor.key } : null,
    words: complaint.text,
    severity: complaint.severity,
    openedBy: actor.name,
  })
  return { caseId: opened._id, receipt: opened.receipt }
}

/** A call that goes on; the record of its person may have been merged meanwhile, and is then the one that stayed. */
async function begunCall(ctx: Context, actor: StaffMember, id: string) {
  const row = await callFor(ctx, actor, id)
  const contact = row.contactId === null ? null : await findContact(ctx, row.contactId)
  if (row.state !== 'due' || !row.begun || !contact || contact.erased) throw new AppError('wrong_state')
  return { row, begun: row.begun, contact }
}

/** A call that the caller may make; an unknown one and a foreign one look the same. */
async function callFor(ctx: Context, actor: StaffMember, id: string): Promise<DueRow> {
  const row = (await dueBook.findDueRows(ctx, KIND, [id])).get(id)
  if (!row || !can(actor, 'call.make', row)) throw new AppError('not_found')
  return row
}

const dayIn = ({ zone }: Pick<KnownContact, 'zone'>, at: Date): string => wallTimeIn(at, zone).date

async function describeOne(ctx: Context, row: DueRow): Promise<DueThing> {
  const [item] = await describeDue(ctx, KIND, [row])
  if (!item) throw new AppError('not_found')
  return item
}

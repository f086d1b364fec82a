import type { OwnCase } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { ASK_AGAIN_DAYS } from '@sixfold/domain/cases/recovery'
import { complaintText } from '@sixfold/domain/complaints'
import { textIn } from '@sixfold/domain/local-text'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { addDays } from 'date-fns/addDays'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { recordOfCustomer } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import { makePersonalLink } from '../../privacy/personal-links/service.ts'
import type { CaseRow } from '../case-records/service.ts'
import { casesOf, changeThrough, entry, findCase, planOf, stepped } from '../case-records/service.ts'
import { factorOf } from '../cases/service.ts'

async function customerOf(ctx: Context, { contactId }: CaseRow): Promise<KnownContact | null> {
  const contact = contactId === null ? null : await findContact(ctx, contactId)
  return contact && !contact.erased ? contact : null
}

interface CaseMail {
  kind: 'case-receipt' | 'case-receipt-only' | 'case-resolved' | 'case-asked-again'
  key: string
  values?: Record<string, string>
}

async function mailCustomer(ctx: Context, row: CaseRow, contact: KnownContact, mail: CaseMail) {
  const [{ name: organisation }, link] = await Promise.all([
    readOrganisation(ctx),
    makePersonalLink(ctx, contact.id, 'own_page', row.waveId),
  ])
  const { kind, key, values } = mail
  await sendMail(ctx, {
    kind,
    key,
    to: contact.email,
    language: uiLanguageFor(row.language),
    values: { name: contact.name, organisation, receipt: row.receipt, link: link.address, ...values },
  })
}

/** A receipt is a service to who complained: it is refused only where nothing can arrive. */
export async function mailReceipt(ctx: Context, row: CaseRow): Promise<void> {
  if (row.kind !== 'complaint') return
  const contact = await customerOf(ctx, row)
  if (!contact) return
  const key = `case-receipt:${row._id}`
  const { decision } = await requestTouch(ctx, {
    touchId: key,
    contactId: contact.id,
    kind: 'service',
    purpose: 'case',
    subject: row.receipt,
    requested: true,
  })
  if (decision === 'allow')
    await mailCustomer(ctx, row, contact, {
      kind: row.answerWanted ? 'case-receipt' : 'case-receipt-only',
      key,
    })
}

/** Tells the customer what was done, as soon as the governor allows it; says when it is to be tried again. */
export async function tellCustomer(ctx: Context, row: CaseRow): Promise<Date | null> {
  if (row.state !== 'resolved' || row.toldAt !== null || !row.answerWanted) return null
  const contact = await customerOf(ctx, row)
  if (!contact) return null
  const { round, resolution } = row
  const key = `case-resolved:${row._id}:${round}`
  const answer = await requestTouch(ctx, {
    touchId: key,
    contactId: contact.id,
    kind: row.kind === 'complaint' ? 'service' : 'follow_up',
    purpose: 'case',
    subject: row.receipt,
    // It answers what the customer said, so that no gap holds it back; hours and wishes do.
    requested: true,
  })
  if (answer.decision === 'refuse') return noteRefusal(ctx, row, answer)
  await mailCustomer(ctx, row, contact, {
    kind: 'case-resolved',
    key,
    values: { told: resolution?.told ?? '' },
  })
  await changeThrough(ctx, row._id, async now => {
    const at = ctx.clock.now()
    const result = stepped(now, { step: 'told', round }, { at, plan: await planOf(ctx, now) })
    if (!result.ok || now.toldAt !== null) return null
    return { change: result.change, entries: [entry(at, { what: 'told', by: 'house', name: '' })] }
  })
  return null
}

/** Colleagues see in the timeline why the customer has not heard yet; each reason once a round. */
async function noteRefusal(
  ctx: Context,
  row: CaseRow,
  { reason, earliest }: Extract<TouchDecision, { decision: 'refuse' }>,
): Promise<Date | null> {
  const since = row.entries.findLastIndex(({ what }) => what === 'resolved')
  const noted = row.entries.slice(since).some(({ what, text }) => what === 'not_told' && text === reason)
  if (noted) return earliest ?? null
  await changeThrough(ctx, row._id, now =>
    now.revision === row.revision
      ? {
          change: {},
          entries: [entry(ctx.clock.now(), { what: 'not_told', by: 'house', name: '', text: reason })],
        }
      : null,
  )
  return null
}

/** After this it would no longer say anything about the case. */
const GIVE_UP_DAYS = 180

/** Some time after a case was closed its customer is asked whether it got better; the governor decides when. */
export async function askAgain(ctx: Context, row: CaseRow): Promise<Date | null> {
  const { closed, recovery } = row
  if (row.state !== 'closed' || !closed || !row.answerWanted || recovery.askedAt !== null) return null
  if (closed.reason !== null && closed.reason !== 'said_so' && closed.reason !== 'silent') return null
  const now = ctx.clock.now()
  const due = addDays(closed.at, ASK_AGAIN_DAYS)
  if (now < due) return due
  const contact = await customerOf(ctx, row)
  if (!contact || now >= addDays(closed.at, GIVE_UP_DAYS)) return null
  const key = `case-asked-again:${row._id}:${row.round}`
  const answer = await requestTouch(ctx, {
    touchId: key,
    contactId: contact.id,
    kind: 'follow_up',
    purpose: 'case',
    subject: row.receipt,
  })
  if (answer.decision === 'refuse') return answer.earliest ?? null
  await mailCustomer(ctx, row, contact, { kind: 'case-asked-again', key })
  await changeThrough(ctx, row._id, again =>
    again.recovery.askedAt === null
      ? {
          change: { recovery: { ...again.recovery, askedAt: now } },
          entries: [entry(now, { what: 'asked_again', by: 'house', name: '' })],
        }
      : null,
  )
  return null
}

/** A case of this very person; another's looks like none. */
async function ownCase(ctx: Context, contactId: string, id: string): Promise<CaseRow> {
  const row = await findCase(ctx, id)
  if (!row || row.contactId !== contactId) throw new AppError('link_unknown')
  return row
}

export interface Verdict {
  caseId: string
  round: number
  solved: boolean
  /** Why it is not solved, if the customer says so. */
  words: string
}

/** `superseded`: it was taken up again, or resolved anew, since the customer saw it. */
export type VerdictOutcome = 'confirmed' | 'disputed' | 'superseded'

const LONGEST_WORDS = 4000

/** A customer's word on what was done. Said twice it counts once. */
export async function giveVerdict(
  ctx: Context,
  contactId: string,
  { caseId, round, solved, words }: Verdict,
): Promise<VerdictOutcome> {
  await ownCase(ctx, contactId, caseId)
  const what = solved ? 'confirmed' : 'disputed'
  let outcome: VerdictOutcome = what
  let fresh = false
  await changeThrough(ctx, caseId, async row => {
    fresh = false
    outcome = what
    if (isSaid(row, what, round)) return null
    const at = ctx.clock.now()
    const step = { step: solved ? 'confirm' : 'dispute', round } as const
    const result = stepped(row, step, { at, plan: await planOf(ctx, row) })
    if (!result.ok) {
      outcome = 'superseded'
      return null
    }
    fresh = true
    const text = complaintText(words).slice(0, LONGEST_WORDS)
    return { change: result.change, entries: [entry(at, { what, by: 'customer', name: '', text })] }
  })
  if (fresh) await recordOfCustomer(ctx, `case.${what}`, `case:${caseId}`)
  return outcome
}

/** Whether the customer's last word on this round was the same. */
function isSaid({ round, entries }: CaseRow, what: 'confirmed' | 'disputed', of: number): boolean {
  if (round !== of) return false
  const turn = entries.findLast(one => one.what === 'confirmed' || one.what === 'disputed')
  const resolved = entries.findLastIndex(one => one.what === 'resolved')
  const taken = entries.findLastIndex(one => one.what === 'reopened')
  const place = turn ? entries.indexOf(turn) : -1
  return turn?.what === what && place > resolved && place > taken
}

/** How satisfied a customer is some time after the case, from 1 to 5. The first answer stands. */
export async function judge(
  ctx: Context,
  contactId: string,
  { caseId, score }: { caseId: string; score: number },
): Promise<void> {
  const { recovery } = await ownCase(ctx, contactId, caseId)
  if (recovery.askedAt === null) throw new AppError('wrong_state')
  const at = ctx.clock.now()
  await changeThrough(ctx, caseId, row =>
    row.recovery.after === null
      ? {
          change: { recovery: { ...row.recovery, after: score, answeredAt: at } },
          entries: [entry(at, { what: 'judged', by: 'customer', name: '', text: `${score}` })],
        }
      : null,
  )
  await recordOfCustomer(ctx, 'case.judged', `case:${caseId}`)
}

/**
 * What a person sees of the own cases: complaints from the beginning, and others once we told what was done about them.
 */
export async function ownCases(
  ctx: Context,
  contactId: string,
  language: UiLanguage,
  dayOf: (instant: Date) => string,
): Promise<OwnCase[]> {
  const rows = (await casesOf(ctx, contactId)).filter(({ kind, toldAt }) => kind === 'complaint' || toldAt)
  return Promise.all(
    rows.map(async row => {
      const about = await factorOf(ctx, row.factor)
      return {
        id: row._id,
        receipt: row.receipt,
        state: row.state,
        factor: about ? textIn(about.name, language, 'en') : '',
        openedOn: dayOf(row.openedAt),
        told: row.state === 'resolved' || row.state === 'closed' ? (row.resolution?.told ?? '') : '',
        round: row.round,
        asksAgain: row.recovery.askedAt !== null && row.recovery.after === null,
      }
    }),
  )
}

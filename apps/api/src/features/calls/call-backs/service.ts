import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalDate } from '@sixfold/domain/local-date'
import { decideTouch } from '@sixfold/domain/touch-decision'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { decidingSettings } from '../../contact-policy/contact-ledger/service.ts'
import { installationSubject } from '../../contact-policy/touch-decisions/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import type { DueRow } from '../due-records/service.ts'
import { callBackWords } from './words.ts'

export interface CallBackWish {
  row: Pick<DueRow, '_id' | 'closesOn'>
  contact: KnownContact
  /** On the wall clock of the person. */
  callBack?: { date: LocalDate; time: string } | undefined
}

/**
 * The instant of a call back that was agreed. Gaps to other touches are not kept, since the person asked for it; the hours and days of
 * the contact policy are.
 *
 * @throws AppError invalid_input with the reason: no time, past, after the call's window, or outside the hours.
 */
export async function callBackTime(
  ctx: Context,
  { language }: StaffMember,
  { row, contact, callBack }: CallBackWish,
): Promise<Date> {
  const say = callBackWords(language)
  const fault = (path: string, message: string) =>
    new AppError('invalid_input', { fields: [{ path: `callBack.${path}`, message }] })
  if (!callBack) throw fault('date', say('missing'))
  const at = resolveWallTime({ ...callBack, zone: contact.zone }).instant
  if (at <= ctx.clock.now()) throw fault('time', say('past'))
  if (callBack.date > row.closesOn) throw fault('date', say('after_window', { day: row.closesOn }))
  const setting = (await decidingSettings(ctx, new Map([[contact.id, contact]]))).get(contact.id)
  if (!setting) throw fault('date', say('never'))
  const subject = installationSubject(row._id)
  const decision = decideTouch({
    policy: setting.policyOf('installation_call'),
    contact: setting.contact,
    calendar: setting.calendar,
    // Every try of a day is one touch.
    ledger: setting.ledger.filter(entry => entry.subject !== subject),
    touch: { kind: 'call', channel: 'phone', purpose: 'installation_call', subject, requested: true },
    at,
  })
  if (decision.decision === 'allow') return at
  if (!decision.earliest) throw fault('date', say('never'))
  const { date, time } = wallTimeIn(decision.earliest, contact.zone)
  throw fault('time', say('not_allowed', { time: `${date} ${time}` }))
}

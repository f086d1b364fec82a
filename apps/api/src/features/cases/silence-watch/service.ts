import { isSilent, SILENCE_WORKING_DAYS, silenceChecks } from '@sixfold/domain/sending/silence'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { AccountEcho, InvitingWave } from '../../waves/invitations/service.ts'
import { invitationBook } from '../../waves/invitations/service.ts'
import { watchSilences } from '../rule-watch/service.ts'
import { openTask } from '../tasks/service.ts'
import { findCheckedAt, storeCheckedAt } from './store.ts'

/**
 * Some working days before a wave ends, opens a task for each account at which everybody was asked and reminded and nobody
 * answered: one for each account and wave. Safe to repeat. Says when to look again; null: never. Of a blind wave nobody
 * may learn whom it asks.
 */
export async function watchSilence(
  ctx: Context,
  wave: InvitingWave & { regionIds: readonly string[] },
): Promise<Date | null> {
  // Nobody is written to for a call.
  if (wave.kind === 'blind' || wave.kind === 'call') return null
  const now = ctx.clock.now()
  const calendarOf = await readCalendars(ctx)
  let echoes: readonly AccountEcho[] | undefined
  const next: Date[] = []
  for (const region of await listRegions(ctx)) {
    if (!wave.regionIds.includes(region._id)) continue
    const checks = silenceChecks({
      closesAt: wave.closesAt,
      days: wave.reminders.silenceDays ?? SILENCE_WORKING_DAYS,
      zone: region.zone,
      calendar: await calendarOf(region._id),
    })
    next.push(...checks.filter(at => at > now).slice(0, 1))
    const latest = checks.findLast(at => at <= now)
    const checkedAt = latest && (await findCheckedAt(ctx, wave.id, region._id))
    if (!latest || (checkedAt && checkedAt >= latest)) continue
    echoes ??= await invitationBook.echoOfAccounts(ctx, wave.id)
    await openTasks(
      ctx,
      wave,
      echoes.filter(({ regionId }) => regionId === region._id),
    )
    await storeCheckedAt(ctx, wave.id, region._id, now)
  }
  return next.length > 0 ? min(next) : null
}

async function openTasks(ctx: Context, wave: InvitingWave, echoes: readonly AccountEcho[]): Promise<void> {
  const silent = echoes.filter(isSilent)
  for (const echo of silent)
    await openTask(ctx, {
      key: `silence:${wave.id}:${echo.accountId}`,
      kind: 'silence',
      accountId: echo.accountId,
      wave: { id: wave.id, name: wave.name },
      asked: echo.open,
      dueAt: wave.closesAt,
    })
  await watchSilences(
    ctx,
    wave,
    silent.map(({ accountId }) => accountId),
  )
}

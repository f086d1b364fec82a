import { findingText } from '@sixfold/charts/finding-text'
import type { ReportSending, SendingReason } from '@sixfold/contract/report-schedules'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DigestPlan } from '@sixfold/domain/my-day/digest'
import { addQuarters, formatQuarter, quarterOf } from '@sixfold/domain/quarter'
import type { ReportTiming } from '@sixfold/domain/results/report-sending'
import { dueAfterClose, dueInQuarter, leavesAt } from '@sixfold/domain/results/report-sending'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addHours } from 'date-fns/addHours'
import { addMinutes } from 'date-fns/addMinutes'
import { subDays } from 'date-fns/subDays'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { RunLater } from '../../../jobs/worker.ts'
import { tellIn } from '../../../report-files/tell.ts'
import { readDigest } from '../../cases/my-day/service.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { mailStates, sendMail } from '../../house/outbox/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { stateOf, waveBook } from '../../waves/wave-records/service.ts'
import { readDrivers } from '../driver-reports/service.ts'
import { readFindings } from '../findings/service.ts'
import { readScoreboard } from '../scoreboards/service.ts'
import type { SendingRow } from './store.ts'
import { findSendings, hasLeft, noteSending, wasNoted } from './store.ts'

export { deleteSendings, wasNoted } from './store.ts'

/** What of a schedule decides about a mail. */
export interface Sending {
  _id: string
  name: string
  timing: ReportTiming
  time: string
  clock: 'recipient' | 'organisation'
  regionId: string | null
  createdBy: string
}

/** A moment at which a report is due, and of which wave; null: none has closed by then. */
export interface Occasion {
  key: string
  due: Date
  wave: WaveRow | null
}

export const sendingId = (scheduleId: string, { key }: Occasion, memberId: string) =>
  `${scheduleId}:${key}:${memberId}`

/** A wave that closed longer ago is nobody's news. */
const RECENT_DAYS = 120
/** What goes along with satisfaction is worked out by a job; the mail waits for it, but not for ever. */
const PATIENCE_HOURS = 1
const LOOK_AGAIN_MINUTES = 2

/** On which clock a colleague gets it, and on whose working days; the organisation's for whoever left the house. */
export async function planFor(
  ctx: Context,
  { clock, time }: Pick<Sending, 'clock' | 'time'>,
  member: StaffMember | null,
): Promise<DigestPlan> {
  const calendarOf = await readCalendars(ctx)
  if (clock === 'recipient' && member) {
    const { zone, regionId } = await readDigest(ctx, member)
    return { time, zone, calendar: await calendarOf(regionId) }
  }
  const [{ zone }, regions] = await Promise.all([readOrganisation(ctx), listRegions(ctx)])
  const home = regions.find(region => region.zone === zone) ?? regions[0]
  return { time, zone, calendar: await calendarOf(home?._id ?? 'none') }
}

/** The quarterly waves that a schedule is about, the latest to close last. */
async function wavesOf(ctx: Context, regionId: string | null): Promise<WaveRow[]> {
  const since = subDays(ctx.clock.now(), RECENT_DAYS)
  return (await waveBook.findWaves(ctx))
    .filter(
      row =>
        row.kind === 'quarterly' &&
        row.state !== 'draft' &&
        row.closesAt > since &&
        (regionId === null || row.regionIds.includes(regionId)),
    )
    .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
}

/** When reports were and will be due, as far as is known now. */
export async function occasionsOf(
  ctx: Context,
  { timing, regionId }: Pick<Sending, 'timing' | 'regionId'>,
  plan: DigestPlan,
): Promise<Occasion[]> {
  const waves = await wavesOf(ctx, regionId)
  if (timing.kind === 'after_close')
    return waves.flatMap(wave => {
      const due = dueAfterClose(wave.closesAt, timing.days, plan)
      return due ? [{ key: wave._id, due, wave }] : []
    })
  const { fiscalStartMonth, zone } = await readOrganisation(ctx)
  const fiscal = { startMonth: fiscalStartMonth, yearNaming: 'start' } as const
  const now = quarterOf(wallTimeIn(ctx.clock.now(), zone).date, fiscal)
  return [-1, 0, 1].flatMap(ahead => {
    const quarter = addQuarters(now, ahead)
    const due = dueInQuarter(quarter, timing, fiscal, plan)
    if (!due) return []
    const wave = waves.findLast(({ closesAt }) => closesAt <= due) ?? null
    return [{ key: formatQuarter(quarter), due, wave }]
  })
}

/**
 * Sends what is due to a colleague, once: in their language, and only what their role and regions allow now. Notes what
 * became of it. Safe to repeat.
 */
export async function sendReport(
  ctx: Context,
  sending: Sending,
  memberId: string,
  occasionKey: string,
): Promise<void> {
  const member = await findMember(ctx, memberId)
  const plan = member && (await planFor(ctx, sending, member))
  const occasion = plan && (await occasionsOf(ctx, sending, plan)).find(({ key }) => key === occasionKey)
  if (member && !occasion) return
  const _id = `${sending._id}:${occasionKey}:${memberId}`
  if (await wasNoted(ctx, _id)) return
  const wave = occasion?.wave ?? null
  const base: SendingRow = {
    _id,
    scheduleId: sending._id,
    memberId,
    recipient: member?.name ?? '',
    waveId: wave?._id ?? null,
    quarter: wave?.quarter ?? null,
    at: ctx.clock.now(),
    mailKey: null,
    reason: null,
  }
  const skip = (reason: SendingReason) => noteSending(ctx, { ...base, reason })
  if (!member || !plan || !occasion) return skip('gone')
  const leaves = leavesAt(occasion.due, ctx.clock.now(), plan)
  if (leaves === null) return
  if (leaves > ctx.clock.now()) throw new RunLater(leaves)
  if (!wave || !isOver(ctx, wave)) return skip('no_wave')
  if (await hasLeft(ctx, { scheduleId: sending._id, memberId, waveId: wave._id })) return skip('nothing_new')
  const mailKey = `report:${sending._id}:${wave._id}:${memberId}`
  // It left, and the process ended before that was noted.
  if ((await mailStates(ctx, [mailKey])).has(mailKey)) return noteSending(ctx, { ...base, mailKey })
  const patience = addHours(occasion.due, PATIENCE_HOURS)
  const outcome = await mailReport(ctx, member, { sending, wave, mailKey, patience })
  return outcome === 'left' ? noteSending(ctx, { ...base, mailKey }) : skip(outcome)
}

const isOver = (ctx: Context, wave: WaveRow) => ['closed', 'archived'].includes(stateOf(ctx, wave))

interface Letter {
  sending: Sending
  wave: WaveRow
  mailKey: string
  /** Until then it waits for what is still being worked out. */
  patience: Date
}

async function mailReport(
  ctx: Context,
  member: StaffMember,
  { sending, wave, mailKey, patience }: Letter,
): Promise<'left' | 'not_allowed' | 'few'> {
  const regionId = sending.regionId ?? undefined
  const of = { id: wave._id, regionId }
  const view = await readScoreboard(ctx, member, of).catch(error => {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  })
  if (!view) return 'not_allowed'
  if (view.responses === null || view.responses < view.minimumCell) return 'few'
  const { state } = await readDrivers(ctx, member, of)
  if (state === 'coming' && ctx.clock.now() < patience)
    throw new RunLater(addMinutes(ctx.clock.now(), LOOK_AGAIN_MINUTES))
  const tell = tellIn(member.language)
  const findings = await readFindings(ctx, member, of)
  const lines = findings.map(
    (finding, at) => `${at + 1}. ${findingText(finding, view, { language: member.language }).join('')}`,
  )
  const regions = await listRegions(ctx)
  const quarter = formatQuarter(view.quarter)
  const query = new URLSearchParams({ quarter, ...(regionId === undefined ? {} : { region: regionId }) })
  await sendMail(ctx, {
    kind: 'quarter-report',
    key: mailKey,
    to: member.email,
    language: member.language,
    values: {
      name: member.name,
      quarter,
      region: regions.find(({ _id }) => _id === regionId)?.name ?? tell.say('allRegions'),
      responses: tell.whole(view.responses),
      invited: tell.whole(view.invited),
      list: lines.length > 0 ? lines.join('\n') : tell.say('noFindings'),
      schedule: sending.name,
      who: sending.createdBy,
      link: `${ctx.config.publicUrl}/builder/reports?${query}`,
    },
  })
  await record(ctx, member, 'report.mailed', `wave:${wave._id}`, `report-schedule:${sending._id}`)
  return 'left'
}

/** The mail of the latest wave, to whoever tries it; twice within a minute is once. */
export async function tryReport(ctx: Context, actor: StaffMember, sending: Sending) {
  const now = ctx.clock.now()
  const wave = (await wavesOf(ctx, sending.regionId)).findLast(row => isOver(ctx, row))
  if (!wave) throw new AppError('wrong_state')
  const mailKey = `report-try:${sending._id}:${actor.id}:${now.toISOString().slice(0, 16)}`
  const outcome = await mailReport(ctx, actor, { sending, wave, mailKey, patience: now })
  if (outcome === 'not_allowed') throw new AppError('not_found')
  if (outcome === 'few') throw new AppError('wrong_state')
  return { to: actor.email, quarter: wave.quarter }
}

const SHOWN = 100

const STATES = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  kept: 'kept',
  withheld: 'failed',
  failed: 'failed',
  uncertain: 'failed',
} as const

/** What left and what did not, with what the mail server said of it since. */
export async function readSendings(ctx: Context, scheduleId: string): Promise<ReportSending[]> {
  const rows = await findSendings(ctx, scheduleId, SHOWN)
  const states = await mailStates(
    ctx,
    rows.flatMap(({ mailKey }) => mailKey ?? []),
  )
  return rows.map(({ _id, at, recipient, quarter, mailKey, reason }) => ({
    id: _id,
    at: at.toISOString(),
    recipient,
    quarter,
    // An old mail is cleared out of the outbox one day; it had left by then.
    state: mailKey === null ? 'skipped' : STATES[states.get(mailKey) ?? 'sent'],
    reason,
  }))
}

import { REPORT_PARTS } from '@sixfold/contract/reports'
import type { StaffMember } from '@sixfold/contract/staff'
import { compareQuarters } from '@sixfold/domain/quarter'
import { findMembers } from '../auth/members.ts'
import { makeReportLink, noteOpening } from '../features/results/report-links/service.ts'
import { makeSchedule, orderDue } from '../features/results/report-schedules/service.ts'
import { listWaves } from '../features/waves/waves/service.ts'
import type { Simulation } from './simulated-context.ts'
import type { PlannedWave } from './timeline.ts'

/** Days after a wave closes until its report left, weekends and holidays counted. */
export const MAILED_AFTER_DAYS = 8
/** Those outside read it some days later. */
export const READ_AFTER_DAYS = 12
const OPENINGS = 3
const LINK_DAYS = 365

/** Who runs a region hears of each quarter by mail, the day after its wave closed. */
export async function scheduleReports({ ctx }: Simulation, actor: StaffMember): Promise<void> {
  const members = await findMembers(ctx)
  const told = members.filter(({ role }) => role === 'administrator' || role === 'regional')
  await makeSchedule(ctx, actor, {
    name: 'Heads of the regions',
    timing: { kind: 'after_close', days: 1 },
    time: '08:00',
    clock: 'recipient',
    regionId: null,
    recipientIds: told.map(({ id }) => id),
  })
}

/** What came due meanwhile: the simulated past does not look for it every few minutes. */
export async function mailReports({ ctx }: Simulation): Promise<void> {
  await orderDue(ctx)
}

/** The board reads the latest closed quarter by a link, without the small print. */
export async function shareWithBoard(
  { ctx }: Simulation,
  actor: StaffMember,
  { quarter }: PlannedWave,
): Promise<string | null> {
  const wave = (await listWaves(ctx, actor)).find(
    one => one.kind === 'quarterly' && compareQuarters(one.quarter, quarter) === 0,
  )
  if (!wave) return null
  const { link } = await makeReportLink(ctx, actor, {
    purpose: 'Board of directors',
    waveId: wave.id,
    latest: true,
    regionId: null,
    language: 'en',
    confidence: '95',
    parts: REPORT_PARTS.filter(part => part !== 'comments' && part !== 'quality'),
    hidden: ['n', 'distribution'],
    days: LINK_DAYS,
  })
  return link.id
}

export async function readByBoard({ ctx }: Simulation, linkId: string): Promise<void> {
  for (let times = 0; times < OPENINGS; times += 1) await noteOpening(ctx, linkId)
}

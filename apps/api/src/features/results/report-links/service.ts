import type { NewReportLink, ReportLink } from '@sixfold/contract/report-links'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Wave } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { compareQuarters } from '@sixfold/domain/quarter'
import { addDays } from 'date-fns/addDays'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { momentText } from '../../../mails/event-times.ts'
import type { Report } from '../../../report-files/report.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { listWaves } from '../../waves/waves/service.ts'
import { readReport } from '../reports/service.ts'
import type { ReportLinkRow } from './store.ts'
import { countOpening, findLink, findLinkByHash, findLinks, insertLink, revokeLink } from './store.ts'
import { reportLinkWords } from './words.ts'

/** Links to what somebody may share, whoever made them. */
export async function listReportLinks(ctx: Context, actor: StaffMember): Promise<{ items: ReportLink[] }> {
  const rows = (await findLinks(ctx)).filter(row => mayShare(actor, row))
  return { items: await describe(ctx, actor, rows) }
}

/** Only of a closed wave: what still changes would tell by its changes what single people answered. */
export async function makeReportLink(
  ctx: Context,
  actor: StaffMember,
  { days, ...order }: NewReportLink,
): Promise<{ link: ReportLink; address: string }> {
  const regions = await listRegions(ctx)
  const isKnown = order.regionId === null || regions.some(({ _id }) => _id === order.regionId)
  if (!isKnown || !mayShare(actor, order)) throw new AppError('not_found')
  const wave = (await wavesFor(ctx, actor, order)).find(({ id }) => id === order.waveId)
  if (!wave) throw new AppError('not_found')
  if (!isShareable(wave) || (order.latest && wave.programmeId === null)) throw new AppError('wrong_state')
  // Asks for what is not worked out yet, so that reading asks for nothing.
  const { waveId: id, regionId, hidden } = order
  await readReport(ctx, actor, { ...order, id, regionId: regionId ?? undefined }, { hidden })
  const { token, tokenHash } = newLink()
  const now = ctx.clock.now()
  const row: ReportLinkRow = {
    _id: newId(),
    ...order,
    tokenHash,
    staffId: actor.id,
    programmeId: order.latest ? wave.programmeId : null,
    createdAt: now,
    expiresAt: days === null ? null : addDays(now, days),
    revokedAt: null,
    openings: 0,
    openedAt: null,
  }
  await insertLink(ctx, row)
  await record(ctx, actor, 'report-link.made', `report-link:${row._id}`, order.purpose)
  return { link: await describeOne(ctx, actor, row), address: `${ctx.config.publicUrl}/shared/${token}` }
}

/** Whoever may share the same may also end it. */
export async function revokeReportLink(ctx: Context, actor: StaffMember, id: string): Promise<ReportLink> {
  const row = await findLink(ctx, id)
  if (!row || !mayShare(actor, row)) throw new AppError('not_found')
  const revoked = await revokeLink(ctx, id, ctx.clock.now())
  if (revoked) await record(ctx, actor, 'report-link.revoked', `report-link:${id}`, row.purpose)
  return describeOne(ctx, actor, revoked ?? row)
}

/** What a link leads to: the report, or why there is none. */
export type Opened =
  | { kind: 'report'; language: ReportLinkRow['language']; report: Report; linkId: string }
  | {
      kind: 'over'
      language: ReportLinkRow['language'] | null
      reason: 'unknown' | 'expired' | 'revoked' | 'ended'
    }

/** With the rights that its maker has now (R2). Changes nothing. */
export async function openReportLink(ctx: Context, token: string): Promise<Opened> {
  const row = await findLinkByHash(ctx, hashToken(token))
  if (!row) return { kind: 'over', language: null, reason: 'unknown' }
  const { language } = row
  const maker = await findMember(ctx, row.staffId)
  const state = stateOf(ctx, row, maker)
  const waveId = maker && state === 'open' ? await waveOf(ctx, maker, row) : null
  if (!maker || waveId === null) return { kind: 'over', language, reason: state === 'open' ? 'ended' : state }
  const { confidence, parts, hidden, expiresAt } = row
  const regionId = row.regionId ?? undefined
  const order = { id: waveId, regionId, confidence, language, parts }
  const [{ report }, { name, zone }] = await Promise.all([
    readReport(ctx, maker, order, { hidden }),
    readOrganisation(ctx),
  ])
  const say = reportLinkWords(language)
  const until =
    expiresAt === null ? [] : [{ label: say('until'), value: momentText(expiresAt, zone, language) }]
  const facts = [{ label: say('by'), value: name }, ...report.facts, ...until]
  return { kind: 'report', language, report: { ...report, facts }, linkId: row._id }
}

/** Counts that somebody read it. The log names the first opening of each day; who it was, nobody knows. */
export async function noteOpening(ctx: Context, linkId: string): Promise<void> {
  const now = ctx.clock.now()
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const before = await countOpening(ctx, linkId, now)
  if (before && dayOf(before) === dayOf(now)) return
  await record(ctx, null, 'report-link.opened', `report-link:${linkId}`)
}

/** Of all regions only who works for all of them. */
function mayShare(actor: StaffMember, { regionId }: Pick<ReportLinkRow, 'regionId'>): boolean {
  return can(actor, 'report.share', { regionId })
}

/** A blind survey does not say who asks. */
const isShareable = ({ state, kind }: Wave) =>
  (state === 'closed' || state === 'archived') && kind !== 'blind'

async function wavesFor(ctx: Context, actor: StaffMember, { regionId }: Pick<ReportLinkRow, 'regionId'>) {
  const waves = await listWaves(ctx, actor)
  return regionId === null ? waves : waves.filter(({ regionIds }) => regionIds.includes(regionId))
}

/** The wave of the link, or the latest closed one of its programme: of one quarter the widest. */
async function waveOf(ctx: Context, maker: StaffMember, row: ReportLinkRow): Promise<string | null> {
  const waves = (await wavesFor(ctx, maker, row)).filter(isShareable)
  if (!row.latest) return waves.find(({ id }) => id === row.waveId)?.id ?? null
  const [latest] = waves
    .filter(({ programmeId }) => programmeId === row.programmeId)
    .sort(
      (a, b) =>
        compareQuarters(b.quarter, a.quarter) ||
        b.regionIds.length - a.regionIds.length ||
        b.launchedAt.localeCompare(a.launchedAt),
    )
  return latest?.id ?? null
}

function stateOf(ctx: Context, row: ReportLinkRow, maker: StaffMember | null): ReportLink['state'] {
  if (row.revokedAt !== null) return 'revoked'
  if (row.expiresAt !== null && row.expiresAt <= ctx.clock.now()) return 'expired'
  return maker && mayShare(maker, row) ? 'open' : 'ended'
}

async function describeOne(ctx: Context, actor: StaffMember, row: ReportLinkRow): Promise<ReportLink> {
  const [link] = await describe(ctx, actor, [row])
  if (!link) throw new AppError('not_found')
  return link
}

async function describe(
  ctx: Context,
  actor: StaffMember,
  rows: readonly ReportLinkRow[],
): Promise<ReportLink[]> {
  const [members, waves] = await Promise.all([findMembers(ctx), listWaves(ctx, actor)])
  const makers = new Map(members.map(member => [member.id, member]))
  const quarters = new Map(waves.map(({ id, quarter }) => [id, quarter]))
  return rows.flatMap(row => {
    const quarter = quarters.get(row.waveId)
    if (!quarter) return []
    const maker = makers.get(row.staffId) ?? null
    const { _id: id, purpose, waveId, latest, regionId, language, confidence, parts, hidden, openings } = row
    return [
      {
        ...{ id, purpose, waveId, latest, regionId, language, confidence, parts, hidden, quarter, openings },
        state: stateOf(ctx, row, maker),
        madeBy: maker?.name ?? '',
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        openedAt: row.openedAt?.toISOString() ?? null,
      },
    ]
  })
}

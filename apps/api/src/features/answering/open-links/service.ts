import type { OpenLink, OpenLinkList } from '@sixfold/contract/open-links'
import type { StaffMember } from '@sixfold/contract/staff'
import type { OpenLinkState } from '@sixfold/domain/quotas/open-link-state'
import { openLinkState } from '@sixfold/domain/quotas/open-link-state'
import { linkGroup, regionGroup, TOTAL } from '@sixfold/domain/quotas/quota-groups'
import { fullGroups } from '@sixfold/domain/quotas/quota-ledger'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { record } from '../../house/audit/service.ts'
import { announceWave } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { ownWave, scopeOf, stateOf, visibleWave } from '../../waves/wave-records/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import type { QuotaChange } from '../open-quotas/service.ts'
import { changeQuotas, describeQuotas, takesOpenAnswers } from '../open-quotas/service.ts'
import { visitsByLink } from '../open-visits/service.ts'
import type { QuotaRow } from '../quotas/service.ts'
import { readQuotas, setLimits, startCounting } from '../quotas/service.ts'
import type { OpenLinkRow } from './store.ts'
import {
  changeLink,
  findLink,
  findLinkByTokenHash,
  findLinksOfWave,
  insertLink,
  markRevoked,
} from './store.ts'

/** Open links look different from personal ones, so each is looked for where it can be. */
const MARK = 'o'
const OPEN_TOKEN = /^o[\w-]{22}$/
const MOST_LINKS = 100
/** Two who change limits at once: each lost round means that the other was done. */
const MOST_ROUNDS = 20

export function isOpenToken(token: string): boolean {
  return OPEN_TOKEN.test(token)
}

/** The open links of a wave that the caller may know of, the latest first, and what its quotas hold. */
export async function listOpenLinks(ctx: Context, actor: StaffMember, waveId: string): Promise<OpenLinkList> {
  return readList(ctx, actor, await visibleWave(ctx, actor, waveId))
}

/** Makes a link. The address is told here and nowhere else: only its hash is kept. */
export async function makeOpenLink(
  ctx: Context,
  actor: StaffMember,
  input: {
    waveId: string
    purpose: string
    regionId: string | null
    endsAt: string | null
    limit: number | null
    origins: readonly string[]
  },
): Promise<{ link: OpenLink; address: string }> {
  const wave = await ownWave(ctx, actor, input.waveId)
  const { regionId } = input
  if (regionId !== null && !wave.regionIds.includes(regionId)) throw new AppError('not_found')
  const links = await findLinksOfWave(ctx, wave._id)
  if (wave.kind === 'blind' || !takesOpenAnswers(ctx, wave) || links.length >= MOST_LINKS)
    throw new AppError('wrong_state')
  const { token, tokenHash } = newLink(MARK)
  const row: OpenLinkRow = {
    _id: newId(),
    waveId: wave._id,
    tokenHash,
    purpose: input.purpose,
    regionId,
    origins: [...new Set(input.origins)],
    endsAt: endOf(wave, input.endsAt),
    revokedAt: null,
    madeBy: actor.name,
    createdAt: ctx.clock.now(),
  }
  // Counted before anybody can come, and limited before anybody knows the address.
  await startCounting(ctx, wave._id)
  await limitLink(ctx, wave._id, row._id, input.limit)
  await insertLink(ctx, row)
  await record(ctx, actor, 'open_link.made', `wave:${wave._id}`, `${row._id}: ${row.purpose}`)
  announceWave(ctx, wave._id)
  return { link: await readLink(ctx, actor, wave, row), address: `${ctx.config.publicUrl}/r/${token}` }
}

export async function changeOpenLink(
  ctx: Context,
  actor: StaffMember,
  input: {
    id: string
    purpose: string
    endsAt: string | null
    limit: number | null
    origins: readonly string[]
  },
): Promise<OpenLink> {
  const { wave, row } = await ownLink(ctx, actor, input.id)
  if (!takesOpenAnswers(ctx, wave)) throw new AppError('wrong_state')
  const changed = await changeLink(ctx, row._id, {
    purpose: input.purpose,
    origins: [...new Set(input.origins)],
    endsAt: endOf(wave, input.endsAt),
  })
  if (!changed) throw new AppError('wrong_state')
  await limitLink(ctx, wave._id, row._id, input.limit)
  await record(ctx, actor, 'open_link.changed', `wave:${wave._id}`, `${row._id}: ${input.purpose}`)
  announceWave(ctx, wave._id)
  return readLink(ctx, actor, wave, changed)
}

/** Nobody begins with it any more; who began may finish. Repeating it changes nothing. */
export async function revokeOpenLink(ctx: Context, actor: StaffMember, id: string): Promise<OpenLink> {
  const { wave, row } = await ownLink(ctx, actor, id)
  if (await markRevoked(ctx, id)) {
    await record(ctx, actor, 'open_link.revoked', `wave:${wave._id}`, `${id}: ${row.purpose}`)
    announceWave(ctx, wave._id)
  }
  return readLink(ctx, actor, wave, (await findLink(ctx, id)) ?? row)
}

/** Sets how many open answers are taken, and says how the links stand by now. */
export async function setQuotas(ctx: Context, actor: StaffMember, input: QuotaChange): Promise<OpenLinkList> {
  await changeQuotas(ctx, actor, input)
  return listOpenLinks(ctx, actor, input.waveId)
}

/** What a visitor's open link leads to; null: there is no such link. */
export async function followOpenLink(ctx: Context, token: string) {
  const link = await findLinkByTokenHash(ctx, hashToken(token))
  const wave = link && (await readWaveForAnswers(ctx, link.waveId))
  if (!wave || wave.kind === 'blind') return null
  const row = await readQuotas(ctx, link.waveId)
  const state = openLinkState({
    wave: wave.state,
    revoked: link.revokedAt !== null,
    endsAt: link.endsAt,
    full: row !== null && fullGroups(row, groupsOfAll(link)).length > 0,
    now: ctx.clock.now(),
  })
  return { link, wave, state }
}

/** The sites that may frame what began with this link. */
export async function framedBy(ctx: Context, linkId: string): Promise<readonly string[]> {
  return (await findLink(ctx, linkId))?.origins ?? []
}

/** The groups in which everybody who comes by a link needs a place. */
function groupsOfAll({ _id, regionId }: Pick<OpenLinkRow, '_id' | 'regionId'>): string[] {
  return [TOTAL, linkGroup(_id), ...(regionId === null ? [] : [regionGroup(regionId)])]
}

/** A link never lasts longer than its wave, so an end after the wave's is none of its own. */
function endOf(wave: WaveRow, wanted: string | null): Date | null {
  const endsAt = wanted === null ? null : new Date(wanted)
  return endsAt !== null && endsAt < wave.closesAt ? endsAt : null
}

async function ownLink(ctx: Context, actor: StaffMember, id: string) {
  const row = await findLink(ctx, id)
  if (!row) throw new AppError('not_found')
  return { row, wave: await ownWave(ctx, actor, row.waveId) }
}

async function limitLink(ctx: Context, waveId: string, linkId: string, limit: number | null): Promise<void> {
  const group = linkGroup(linkId)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const row = await readQuotas(ctx, waveId)
    if (!row) break
    if ((row.limits[group] ?? null) === limit) return
    const others = Object.entries(row.limits).filter(([key]) => key !== group)
    const limits = Object.fromEntries(limit === null ? others : [...others, [group, limit]])
    if (await setLimits(ctx, row, limits)) return
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

async function readList(ctx: Context, actor: StaffMember, wave: WaveRow): Promise<OpenLinkList> {
  const scope = scopeOf(actor, wave)
  const [rows, visits, quotas] = await Promise.all([
    findLinksOfWave(ctx, wave._id),
    visitsByLink(ctx, wave._id),
    readQuotas(ctx, wave._id),
  ])
  const seen = rows.filter(({ regionId }) => regionId === null || scope.includes(regionId))
  return {
    links: seen.map(row => toLink(ctx, wave, row, { started: visits.get(row._id) ?? 0, quotas })),
    quotas: quotas && (await describeQuotas(ctx, wave, scope, quotas)),
    sent: quotas?.taken[TOTAL] ?? 0,
  }
}

async function readLink(
  ctx: Context,
  actor: StaffMember,
  wave: WaveRow,
  { _id }: OpenLinkRow,
): Promise<OpenLink> {
  const link = (await readList(ctx, actor, wave)).links.find(({ id }) => id === _id)
  if (!link) throw new AppError('not_found')
  return link
}

function toLink(
  ctx: Context,
  wave: WaveRow,
  row: OpenLinkRow,
  { started, quotas }: { started: number; quotas: QuotaRow | null },
): OpenLink {
  const state: OpenLinkState = openLinkState({
    wave: stateOf(ctx, wave),
    revoked: row.revokedAt !== null,
    endsAt: row.endsAt,
    full: quotas !== null && fullGroups(quotas, groupsOfAll(row)).length > 0,
    now: ctx.clock.now(),
  })
  return {
    id: row._id,
    waveId: row.waveId,
    purpose: row.purpose,
    regionId: row.regionId,
    origins: [...row.origins],
    endsAt: row.endsAt?.toISOString() ?? null,
    state,
    limit: quotas?.limits[linkGroup(row._id)] ?? null,
    started,
    sent: quotas?.taken[linkGroup(row._id)] ?? 0,
    madeBy: row.madeBy,
    createdAt: row.createdAt.toISOString(),
  }
}

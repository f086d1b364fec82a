import type { Minutes, MinutesVersion } from '@sixfold/contract/minutes'
import type { StaffMember } from '@sixfold/contract/staff'
import type { SaveBatch } from '@sixfold/contract/surveys'
import { applyEdits } from '@sixfold/domain/minutes/apply-edits'
import type { MinutesBlock, MinutesEdit } from '@sixfold/domain/minutes/blocks'
import { MINUTES_LIMITS } from '@sixfold/domain/minutes/blocks'
import { can } from '@sixfold/domain/permissions'
import { attendance } from '@sixfold/domain/seats/seat-arrivals'
import { differenceInMinutes } from 'date-fns/differenceInMinutes'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { findGuestsById } from '../../guests/guests/service.ts'
import { findLedgers } from '../../guests/seats/service.ts'
import { record } from '../../house/audit/service.ts'
import { openEvent } from '../event-records/service.ts'
import type { MinutesRow, VersionRow } from './store.ts'
import { findMinutes, findVersion, findVersions, keepVersion, replaceMinutes } from './store.ts'

/** The minutes and who came; reading names leaves an audit entry. */
export async function readMinutes(ctx: Context, actor: StaffMember, id: string): Promise<Minutes> {
  await openEvent(ctx, actor, id, 'roundtable.read')
  await record(ctx, actor, 'minutes.read', `roundtable:${id}`)
  return describe(ctx, actor, id, await findMinutes(ctx, id))
}

export interface MinutesSave {
  id: string
  /** What the writer saw. */
  revision: number
  edits: readonly MinutesEdit[]
  batch: SaveBatch
}

const MOST_ROUNDS = 50

/**
 * Puts changes on what stands now, whatever the writer saw: the domain merges by blocks, so nothing that somebody wrote is
 * lost. A save that comes again is answered with what stands and not applied again.
 */
export async function saveMinutes(ctx: Context, actor: StaffMember, save: MinutesSave): Promise<Minutes> {
  const { id } = save
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  if (!can(actor, 'requirement.edit', event)) throw new AppError('not_found')
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await findMinutes(ctx, id)
    if (before && hasArrived(before, save.batch)) return describe(ctx, actor, id, before)
    const after = await replaceMinutes(ctx, await nextRow(ctx, actor, before, save))
    if (!after) continue
    const change = { roundtableId: id, revision: after.revision, by: actor.name }
    ctx.live.announce({ kind: 'roundtable', id }, 'minutes:changed', change)
    return describe(ctx, actor, id, after)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

/** A version is kept by itself before the first save after so long a time. */
const VERSION_MINUTES = 10

async function nextRow(
  ctx: Context,
  actor: StaffMember,
  before: MinutesRow | null,
  { id, revision, edits, batch }: MinutesSave,
): Promise<MinutesRow> {
  const now = ctx.clock.now()
  const blocks = [...applyEdits(before?.blocks ?? [], edits)]
  // Who wrote on an older state could not see how many blocks others would make.
  const most = revision === (before?.revision ?? 0) ? MINUTES_LIMITS.blocks : MINUTES_LIMITS.merged
  if (blocks.length > Math.max(most, before?.blocks.length ?? 0)) throw new AppError('body_too_large')
  const isDue = before && (!before.versionAt || differenceInMinutes(now, before.versionAt) >= VERSION_MINUTES)
  if (isDue) await keepVersion(ctx, versionOf(before, ''))
  return {
    _id: id,
    blocks,
    revision: (before?.revision ?? 0) + 1,
    writers: withBatch(before?.writers ?? [], batch),
    updatedAt: now,
    updatedBy: actor.name,
    versionAt: isDue ? now : (before?.versionAt ?? null),
  }
}

function versionOf(
  { _id: roundtableId, revision, blocks, updatedAt: at, updatedBy: by }: MinutesRow,
  name: string,
): Omit<VersionRow, '_id'> {
  return { roundtableId, revision, blocks, name, at, by }
}

/** So many saves are remembered: one that comes again after as many others' changes next to nothing. */
const SAVES_KEPT = 300

function hasArrived({ writers }: MinutesRow, { writer, number }: SaveBatch): boolean {
  return writers.some(known => known.writer === writer && known.number === number)
}

function withBatch(writers: readonly SaveBatch[], batch: SaveBatch): SaveBatch[] {
  return [...writers, batch].slice(-SAVES_KEPT)
}

export async function listVersions(
  ctx: Context,
  actor: StaffMember,
  id: string,
): Promise<{ items: MinutesVersion[] }> {
  await openEvent(ctx, actor, id, 'roundtable.read')
  return { items: (await findVersions(ctx, id)).map(toVersion) }
}

export async function readVersion(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<MinutesVersion & { blocks: MinutesBlock[] }> {
  await openEvent(ctx, actor, id, 'roundtable.read')
  const version = await findVersion(ctx, id, revision)
  if (!version) throw new AppError('not_found')
  return { ...toVersion(version), blocks: version.blocks }
}

/** Keeps the minutes as they stand, under a name. */
export async function nameVersion(
  ctx: Context,
  actor: StaffMember,
  { id, name }: { id: string; name: string },
): Promise<MinutesVersion> {
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  if (!can(actor, 'requirement.edit', event)) throw new AppError('not_found')
  const row = await findMinutes(ctx, id)
  if (!row) throw new AppError('wrong_state')
  const version = await keepVersion(ctx, versionOf(row, name))
  await record(ctx, actor, 'minutes.kept', `roundtable:${id}`, `revision ${row.revision}: ${name}`)
  return toVersion(version)
}

function toVersion({ revision, name, at, by }: Omit<VersionRow, 'blocks'>): MinutesVersion {
  return { revision, name, at: at.toISOString(), by }
}

async function describe(
  ctx: Context,
  actor: StaffMember,
  id: string,
  row: MinutesRow | null,
): Promise<Minutes> {
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  return {
    roundtableId: id,
    revision: row?.revision ?? 0,
    blocks: row?.blocks ?? [],
    updatedAt: row?.updatedAt.toISOString() ?? null,
    updatedBy: row?.updatedBy ?? '',
    attendance: await whoCame(ctx, id),
    editable: can(actor, 'requirement.edit', event),
  }
}

/** Who was checked in, in the order of their names. */
async function whoCame(ctx: Context, id: string): Promise<Minutes['attendance']> {
  const ledger = (await findLedgers(ctx, [id])).get(id)
  if (!ledger) return { arrived: 0, expected: 0, people: [] }
  const came = ledger.claims.flatMap(({ invitation, arrived }) =>
    arrived ? [{ invitation, ...arrived }] : [],
  )
  const rows = await findGuestsById(
    ctx,
    came.map(({ invitation }) => invitation),
  )
  const contactOf = new Map(rows.map(({ _id, contactId }) => [_id, contactId]))
  const contacts = await findContacts(ctx, [...contactOf.values()])
  const people = came.map(({ invitation, seats, at }) => {
    const contact = contacts.get(contactOf.get(invitation) ?? '')
    return {
      name: contact && !contact.erased ? contact.name : '',
      accountName: contact?.accountName ?? '',
      seats,
      at: at.toISOString(),
    }
  })
  people.sort((a, b) => a.accountName.localeCompare(b.accountName) || a.name.localeCompare(b.name))
  return { ...attendance(ledger), people }
}

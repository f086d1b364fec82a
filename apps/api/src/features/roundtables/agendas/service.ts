import type { Agenda, AgendaItemInput, GuestAgendaItem } from '@sixfold/contract/agendas'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter } from '@sixfold/domain/quarter'
import { agendaTimes, isReleased, proposeAgenda } from '@sixfold/domain/roundtables/agenda'
import { LOW_SHARE, weakestFactors } from '@sixfold/domain/roundtables/weak-factors'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { eventTimes, momentText } from '../../../mails/event-times.ts'
import { findProductsById } from '../../customers/products/service.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import { record } from '../../house/audit/service.ts'
import type { FileRow } from '../../house/files/service.ts'
import {
  dropAttached,
  findAttached,
  keepAttached,
  readAttached,
  storeAttached,
} from '../../house/files/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { openRequirementsOfRegion, repliesOfRegion } from '../../requirements/requirements/service.ts'
import type { AgendaItemRow, AgendaRow } from '../agenda-records/service.ts'
import { findAgenda, storeAgenda } from '../agenda-records/service.ts'
import { factorNamed, lastHeard } from '../event-answers/service.ts'
import { announceEvent, openEvent } from '../event-records/service.ts'
import { knownSpeakers } from '../speakers/service.ts'

export async function readAgenda(ctx: Context, actor: StaffMember, id: string): Promise<Agenda> {
  const event = await openEvent(ctx, actor, id, 'roundtable.read')
  return describe(ctx, event, await agendaOf(ctx, id))
}

export interface AgendaSave {
  id: string
  revision: number
  shown: boolean
  items: readonly AgendaItemInput[]
}

/** Saves the agenda on the revision it was read at. Files that it no longer names go. */
export async function saveAgenda(ctx: Context, actor: StaffMember, save: AgendaSave): Promise<Agenda> {
  const event = await openEvent(ctx, actor, save.id, 'roundtable.plan')
  const before = await agendaOf(ctx, save.id)
  await refuseUnknown(ctx, save)
  // First: after a crash a file that nobody needs may stay, but none that the agenda names may go.
  const named = [...new Set(save.items.flatMap(({ materialIds }) => materialIds))]
  if (before.revision === save.revision) await keepAttached(ctx, materialsAt(save.id), named)
  const stored = await storeAgenda(ctx, {
    _id: save.id,
    items: save.items.map(item => ({ ...item, title: { ...item.title }, note: { ...item.note } })),
    shown: save.shown,
    revision: save.revision,
    savedAt: ctx.clock.now(),
    savedBy: actor.name,
  })
  if (!stored) throw new AppError('revision_conflict')
  await dropAttached(
    ctx,
    materialsAt(save.id),
    materialsIn(before).filter(one => !named.includes(one)),
  )
  await record(ctx, actor, 'agenda.saved', `roundtable:${save.id}`, `revision ${stored.revision}`)
  announceEvent(ctx, save.id)
  return describe(ctx, event, stored)
}

/** An agenda from the region's weakest factors and its open requirements; nothing is written. */
export async function proposeFor(ctx: Context, actor: StaffMember, id: string) {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  const [heard, requirements, replies, { minimumCell }] = await Promise.all([
    lastHeard(ctx, event.regionId),
    openRequirementsOfRegion(ctx, event.regionId),
    repliesOfRegion(ctx, event.regionId, 'en'),
    readOrganisation(ctx),
  ])
  const model = heard?.wave.model ?? null
  const weak = weakestFactors(heard?.responses ?? [], { minimum: minimumCell }).filter(
    ({ satisfied }, place) => place < WEAKEST && satisfied < LOW_SHARE + WEAK_ENOUGH,
  )
  const items = proposeAgenda({
    minutes: Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 60_000),
    weakFactors: weak.map(({ factor }) => ({ factor, name: factorNamed(model, factor).name })),
    requirements: requirements.map(({ receipt, text, factor, accountIds }) => ({
      receipt,
      text,
      factor: factor?.key ?? null,
      accounts: accountIds.length,
    })),
    somethingDone: replies.length > 0,
  })
  return {
    items: items.map(item => ({ ...item, title: { ...item.title }, ...factorFields(heard, item.factor) })),
    wave: heard ? formatQuarter(heard.wave.row.quarter) : null,
  }
}

const WEAKEST = 3
/** Even the weakest factor is a topic only where a fifth more would not make everybody content. */
const WEAK_ENOUGH = 0.2

export async function addMaterial(
  ctx: Context,
  actor: StaffMember,
  { id, file }: { id: string; file: File },
) {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  const row = await storeAttached(ctx, { ...materialsAt(event.id), regionId: event.regionId }, file)
  await record(ctx, actor, 'material.added', `roundtable:${id}`, row.name)
  return toMaterial(row)
}

/** A file of the agenda for staff of the region, also before its embargo ends. */
export async function openMaterial(
  ctx: Context,
  actor: StaffMember,
  { id, materialId }: { id: string; materialId: string },
): Promise<File> {
  await openEvent(ctx, actor, id, 'roundtable.read')
  const file = await readAttached(ctx, materialsAt(id), materialId)
  if (!file) throw new AppError('not_found')
  return file
}

/** The agenda as a guest may read it now; null: there is none to see. What is under embargo is not even named. */
export async function agendaForGuest(
  ctx: Context,
  event: GuestEvent,
  language: UiLanguage,
): Promise<GuestAgendaItem[] | null> {
  const row = await findAgenda(ctx, event.id)
  if (!row?.shown || row.items.length === 0 || event.cancelled) return null
  const now = ctx.clock.now()
  const times = agendaTimes(row.items, event).items
  const open = row.items.filter(({ embargo }) => isReleased(embargo, event.zone, now))
  const [speakers, materials] = await Promise.all([
    knownSpeakers(
      ctx,
      open.flatMap(({ speakerIds }) => speakerIds),
    ),
    findMaterials(
      ctx,
      event.id,
      open.flatMap(({ materialIds }) => materialIds),
    ),
  ])
  return row.items.map((item, place) => {
    const span = times[place] ?? event
    const head = {
      kind: item.kind,
      time: eventTimes({ ...span, zone: event.zone }, language).time,
      minutes: item.minutes,
    }
    if (!open.includes(item))
      return {
        ...head,
        title: '',
        note: '',
        speakers: [],
        from: embargoText(item, event, language),
        materials: [],
      }
    return {
      ...head,
      title: textIn(item.title, language, 'en'),
      note: textIn(item.note, language, 'en'),
      speakers: item.speakerIds.flatMap(id => speakers.get(id)?.name ?? []),
      from: null,
      materials: item.materialIds.flatMap(id => {
        const found = materials.get(id)
        return found ? [{ id, name: found.name, bytes: found.bytes }] : []
      }),
    }
  })
}

function embargoText({ embargo }: AgendaItemRow, { zone }: GuestEvent, language: UiLanguage): string | null {
  return embargo && momentText(resolveWallTime({ ...embargo, zone }).instant, zone, language)
}

/** A file that a guest may have now; null: there is none, it is not shown, or its embargo has not ended. Nobody learns which. */
export async function materialForGuest(
  ctx: Context,
  event: GuestEvent,
  materialId: string,
): Promise<File | null> {
  const row = await findAgenda(ctx, event.id)
  if (!row?.shown || event.cancelled) return null
  // The same file may stand in two items: the later embargo counts.
  const holding = row.items.filter(({ materialIds }) => materialIds.includes(materialId))
  const now = ctx.clock.now()
  if (holding.length === 0 || !holding.every(({ embargo }) => isReleased(embargo, event.zone, now)))
    return null
  return readAttached(ctx, materialsAt(event.id), materialId)
}

async function agendaOf(ctx: Context, id: string): Promise<AgendaRow> {
  const none = { _id: id, items: [], shown: false, revision: 0, savedAt: new Date(0), savedBy: '' }
  return (await findAgenda(ctx, id)) ?? none
}

const materialsIn = ({ items }: AgendaRow): string[] => [
  ...new Set(items.flatMap(({ materialIds }) => materialIds)),
]

/** Whose files those of an event's agenda are. */
const materialsAt = (roundtableId: string) => ({ kind: 'material', of: roundtableId }) as const

/** Files of an event by id. */
async function findMaterials(
  ctx: Context,
  roundtableId: string,
  ids: readonly string[],
): Promise<Map<string, FileRow>> {
  const rows = await findAttached(ctx, materialsAt(roundtableId), [...new Set(ids)])
  return new Map(rows.map(row => [row._id, row]))
}

async function refuseUnknown(ctx: Context, { id, items }: AgendaSave): Promise<void> {
  const speakerIds = items.flatMap(item => item.speakerIds)
  const productIds = [...new Set(items.flatMap(({ productId }) => productId ?? []))]
  const materialIds = items.flatMap(item => item.materialIds)
  const [speakers, products, materials] = await Promise.all([
    knownSpeakers(ctx, speakerIds),
    findProductsById(ctx, productIds),
    findMaterials(ctx, id, materialIds),
  ])
  const known =
    speakerIds.every(one => speakers.has(one)) &&
    products.length === productIds.length &&
    materialIds.every(one => materials.has(one)) &&
    new Set(items.map(item => item.id)).size === items.length
  if (!known) throw new AppError('not_found')
}

async function describe(ctx: Context, event: GuestEvent, row: AgendaRow): Promise<Agenda> {
  const { items: times, overrun } = agendaTimes(row.items, event)
  const [speakers, products, materials, heard] = await Promise.all([
    knownSpeakers(
      ctx,
      row.items.flatMap(({ speakerIds }) => speakerIds),
    ),
    findProductsById(
      ctx,
      row.items.flatMap(({ productId }) => productId ?? []),
    ),
    findMaterials(ctx, row._id, materialsIn(row)),
    lastHeard(ctx, event.regionId),
  ])
  const names = new Map(products.map(({ _id, name }) => [_id, name]))
  const now = ctx.clock.now()
  return {
    items: row.items.map(({ materialIds, ...item }, place) => ({
      ...item,
      title: { ...item.title },
      note: { ...item.note },
      startsAt: (times[place]?.startsAt ?? event.startsAt).toISOString(),
      endsAt: (times[place]?.endsAt ?? event.endsAt).toISOString(),
      speakers: item.speakerIds.flatMap(id => {
        const speaker = speakers.get(id)
        return speaker ? [{ id, name: speaker.name, about: speaker.about }] : []
      }),
      productName: item.productId === null ? '' : (names.get(item.productId) ?? ''),
      ...factorFields(heard, item.factor),
      materials: materialIds.flatMap(id => {
        const found = materials.get(id)
        return found ? [toMaterial(found)] : []
      }),
      released: isReleased(item.embargo, event.zone, now),
    })),
    shown: row.shown,
    overrun,
    revision: row.revision,
    savedBy: row.savedBy,
    savedAt: row.revision === 0 ? null : row.savedAt.toISOString(),
  }
}

function factorFields(heard: Awaited<ReturnType<typeof lastHeard>>, key: string | null) {
  if (key === null || !heard) return { factorName: {}, factorIndex: null }
  const { name, index } = factorNamed(heard.wave.model, key)
  return { factorName: name, factorIndex: Object.keys(name).length === 0 ? null : index }
}

const toMaterial = ({ _id: id, name, type, bytes }: FileRow) => ({ id, name, type, bytes })

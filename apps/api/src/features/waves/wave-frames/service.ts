import { createHash } from 'node:crypto'
import { completeDeviations } from '@sixfold/domain/sampling/deviations'
import type { Draw, FrameMember } from '@sixfold/domain/sampling/draw'
import { drawSample } from '@sixfold/domain/sampling/draw'
import { assignPanels } from '@sixfold/domain/sampling/panels'
import type { Deviations, SampleDesign } from '@sixfold/domain/sampling/sample-design'
import { planOf } from '@sixfold/domain/sampling/sample-design'
import { stratumOf } from '@sixfold/domain/sampling/stratum'
import type { AudienceFilter } from '@sixfold/domain/waves/audience'
import { inAudience } from '@sixfold/domain/waves/audience'
import type { Context } from '../../../context.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContactsOfRegions } from '../../customers/contacts/service.ts'
import type { Excluded } from '../exclusions/service.ts'
import { excludedOf } from '../exclusions/service.ts'
import type { FramePartRow } from './store.ts'
import {
  findFramePart,
  findPanels,
  findSamplePart,
  insertFramePart,
  insertSamplePart,
  storePanels,
} from './store.ts'

/** Contacts in a part of a frame, and people in a part of a sample. */
const PART = 1000
const WALK = 2000
const ACCOUNTS_AT_ONCE = 500

/** What a frame is made from. */
export interface FrameOrder {
  waveId: string
  programmeId: string | null
  regionIds: readonly string[]
  audience: AudienceFilter
  design: SampleDesign
  deviations: Deviations | null
  /** Whose turn it is; null without panels. */
  panel: number | null
  seed: string
  /** Nobody else is in it; absent: everybody may be. */
  only?: readonly string[]
  /** Who came later is not in it. */
  createdUntil: Date
}

/** Somebody whom a frame may hold, and why not. */
export type Place = 'frame' | 'excluded' | 'other_panel'

/** The audience of a wave, some contacts at a time, each with its place. Writes nothing. */
export async function* walkAudience(
  ctx: Context,
  order: FrameOrder,
  { after: start = null, limit = WALK }: { after?: string | null; limit?: number } = {},
): AsyncGenerator<{ contacts: { contact: KnownContact; place: Place }[]; walkedTo: string }> {
  const excluded = await excludedOf(ctx, order.programmeId)
  const panelOf = await panelsOf(ctx, order, excluded)
  const only = order.only && new Set(order.only)
  for (let after = start; ; ) {
    const { createdUntil } = order
    const walked: KnownContact[] = await findContactsOfRegions(ctx, order.regionIds, {
      after,
      limit,
      createdUntil,
    })
    after = walked.at(-1)?.id ?? null
    if (after === null) return
    const contacts = walked
      .filter(contact => (!only || only.has(contact.id)) && inAudience(order.audience, contact))
      .map(contact => ({ contact, place: placeOf(contact, order, excluded, panelOf) }))
    yield { contacts, walkedTo: after }
  }
}

function placeOf(
  { id, accountId }: KnownContact,
  { panel }: FrameOrder,
  excluded: Excluded,
  panelOf: ReadonlyMap<string, number> | null,
): Place {
  if (excluded.contacts.has(id) || excluded.accounts.has(accountId)) return 'excluded'
  return panelOf && panelOf.get(id) !== panel ? 'other_panel' : 'frame'
}

/** Everybody's panel, as it is kept or would be given. Null without panels. */
async function panelsOf(
  ctx: Context,
  order: FrameOrder,
  excluded: Excluded,
): Promise<Map<string, number> | null> {
  const { design, programmeId } = order
  if (design.panels === null || order.panel === null) return null
  const byAccount = new Map<string, string[]>()
  for (let after: string | null = null; ; ) {
    const walked: KnownContact[] = await findContactsOfRegions(ctx, order.regionIds, {
      after,
      limit: WALK,
      createdUntil: order.createdUntil,
    })
    for (const contact of walked)
      if (inAudience(order.audience, contact) && placeOf(contact, order, excluded, null) === 'frame')
        byAccount.set(contact.accountId, [...(byAccount.get(contact.accountId) ?? []), contact.id])
    after = walked.at(-1)?.id ?? null
    if (after === null) break
  }
  const panels = new Map<string, number>()
  const accountIds = [...byAccount.keys()]
  for (let start = 0; start < accountIds.length; start += ACCOUNTS_AT_ONCE) {
    const some = accountIds.slice(start, start + ACCOUNTS_AT_ONCE)
    const kept = programmeId === null ? new Map() : await findPanels(ctx, programmeId, some)
    for (const accountId of some) {
      const ids = byAccount.get(accountId) ?? []
      const known: Record<string, number> = kept.get(accountId)?.panels ?? {}
      for (const [id, panel] of Object.entries(assigned(order, accountId, ids, known))) panels.set(id, panel)
    }
  }
  return panels
}

function assigned(
  { design, programmeId, seed }: FrameOrder,
  account: string,
  ids: readonly string[],
  known: Readonly<Record<string, number>>,
): Record<string, number> {
  const panels = design.panels ?? 2
  const present = new Set(ids)
  // Those who are not asked this time still hold their places: newcomers join where the account has fewest.
  const others = Object.keys(known).filter(id => !present.has(id))
  const fitting = Object.fromEntries(Object.entries(known).filter(([, panel]) => panel < panels))
  const members = [...ids, ...others].map(id => ({ id, account }))
  return { ...assignPanels({ members, panels, known: fitting, seed: programmeId ?? seed }) }
}

/** Keeps for ever which panel everybody of the audience is in. Repeating it changes nothing. */
async function keepPanels(ctx: Context, order: FrameOrder): Promise<void> {
  const { programmeId } = order
  if (programmeId === null || order.design.panels === null) return
  const panels = await panelsOf(ctx, order, await excludedOf(ctx, programmeId))
  if (!panels) return
  const accountOf = new Map<string, string[]>()
  for await (const { contacts } of walkAudience(ctx, { ...order, panel: null }))
    for (const { contact } of contacts)
      if (panels.has(contact.id))
        accountOf.set(contact.accountId, [...(accountOf.get(contact.accountId) ?? []), contact.id])
  const accountIds = [...accountOf.keys()]
  for (let start = 0; start < accountIds.length; start += ACCOUNTS_AT_ONCE) {
    const some = accountIds.slice(start, start + ACCOUNTS_AT_ONCE)
    const kept = await findPanels(ctx, programmeId, some)
    const changed = some.flatMap(accountId => {
      const row = kept.get(accountId)
      const fresh = (accountOf.get(accountId) ?? []).filter(id => row?.panels[id] === undefined)
      if (fresh.length === 0) return []
      const added = Object.fromEntries(fresh.map(id => [id, panels.get(id) ?? 0]))
      return [{ accountId, panels: { ...row?.panels, ...added }, revision: row?.revision ?? 0 }]
    })
    await storePanels(ctx, programmeId, changed)
  }
}

export interface FrozenFrame extends Draw {
  frame: number
  /** Chosen people by region. */
  chosenByRegion: Record<string, number>
  accountIds: string[]
  /** The audience by region, those whose turn is another time among them. */
  sizes: Record<string, number>
  fingerprint: string
}

/**
 * Freezes who could be asked, draws who is, and stores both, in parts. Two that do it at once, or one that was stopped half way and
 * comes again, end with the same frame and the same sample: whoever stores a part first decides it, and the draw follows from the parts.
 */
export async function freezeAndDraw(ctx: Context, order: FrameOrder): Promise<FrozenFrame> {
  if ((await findFramePart(ctx, order.waveId, 0)) === null) await keepPanels(ctx, order)
  await freeze(ctx, order)
  const drawn = await drawAgain(ctx, order)
  for (let part = 0; part * PART < drawn.chosen.length; part += 1)
    await insertSamplePart(ctx, order.waveId, part, drawn.chosen.slice(part * PART, (part + 1) * PART))
  return drawn
}

async function freeze(ctx: Context, order: FrameOrder): Promise<void> {
  let part = 0
  let after: string | null = null
  for (let stored = await findFramePart(ctx, order.waveId, 0); stored; ) {
    if (stored.walkedTo === null) return
    after = stored.walkedTo
    part += 1
    stored = await findFramePart(ctx, order.waveId, part)
  }
  for await (const { contacts, walkedTo } of walkAudience(ctx, order, { after, limit: PART })) {
    await insertFramePart(ctx, order.waveId, part, partOf(contacts, walkedTo, order.design))
    part += 1
    // Somebody else may have frozen this part first, from a walk that ended elsewhere.
    const stored = await findFramePart(ctx, order.waveId, part - 1)
    if (stored?.walkedTo !== walkedTo) return freeze(ctx, order)
  }
  await insertFramePart(ctx, order.waveId, part, partOf([], null, order.design))
  const last = await findFramePart(ctx, order.waveId, part)
  if (last?.walkedTo !== null) return freeze(ctx, order)
}

function partOf(
  contacts: readonly { contact: KnownContact; place: Place }[],
  walkedTo: string | null,
  design: SampleDesign,
): Omit<FramePartRow, '_id'> {
  const members = contacts.filter(({ place }) => place === 'frame').map(({ contact }) => contact)
  const strata = members.map(contact => stratumOf(design, contact))
  const regions = members.map(({ regionId }) => regionId)
  const [stratumNames, stratumPlaces] = asPlaces(strata)
  const [regionNames, regionPlaces] = asPlaces(regions)
  const asked = contacts.filter(({ place }) => place !== 'excluded')
  return {
    walkedTo,
    contactIds: members.map(({ id }) => id),
    strata: stratumNames,
    stratumOf: stratumPlaces,
    regions: regionNames,
    regionOf: regionPlaces,
    accountIds: [...new Set(asked.map(({ contact }) => contact.accountId))],
    sizes: countBy(asked.map(({ contact }) => contact.regionId)),
  }
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

function asPlaces(names: readonly string[]): [string[], number[]] {
  const place = new Map<string, number>()
  for (const name of names) if (!place.has(name)) place.set(name, place.size)
  return [[...place.keys()], names.map(name => place.get(name) ?? 0)]
}

/** Draws from the frozen frame. Writes nothing: doing it again at any time gives the same. */
export async function drawAgain(ctx: Context, order: FrameOrder): Promise<FrozenFrame> {
  const frame: FrameMember[] = []
  const regionOf = new Map<string, string>()
  const accountIds = new Set<string>()
  const sizes: Record<string, number> = {}
  for (let part = 0; ; part += 1) {
    const stored = await findFramePart(ctx, order.waveId, part)
    if (!stored) throw new Error(`the frame of the wave ${order.waveId} is not whole`)
    for (const [at, id] of stored.contactIds.entries()) {
      frame.push({ id, stratum: stored.strata[stored.stratumOf[at] ?? 0] ?? '' })
      regionOf.set(id, stored.regions[stored.regionOf[at] ?? 0] ?? '')
    }
    for (const accountId of stored.accountIds) accountIds.add(accountId)
    for (const [regionId, n] of Object.entries(stored.sizes)) sizes[regionId] = (sizes[regionId] ?? 0) + n
    if (stored.walkedTo === null) break
  }
  const draw = drawFrom(frame, order)
  const chosenByRegion: Record<string, number> = {}
  const hash = createHash('sha256')
  for (const id of draw.chosen) {
    const regionId = regionOf.get(id) ?? ''
    chosenByRegion[regionId] = (chosenByRegion[regionId] ?? 0) + 1
    hash.update(`${id}\n`)
  }
  return {
    ...draw,
    frame: frame.length,
    chosenByRegion,
    sizes,
    accountIds: [...accountIds],
    fingerprint: hash.digest('hex'),
  }
}

/** Draws from a frame by a wave's design and seed. */
export function drawFrom(
  frame: readonly FrameMember[],
  { waveId, design, deviations, seed }: Pick<FrameOrder, 'waveId' | 'design' | 'deviations' | 'seed'>,
): Draw {
  const strata = new Set(frame.map(({ stratum }) => stratum))
  const plan = planOf(design, deviations && completeDeviations(strata, deviations))
  if (!plan.ok) throw new Error(`the wave ${waveId} cannot be drawn: ${plan.fault}`)
  return drawSample({ frame, plan: plan.plan, seed })
}

/** How many people of each region the audience has now, without who is excluded. */
export async function sizesOf(ctx: Context, order: FrameOrder): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for await (const { contacts } of walkAudience(ctx, { ...order, panel: null }))
    for (const { contact, place } of contacts)
      if (place === 'frame') sizes[contact.regionId] = (sizes[contact.regionId] ?? 0) + 1
  return sizes
}

/** The people who were drawn, as they were stored. */
export async function storedSample(ctx: Context, waveId: string): Promise<string[]> {
  const ids: string[] = []
  for (let part = 0; ; part += 1) {
    const stored = await findSamplePart(ctx, waveId, part)
    if (!stored) return ids
    for (const id of stored) ids.push(id)
  }
}

/** A part of the stored sample; null after the last. */
export const samplePart = findSamplePart

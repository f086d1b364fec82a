import type { Agenda, AgendaItem, AgendaItemInput } from '@sixfold/contract/agendas'
import type { AgendaKind } from '@sixfold/domain/roundtables/agenda'

export interface Material {
  id: string
  name: string
}

/** An item while it is written: what is saved, and the names of its files. */
export interface DraftItem extends AgendaItemInput {
  materials: readonly Material[]
  /** Customer companies behind a proposed topic. */
  accounts: number
}

export function draftOf({ items }: Agenda): DraftItem[] {
  return items.map(
    ({
      startsAt: _from,
      endsAt: _to,
      speakers: _s,
      productName: _p,
      factorName: _n,
      factorIndex: _i,
      released: _r,
      ...item
    }: AgendaItem) => ({
      ...item,
      materialIds: item.materials.map(({ id }) => id),
      accounts: 0,
    }),
  )
}

const MINUTES: Record<AgendaKind, number> = {
  welcome: 10,
  you_said: 20,
  topic: 40,
  introduction: 30,
  break: 20,
  closing: 10,
}

export function newItem(kind: AgendaKind, changes: Partial<DraftItem> = {}): DraftItem {
  return {
    id: crypto.randomUUID(),
    kind,
    title: {},
    note: {},
    minutes: MINUTES[kind],
    speakerIds: [],
    factor: null,
    receipts: [],
    productId: null,
    embargo: null,
    materialIds: [],
    materials: [],
    accounts: 0,
    ...changes,
  }
}

/** What is sent: without names of files, and without texts that say nothing. */
export function toSave(items: readonly DraftItem[]): AgendaItemInput[] {
  return items.map(({ materials, accounts: _a, ...item }) => ({
    ...item,
    title: said(item.title),
    note: said(item.note),
    materialIds: materials.map(({ id }) => id),
  }))
}

/** Whether a draft says something else than what is kept. */
export function isChanged(draft: { items: readonly DraftItem[]; shown: boolean }, kept: Agenda): boolean {
  return (
    draft.shown !== kept.shown ||
    JSON.stringify(toSave(draft.items)) !== JSON.stringify(toSave(draftOf(kept)))
  )
}

const said = (text: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''))

/** Moves one item by one place; at the end it stays. */
export function moved<Item>(items: readonly Item[], from: number, by: 1 | -1): Item[] {
  const to = from + by
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

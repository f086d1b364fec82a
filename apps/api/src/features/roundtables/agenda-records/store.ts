import type { LocalText } from '@sixfold/domain/local-text'
import type { AgendaKind, WallMoment } from '@sixfold/domain/roundtables/agenda'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'
import { writeAt } from '../../../db/write-at.ts'

export interface AgendaItemRow {
  id: string
  kind: AgendaKind
  title: LocalText
  note: LocalText
  minutes: number
  speakerIds: string[]
  /** Of the factor model of the region's last wave. */
  factor: string | null
  receipts: string[]
  productId: string | null
  /** On the event's own clock; null: nothing is kept back. */
  embargo: WallMoment | null
  materialIds: string[]
}

export interface AgendaRow {
  /** The round table's id. */
  _id: string
  items: AgendaItemRow[]
  /** Whether guests see it. */
  shown: boolean
  /** Rises by one with every save; a save names the revision that it was made on. */
  revision: number
  savedAt: Date
  savedBy: string
}

const agendas = defineCollection<AgendaRow>('agendas', {
  _id: String,
  items: [{}],
  shown: Boolean,
  revision: Number,
  savedAt: Date,
  savedBy: String,
})

export function findAgenda(ctx: Context, id: string): Promise<AgendaRow | null> {
  return agendas(ctx).findById(id).lean<AgendaRow>().exec()
}

/** Writes on the revision that the caller saw; null when somebody else was first. */
export async function storeAgenda(ctx: Context, row: AgendaRow): Promise<AgendaRow | null> {
  return (await writeAt(agendas(ctx), row)) ? { ...row, revision: row.revision + 1 } : null
}

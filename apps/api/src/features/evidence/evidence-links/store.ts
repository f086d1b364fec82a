import type { DealRelation } from '@sixfold/domain/evidence/deal-links'
import type { EventRelation } from '@sixfold/domain/evidence/event-links'
import type { CaseRelation } from '@sixfold/domain/evidence/source-links'
import type { Quarter } from '@sixfold/domain/quarter'
import type { Context } from '../../../context.ts'
import { defineCollection, readOne } from '../../../db/collection.ts'

/** What was worked out of everybody, or of one region. */
export interface LinksOfPart {
  /** Null: of everybody. */
  regionId: string | null
  cases: { count: number; relations: CaseRelation[] }
  deals: { count: number; relations: DealRelation[] }
  events: EventRelation
}

/** The one document of what was worked out last. */
export interface LinksRow {
  _id: 'links'
  /** By which rule of what is shown it was worked out; absent: by the first. */
  edition?: number
  at: Date
  quarters: Quarter[]
  /** Whose factors the relations name. */
  model: { key: string; version: number }
  parts: LinksOfPart[]
}

const links = defineCollection<LinksRow>('evidenceLinks', {
  _id: String,
  edition: Number,
  at: Date,
  quarters: {},
  model: {},
  parts: {},
})

export function findLinks(ctx: Context): Promise<LinksRow | null> {
  return readOne(links(ctx), { _id: 'links' })
}

export async function storeLinks(ctx: Context, { _id, ...row }: LinksRow): Promise<void> {
  await links(ctx).updateOne({ _id }, { $set: row }, { upsert: true })
}

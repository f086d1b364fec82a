import type { EventRelation } from '@sixfold/domain/evidence/event-links'
import type { CaseRelation, DealRelation } from '@sixfold/domain/evidence/source-links'
import type { Quarter } from '@sixfold/domain/quarter'
import type { Context } from '../../context.ts'
import { defineCollection, readOne } from '../../db/collection.ts'

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
  at: Date
  quarters: Quarter[]
  /** Whose factors the relations name. */
  model: { key: string; version: number }
  parts: LinksOfPart[]
}

const links = defineCollection<LinksRow>('evidenceLinks', {
  _id: String,
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

import type { NewReportLink } from '@sixfold/contract/report-links'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

export interface ReportLinkRow extends Omit<NewReportLink, 'days'> {
  _id: string
  tokenHash: string
  staffId: string
  /** Of `latest` links. */
  programmeId: string | null
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  openings: number
  openedAt: Date | null
}

const links = defineCollection<ReportLinkRow>(
  'reportLinks',
  {
    _id: String,
    tokenHash: String,
    staffId: String,
    purpose: String,
    waveId: String,
    latest: Boolean,
    programmeId: String,
    regionId: String,
    language: String,
    confidence: String,
    parts: [String],
    hidden: [String],
    createdAt: Date,
    expiresAt: Date,
    revokedAt: Date,
    openings: Number,
    openedAt: Date,
  },
  [{ fields: { tokenHash: 1 }, unique: true }],
)

const MOST_LISTED = 500

export async function insertLink(ctx: Context, row: ReportLinkRow): Promise<void> {
  await links(ctx).create(row)
}

export function findLink(ctx: Context, id: string): Promise<ReportLinkRow | null> {
  return links(ctx).findById(id).lean<ReportLinkRow>().exec()
}

export function findLinkByHash(ctx: Context, tokenHash: string): Promise<ReportLinkRow | null> {
  return links(ctx).findOne({ tokenHash }).lean<ReportLinkRow>().exec()
}

/** The newest first. */
export function findLinks(ctx: Context): Promise<ReportLinkRow[]> {
  return links(ctx).find({}).sort({ _id: -1 }).limit(MOST_LISTED).lean<ReportLinkRow[]>().exec()
}

/** Null: it was revoked before. */
export function revokeLink(ctx: Context, id: string, revokedAt: Date): Promise<ReportLinkRow | null> {
  return links(ctx)
    .findOneAndUpdate({ _id: id, revokedAt: null }, { $set: { revokedAt } }, { returnDocument: 'after' })
    .lean<ReportLinkRow>()
    .exec()
}

/** Counts an opening; returns when the one before it was. */
export async function countOpening(ctx: Context, id: string, openedAt: Date): Promise<Date | null> {
  const before = await links(ctx)
    .findOneAndUpdate(
      { _id: id },
      { $inc: { openings: 1 }, $set: { openedAt } },
      { returnDocument: 'before' },
    )
    .lean<ReportLinkRow>()
    .exec()
  return before?.openedAt ?? null
}

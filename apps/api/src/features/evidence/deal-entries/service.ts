import type { DealSide } from '@sixfold/domain/deals/deal'
import { DEAL_SIDES } from '@sixfold/domain/deals/deal'
import type { CountedEvidence } from '@sixfold/domain/evidence/evidence-map'
import type { TimelineEntry } from '@sixfold/domain/timeline/entry'
import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { EvidenceSourceReader } from '../../../sources/evidence-source.ts'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import type { DealRow } from '../deal-records/service.ts'
import { findAllDeals } from '../deal-records/service.ts'
import type { StudyRow } from '../study-records/service.ts'
import { findStudies } from '../study-records/service.ts'

/** How deals with the account ended, and what the customer said of it. */
export const dealEntries: TimelineSource = {
  may: 'deal.read',
  async accountEntries(ctx, { accountId }, page) {
    const rows = await findAllDeals(ctx, { regionIds: null, accountId })
    return newest(rows.flatMap(ended), page)
  },
}

function ended(row: DealRow): TimelineEntry[] {
  const { _id, decidedOn, name, result, contactId, buyer, model } = row
  const about = { kind: 'deal', id: _id } as const
  const end = plainEntry({
    id: `deal:${_id}`,
    // A day has no time; noon keeps it that day in every zone that we work in.
    at: new Date(`${decidedOn}T12:00:00Z`),
    kind: 'deal',
    side: 'we',
    title: name,
    detail: result,
    about,
  })
  if (!buyer) return [end]
  const factor = buyer.changeFactor === null ? null : { model, key: buyer.changeFactor }
  return [
    end,
    plainEntry({
      id: `deal:${_id} buyer`,
      at: buyer.at,
      kind: 'deal',
      side: 'they',
      contactId,
      by: buyer.by,
      title: name,
      text: buyer.change,
      factor,
      detail: result,
      about,
    }),
  ]
}

/** Of each deal every factor that a side named, once; a deal without a reason was heard about no single one. */
export const dealEvidence: EvidenceSourceReader = async (ctx, { from, to, regionIds }) => {
  const day = (instant: Date) => instant.toISOString().slice(0, 10)
  const rows = await findAllDeals(ctx, { regionIds, from: day(from), until: day(to) })
  const counted = new Map<string, CountedEvidence>()
  for (const row of rows)
    for (const factor of factorsOf(row)) {
      const key = JSON.stringify([row.regionId, row.accountId, factor])
      const before = counted.get(key)
      counted.set(key, {
        source: 'deal',
        regionId: row.regionId,
        accountId: row.accountId,
        factor,
        count: (before?.count ?? 0) + 1,
      })
    }
  return [...counted.values()]
}

function factorsOf(row: DealRow): (string | null)[] {
  const named = DEAL_SIDES.flatMap((side: DealSide) => row[side]?.reasons.map(({ factor }) => factor) ?? [])
  return named.length === 0 ? [null] : [...new Set(named)]
}

/** Every factor that a study finished in the quarter tried; one about the whole market counts for each region. */
export const studyEvidence: EvidenceSourceReader = async (ctx, { from, to, regionIds }) => {
  const rows = await findStudies(ctx, { regionIds, state: 'finished' })
  return rows
    .filter(({ finishedAt }) => finishedAt !== null && finishedAt >= from && finishedAt < to)
    .flatMap(row => {
      const own = row.regionId
      const regions = own === null ? regionIds : [own]
      return regions.flatMap(regionId =>
        triedFactors(row).map(factor => ({
          source: 'competitor' as const,
          regionId,
          accountId: null,
          factor,
          count: 1,
        })),
      )
    })
}

const triedFactors = ({ criteria, findings }: StudyRow) => [
  ...new Set([...criteria, ...findings].flatMap(({ factor }) => factor ?? [])),
]

import type { CountedEvidence } from '@sixfold/domain/evidence/evidence-map'
import type { Quarter } from '@sixfold/domain/quarter'
import type { Context } from '../context.ts'

/** What is asked for: everything heard from `from` until before `to`, which is the quarter, in these regions. */
export interface EvidenceAsked {
  quarter: Quarter
  from: Date
  to: Date
  regionIds: readonly string[]
}

/**
 * What one feature heard in a quarter, counted: one for each region, account, factor and source that said anything. Blind
 * answers and competitors' products know no account.
 */
export type EvidenceSourceReader = (ctx: Context, asked: EvidenceAsked) => Promise<CountedEvidence[]>

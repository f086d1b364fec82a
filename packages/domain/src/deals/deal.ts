/** How an opportunity ended; `no_decision`: the customer bought from nobody. */
export const DEAL_RESULTS = ['won', 'lost', 'no_decision'] as const
export type DealResult = (typeof DEAL_RESULTS)[number]

/** How far it went, the first first. A deal that was lost says at which of them it was lost. */
export const DEAL_STAGES = ['first_talk', 'proposal', 'trial', 'shortlist', 'negotiation'] as const
export type DealStage = (typeof DEAL_STAGES)[number]

/** Who says why: our colleague who led the deal, or the customer who decided. The two are never mixed. */
export const DEAL_SIDES = ['seller', 'buyer'] as const
export type DealSide = (typeof DEAL_SIDES)[number]

/** One coded reason. */
export interface DealReason {
  factor: string
  /** An attribute of the factor; null: the factor as a whole. */
  attribute: string | null
  /** Whether it spoke for buying from us, or against it. */
  spoke: 'for' | 'against'
  /** Without it the deal would have ended otherwise. */
  decisive: boolean
}

/** What one side says of a deal. */
export interface DealView {
  reasons: readonly DealReason[]
  /** The factor in which something else would have changed the end; null: none was named. */
  changeFactor: string | null
  /** What would have changed it, in that side's own words. */
  change: string
}

/** More reasons than these explain nothing. */
export const MOST_REASONS = 12

export type ViewFault = 'reason_repeated' | 'unknown_factor' | 'unknown_attribute'

/**
 * What is wrong with a view: each factor and attribute is named once, and all are of the factor model.
 *
 * @example viewFaults({ reasons: [{ factor: 'price', ... }], ... }, ibmSix) // ['unknown_factor']
 */
export function viewFaults(
  { reasons, changeFactor }: Pick<DealView, 'reasons' | 'changeFactor'>,
  { factors }: { factors: readonly { key: string; attributes: readonly { key: string }[] }[] },
): ViewFault[] {
  const known = new Map(factors.map(({ key, attributes }) => [key, new Set(attributes.map(one => one.key))]))
  const named = [...reasons.map(({ factor }) => factor), ...(changeFactor === null ? [] : [changeFactor])]
  const places = reasons.map(({ factor, attribute }) => `${factor} ${attribute ?? ''}`)
  const faults: ViewFault[] = []
  if (named.some(factor => !known.has(factor))) faults.push('unknown_factor')
  if (
    reasons.some(
      ({ factor, attribute }) =>
        attribute !== null && known.has(factor) && !known.get(factor)?.has(attribute),
    )
  )
    faults.push('unknown_attribute')
  if (new Set(places).size < places.length) faults.push('reason_repeated')
  return faults
}

/** The stage to keep: a deal that was won went all the way. */
export function stageOf(result: DealResult, stage: DealStage | null): DealStage | null {
  return result === 'won' ? null : stage
}

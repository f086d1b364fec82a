import { decided, type SeatDecision, type SeatEffect, type SeatLedger, SIDES } from './seat-ledger.ts'
import { type PromotionOptions, promote } from './seat-promotion.ts'
import { onSide } from './seat-sides.ts'

/** A seat is given at once: nothing expires. */
const IRRELEVANT_HOURS = 1

/** `offerHours` null or absent: a free seat is given at once, else it is offered for so long. */
export type ServingOptions = Omit<PromotionOptions, 'offerHours'> & { offerHours?: number | null }

/**
 * A decision, followed by giving the seats it frees to those who wait, in order, on both sides: one change of the ledger,
 * one revision. Whoever is in quiet hours keeps the turn for the next run; after the start nobody gets a seat any more.
 *
 * @example thenSeatWaiting(ledger, decline(ledger, 'i1', { now }), { now, startsAt, largeParties: 'skip' })
 *   // { ok: true, ledger, effects: [{ kind: 'released', ... }, { kind: 'seated', invitation: 'i7', seats: 1 }] }
 * @example thenSeatWaiting(ledger, decline(ledger, 'i1', { now }), { now, startsAt, largeParties: 'skip', offerHours: 24 })
 *   // { ok: true, ledger, effects: [{ kind: 'released', ... }, { kind: 'offered', invitation: 'i7', seats: 1, expiresAt }] }
 */
export function thenSeatWaiting<Refusal extends string>(
  before: SeatLedger,
  decision: SeatDecision<Refusal>,
  options: ServingOptions,
): SeatDecision<Refusal> {
  if (!decision.ok) return decision
  let { ledger } = decision
  const effects: SeatEffect[] = [...decision.effects]
  for (const side of SIDES) {
    const served = onSide(ledger, side, seats => servedSide(seats, options))
    if (!served.ok) continue
    ledger = served.ledger
    effects.push(...served.effects)
  }
  return decided(before, ledger, effects)
}

/** One side's promotion, its offers already taken where seats are given at once. */
function servedSide(seats: SeatLedger, { offerHours = null, ...options }: ServingOptions) {
  const promoted = promote(seats, { ...options, offerHours: offerHours ?? IRRELEVANT_HOURS })
  if (!promoted.ok || offerHours !== null) return promoted
  const chosen = new Set(
    promoted.effects.flatMap(effect => (effect.kind === 'offered' ? [effect.invitation] : [])),
  )
  if (chosen.size === 0) return promoted
  const effects = promoted.effects.map(effect =>
    effect.kind === 'offered'
      ? ({ kind: 'seated', invitation: effect.invitation, seats: effect.seats } as const)
      : effect,
  )
  const claims = promoted.ledger.claims.map(claim =>
    chosen.has(claim.invitation) ? { ...claim, state: 'confirmed' as const, expiresAt: null } : claim,
  )
  return decided(seats, { ...promoted.ledger, claims }, effects)
}

import { decided, type SeatDecision, type SeatLedger } from './seat-ledger.ts'
import { type PromotionOptions, promote } from './seat-promotion.ts'

/** A seat is given at once: nothing expires. */
const IRRELEVANT_HOURS = 1

/**
 * A decision, followed by giving the seats it frees to those who wait, in order: one change of the ledger, one revision.
 * Whoever is in quiet hours keeps the turn for the next run; after the start nobody is seated any more.
 *
 * @example thenSeatWaiting(ledger, decline(ledger, 'i1', { now }), { now, startsAt, largeParties: 'skip' })
 *   // { ok: true, ledger, effects: [{ kind: 'released', ... }, { kind: 'seated', invitation: 'i7', seats: 1 }] }
 */
export function thenSeatWaiting<Refusal extends string>(
  before: SeatLedger,
  decision: SeatDecision<Refusal>,
  options: Omit<PromotionOptions, 'offerHours'>,
): SeatDecision<Refusal> {
  if (!decision.ok) return decision
  const promoted = promote(decision.ledger, { ...options, offerHours: IRRELEVANT_HOURS })
  if (!promoted.ok) return decision
  const chosen = new Set(
    promoted.effects.flatMap(effect => (effect.kind === 'offered' ? [effect.invitation] : [])),
  )
  const effects = promoted.effects.map(effect =>
    effect.kind === 'offered'
      ? ({ kind: 'seated', invitation: effect.invitation, seats: effect.seats } as const)
      : effect,
  )
  const claims = promoted.ledger.claims.map(claim =>
    chosen.has(claim.invitation) ? { ...claim, state: 'confirmed' as const, expiresAt: null } : claim,
  )
  const after = chosen.size === 0 ? promoted.ledger : { ...promoted.ledger, claims }
  return decided(before, after, [...decision.effects, ...effects])
}

import {
  decided,
  type LargeParties,
  type Party,
  requireParty,
  type SeatClaim,
  type SeatDecision,
  type SeatLedger,
  servedInOrder,
  waitlistPosition,
  withoutLapsedOffers,
} from './seat-ledger.ts'

export interface AnswerTimes {
  now: Date
  startsAt: Date
  /** The first instant at which new acceptances are refused; null or absent: until the start. */
  answerBy?: Date | null
}

export type AcceptRefusal = 'event_started' | 'event_closed' | 'party_too_large' | 'full'

/**
 * An acceptance. A second answer from the same invitation replaces the first.
 *
 * - Nobody overtakes the waitlist: a newcomer is seated only if the seats are not due to somebody who waits.
 * - Without a seat the party joins the end of the waitlist, or is refused as `full` if `ifFull` is `refuse`.
 * - An offer is taken up until it expires, also after the answering deadline; fewer seats can be had at any time.
 * - A seated party that asks for more seats than are free is refused as `full` and keeps what it has.
 *
 * @example accept(ledger, { invitation: 'i1', seats: 1, segment: 'existing' }, { now, startsAt })
 *   // { ok: true, ledger, effects: [{ kind: 'seated', invitation: 'i1', seats: 1 }] }
 * @example accept(fullLedger, party, { now, startsAt })
 *   // { ok: true, ledger, effects: [{ kind: 'waitlisted', invitation: 'i1', seats: 1, position: 3 }] }
 */
export function accept(
  ledger: SeatLedger,
  party: Party,
  options: AnswerTimes & { largeParties?: LargeParties; ifFull?: 'wait' | 'refuse' },
): SeatDecision<AcceptRefusal> {
  requireParty(party)
  const { now, largeParties = 'skip', ifFull = 'wait' } = options
  const current = withoutLapsedOffers(ledger, now)
  const own = current.ledger.claims.find(claim => claim.invitation === party.invitation)

  if (own?.state === 'confirmed' && own.seats === party.seats)
    return decided(ledger, current.ledger, current.effects)
  if (own && party.seats <= own.seats) return seat(own)

  const closed = refusalOf(current.ledger, party, options)
  if (closed) return { ok: false, reason: closed }

  if (own) {
    const extra = { ...party, segment: own.segment, seats: party.seats - own.seats }
    const served = servedInOrder(current.ledger, [...current.ledger.waitlist, extra], { now, largeParties })
    return served.includes(extra) ? seat(own) : { ok: false, reason: 'full' }
  }

  const waiting = waitlistWith(current.ledger, party, now)
  const served = servedInOrder(current.ledger, waiting, { now, largeParties })
  if (served.some(({ invitation }) => invitation === party.invitation)) return seat()
  if (ifFull === 'refuse') return { ok: false, reason: 'full' }
  return queue(ledger, current, party, now)

  function seat(held?: SeatClaim): SeatDecision {
    const { invitation, seats } = party
    const claim: SeatClaim = {
      invitation,
      seats,
      segment: held?.segment ?? party.segment,
      table: held?.table ?? null,
      state: 'confirmed',
      expiresAt: null,
      ...(held?.arrived ? { arrived: held.arrived } : {}),
    }
    const { claims, waitlist } = current.ledger
    const after = {
      ...current.ledger,
      claims: held ? claims.map(one => (one === held ? claim : one)) : [...claims, claim],
      waitlist: waitlist.filter(entry => entry.invitation !== invitation),
    }
    return decided(ledger, after, [...current.effects, { kind: 'seated', invitation, seats }])
  }
}

/**
 * A refusal, a cancellation by the guest or by staff, an offer given up, a way off the waitlist: whatever the
 * invitation holds is let go. Always works: full, closed, after the deadline, after the start, twice.
 *
 * @example decline(ledger, 'i1', { now }) // { ok: true, ledger, effects: [{ kind: 'released', invitation: 'i1', seats: 1 }] }
 */
export function decline(ledger: SeatLedger, invitation: string, options: { now: Date }): SeatDecision {
  const current = withoutLapsedOffers(ledger, options.now)
  const own = current.ledger.claims.find(claim => claim.invitation === invitation)
  if (own) {
    const after = { ...current.ledger, claims: current.ledger.claims.filter(claim => claim !== own) }
    return decided(ledger, after, [...current.effects, { kind: 'released', invitation, seats: own.seats }])
  }
  if (waitlistPosition(current.ledger, invitation) === null)
    return decided(ledger, current.ledger, current.effects)
  const waitlist = current.ledger.waitlist.filter(entry => entry.invitation !== invitation)
  return decided(ledger, { ...current.ledger, waitlist }, [
    ...current.effects,
    { kind: 'left_waitlist', invitation },
  ])
}

/**
 * Waits without asking for a seat at once. Somebody who waits already keeps the place, also for a party of another size.
 *
 * @example joinWaitlist(ledger, { invitation: 'i9', seats: 2, segment: 'prospect' }, { now, startsAt })
 *   // { ok: true, ledger, effects: [{ kind: 'waitlisted', invitation: 'i9', seats: 2, position: 4 }] }
 */
export function joinWaitlist(
  ledger: SeatLedger,
  party: Party,
  options: AnswerTimes,
): SeatDecision<Exclude<AcceptRefusal, 'full'> | 'already_seated'> {
  requireParty(party)
  const current = withoutLapsedOffers(ledger, options.now)
  const closed = refusalOf(current.ledger, party, options)
  if (closed) return { ok: false, reason: closed }
  const seated = current.ledger.claims.some(claim => claim.invitation === party.invitation)
  return seated ? { ok: false, reason: 'already_seated' } : queue(ledger, current, party, options.now)
}

function refusalOf(
  ledger: SeatLedger,
  party: Party,
  times: AnswerTimes,
): Exclude<AcceptRefusal, 'full'> | null {
  if (times.now >= times.startsAt) return 'event_started'
  if (times.answerBy && times.now >= times.answerBy) return 'event_closed'
  if (ledger.capacity === 0) return 'event_closed'
  return ledger.capacity !== null && party.seats > ledger.capacity ? 'party_too_large' : null
}

function waitlistWith(ledger: SeatLedger, party: Party, now: Date): SeatLedger['waitlist'] {
  const { invitation, seats, segment } = party
  const known = ledger.waitlist.find(entry => entry.invitation === invitation)
  if (!known) return [...ledger.waitlist, { invitation, seats, segment, since: now }]
  if (known.seats === seats && known.segment === segment) return ledger.waitlist
  return ledger.waitlist.map(entry => (entry === known ? { ...entry, seats, segment } : entry))
}

function queue(
  before: SeatLedger,
  current: ReturnType<typeof withoutLapsedOffers>,
  party: Party,
  now: Date,
): SeatDecision {
  const waitlist = waitlistWith(current.ledger, party, now)
  if (waitlist === current.ledger.waitlist) return decided(before, current.ledger, current.effects)
  const after = { ...current.ledger, waitlist }
  const position = waitlistPosition(after, party.invitation) ?? waitlist.length
  const { invitation, seats } = party
  return decided(before, after, [...current.effects, { kind: 'waitlisted', invitation, seats, position }])
}

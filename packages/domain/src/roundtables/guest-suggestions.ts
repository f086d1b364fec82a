import type { LocalDate } from '../local-date.ts'
import type { GuestMix, MixGuest } from './guest-mix.ts'
import { mixNeed } from './guest-mix.ts'

/** Why somebody would be a good guest. */
export type SuggestionReason =
  /** The own account's last wave was below the line, on enough answers to be shown. */
  | { kind: 'low_factor'; factor: string }
  /** Accounts of its segment are the region's lowest on this factor. */
  | { kind: 'low_segment'; factor: string; segment: string }
  /** Asked for something that nobody has settled. */
  | { kind: 'open_requirement'; receipts: string[] }
  | { kind: 'never_invited' }
  /** The last invitation was long ago. */
  | { kind: 'invited_long_ago'; on: LocalDate }
  /** Has not bought what is introduced. */
  | { kind: 'prospect_for'; productId: string }
  /** Uses what is introduced: good company for those who do not. */
  | { kind: 'uses_product'; productId: string }
  /** The mix is short of guests like this. */
  | { kind: 'fills_mix'; part: 'kind' | 'segment' }

/** What is known of somebody who could be invited. */
export interface Candidate extends MixGuest {
  contactId: string
  accountId: string
  /** Factors on which the account may be said to be low. */
  lowFactors: readonly string[]
  segmentFactors: readonly string[]
  /** Of the contact first, then of the account. */
  requirements: readonly { receipt: string; own: boolean }[]
  /** The day of the last round table that the contact was invited to; null: never. */
  lastInvitedOn: LocalDate | null
  products: readonly string[]
}

export interface Suggestion {
  contactId: string
  score: number
  reasons: SuggestionReason[]
}

const POINTS = {
  low_factor: 4,
  low_segment: 1,
  own_requirement: 4,
  open_requirement: 3,
  prospect_for: 3,
  uses_product: 1,
  never_invited: 2,
  invited_long_ago: 1,
  /** For a mix that lacks its whole aim of such guests. */
  fills_mix: 10,
} as const

/** Reasons that say the same of many accounts count once, however many factors or products they name. */
const MOST_RECEIPTS = 3

/**
 * People in the order in which they are worth inviting, each with its reasons, the strongest first. Only the first of an account counts
 * in full, the second half, the third a third: a table of one company is no round table. Equal ones come in the order of their ids.
 *
 * @example suggestGuests({ candidates: [{ ...nobody, lastInvitedOn: null }], mix, introduced: [], longAgo: '2025-06-01' })
 *   // [{ contactId: 'c1', score: 2, reasons: [{ kind: 'never_invited' }] }]
 */
export function suggestGuests({
  candidates,
  mix,
  introduced,
  longAgo,
}: {
  candidates: readonly Candidate[]
  mix: GuestMix
  /** Products that the agenda introduces. */
  introduced: readonly string[]
  /** An invitation on or before this day is long ago. */
  longAgo: LocalDate
}): Suggestion[] {
  const weighed = candidates
    .map(candidate => ({ candidate, ...weigh(candidate, { mix, introduced, longAgo }) }))
    .sort((a, b) => b.points - a.points || (a.candidate.contactId < b.candidate.contactId ? -1 : 1))
  const turns = new Map<string, number>()
  return weighed
    .map(({ candidate: { contactId, accountId }, points, reasons }) => {
      const turn = (turns.get(accountId) ?? 0) + 1
      turns.set(accountId, turn)
      return { contactId, score: points / turn, reasons }
    })
    .sort((a, b) => b.score - a.score || (a.contactId < b.contactId ? -1 : 1))
}

function weigh(
  candidate: Candidate,
  { mix, introduced, longAgo }: { mix: GuestMix; introduced: readonly string[]; longAgo: LocalDate },
): { points: number; reasons: SuggestionReason[] } {
  const found: { points: number; reason: SuggestionReason }[] = []
  const add = (points: number, reason: SuggestionReason) => found.push({ points, reason })
  const [low] = candidate.lowFactors
  if (low !== undefined) add(POINTS.low_factor, { kind: 'low_factor', factor: low })
  const [segmentLow] = candidate.segmentFactors
  if (low === undefined && segmentLow !== undefined)
    add(POINTS.low_segment, { kind: 'low_segment', factor: segmentLow, segment: candidate.segment })
  if (candidate.requirements.length > 0)
    add(candidate.requirements.some(({ own }) => own) ? POINTS.own_requirement : POINTS.open_requirement, {
      kind: 'open_requirement',
      receipts: candidate.requirements.slice(0, MOST_RECEIPTS).map(({ receipt }) => receipt),
    })
  const wanted = introduced.find(product => !candidate.products.includes(product))
  const used = introduced.find(product => candidate.products.includes(product))
  if (wanted !== undefined) add(POINTS.prospect_for, { kind: 'prospect_for', productId: wanted })
  if (used !== undefined) add(POINTS.uses_product, { kind: 'uses_product', productId: used })
  const { lastInvitedOn } = candidate
  if (lastInvitedOn === null) add(POINTS.never_invited, { kind: 'never_invited' })
  else if (lastInvitedOn <= longAgo)
    add(POINTS.invited_long_ago, { kind: 'invited_long_ago', on: lastInvitedOn })
  const need = mixNeed(candidate, mix)
  if (need > 0) add(POINTS.fills_mix * need, { kind: 'fills_mix', part: shortPart(candidate, mix) })
  const reasons = found.toSorted((a, b) => b.points - a.points).map(({ reason }) => reason)
  return { points: found.reduce((sum, { points }) => sum + points, 0), reasons }
}

function shortPart(candidate: Candidate, mix: GuestMix): 'kind' | 'segment' {
  return mixNeed({ kind: candidate.kind, segment: '' }, { ...mix, segments: [] }) > 0 ? 'kind' : 'segment'
}

import { requireProportion, requireThat } from '../checks.ts'

/** What a guest's account is to the house. */
export const GUEST_KINDS = ['existing', 'prospect', 'former'] as const
export type GuestKind = (typeof GUEST_KINDS)[number]

/** Shares that a round table aims at, 0..1: of the kinds of accounts (together 1), and of segments where they matter (together at most 1). */
export interface MixTarget {
  kinds: Readonly<Record<GuestKind, number>>
  segments: Readonly<Record<string, number>>
}

/** Mostly customers, some who might become one, and a few who left. */
export const defaultMixTarget: MixTarget = {
  kinds: { existing: 0.6, prospect: 0.3, former: 0.1 },
  segments: {},
}

export interface MixGuest {
  kind: GuestKind
  segment: string
  /** Size of the party; 1 if absent. */
  seats?: number
}

/** One line of the gauge. `missing`: people to add, at the present size, until the aim is met; null: no aim was set. */
export interface MixPart {
  key: string
  count: number
  /** 0..1; null while nobody is there. */
  share: number | null
  aim: number | null
  missing: number | null
}

export interface GuestMix {
  total: number
  kinds: MixPart[]
  segments: MixPart[]
}

/**
 * How a list of guests stands against its aims. Segments without an aim come after those with one, the largest first.
 *
 * @example guestMix([{ kind: 'existing', segment: 'smb' }], defaultMixTarget).kinds[0] // { key: 'existing', count: 1, share: 1, aim: 0.6, missing: 0 }
 */
export function guestMix(guests: readonly MixGuest[], target: MixTarget): GuestMix {
  requireMixTarget(target)
  const total = guests.reduce((sum, { seats = 1 }) => sum + seats, 0)
  const count = (belongs: (guest: MixGuest) => boolean) =>
    guests.reduce((sum, guest) => (belongs(guest) ? sum + (guest.seats ?? 1) : sum), 0)
  const part = (key: string, own: number, aim: number | null): MixPart => ({
    key,
    count: own,
    share: total === 0 ? null : own / total,
    aim,
    missing: aim === null ? null : Math.max(0, Math.round(aim * total) - own),
  })
  const named = Object.keys(target.segments)
  const others = [...new Set(guests.map(({ segment }) => segment))].filter(one => !named.includes(one))
  const bySize = others
    .map(key =>
      part(
        key,
        count(({ segment }) => segment === key),
        null,
      ),
    )
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  return {
    total,
    kinds: GUEST_KINDS.map(key =>
      part(
        key,
        count(({ kind }) => kind === key),
        target.kinds[key],
      ),
    ),
    segments: [
      ...named.map(key =>
        part(
          key,
          count(({ segment }) => segment === key),
          target.segments[key] ?? 0,
        ),
      ),
      ...bySize,
    ],
  }
}

/**
 * How much one more guest like this would help the mix: the aims of the kind and the segment less their present shares, where they fall
 * short; 0 where nothing is missing.
 *
 * @example mixNeed({ kind: 'prospect', segment: 'smb' }, guestMix([{ kind: 'existing', segment: 'smb' }], defaultMixTarget)) // 0.3
 */
export function mixNeed({ kind, segment }: MixGuest, { kinds, segments }: GuestMix): number {
  const short = (part: MixPart | undefined) =>
    part?.aim == null ? 0 : Math.max(0, part.aim - (part.share ?? 0))
  return short(kinds.find(({ key }) => key === kind)) + short(segments.find(({ key }) => key === segment))
}

/** @throws RangeError unless the kinds make a whole and the segments at most one */
export function requireMixTarget({ kinds, segments }: MixTarget): void {
  for (const [name, share] of [...Object.entries(kinds), ...Object.entries(segments)])
    requireProportion(`share of ${name}`, share)
  requireThat(Math.abs(sum(Object.values(kinds)) - 1) < 1e-6, 'the shares of the kinds must make a whole')
  requireThat(sum(Object.values(segments)) < 1 + 1e-6, 'the shares of segments cannot be more than a whole')
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

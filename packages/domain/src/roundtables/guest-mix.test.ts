import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { MixGuest } from './guest-mix.ts'
import { defaultMixTarget, GUEST_KINDS, guestMix, mixNeed } from './guest-mix.ts'

const kind = fc.constantFrom(...GUEST_KINDS)
const guest = fc.record({ kind, segment: fc.constantFrom('smb', 'enterprise', '') })

describe('the mix of guests', () => {
  test('says count, share, aim and how many are missing; a party counts with its seats', () => {
    const guests: MixGuest[] = [
      { kind: 'existing', segment: 'smb', seats: 3 },
      { kind: 'prospect', segment: 'enterprise' },
    ]
    const mix = guestMix(guests, { ...defaultMixTarget, segments: { enterprise: 0.5 } })
    expect(mix.total).toBe(4)
    expect(mix.kinds[0]).toEqual({ key: 'existing', count: 3, share: 0.75, aim: 0.6, missing: 0 })
    expect(mix.kinds[2]).toMatchObject({ key: 'former', count: 0, missing: 0 })
    expect(mix.segments).toEqual([
      { key: 'enterprise', count: 1, share: 0.25, aim: 0.5, missing: 1 },
      { key: 'smb', count: 3, share: 0.75, aim: null, missing: null },
    ])
  })

  test('of nobody has no shares, and everybody is wanted as far as the aims say', () => {
    const mix = guestMix([], defaultMixTarget)
    expect(mix.kinds.map(({ share }) => share)).toEqual([null, null, null])
    expect(mixNeed({ kind: 'former', segment: '' }, mix)).toBeCloseTo(0.1)
  })

  test('shares that are no whole are refused', () => {
    const kinds = { existing: 0.6, prospect: 0.6, former: 0 }
    expect(() => guestMix([], { kinds, segments: {} })).toThrow(RangeError)
    expect(() => guestMix([], { ...defaultMixTarget, segments: { a: 0.7, b: 0.7 } })).toThrow(RangeError)
  })

  test('parts make the whole, and a needed guest never makes the need larger', () => {
    fc.assert(
      fc.property(fc.array(guest, { maxLength: 30 }), guest, (guests, another) => {
        const mix = guestMix(guests, defaultMixTarget)
        expect(mix.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(mix.total)
        expect(mix.segments.reduce((sum, { count }) => sum + count, 0)).toBe(mix.total)
        const after = guestMix([...guests, another], defaultMixTarget)
        expect(mixNeed(another, after)).toBeLessThanOrEqual(mixNeed(another, mix) + 1e-9)
      }),
    )
  })
})

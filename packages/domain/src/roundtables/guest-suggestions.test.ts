import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultMixTarget, GUEST_KINDS, guestMix } from './guest-mix.ts'
import type { Candidate } from './guest-suggestions.ts'
import { suggestGuests } from './guest-suggestions.ts'

const full = guestMix(
  [...Array(6).fill('existing'), ...Array(3).fill('prospect'), 'former'].map(kind => ({ kind, segment: '' })),
  defaultMixTarget,
)
const nobody: Candidate = {
  contactId: 'c1',
  accountId: 'a1',
  kind: 'existing',
  segment: '',
  lowFactors: [],
  segmentFactors: [],
  requirements: [],
  lastInvitedOn: '2026-06-01',
  products: [],
}
const suggest = (candidates: Candidate[], introduced: string[] = [], mix = full) =>
  suggestGuests({ candidates, mix, introduced, longAgo: '2025-12-01' })

describe('suggestions', () => {
  test('name every reason, the strongest first', () => {
    const [first] = suggest(
      [
        {
          ...nobody,
          lowFactors: ['delivery', 'marketing'],
          requirements: [{ receipt: 'R-88', own: false }],
          lastInvitedOn: null,
          products: ['press'],
        },
      ],
      ['press', 'lathe'],
    )
    expect(first?.reasons.map(({ kind }) => kind)).toEqual([
      'low_factor',
      'open_requirement',
      'prospect_for',
      'never_invited',
      'uses_product',
    ])
    expect(first?.score).toBe(13)
  })

  test('a segment is named only where the account itself may not be', () => {
    const of = (candidate: Candidate) => suggest([candidate])[0]?.reasons.map(({ kind }) => kind)
    expect(of({ ...nobody, segmentFactors: ['delivery'] })).toEqual(['low_segment'])
    expect(of({ ...nobody, segmentFactors: ['delivery'], lowFactors: ['delivery'] })).toEqual(['low_factor'])
  })

  test('who fills the mix comes first when nothing else speaks for anybody', () => {
    const prospect: Candidate = { ...nobody, contactId: 'p', accountId: 'b', kind: 'prospect' }
    const few = guestMix([{ kind: 'existing', segment: '' }], defaultMixTarget)
    expect(suggest([nobody, prospect], [], few).map(({ contactId }) => contactId)).toEqual(['p', 'c1'])
  })

  test('the second person of an account stands behind the first of another', () => {
    const two = ['x', 'y'].map(contactId => ({ ...nobody, contactId, lowFactors: ['delivery'] }))
    const other = {
      ...nobody,
      contactId: 'z',
      accountId: 'b',
      requirements: [{ receipt: 'R-1', own: false }],
    }
    expect(suggest([...two, other]).map(({ contactId }) => contactId)).toEqual(['x', 'z', 'y'])
  })

  test('the order depends on nothing but the candidates, and nobody is lost', () => {
    const candidate = fc.record({
      contactId: fc.uuid(),
      accountId: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...GUEST_KINDS),
      segment: fc.constantFrom('', 'smb'),
      lowFactors: fc.subarray(['delivery', 'image']),
      segmentFactors: fc.constant([]),
      requirements: fc.constant([]),
      lastInvitedOn: fc.constantFrom(null, '2025-01-01', '2026-06-01'),
      products: fc.constant([]),
    })
    const unique = fc.uniqueArray(candidate, { selector: one => one.contactId, maxLength: 12 })
    fc.assert(
      fc.property(unique, candidates => {
        const forwards = suggest(candidates)
        expect(suggest(candidates.toReversed())).toEqual(forwards)
        expect(new Set(forwards.map(({ contactId }) => contactId)).size).toBe(candidates.length)
      }),
    )
  })
})

import { expect, test } from '@jest/globals'
import { mergedFields } from './merge-records.ts'
import type { Provenance } from './provenance.ts'

const at = new Date('2026-05-01T00:00:00Z')
const from = (source: string) => ({ source, at: new Date('2026-01-01T00:00:00Z'), verifiedAt: null })
const kept = {
  name: 'Lan',
  phone: null as string | null,
  role: 'Buyer',
  email: 'lan@a.example',
  provenance: { name: from('import:1'), email: from('import:1'), role: from('import:1') } as Provenance,
}
const dropped = {
  name: 'Trần Thị Lan',
  phone: '1' as string | null,
  role: 'Buyer',
  email: '',
  provenance: { name: from('staff:2'), phone: from('import:3') } as Provenance,
}

test('what was chosen and what was not known is taken over; what was chosen between counts as verified', () => {
  const choice = { fields: ['name', 'phone', 'role', 'email'] as const, take: ['name'], at }
  expect(mergedFields(kept, dropped, choice)).toEqual({
    fields: { name: 'Trần Thị Lan', phone: '1' },
    provenance: {
      name: { ...from('staff:2'), verifiedAt: at },
      phone: from('import:3'),
      role: from('import:1'),
      email: from('import:1'),
    },
  })
  expect(mergedFields(kept, dropped, { ...choice, take: [] }).provenance.name).toEqual({
    ...from('import:1'),
    verifiedAt: at,
  })
})

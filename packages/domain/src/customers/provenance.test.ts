import { expect, test } from '@jest/globals'
import type { Provenance } from './provenance.ts'
import { originPaths, originsAfter, realChanges } from './provenance.ts'

const at = new Date('2026-11-22T02:00:00Z')
const before = new Date('2025-01-05T02:00:00Z')
const imported = { source: 'import:1', at: before, verifiedAt: null }

test('a field that is given again as it stands is no change', () => {
  const stored = { name: 'Lan', phone: null as string | null, languages: ['vi', 'en'] }
  expect(realChanges(stored, { name: 'Lan', phone: null, languages: ['vi', 'en'] })).toEqual({})
  expect(realChanges(stored, { phone: '+84 28 3822 0000', languages: ['en', 'vi'] })).toEqual({
    phone: '+84 28 3822 0000',
    languages: ['en', 'vi'],
  })
})

test('who changes a field vouches for it; who confirms one leaves its source', () => {
  const origins = originsAfter(
    { email: imported, role: imported, name: imported } as Provenance,
    { changed: ['email'], verified: ['email', 'role', 'phone'] },
    { source: 'staff:7', at },
  )
  expect(origins).toEqual({
    email: { source: 'staff:7', at, verifiedAt: at },
    role: { source: 'import:1', at: before, verifiedAt: at },
    phone: { source: 'staff:7', at, verifiedAt: at },
    name: imported,
  })
})

test('each origin is set by its own path', () => {
  expect(originPaths({ email: imported, phone: undefined })).toEqual({ 'provenance.email': imported })
})

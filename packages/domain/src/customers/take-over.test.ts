import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StoredFields } from './take-over.ts'
import { takeOver } from './take-over.ts'

interface Person {
  phone: string | null
  languages: string[]
}
const at = new Date('2026-05-01T00:00:00Z')
const from = { source: 'import:7', at }
const verified = { source: 'staff:1', at, verifiedAt: at }
const stored: StoredFields<Person> = { fields: { phone: '1', languages: ['vi'] }, provenance: {}, marks: [] }

test('what changes is taken over with its origin; what stays keeps the one it has', () => {
  const origin = { source: 'import:3', at, verifiedAt: null }
  expect(
    takeOver({ ...stored, provenance: { languages: origin } }, { phone: '2', languages: ['vi'] }, from),
  ).toEqual({ fields: { phone: '2' }, provenance: { phone: { ...from, verifiedAt: null } }, marks: [] })
})

test('what a person verified stays, and what contradicts it is marked until the source agrees', () => {
  const known = { ...stored, provenance: { languages: verified } }
  const first = takeOver(known, { languages: ['en', 'vi'] }, from)
  expect(first).toEqual({
    fields: {},
    provenance: {},
    marks: [{ field: 'languages', code: 'contradicts_verified', value: 'en, vi', source: 'import:7' }],
  })
  expect(takeOver({ ...known, marks: first.marks }, { phone: '1' }, from).marks).toEqual(first.marks)
  expect(takeOver({ ...known, marks: first.marks }, { languages: ['vi'] }, from).marks).toEqual([])
})

test('taking over the same twice changes nothing the second time', () => {
  const said = fc.record(
    { phone: fc.option(fc.constantFrom('1', '2')), languages: fc.array(fc.constantFrom('vi', 'en')) },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(said, fc.boolean(), (input, isVerified) => {
      const before = isVerified ? { ...stored, provenance: { phone: verified } } : stored
      const once = takeOver(before, input, from)
      const after = {
        fields: { ...before.fields, ...once.fields },
        provenance: { ...before.provenance, ...once.provenance },
        marks: once.marks,
      }
      expect(takeOver(after, input, from)).toEqual({ fields: {}, provenance: {}, marks: once.marks })
    }),
  )
})

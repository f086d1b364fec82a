import { expect, test } from '@jest/globals'
import { marksOfContact, marksOfInstallation, marksWithout, renewedMarks } from './marks.ts'

const from = (source: string) => ({ source, at: new Date('2026-01-01T00:00:00Z'), verifiedAt: null })
const provenance = { phone: from('import:7'), email: from('staff:1'), installedOn: from('import:7') }
const contact = { email: 'lan@minhphat.vn', phone: null, country: 'VN', provenance }

test.each([
  [{ phone: '024 3822 0000' }, []],
  [{ phone: '+84 24 3822 0000' }, []],
  [{ phone: '+1 416 555 0100', country: 'US' }, []],
  [{ phone: '+49 30 123456' }, ['phone phone_of_other_country import:7']],
  [{ phone: '0049 30 123456' }, ['phone phone_of_other_country import:7']],
  [{ phone: '0001' }, ['phone impossible_phone import:7']],
  [{ phone: '+49 30 123456', country: '' }, []],
  [{ email: 'lan@minhphat' }, ['email not_a_mailbox staff:1']],
  [{ email: 'lan@office.local' }, ['email not_a_mailbox staff:1']],
  [{ email: '' }, []],
])('a contact with %j', (change, marks) => {
  const found = marksOfContact({ ...contact, ...change })
  expect(found.map(({ field, code, source }) => `${field} ${code} ${source}`)).toEqual(marks)
})

test.each([
  ['2026-01-31', '2026-02-01', []],
  ['2026-02-01', '2026-02-01', []],
  ['2026-02-01', '2026-01-31', ['installedOn installed_before_bought import:7']],
  ['1969-12-31', null, ['purchasedOn before_1970 ']],
  [null, '2026-06-02', ['installedOn in_the_future import:7']],
  [null, null, []],
])('bought on %s, installed on %s, on 1 June 2026', (purchasedOn, installedOn, marks) => {
  const found = marksOfInstallation({ purchasedOn, installedOn, provenance }, '2026-06-01')
  expect(found.map(({ field, code, source }) => `${field} ${code} ${source}`)).toEqual(marks)
})

test('a contradiction stays until its field is settled; other marks are found anew', () => {
  const contradiction = { field: 'phone', code: 'contradicts_verified', value: '1', source: 'import:7' }
  const old = { field: 'email', code: 'not_a_mailbox', value: 'x', source: 'import:7' }
  expect(renewedMarks([contradiction, old], [])).toEqual([contradiction])
  expect(marksWithout([contradiction, old], 'phone')).toEqual([old])
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readEmail, readPhone } from '../contact-points.ts'
import { countryOfZone, likelyLanguage, zoneOfCountry, zonesOfCountry } from './country-zones.ts'
import { importColumns, readHeader } from './import-columns.ts'
import { readDay } from './import-day.ts'
import type { StoredCustomers } from './import-file.ts'
import { checkRow, placeOfContact, startCheck } from './import-file.ts'
import type { ImportedRow } from './import-row.ts'
import { readRow } from './import-row.ts'
import {
  readAmount,
  readCount,
  readCountry,
  readLanguage,
  readMonth,
  readSeniority,
  readWebsite,
  readZone,
} from './import-values.ts'

const read = (result: { ok: boolean; value?: unknown; fault?: unknown }) =>
  result.ok ? result.value : result.fault

describe('values', () => {
  test.each([
    ['lan@example.com', 'lan@example.com'],
    [' Lan.TRAN+q3@Mail.Example.co.uk ', 'lan.tran+q3@mail.example.co.uk'],
    ['lan@ví-dụ.vn', 'lan@ví-dụ.vn'],
    ['lan@example', 'not_an_email'],
    ['lan@@example.com', 'not_an_email'],
    ['lan tran@example.com', 'not_an_email'],
    ['Lan <lan@example.com>', 'not_an_email'],
    ['a@example.com, b@example.com', 'not_an_email'],
    ['.lan@example.com', 'not_an_email'],
    ['la..n@example.com', 'not_an_email'],
    ['lan@-example.com', 'not_an_email'],
    ['lan@127.0.0.1', 'not_an_email'],
    [`${'a'.repeat(65)}@example.com`, 'not_an_email'],
    [`lan@${'a'.repeat(250)}.com`, 'not_an_email'],
    ['lan@example.com\r\nBcc: all@example.com', 'not_an_email'],
  ])('e-mail %j is %j', (text, expected) => expect(read(readEmail(text))).toBe(expected))

  test.each([
    ['+84 28 3822 0000', '+84 28 3822 0000'],
    ['(028) 3822-0000', '(028) 3822-0000'],
    ['+49 30 1234567 ext. 12', '+49 30 1234567 ext. 12'],
    ['8.49E+10', 'not_a_phone'],
    ['12345', 'not_a_phone'],
    ['+1234567890123456', 'not_a_phone'],
    ['call me', 'not_a_phone'],
  ])('telephone %j is %j', (text, expected) => expect(read(readPhone(text))).toBe(expected))

  test.each([
    ['1250000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1.250.000,5', 1_250_000.5],
    ['1 250 000', 1_250_000],
    ['12.5', 12.5],
    ['0', 0],
    ['1.234', 'ambiguous_number'],
    ['1,234', 'ambiguous_number'],
    ['12,34,567.00', 'not_a_number'],
    ['-5', 'impossible_number'],
    ['9'.repeat(20), 'impossible_number'],
    ['5 million', 'not_a_number'],
    ['=1+1', 'not_a_number'],
    ['NaN', 'not_a_number'],
  ])('amount %j is %j', (text, expected) => expect(read(readAmount(text))).toBe(expected))

  test('an amount that is written without separators reads back', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), amount => {
        expect(read(readAmount(String(amount)))).toBe(amount)
      }),
    )
  })

  test.each([
    [readCountry('vn'), 'VN'],
    [readCountry('Vietnam'), 'unknown_country'],
    [readCountry('XX'), 'unknown_country'],
    [readZone('Europe/Berlin'), 'Europe/Berlin'],
    [readZone('+07:00'), 'unknown_zone'],
    [readZone('Mars/Olympus'), 'unknown_zone'],
    [readLanguage('VI'), 'vi'],
    [readLanguage('en_us'), 'en-US'],
    [readLanguage('tiếng Việt'), 'not_a_language'],
    [readSeniority('Trưởng phòng'), 'manager'],
    [readSeniority('boss'), 'unknown_seniority'],
    [readMonth('13'), 'not_a_month'],
    [readMonth('0'), 'not_a_month'],
    [readMonth('ma'), 'not_a_month'],
    [readWebsite('https://minhphat.vn/a b'), 'not_a_website'],
    [readWebsite('javascript:alert(1)'), 'not_a_website'],
    [readCount('12.5'), 'not_a_number'],
    [readCount('99999999'), 'impossible_number'],
    [readDay('2026-2-7'), '2026-02-07'],
    [readDay('17.2.2026'), '2026-02-17'],
    [readDay('2/17/2026'), '2026-02-17'],
    [readDay('02/02/2026 00:00:00'), '2026-02-02'],
    [readDay('2/3/2026'), 'ambiguous_day'],
    [readDay('30/02/2026'), 'not_a_day'],
    [readDay('46070'), 'not_a_day'],
  ])('%j is %j', (result, expected) => expect(read(result)).toBe(expected))
})

test('countries know their zones, and zones their countries', () => {
  expect(zonesOfCountry('VN')).toEqual(['Asia/Ho_Chi_Minh'])
  expect(zonesOfCountry('US').length).toBeGreaterThan(5)
  expect(zonesOfCountry('Vietnam')).toEqual([])
  expect(zonesOfCountry('VD')).toEqual([])
  expect(['VN', 'DE', 'US', 'XX'].map(zoneOfCountry)).toEqual([
    'Asia/Ho_Chi_Minh',
    'Europe/Berlin',
    null,
    null,
  ])
  expect(countryOfZone('Asia/Ho_Chi_Minh')).toBe('VN')
  expect(countryOfZone('Europe/Berlin')).toBe('DE')
  expect(countryOfZone('Mars/Olympus')).toBeNull()
  expect([likelyLanguage('VN'), likelyLanguage('DE'), likelyLanguage('')]).toEqual(['vi', 'de', 'en'])
})

describe('headings', () => {
  test('are found whatever their case and spaces; others are left alone', () => {
    const header = readHeader('contacts', [' Account ID', 'ACCOUNT-NAME', 'Region', 'Notes', ''])
    expect(header.columns).toEqual(['account_id', 'account_name', 'region', null, null])
    expect(header).toMatchObject({ ignored: ['Notes'], missing: [], repeated: [] })
  })

  test('that are missing or stand twice are named', () => {
    expect(readHeader('contacts', ['name', 'mail']).missing).toEqual(['account_id'])
    expect(readHeader('contacts', ['account_id', 'email']).missing).toEqual(['contact_id', 'contact_name'])
    expect(readHeader('contacts', ['account_id', 'region', 'Region']).repeated).toEqual(['region'])
  })
})

const columns = [...importColumns.contacts]
const good: Record<string, string> = {
  account_id: 'A-1',
  account_name: 'Minh Phát',
  account_kind: 'prospect',
  region: 'North',
  segment: 'Enterprise',
  annual_revenue: '1250000',
  size: '1.250',
  fiscal_year_ends: 'March',
  website: 'www.minhphat.vn',
  owner: 'mai@sixfold.example',
  contact_id: 'C-1',
  contact_name: 'Trần Thị Lan',
  email: 'lan@example.com',
  phone: "'+84 28 3822 0000",
  role: 'Buyer',
  seniority: 'Lãnh đạo',
  languages: 'vi; en',
  opt_out: 'roundtable',
  do_not_call: 'x',
  consent_purpose: 'product_survey',
  consent_wording: '2026-1',
  consent_proof: 'form 118',
  consent_date: '17/02/2026',
  country: 'VN',
  zone: '',
}
const cellsOf = (change: Record<string, string> = {}) =>
  columns.map(column => ({ ...good, ...change })[column] ?? '')

describe('one row', () => {
  test('is an account and a contact; a guarded start is read back', () => {
    expect(readRow(columns, cellsOf())).toEqual({
      faults: [],
      row: {
        account: {
          externalId: 'A-1',
          name: 'Minh Phát',
          kind: 'prospect',
          region: 'North',
          segment: 'Enterprise',
          annualRevenue: 1_250_000,
          size: 1250,
          fiscalYearEnds: 3,
          website: 'https://www.minhphat.vn',
          owner: 'mai@sixfold.example',
        },
        contact: {
          externalId: 'C-1',
          name: 'Trần Thị Lan',
          email: 'lan@example.com',
          phone: '+84 28 3822 0000',
          role: 'Buyer',
          seniority: 'executive',
          languages: ['vi', 'en'],
          optOuts: ['roundtable'],
          doNotCall: true,
          consent: {
            purpose: 'product_survey',
            wordingVersion: '2026-1',
            proof: 'form 118',
            on: '2026-02-17',
          },
        },
        country: 'VN',
      },
    })
  })

  test('every fault of every cell is told', () => {
    const { row, faults } = readRow(
      columns,
      cellsOf({
        account_id: '',
        email: 'lan@',
        phone: '1',
        annual_revenue: '-3',
        contact_name: 'a\u0000b',
        role: 'x'.repeat(121),
      }),
    )
    expect(row).toBeNull()
    expect(faults.map(({ column, fault }) => `${column} ${fault}`)).toEqual([
      'contact_name control_characters',
      'role too_long',
      'account_id required',
      'annual_revenue impossible_number',
      'contact_name required',
      'email not_an_email',
      'phone not_a_phone',
    ])
  })

  test('without contact cells is an account alone; an empty cell says nothing', () => {
    const none = { contact_id: '', contact_name: '', email: '', phone: '', role: '' }
    expect(readRow(columns, cellsOf(none)).row?.contact).toBeNull()
    expect(readRow(columns, cellsOf({ phone: '', do_not_call: 'no' })).row?.contact).not.toHaveProperty(
      'phone',
    )
    expect(readRow(columns, cellsOf({ do_not_call: 'no' })).row?.contact).not.toHaveProperty('doNotCall')
    expect(
      readRow(['account_id', 'contact_id', 'contact_name', 'email'], ['A', 'C', 'Lan', 'l@example.com']).row,
    ).toEqual({
      account: { externalId: 'A' },
      contact: { externalId: 'C', name: 'Lan', email: 'l@example.com' },
    })
  })

  test('half a consent proves nothing', () => {
    const faults = (change: Record<string, string>) =>
      readRow(columns, cellsOf(change)).faults.map(({ column, fault }) => `${column} ${fault}`)
    expect(faults({ consent_proof: '', consent_date: '02/03/2026' })).toEqual([
      'consent_proof required',
      'consent_date ambiguous_day',
    ])
    expect(faults({ opt_out: 'advertising', consent_purpose: 'everything' })).toEqual([
      'opt_out unknown_purpose',
      'consent_purpose unknown_purpose',
    ])
  })

  test('with too few or too many cells is a fault; empty cells at its end are none', () => {
    expect(readRow(columns, cellsOf().slice(0, 5)).faults).toContainEqual({
      column: '',
      value: '5',
      fault: 'cells_missing',
    })
    expect(readRow(columns, [...cellsOf(), 'x']).faults).toEqual([
      { column: '', value: '26', fault: 'cells_surplus' },
    ])
    expect(readRow(columns, [...cellsOf(), '']).faults).toEqual([])
  })

  test('any cells give a row or faults, never both and never neither', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), cells => {
        const { row, faults } = readRow(columns, cells)
        expect(row === null).toBe(faults.length > 0)
      }),
    )
  })
})

const nothing: StoredCustomers = {
  accounts: new Map(),
  contacts: new Map(),
  emails: new Map(),
  owners: new Set(['mai@sixfold.example']),
}
const north = { name: 'North', country: 'VN', zone: 'Asia/Ho_Chi_Minh' }
const home = { country: 'VN', zone: 'Asia/Ho_Chi_Minh' }
const rowOf = (change: Record<string, string> = {}): ImportedRow => {
  const { row, faults } = readRow(columns, cellsOf(change))
  if (!row) throw new Error(JSON.stringify(faults))
  return row
}
const checkOf = (createRegions = false) => startCheck({ createRegions, home, regions: [north] })
const second = { contact_id: 'C-2', email: 'hoa@example.com' }

describe('rows together', () => {
  test('the same contact or address twice names the line before', () => {
    const check = checkOf()
    expect(checkRow(check, rowOf(), 2, nothing)).toEqual([])
    expect(checkRow(check, rowOf(), 3, nothing)).toMatchObject([{ fault: 'contact_repeated', otherLine: 2 }])
    expect(checkRow(check, rowOf({ contact_id: 'C-2' }), 4, nothing)).toMatchObject([
      { column: 'email', fault: 'email_repeated', otherLine: 2 },
    ])
    expect(checkRow(check, rowOf(second), 5, nothing)).toEqual([])
  })

  test('an account may be left empty later, but not contradict itself', () => {
    const check = checkOf()
    checkRow(check, rowOf(), 2, nothing)
    const silent = { ...second, account_name: '', account_kind: '', region: '', segment: '' }
    expect(checkRow(check, rowOf(silent), 3, nothing)).toEqual([])
    expect(checkRow(check, rowOf({ ...second, account_name: 'Other' }), 4, nothing)).toContainEqual({
      column: 'account_name',
      value: 'Other',
      fault: 'account_differs',
      otherLine: 2,
    })
  })

  test('a new account needs a name and a region, a stored one does not', () => {
    const bare = { account_name: '', region: '' }
    expect(checkRow(checkOf(), rowOf(bare), 2, nothing).map(({ fault }) => fault)).toEqual([
      'account_without_name',
      'account_without_region',
    ])
    const stored = { ...nothing, accounts: new Map([['A-1', { foreign: false, region: 'North' }]]) }
    expect(checkRow(checkOf(), rowOf(bare), 2, stored)).toEqual([])
  })

  test('what lies in a region of others is not changed, and an address stays with its owner', () => {
    const foreign = { ...nothing, accounts: new Map([['A-1', { foreign: true, region: '' }]]) }
    expect(checkRow(checkOf(), rowOf(), 2, foreign)).toMatchObject([
      { column: 'account_id', fault: 'not_changeable' },
    ])
    const taken = { ...nothing, emails: new Map([['lan@example.com', 'C-9']]) }
    expect(checkRow(checkOf(), rowOf(), 2, taken)).toMatchObject([{ column: 'email', fault: 'email_taken' }])
    const own = { ...nothing, emails: new Map([['lan@example.com', 'C-1']]) }
    expect(checkRow(checkOf(), rowOf(), 2, own)).toEqual([])
  })

  test('an owner is a member of staff', () => {
    expect(checkRow(checkOf(), rowOf({ owner: 'nobody@sixfold.example' }), 2, nothing)).toMatchObject([
      { column: 'owner', fault: 'unknown_owner' },
    ])
  })

  test('a region that nobody knows is a fault, or created where its country says', () => {
    expect(checkRow(checkOf(), rowOf({ region: 'Nrth' }), 2, nothing)).toMatchObject([
      { column: 'region', value: 'Nrth', fault: 'unknown_region' },
    ])
    const check = checkOf(true)
    expect(checkRow(check, rowOf({ region: 'Đông Nam Á', country: 'SG' }), 2, nothing)).toEqual([])
    expect([...check.newRegions.values()]).toEqual([
      { name: 'Đông Nam Á', country: 'SG', zone: 'Asia/Singapore' },
    ])
    expect(
      checkRow(check, rowOf({ ...second, account_id: 'A-2', region: 'America', country: 'US' }), 3, nothing),
    ).toMatchObject([{ column: 'zone', value: 'US', fault: 'region_without_zone' }])
    expect(
      checkRow(
        check,
        rowOf({ ...second, account_id: 'A-2', region: 'America', country: 'US', zone: 'America/Chicago' }),
        4,
        nothing,
      ),
    ).toEqual([])
  })

  test('a contact in another country than its region needs a zone where the country has several', () => {
    expect(checkRow(checkOf(), rowOf({ country: 'US' }), 2, nothing)).toMatchObject([
      { fault: 'zone_needed' },
    ])
    expect(checkRow(checkOf(), rowOf({ country: 'DE' }), 2, nothing)).toEqual([])
    expect(placeOfContact(rowOf({ country: 'DE', languages: '' }), north)).toEqual({
      country: 'DE',
      zone: 'Europe/Berlin',
      languages: ['de'],
    })
    expect(placeOfContact(rowOf({ country: '' }), north)).toEqual({
      ...home,
      languages: ['vi', 'en'],
    })
  })
})

import { expect, test } from '@jest/globals'
import { readHeader } from './import-columns.ts'
import type { StoredInstallations } from './installation-file.ts'
import { checkInstallation, startInstallationCheck } from './installation-file.ts'
import { readInstallationRow } from './installation-row.ts'

const headings = [
  'installation_id',
  'account_id',
  'product_id',
  'product_name',
  'contact_id',
  'purchased_on',
  'installed_on',
]
const { columns } = readHeader('installations', headings)
const rowOf = (text: string) => {
  const { row, faults } = readInstallationRow(columns, text.split(','))
  if (!row) throw new Error(JSON.stringify(faults))
  return row
}
const stored: StoredInstallations = {
  accounts: new Map([
    ['A-1', 'a1'],
    ['A-2', 'a2'],
  ]),
  contacts: new Map([['C-1', 'a1']]),
  installations: new Map([
    ['I-7', { foreign: false, accountId: 'a2' }],
    ['I-8', { foreign: true, accountId: 'a9' }],
  ]),
  products: new Set(['P-1']),
}
const faultsOf = (text: string, check = startInstallationCheck({ createProducts: false })) =>
  checkInstallation(check, rowOf(text), 2, stored).map(({ column, fault }) => `${column} ${fault}`)

test('a file of things bought needs three columns', () => {
  expect(readHeader('installations', ['account_id', 'email'])).toMatchObject({
    missing: ['installation_id', 'product_id'],
    ignored: ['email'],
  })
})

test('a purchase alone has no day of installation; impossible days are read as they are', () => {
  expect(rowOf('I-1,A-1,P-1,,,2026-02-17,')).toEqual({
    externalId: 'I-1',
    accountId: 'A-1',
    productId: 'P-1',
    purchasedOn: '2026-02-17',
  })
  expect(readInstallationRow(columns, 'I-1,,P-1,,,2026-02-30,1/2/2026'.split(',')).faults).toMatchObject([
    { column: 'account_id', fault: 'required' },
    { column: 'purchased_on', fault: 'not_a_day' },
    { column: 'installed_on', fault: 'ambiguous_day' },
  ])
})

test.each([
  ['I-1,A-1,P-1,,C-1,2026-05-01,2026-04-01', []],
  ['I-1,A-3,P-1,,,,', ['account_id unknown_account']],
  ['I-1,A-2,P-1,,C-1,,', ['contact_id contact_of_other_account']],
  ['I-1,A-1,P-1,,C-9,,', ['contact_id unknown_contact']],
  ['I-7,A-1,P-1,,,,', ['account_id installation_of_other_account']],
  ['I-8,A-1,P-1,,,,', ['installation_id not_changeable']],
  ['I-1,A-1,P-2,Press,,,', ['product_id unknown_product']],
])('%s', (text, faults) => expect(faultsOf(text)).toEqual(faults))

test('products that are made need one name', () => {
  const check = startInstallationCheck({ createProducts: true })
  expect(faultsOf('I-1,A-1,P-2,,,,', check)).toEqual(['product_name product_without_name'])
  expect(faultsOf('I-1,A-1,P-2,Press,,,', check)).toEqual([])
  expect(faultsOf('I-2,A-1,P-2,,,,', check)).toEqual([])
  expect(faultsOf('I-3,A-1,P-2,Pump,,,', check)).toEqual(['product_name product_differs'])
  expect(faultsOf('I-1,A-1,P-2,,,,', check)).toEqual(['installation_id installation_repeated'])
})

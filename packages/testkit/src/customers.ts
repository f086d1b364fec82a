import {
  findAccountsByExternalId,
  storeImportedAccounts,
} from '@sixfold/api/features/customers/accounts/service'
import {
  findContactsByExternalId,
  storeImportedContacts,
} from '@sixfold/api/features/customers/contacts/service'
import { nextNumber } from './serial.ts'
import type { RegionName, TestApi } from './start-test-api.ts'

export interface TestContact {
  id: string
  externalId: string
  accountId: string
  regionId: string
  name: string
  email: string
}

/** Adds contacts to a region, each at an account of its own: `await addContacts(api, 'north', 3)`. */
export async function addContacts(
  api: TestApi,
  region: RegionName,
  count: number,
  fields: {
    executive?: boolean
    language?: string
    segment?: string
    email?: string
    phone?: string
    name?: string
  } = {},
): Promise<TestContact[]> {
  const regionId = api.regions[region]
  const numbers = Array.from({ length: count }, () => nextNumber(api.ctx, 'contact'))
  const { segment = 'enterprise', executive = false, language = 'vi', ...rest } = fields
  await storeImportedAccounts(
    api.ctx,
    numbers.map(n => ({
      externalId: `A-${n}`,
      fields: { name: `Công ty ${n}`, kind: 'existing', regionId, segment },
      provenance: {},
    })),
    [],
    'test',
  )
  const { country, zone } = placeOf(region)
  const accounts = await findAccountsByExternalId(
    api.ctx,
    numbers.map(n => `A-${n}`),
  )
  const accountIds = new Map(accounts.map(({ externalId, _id }) => [externalId, _id]))
  await storeImportedContacts(
    api.ctx,
    numbers.map(n => ({
      externalId: `C-${n}`,
      fields: {
        accountId: accountIds.get(`A-${n}`) ?? '',
        regionId,
        name: `Khách ${n}`,
        email: `khach-${n}@example.com`,
        seniority: executive ? 'executive' : '',
        languages: [language],
        country,
        zone,
        ...rest,
      },
      provenance: {},
      marks: [],
    })),
    [],
    'test',
  )
  const rows = await findContactsByExternalId(
    api.ctx,
    numbers.map(n => `C-${n}`),
  )
  return rows.map(({ _id: id, externalId, accountId, name, email }) => ({
    id,
    externalId,
    accountId,
    regionId,
    name,
    email,
  }))
}

function placeOf(region: RegionName): { country: string; zone: string } {
  if (region === 'singapore') return { country: 'SG', zone: 'Asia/Singapore' }
  if (region === 'germany') return { country: 'DE', zone: 'Europe/Berlin' }
  return { country: 'VN', zone: 'Asia/Ho_Chi_Minh' }
}

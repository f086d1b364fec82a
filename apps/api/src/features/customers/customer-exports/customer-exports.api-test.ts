import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import { importKinds } from '@sixfold/domain/customers/import-columns'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { exportLines } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let an: Colleague
beforeAll(async () => {
  api = await startTestApi()
  an = await colleague(api, 'administrator')
})
afterAll(() => api.close())

async function importLines(kind: ImportKind, text: string) {
  const file = new File([text], `${kind}.csv`)
  const { id } = await an.api.imports.start({ file, kind, createProducts: kind === 'installations' })
  await api.runJobs()
  return an.api.imports.get({ id })
}

async function exported(kind: ImportKind): Promise<string> {
  const lines: string[] = []
  for await (const part of exportLines(api.ctx, kind)) lines.push(...part)
  return `${lines.join('\r\n')}\r\n`
}

test('R7: what is exported is guarded against spreadsheets and comes back as it was', async () => {
  const contacts = [
    'account_id,account_name,account_kind,region,segment,annual_revenue,size,fiscal_year_ends,website,owner,contact_id,contact_name,email,phone,role,seniority,languages,opt_out,do_not_call,country,zone',
    `A-1,"=HYPERLINK(""x"")",prospect,north,Enterprise,1250000.5,1250,3,https://minhphat.vn,${an.email},C-1,"Trần, Thị ""Lan""",lan@minhphat.vn,'+84 24 3822 0000,Buyer,manager,"vi, en",roundtable,yes,VN,Asia/Ho_Chi_Minh`,
  ].join('\r\n')
  expect(await importLines('contacts', contacts)).toMatchObject({ state: 'done', contactsCreated: 1 })
  await importLines(
    'installations',
    'installation_id,account_id,product_id,product_name,contact_id,purchased_on,installed_on\nI-1,A-1,P-1,@Press,C-1,2026-02-17,',
  )
  await importLines(
    'deals',
    'deal_id,account_id,deal_name,result,decided_on,stage,deal_value,product_id,contact_id\nD-1,A-1,+Twelve presses,lost,2026-05-04,proposal,120000,P-1,C-1',
  )
  expect(await exported('deals')).toContain("D-1,A-1,'+Twelve presses,lost,2026-05-04,proposal,120000,P-1,")
  expect(await exported('contacts')).toBe(`${contacts.replace('"=HYPER', `"'=HYPER`)}\r\n`)
  expect(await exported('accounts')).toContain(
    `A-1,"'=HYPERLINK(""x"")",prospect,north,Enterprise,1250000.5,1250`,
  )
  expect(await exported('installations')).toContain(`I-1,A-1,P-1,'@Press,C-1,2026-02-17,\r\n`)
  for (const kind of importKinds) {
    const before = await exported(kind)
    expect(await importLines(kind, before)).toMatchObject({
      state: 'done',
      rows: 1,
      faultCount: 0,
      ignoredColumns: [],
    })
    expect(await exported(kind)).toBe(before)
  }
})

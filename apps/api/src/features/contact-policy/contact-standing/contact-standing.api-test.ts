import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { optOut } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  api.clock.set('2026-08-17T03:00:00.000Z')
})
afterAll(() => api.close())

test('what staff notes holds at once, is kept for ever, and stands in the audit log', async () => {
  const care = await colleague(api, 'care', { regions: ['north'] })
  const administrator = await colleague(api, 'administrator')
  const [contact] = await addContacts(api, 'north', 1)
  const id = contact?.id ?? ''
  await optOut(api.ctx, id, 'relationship_survey', 'mail')
  expect(await care.api.customers.getContact({ id })).toMatchObject({ optedOut: true })
  const { optOuts } = await care.api.contactLedger.optIn({
    id,
    purpose: 'relationship_survey',
    source: 'phone',
  })
  expect(optOuts).toMatchObject([{ source: 'mail', ended: { source: 'phone' } }])
  expect(await care.api.customers.getContact({ id })).toMatchObject({ optedOut: false })
  await care.api.contactLedger.setDoNotCall({ id, doNotCall: true, source: 'national list' })
  expect((await care.api.contactLedger.read({ id })).standing.doNotCall).toMatchObject({
    source: 'national list',
  })
  const { items } = await administrator.api.audit.list({})
  const noted = items.filter(({ subject }) => subject === `contact:${id}`).map(({ action }) => action)
  expect(noted).toEqual(expect.arrayContaining(['contact.opt_in', 'contact.do_not_call']))
})

test('ten that note different things at once lose nothing', async () => {
  const care = await colleague(api, 'care', { regions: ['north'] })
  const [contact] = await addContacts(api, 'north', 1)
  const id = contact?.id ?? ''
  await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      care.api.contactLedger.recordConsent({
        id,
        purpose: 'product_survey',
        wordingVersion: '2026-1',
        proof: `form ${n}`,
        source: 'phone',
        at: '2026-08-16T03:00:00.000Z',
      }),
    ),
  )
  expect((await care.api.contactLedger.read({ id })).standing.consents).toHaveLength(10)
})

import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { requestTouch } from '../contact-ledger/service.ts'
import { endSilence, openSilence } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let care: Colleague
let customer: TestContact
beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { regions: ['north'] })
})
beforeEach(async () => {
  api.clock.set('2026-08-17T03:00:00.000Z')
  const [made] = await addContacts(api, 'north', 1)
  if (!made) throw new Error('no contact was made')
  customer = made
})
afterAll(() => api.close())

const ask = (kind: 'invitation' | 'follow_up' = 'invitation') =>
  requestTouch(api.ctx, {
    touchId: `${kind}:${customer.id}`,
    contactId: customer.id,
    kind,
    purpose: kind === 'invitation' ? 'relationship_survey' : 'case',
    subject: kind,
  })

test('an open critical case silences surveys, and nothing else; opening it twice is once', async () => {
  const silence = {
    key: `case:${customer.accountId}`,
    accountId: customer.accountId,
    reason: 'case' as const,
  }
  await openSilence(api.ctx, silence)
  await openSilence(api.ctx, silence)
  expect(await ask()).toEqual({ decision: 'refuse', reason: 'account_silenced' })
  expect(await ask('follow_up')).toEqual({ decision: 'allow' })
  expect((await care.api.accountSilences.list({ id: customer.accountId })).items).toMatchObject([
    { reason: 'case', open: true, until: null },
  ])
  await endSilence(api.ctx, silence.key)
  await endSilence(api.ctx, silence.key)
  await openSilence(api.ctx, silence)
  expect((await care.api.accountSilences.list({ id: customer.accountId })).items).toMatchObject([
    { open: false },
  ])
})

test('a silence until a day ends with that day in the region; the refusal says when', async () => {
  const { items, zone } = await care.api.accountSilences.open({
    id: customer.accountId,
    reason: 'negotiation',
    note: 'Contract of next year',
    lastDay: '2026-08-21',
  })
  expect([zone, items[0]?.until]).toEqual(['Asia/Ho_Chi_Minh', '2026-08-21T17:00:00.000Z'])
  expect(await ask()).toEqual({
    decision: 'refuse',
    reason: 'account_silenced',
    earliest: new Date('2026-08-24T01:00:00.000Z'),
  })
  api.clock.set('2026-08-24T01:00:00.000Z')
  expect(await ask()).toEqual({ decision: 'allow' })
})

test('of several silences the last one counts, and each is ended by itself', async () => {
  const open = (reason: 'request' | 'other', lastDay: string | null) =>
    care.api.accountSilences.open({ id: customer.accountId, reason, note: '', lastDay })
  await open('request', '2026-08-21')
  const { items } = await open('other', null)
  expect(await ask()).toEqual({ decision: 'refuse', reason: 'account_silenced' })
  const endless = items.find(({ until }) => until === null)
  await care.api.accountSilences.end({ id: customer.accountId, silenceId: endless?.id ?? '' })
  expect(await ask()).toMatchObject({
    reason: 'account_silenced',
    earliest: new Date('2026-08-24T01:00:00.000Z'),
  })
})

test('a silence in the past is refused; an analyst silences nobody', async () => {
  const input = { id: customer.accountId, reason: 'other' as const, note: '', lastDay: '2026-08-16' }
  await expect(care.api.accountSilences.open(input)).rejects.toMatchObject({ code: 'wrong_state' })
  const analyst = await colleague(api, 'analyst', { regions: ['north'] })
  await expect(analyst.api.accountSilences.open({ ...input, lastDay: null })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await analyst.api.accountSilences.list({ id: customer.accountId })).items).toEqual([])
})

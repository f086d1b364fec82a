import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { testClient } from '@sixfold/testkit/api-client'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { signedHeaders } from '../../../outgoing/sign.ts'
import { emitEvent, resumeDeliveries } from './service.ts'

jest.setTimeout(60_000)

interface Letter {
  path: string
  headers: Record<string, string>
  body: string
}

let api: TestApi
let administrator: Colleague
let receiver: Server
let base = ''
const letters: Letter[] = []
/** What the receiver answers, by path. */
const answers = new Map<string, () => { status: number; headers?: Record<string, string> }>()

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', part => {
      body += part
    })
    request.on('end', () => {
      const path = request.url ?? ''
      letters.push({ path, headers: request.headers as Record<string, string>, body })
      const { status, headers } = answers.get(path)?.() ?? { status: 204 }
      response.writeHead(status, headers).end()
    })
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  api = await startTestApi({ settings: { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' } })
  administrator = await colleague(api, 'administrator')
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await api.close()
})

const make = (path: string, more: { regions?: string[]; url?: string } = {}) =>
  administrator.api.webhooks.make({
    name: path,
    url: more.url ?? `${base}${path}`,
    events: ['account.changed', 'webhook.test'],
    regions: more.regions ?? 'all',
  })
const deliveriesOf = async (id: string) => (await administrator.api.webhooks.deliveries({ id })).items
const told = (path: string) => letters.filter(letter => letter.path === path)
const change = (id: string) =>
  emitEvent(api.ctx, { type: 'account.changed', id, regionIds: [], data: { accountId: 'a1' } })

describe('webhooks', () => {
  test('a change of an account reaches who listens to its region, signed; the same event once', async () => {
    const { webhook, secret } = await make('/north', { regions: [api.regions.north] })
    await make('/south', { regions: [api.regions.south] })
    const account = await administrator.api.customers.createAccount({
      externalId: 'CRM-1',
      name: 'Sông Hồng',
      kind: 'existing',
      regionId: api.regions.north,
      segment: '',
      annualRevenue: null,
      size: null,
      fiscalYearEnds: null,
      ownerId: null,
      website: '',
    })
    await administrator.api.customers.changeAccount({
      id: account.id,
      revision: 1,
      changes: { segment: 'gold' },
    })
    await api.runJobs()
    const [letter, ...more] = told('/north')
    expect([more, told('/south')]).toEqual([[], []])
    const { headers = {}, body = '' } = letter ?? {}
    const id = headers['webhook-id'] ?? ''
    expect(headers).toMatchObject(signedHeaders([secret], { id, at: api.clock.now(), body }))
    expect(JSON.parse(body)).toEqual({
      type: 'account.changed',
      timestamp: expect.any(String),
      data: { accountId: account.id, externalId: 'CRM-1', revision: 2 },
    })
    const [delivery] = await deliveriesOf(webhook.id)
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ status: 204 }] })
  })

  test('a receiver that answers 500 for a day hears everything when it is back, under the same ids', async () => {
    const { webhook } = await make('/away')
    let isBack = false
    answers.set('/away', () => ({ status: isBack ? 200 : 500 }))
    await change('day-1')
    for (let hours = 0; hours < 24; hours += 3) {
      await api.runJobs()
      api.clock.advance({ hours: 3 })
    }
    expect((await administrator.api.webhooks.list()).items.find(({ id }) => id === webhook.id)).toMatchObject(
      {
        state: 'failing',
        waiting: 1,
        dead: 0,
      },
    )
    isBack = true
    for (let hours = 0; hours < 24; hours += 3) {
      await api.runJobs()
      api.clock.advance({ hours: 3 })
    }
    const [delivery] = await deliveriesOf(webhook.id)
    expect(delivery?.state).toBe('delivered')
    expect(new Set(told('/away').map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await administrator.api.webhooks.list()).items.find(({ id }) => id === webhook.id)?.state).toBe(
      'on',
    )
  })

  test('one whose job was lost in a crash gets it back, told again or at the next start', async () => {
    const { webhook } = await make('/crash')
    const jobs = api.ctx.db.connection.collection('jobs')
    const loseJob = async () => {
      const [delivery] = await deliveriesOf(webhook.id)
      expect((await jobs.deleteOne({ key: `webhook:${delivery?.id}:0` })).deletedCount).toBe(1)
    }
    await change('crash-1')
    await loseJob()
    await change('crash-1')
    await api.runJobs()
    await change('crash-2')
    await loseJob()
    await resumeDeliveries(api.ctx)
    await resumeDeliveries(api.ctx)
    await api.runJobs()
    expect(told('/crash')).toHaveLength(2)
    expect((await deliveriesOf(webhook.id)).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  })

  test('what is given up after three days waits for a person, who is told once and sends it again', async () => {
    const { webhook } = await make('/dead')
    answers.set('/dead', () => ({ status: 503 }))
    await change('lost-1')
    await change('lost-2')
    for (let hours = 0; hours < 200; hours += 4) {
      await api.runJobs()
      api.clock.advance({ hours: 4 })
    }
    expect((await deliveriesOf(webhook.id)).map(({ state }) => state)).toEqual(['dead', 'dead'])
    const mails = (await administrator.api.outbox.list({ search: administrator.email })).items
    expect(mails.filter(({ subject }) => subject.includes('/dead'))).toHaveLength(1)
    const before = told('/dead').length
    answers.delete('/dead')
    expect(await administrator.api.webhooks.replayDead({ id: webhook.id })).toEqual({ replayed: 2 })
    api.clock.advance({ minutes: 2 })
    await api.runJobs()
    expect(told('/dead')).toHaveLength(before + 2)
    const [delivery] = await deliveriesOf(webhook.id)
    await administrator.api.webhooks.replay({ id: webhook.id, deliveryId: delivery?.id ?? '' })
    await api.runJobs()
    expect(told('/dead')).toHaveLength(before + 3)
  })

  test('R10: a private address is never called; a redirect is not followed; 410 ends it', async () => {
    const inside = await make('/inside', { url: 'https://169.254.169.254/latest/meta-data' })
    const redirected = await make('/redirect')
    answers.set('/redirect', () => ({ status: 302, headers: { location: `${base}/secret` } }))
    const gone = await make('/gone')
    answers.set('/gone', () => ({ status: 410 }))
    for (const { webhook } of [inside, redirected, gone])
      await administrator.api.webhooks.test({ id: webhook.id })
    await api.runJobs()
    expect((await deliveriesOf(inside.webhook.id))[0]?.attempts).toMatchObject([
      { status: null, note: 'private_address' },
    ])
    expect((await deliveriesOf(redirected.webhook.id))[0]).toMatchObject({
      state: 'waiting',
      attempts: [{ status: 302 }],
    })
    expect(told('/secret')).toEqual([])
    expect((await deliveriesOf(gone.webhook.id))[0]?.state).toBe('dead')
    await expect(administrator.api.webhooks.test({ id: gone.webhook.id })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })

  test('ends with the rights of whoever set it up, until somebody who may resumes it', async () => {
    const leaving = await colleague(api, 'administrator')
    const { webhook } = await leaving.api.webhooks.make({
      name: 'theirs',
      url: `${base}/theirs`,
      events: ['account.changed'],
      regions: 'all',
    })
    await administrator.api.staff.end({ id: leaving.id })
    await change('after-they-left')
    await api.runJobs()
    expect(told('/theirs')).toEqual([])
    const [paused] = (await administrator.api.webhooks.list()).items.filter(({ id }) => id === webhook.id)
    expect(paused?.state).toBe('paused')
    await administrator.api.webhooks.change({ id: webhook.id, revision: paused?.revision ?? 0, state: 'on' })
    api.clock.advance({ hours: 1 })
    await api.runJobs()
    expect(told('/theirs')).toHaveLength(1)
    for (const wrong of [{ url: 'https://me:secret@crm.example.com' }, { regions: [] }])
      await expect(
        administrator.api.webhooks.make({
          name: 'x',
          url: base,
          events: ['webhook.test'],
          regions: 'all',
          ...wrong,
        }),
      ).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('a new secret signs beside the old one for a day', async () => {
    const { webhook, secret } = await make('/renewed')
    const renewed = await administrator.api.webhooks.renewSecret({ id: webhook.id })
    await administrator.api.webhooks.test({ id: webhook.id })
    await api.runJobs()
    api.clock.advance({ hours: 25 })
    await administrator.api.webhooks.test({ id: webhook.id })
    await api.runJobs()
    const [first, second] = told('/renewed')
    const signatures = [first, second].map(letter => letter?.headers['webhook-signature']?.split(' ').length)
    expect(signatures).toEqual([2, 1])
    expect(renewed.secret).not.toBe(secret)
  })
})

describe('API keys', () => {
  const clientOf = (key: string) => testClient(api.url, { key })

  test('a key acts for its owner as the rights are now; one for reading changes nothing; none hands out rights', async () => {
    const owner = await colleague(api, 'marketing', { regions: ['north'], name: 'Lan' })
    const { key: reads } = await owner.api.apiKeys.make({ name: 'Sheet', scope: 'read', days: 30 })
    const { key: writes, apiKey } = await owner.api.apiKeys.make({ name: 'CRM', scope: 'write', days: null })
    const fields = {
      kind: 'prospect',
      segment: '',
      annualRevenue: null,
      size: null,
      fiscalYearEnds: null,
      ownerId: null,
      website: '',
    } as const
    const wish = { ...fields, externalId: 'K-1', name: 'Khóa', regionId: api.regions.north }
    await expect(clientOf(reads).customers.createAccount(wish)).rejects.toMatchObject({
      code: 'key_not_allowed',
    })
    expect(await clientOf(writes).customers.createAccount(wish)).toMatchObject({ externalId: 'K-1' })
    expect((await clientOf(reads).customers.listAccounts({ externalId: 'K-1' })).items).toMatchObject([
      { name: 'Khóa' },
    ])
    await expect(
      clientOf(writes).customers.createAccount({ ...wish, externalId: 'K-2', regionId: api.regions.south }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(clientOf(writes).apiKeys.list()).rejects.toMatchObject({ code: 'key_not_allowed' })
    await expect(clientOf(writes).webhooks.list()).rejects.toMatchObject({ code: 'key_not_allowed' })
    const [entry] = (await administrator.api.audit.list({ limit: 5 })).items.filter(({ actor }) =>
      actor.includes('CRM'),
    )
    expect(entry?.actor).toBe('Lan (CRM)')

    expect((await owner.api.apiKeys.list()).items).toHaveLength(2)
    expect(JSON.stringify(await owner.api.apiKeys.list())).not.toContain(writes)
    await owner.api.apiKeys.end({ id: apiKey.id })
    await expect(clientOf(writes).session.get()).rejects.toMatchObject({ code: 'unauthenticated' })
    api.clock.advance({ days: 31 })
    await expect(clientOf(reads).session.get()).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('no key reads a mail, for it may hold the link to a new password', async () => {
    const { key } = await administrator.api.apiKeys.make({ name: 'Backup', scope: 'write', days: 1 })
    await testClient(api.url, {}).passwordResets.ask({ email: administrator.email })
    await api.runJobs()
    const { items } = await clientOf(key).outbox.list({ search: administrator.email })
    const mail = items.find(({ kind }) => kind === 'password-reset')
    expect(mail).toBeDefined()
    const reading = { id: mail?.id ?? '' }
    await expect(clientOf(key).outbox.get(reading)).rejects.toMatchObject({ code: 'key_not_allowed' })
    expect((await administrator.api.outbox.get(reading)).text).toContain('/reset/')
  })

  test('no key learns the secret address of a calendar, which would outlive it', async () => {
    const owner = await colleague(api, 'regional', { regions: ['north'] })
    await owner.api.calendarFeeds.make({ regionId: api.regions.north })
    const { key } = await owner.api.apiKeys.make({ name: 'Diary', scope: 'write', days: 1 })
    const refused = { code: 'key_not_allowed' }
    await expect(clientOf(key).calendarFeeds.list()).rejects.toMatchObject(refused)
    await expect(clientOf(key).calendarFeeds.make({ regionId: api.regions.north })).rejects.toMatchObject(
      refused,
    )
  })

  test('an administrator for some regions sees and ends only the own keys', async () => {
    const south = await colleague(api, 'administrator', { regions: ['south'] })
    const { apiKey } = await administrator.api.apiKeys.make({ name: 'CRM', scope: 'read', days: 1 })
    const own = await south.api.apiKeys.make({ name: 'Own', scope: 'read', days: 1 })
    expect((await south.api.apiKeys.list()).items.map(({ id }) => id)).toEqual([own.apiKey.id])
    await expect(south.api.apiKeys.end({ id: apiKey.id })).rejects.toMatchObject({ code: 'not_found' })
    await administrator.api.apiKeys.end({ id: own.apiKey.id })
    await administrator.api.apiKeys.end({ id: apiKey.id })
  })

  test('the key of an ended account opens nothing, and a wrong key beside a good cookie is nobody', async () => {
    const owner = await colleague(api, 'care')
    const { key } = await owner.api.apiKeys.make({ name: 'Desk', scope: 'read', days: null })
    expect((await clientOf(key).session.get()).actor.email).toBe(owner.email)
    const both = await fetch(`${api.url}/api/session`, {
      headers: { cookie: owner.cookie, authorization: 'Bearer sixfold_wrong' },
    })
    expect(both.status).toBe(401)
    await administrator.api.staff.end({ id: owner.id })
    await expect(clientOf(key).session.get()).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

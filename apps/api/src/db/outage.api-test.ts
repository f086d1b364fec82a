import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startEmbeddedMongo } from '@sixfold/embedded-mongo'
import { freePort } from '@sixfold/testkit/free-port'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'
import { enqueue } from '../jobs/worker.ts'

jest.setTimeout(90_000)

/** Stands between the api and its database, and can cut the line. */
async function cable(target: number) {
  const open = new Set<Socket>()
  let cut = false
  const server = createServer(client => {
    if (cut) return void client.destroy()
    const upstream = connect(target, '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    cut() {
      cut = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      cut = false
    },
    close: () => server.close(),
  }
}

const folder = temporaryFolder('outage')
const databasePort = await freePort()
const database = await startEmbeddedMongo({ dataDir: folder.path, port: databasePort })
const line = await cable(databasePort)
let api: TestApi
let admin: Colleague

beforeAll(async () => {
  const uri = `mongodb://127.0.0.1:${line.port}/outage?directConnection=true&serverSelectionTimeoutMS=500&heartbeatFrequencyMS=500`
  api = await startTestApi({ settings: { MONGODB_URI: uri, SECRET_KEY: 'a key for this test, long enough' } })
  admin = await colleague(api, 'administrator')
})
afterAll(async () => {
  line.mend()
  await api.close()
  line.close()
  await database.close()
  folder.remove()
})

const call = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${api.url}${path}`, {
    ...init,
    headers: { cookie: admin.cookie, ...init.headers },
  })
  return {
    status: answer.status,
    retryAfter: Number(answer.headers.get('retry-after')),
    body: await answer.json(),
  }
}
const json = { 'content-type': 'application/json' }

test('while the database is away everything answers 503 with Retry-After, and works again afterwards', async () => {
  expect((await call('/readyz')).status).toBe(200)
  line.cut()

  const signIn = JSON.stringify({ email: admin.email, password: admin.password })
  const answers = await Promise.all([
    call('/api/session'),
    call('/api/surveys'),
    call('/api/welcome', { headers: { cookie: '' } }),
    call('/api/join/some-link', { headers: { cookie: '' } }),
    call('/api/auth/sign-in/email', { method: 'POST', body: signIn, headers: { ...json, cookie: '' } }),
    call('/api/surveys', {
      method: 'POST',
      body: JSON.stringify({
        factorModel: 'ibm-six',
        quarter: { year: 2026, quarter: 3 },
        languages: ['en'],
      }),
      headers: { ...json, 'idempotency-key': 'during-the-outage' },
    }),
  ])
  for (const { status, body, retryAfter } of answers) {
    expect([status, body]).toEqual([
      503,
      expect.objectContaining({ code: 'unavailable', requestId: expect.any(String) }),
    ])
    expect(retryAfter).toBeGreaterThan(0)
  }
  expect(await call('/readyz')).toMatchObject({ status: 503, body: { database: false } })
  expect((await call('/healthz')).status).toBe(200)

  line.mend()
  const deadline = Date.now() + 15_000
  while ((await call('/readyz')).status !== 200 && Date.now() < deadline) await new Promise(setImmediate)
  expect((await call('/api/session')).status).toBe(200)
  const again = await call('/api/surveys', {
    method: 'POST',
    body: JSON.stringify({ factorModel: 'ibm-six', quarter: { year: 2026, quarter: 3 }, languages: ['en'] }),
    headers: { ...json, 'idempotency-key': 'during-the-outage' },
  })
  expect(again.status).toBe(200)
  expect((await call('/api/surveys')).body).toMatchObject({ items: [expect.anything()] })
})

test('jobs wait for the database and run when it is back', async () => {
  await enqueue(api.ctx, { kind: 'mail.send', key: 'after the outage', payload: { id: 'no mail' } })
  line.cut()
  await expect(api.runJobs()).rejects.toThrow()
  line.mend()
  const deadline = Date.now() + 15_000
  let ran = 0
  while (ran === 0 && Date.now() < deadline) ran = await api.runJobs().catch(() => 0)
  expect(ran).toBeGreaterThan(0)
})

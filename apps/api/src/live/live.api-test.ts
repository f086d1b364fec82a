import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import { inviteContacts } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

jest.setTimeout(60_000)

let api: TestApi
let waveOfNorth = ''
beforeAll(async () => {
  api = await startTestApi()
  waveOfNorth = (await inviteContacts(api, { region: 'north' })).waveId
})
afterAll(() => api.close())

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

function connect(headers: Record<string, string>): Socket {
  const socket = io(api.url, {
    extraHeaders: headers,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  open.push(socket)
  return socket
}

/** Resolves with the event's first argument. */
const next = (socket: Socket, event: string) =>
  new Promise<never>(resolve => {
    socket.once(event, resolve)
  })

async function connected(cookie: string): Promise<Socket> {
  const socket = connect({ cookie })
  await next(socket, 'connect')
  return socket
}

const follow = (socket: Socket, topic: unknown) => socket.timeout(5_000).emitWithAck('follow', topic)

describe('a connection', () => {
  test('without a session, or with a forged one, is refused in the one error shape', async () => {
    for (const cookie of ['', 'sixfold.session_token=forged.signature']) {
      const refusal: Error & { data?: unknown } = await next(connect({ cookie }), 'connect_error')
      expect(refusal.data).toEqual({
        code: 'unauthenticated',
        message: 'Please sign in.',
        requestId: expect.any(String),
      })
    }
  })

  test('R13: from the page of another site is refused even with a session', async () => {
    const { cookie } = await colleague(api, 'administrator')
    const foreign = connect({ cookie, origin: 'https://evil.example' })
    expect(await next(foreign, 'connect_error')).toBeInstanceOf(Error)
    expect(foreign.connected).toBe(false)
    const own = connect({ cookie, origin: api.url })
    await next(own, 'connect')
  })
})

describe('following', () => {
  test('R4: a foreign region’s wave is refused like one that does not exist', async () => {
    const { cookie } = await colleague(api, 'regional', { regions: ['south'] })
    const socket = await connected(cookie)
    const answers = await Promise.all(
      [waveOfNorth, '0123456789abcdef01234567', 'x'].map(id => follow(socket, { kind: 'wave', id })),
    )
    for (const answer of answers)
      expect(answer).toEqual({
        ok: false,
        error: {
          code: 'not_found',
          message: 'This does not exist, or you may not see it.',
          requestId: expect.any(String),
        },
      })
  })

  test('one’s own wave brings its changes, until it is left', async () => {
    const { cookie } = await colleague(api, 'regional', { regions: ['north'] })
    const socket = await connected(cookie)
    expect(await follow(socket, { kind: 'wave', id: waveOfNorth })).toEqual({ ok: true })
    const change = next(socket, 'wave:changed')
    api.ctx.live.announce({ kind: 'wave', id: waveOfNorth }, 'wave:changed', { waveId: waveOfNorth })
    expect(await change).toEqual({ waveId: waveOfNorth })
  })

  test('with anything but a topic is refused with fields, and the server lives on', async () => {
    const { cookie } = await colleague(api, 'analyst', { language: 'vi' })
    const socket = await connected(cookie)
    const odd = [
      null,
      7,
      'wave',
      [],
      {},
      { kind: 'wave' },
      { kind: 'wave', id: { $gt: '' } },
      { kind: 'x', id: '1' },
    ]
    for (const topic of [...odd, { kind: 'wave', id: waveOfNorth, extra: 1 }]) {
      const answer = await follow(socket, topic)
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', requestId: expect.any(String) },
      })
      expect(answer.error.fields.length).toBeGreaterThan(0)
      expect(answer.error.message).toMatch(/chưa đúng/)
    }
    socket.emit('follow')
    socket.emit('follow', { kind: 'wave', id: waveOfNorth }, 'no function')
    socket.emit('unfollow', { $gt: '' })
    socket.emit('__proto__', {}, () => undefined)
    socket.emit('disconnect-everybody', {})
    expect(await follow(socket, { kind: 'wave', id: waveOfNorth })).toEqual({ ok: true })
  })

  test('with far too much ends that connection alone', async () => {
    const { cookie } = await colleague(api, 'analyst')
    const [socket, other] = [await connected(cookie), await connected(cookie)]
    const ended = next(socket, 'disconnect')
    socket.emit('follow', { kind: 'wave', id: 'x'.repeat(200_000) }, () => undefined)
    await ended
    expect(await follow(other, { kind: 'wave', id: waveOfNorth })).toEqual({ ok: true })
  })
})

describe('a session that ends', () => {
  test('by signing out loses its connections, the person’s other session keeps its own', async () => {
    const person = await colleague(api, 'care')
    const { signIn } = await import('@sixfold/testkit/people')
    const other = await connected(await signIn(api.url, person.email, person.password))
    const socket = await connected(person.cookie)
    const ended = next(socket, 'disconnect')
    await fetch(`${api.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie: person.cookie } })
    await ended
    expect(await follow(other, { kind: 'wave', id: waveOfNorth })).toEqual({ ok: true })
  })

  test('R2: with the account, or with other rights, loses all of them', async () => {
    const administrator = await colleague(api, 'administrator')
    const person = await colleague(api, 'care')
    const first = await connected(person.cookie)
    const changed = next(first, 'disconnect')
    await administrator.api.staff.change({ id: person.id, role: 'care', regions: [api.regions.south] })
    await changed
    const second = await connected(person.cookie)
    expect(await follow(second, { kind: 'wave', id: waveOfNorth })).toMatchObject({ ok: false })
    const ended = next(second, 'disconnect')
    await administrator.api.staff.end({ id: person.id })
    await ended
    expect(await next(connect({ cookie: person.cookie }), 'connect_error')).toBeInstanceOf(Error)
  })
})

test('the number of open connections is a figure without names', async () => {
  const [contact] = await addContacts(api, 'north', 1)
  const person = await colleague(api, 'analyst')
  await connected(person.cookie)
  const metrics = await (await fetch(`${api.url}/metrics`)).text()
  expect(metrics).toMatch(/^sixfold_sockets [1-9]/m)
  for (const secret of [person.email, person.id, contact?.email ?? '', waveOfNorth])
    expect(metrics).not.toContain(secret)
})

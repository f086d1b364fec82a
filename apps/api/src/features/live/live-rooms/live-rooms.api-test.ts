import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { LiveEntry, LiveItemInput, LiveOwn, LiveRoom, LiveRoomView } from '@sixfold/contract/live-rooms'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { limitLiveJoin, limitLiveStatement, noteWrongLiveCode } from '../../../http/limits.ts'
import { eraseContact } from '../../privacy/erasures/service.ts'
import { endTypedNames } from '../live-entries/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let staff: Colleague
let room: LiveRoom
beforeAll(async () => {
  api = await startTestApi()
  staff = await colleague(api, 'regional', { regions: ['north'] })
})
afterAll(() => api.close())

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

async function newRoom(date = '2026-12-10'): Promise<LiveRoom> {
  const { id } = await planEvent(staff, {
    regionId: api.regions.north,
    date,
    title: { en: 'Delivery', vi: 'Giao hàng' },
  })
  room = await staff.api.liveRooms.open({ id })
  return room
}

async function showItem(item: LiveItemInput): Promise<string> {
  room = await staff.api.liveRooms.addItem({ id: room.roundtableId, item })
  const itemId = room.items.at(-1)?.id ?? ''
  await staff.api.liveRooms.setItem({ id: room.roundtableId, itemId, current: true, open: true })
  return itemId
}

function join(auth: unknown): Socket {
  const socket = io(`${api.url}/live`, {
    auth: auth as Record<string, unknown>,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  open.push(socket)
  return socket
}

const next = <Value>(socket: Socket, event: string, fits: (value: Value) => boolean = () => true) =>
  new Promise<Value>(resolve => {
    const listen = (value: Value) => {
      if (!fits(value)) return
      socket.off(event, listen)
      resolve(value)
    }
    socket.on(event, listen)
  })

async function phone(participant = randomUUID()): Promise<Socket & { own: LiveOwn }> {
  const socket = join({ code: room.code, participant })
  const [own] = await Promise.all([next<LiveOwn>(socket, 'own'), next(socket, 'room')])
  return Object.assign(socket, { own })
}

const send = (socket: Socket, event: string, input: unknown) =>
  socket.timeout(5_000).emitWithAck(event, input)
const rating: LiveItemInput = {
  kind: 'rating',
  title: 'Delivery?',
  low: 0,
  high: 10,
  lowWord: '',
  highWord: '',
}
const itemNow = async (itemId: string) =>
  (await staff.api.liveRooms.get({ id: room.roundtableId })).room?.items.find(({ id }) => id === itemId)

describe('joining', () => {
  beforeAll(() => newRoom())

  test('takes the code however it is typed, and refuses everything else', async () => {
    expect((await phone()).connected).toBe(true)
    const typed = join({ code: room.code.toLowerCase().replace('-', ' '), participant: null })
    expect((await next<LiveRoomView>(typed, 'room')).title).toEqual({ en: 'Delivery', vi: 'Giao hàng' })
    for (const auth of [
      {},
      { code: 'ZZZ-ZZZ', participant: null },
      { code: { $gt: '' }, participant: null },
      { code: room.code, participant: 'me' },
      { code: room.code, participant: null, role: 'administrator' },
    ]) {
      const refusal = await next<Error & { data?: unknown }>(join(auth), 'connect_error')
      expect(refusal.data).toMatchObject({ code: expect.stringMatching(/^(not_found|invalid_input)$/) })
    }
  })

  test('gives no way to the topics of staff, and takes nothing malformed', async () => {
    const socket = await phone()
    socket.emit('follow', { kind: 'roundtable', id: room.roundtableId }, () => undefined)
    socket.emit('answer')
    socket.emit('answer', {}, 'no function')
    for (const odd of [
      null,
      7,
      { itemId: { $gt: '' }, answer: 1, number: 1 },
      { itemId: 'x', answer: 1, number: 1, extra: 1 },
      { itemId: 'x', answer: 'x'.repeat(5_000), number: 1 },
    ])
      expect(await send(socket, 'answer', odd)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await send(socket, 'answer', { itemId: 'x', answer: 1, number: 1 })).toMatchObject({
      error: { code: 'not_found' },
    })
    const screen = join({ code: room.code, participant: null })
    await next(screen, 'room')
    await expect(screen.timeout(300).emitWithAck('say', {})).rejects.toThrow()
  })

  test('with far too many events is slowed down', async () => {
    const socket = await phone()
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => send(socket, 'vote', { entryId: 'x', wanted: true })),
    )
    expect(answers.filter(({ error }) => error?.code === 'too_many_requests').length).toBeGreaterThan(0)
  })
})

describe('who searches, floods or has a wrong clock', () => {
  beforeAll(() => newRoom())

  test('hears of no code any more, but who took part comes back', async () => {
    const address = '203.0.113.9'
    const [never, always] = [async () => false, async () => true]
    await limitLiveJoin(address, { isKnown: never })
    for (let wrong = 0; wrong < 600; wrong += 1) await noteWrongLiveCode(address)
    await expect(limitLiveJoin(address, { isKnown: never })).rejects.toMatchObject({
      code: 'too_many_requests',
    })
    await limitLiveJoin(address, { isKnown: always })
    await limitLiveJoin('203.0.113.10', { isKnown: never })
  })

  test('cannot invent phones to speak for a hall', async () => {
    const address = '203.0.113.20'
    const said = Array.from({ length: 130 }, (_, n) =>
      limitLiveStatement(`phone-${n}`, address).then(
        () => 'ok',
        () => 'refused',
      ),
    )
    expect((await Promise.all(said)).filter(one => one === 'ok')).toHaveLength(120)
  })

  test('is told what stands, and goes on above it', async () => {
    const itemId = await showItem(rating)
    const me = randomUUID()
    const first = await phone(me)
    const ahead = Date.now() + 3_600_000
    expect(await send(first, 'answer', { itemId, answer: 2, number: ahead })).toEqual({ ok: true })
    const told = next<LiveOwn>(first, 'own')
    expect(await send(first, 'answer', { itemId, answer: 9, number: Date.now() })).toMatchObject({
      ok: false,
      error: { code: 'revision_conflict' },
    })
    expect(await told).toMatchObject({ answers: { [itemId]: 2 }, numbers: { [itemId]: ahead } })
    const again = await phone(me)
    expect(again.own.numbers).toEqual({ [itemId]: ahead })
    expect(await send(again, 'answer', { itemId, answer: 9, number: ahead + 1 })).toEqual({ ok: true })
    const posted = await fetch(`${api.url}/live/${room.code}`, {
      method: 'POST',
      headers: { cookie: `sixfold.live=${me}` },
      body: new URLSearchParams({ item: itemId, points: '7' }),
      redirect: 'manual',
    })
    expect(posted.headers.get('location')).toContain('saved=1')
    expect((await phone(me)).own.answers).toEqual({ [itemId]: 7 })
  })
})

describe('answers', () => {
  beforeAll(() => newRoom())

  test('that leave the moment a line is back are never told to be unknown after they were acknowledged', async () => {
    const itemId = await showItem(rating)
    // The greeting of the phone, which tells what is its own, takes its time.
    const model = api.ctx.db.connection.model('liveEntries')
    const find = model.find.bind(model)
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    model.find = ((...filter: Parameters<typeof find>) => {
      const query = find(...filter)
      const exec = query.exec.bind(query)
      return Object.assign(query, { exec: () => held.then(exec) })
    }) as typeof model.find
    const told: ('kept' | LiveOwn)[] = []
    const socket = join({ code: room.code, participant: randomUUID() })
    socket.on('own', own => told.push(own))
    const answered = next(socket, 'connect')
      .then(() => send(socket, 'answer', { itemId, answer: 7, number: 1 }))
      .then(() => told.push('kept'))
    await Promise.race([answered, new Promise(resolve => setTimeout(resolve, 300))])
    release()
    model.find = find as typeof model.find
    await Promise.all([answered, next(socket, 'room', (view: LiveRoomView) => view.item !== null)])
    expect(told.at(-1)).toBe('kept')
  })

  test('count once each, however often they come and in whatever order; the newest stands', async () => {
    const itemId = await showItem(rating)
    const me = randomUUID()
    const [first, second] = [await phone(me), await phone(me)]
    const all = [5, 3, 9, 7, 1].flatMap((answer, at) => [
      { itemId, answer, number: at + 1 },
      { itemId, answer, number: at + 1 },
    ])
    const shuffled = all.toSorted((a, b) => ((a.number * 7) % 5) - ((b.number * 7) % 5))
    const results = await Promise.all(
      shuffled.map((input, at) => send(at % 2 ? first : second, 'answer', input)),
    )
    // An older one that comes late is not kept, and is not said to be.
    const codes = new Set(results.map(({ ok, error }) => (ok ? 'ok' : error.code)))
    expect([...codes].filter(code => code !== 'ok' && code !== 'revision_conflict')).toEqual([])
    for (const answer of [2, 4, 6, 8]) await send(await phone(), 'answer', { itemId, answer, number: 1 })
    await staff.api.liveRooms.setItem({ id: room.roundtableId, itemId, revealed: true })
    expect((await itemNow(itemId))?.tally).toEqual({
      answers: 5,
      counts: { 1: 1, 2: 1, 4: 1, 6: 1, 8: 1 },
    })
    expect((await phone(me)).own.answers).toEqual({ [itemId]: 1 })
  })

  test('stay hidden until revealed, and of fewer than five people for ever; not even staff see them', async () => {
    const itemId = await showItem({ kind: 'poll', title: 'Next?', options: ['Yes', 'No'], most: 1 })
    const screen = join({ code: room.code, participant: null })
    for (const [at, answer] of ['Yes', 'No', 'Yes', 'Yes'].entries()) {
      const told = next<LiveRoomView>(screen, 'room', ({ item }) => item?.tally.answers === at + 1)
      expect(await send(await phone(), 'answer', { itemId, answer: [answer], number: 1 })).toEqual({
        ok: true,
      })
      expect((await told).item?.tally.counts).toEqual({})
    }
    await staff.api.liveRooms.setItem({ id: room.roundtableId, itemId, revealed: true })
    expect((await itemNow(itemId))?.tally).toEqual({ answers: 4, counts: {} })
    const shown = next<LiveRoomView>(screen, 'room', ({ item }) => item?.tally.answers === 5)
    await send(await phone(), 'answer', { itemId, answer: ['No'], number: 1 })
    expect((await shown).item?.tally.counts).toEqual({ Yes: 3, No: 2 })
  })

  test('that do not fit, or come after the end, are refused', async () => {
    const itemId = await showItem(rating)
    const socket = await phone()
    expect(await send(socket, 'answer', { itemId, answer: ['x'], number: 1 })).toMatchObject({
      error: { code: 'invalid_input' },
    })
    await staff.api.liveRooms.setItem({ id: room.roundtableId, itemId, open: false })
    const late = { ok: false, error: { code: 'wrong_state' } }
    expect(await send(socket, 'answer', { itemId, answer: 3, number: 1 })).toMatchObject(late)
    await staff.api.liveRooms.setItem({ id: room.roundtableId, itemId, open: true })
    await staff.api.liveRooms.close({ id: room.roundtableId })
    expect(await send(socket, 'answer', { itemId, answer: 3, number: 1 })).toMatchObject(late)
    expect((await itemNow(itemId))?.tally.answers).toBe(0)
  })

  test('of a plain form count like those of a socket', async () => {
    await staff.api.liveRooms.open({ id: room.roundtableId })
    const itemId = await showItem(rating)
    const post = (body: Record<string, string>) =>
      fetch(`${api.url}/live/${room.code}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: 'sixfold.live=6f2b8a0e-1111-4222-8333-444455556666' },
        body: new URLSearchParams(body),
      })
    expect((await post({ item: itemId, points: '7' })).headers.get('location')).toMatch(/saved=1/)
    api.clock.set(new Date(api.clock.now().getTime() + 1_000).toISOString())
    await post({ item: itemId, points: '8' })
    expect((await post({ item: itemId, points: '99' })).headers.get('location')).not.toMatch(/saved/)
    expect((await itemNow(itemId))?.tally.answers).toBe(1)
  })
})

describe('questions', () => {
  beforeAll(() => newRoom())
  const shown = (socket: Socket, fits: (entries: LiveEntry[]) => boolean) =>
    next<LiveEntry[]>(socket, 'entries', fits)

  test('wait for the moderator, come once each, and show no name that was not given', async () => {
    const [asker, other] = [await phone(), await phone()]
    const key = randomUUID()
    const question = { key, itemId: null, text: ' When is\nthe next delivery? ', name: '' }
    const own = next<LiveOwn>(asker, 'own', ({ said }) => said.length === 1)
    await Promise.all([1, 2, 3].map(() => send(asker, 'say', question)))
    expect((await own).said).toEqual([
      { id: expect.any(String), key, itemId: null, text: 'When is the next delivery?', waiting: true },
    ])
    const { room: moderated } = await staff.api.liveRooms.get({ id: room.roundtableId })
    expect(moderated?.entries).toHaveLength(1)
    const entryId = moderated?.entries[0]?.id ?? ''
    expect(await send(other, 'vote', { entryId, wanted: true })).toMatchObject({
      error: { code: 'not_found' },
    })

    const onPhone = shown(other, entries => entries.length === 1)
    await staff.api.liveRooms.moderate({ id: room.roundtableId, entryId, state: 'shown' })
    // Pinned: nothing in it leads to whoever asked (R6).
    expect(await onPhone).toEqual([
      {
        id: entryId,
        itemId: null,
        text: 'When is the next delivery?',
        name: '',
        state: 'shown',
        votes: 1,
        topic: null,
      },
    ])
    await expect(
      staff.api.liveRooms.moderate({ id: room.roundtableId, entryId, state: 'waiting' }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('of somebody whom the moderator silences are hidden, those to come too, until one is shown again', async () => {
    await newRoom()
    await staff.api.liveRooms.setModerated({ id: room.roundtableId, moderated: false })
    const [troll, guest] = [await phone(), await phone()]
    const say = (socket: Socket, text: string) =>
      send(socket, 'say', { key: randomUUID(), itemId: null, text, name: '' })
    const states = async () => {
      const { room: now } = await staff.api.liveRooms.get({ id: room.roundtableId })
      return Object.fromEntries((now?.entries ?? []).map(({ text, state }) => [text, state]))
    }
    for (const text of ['Spam', 'More spam']) await say(troll, text)
    await say(guest, 'Delivery?')
    const { room: before } = await staff.api.liveRooms.get({ id: room.roundtableId })
    const spam = before?.entries.find(({ text }) => text === 'Spam')?.id ?? ''
    await staff.api.liveRooms.silence({ id: room.roundtableId, entryId: spam })
    await say(troll, 'Still here')
    expect(await states()).toEqual({
      Spam: 'hidden',
      'More spam': 'hidden',
      'Still here': 'hidden',
      'Delivery?': 'shown',
    })
    await staff.api.liveRooms.moderate({ id: room.roundtableId, entryId: spam, state: 'shown' })
    await say(troll, 'Sorry')
    expect(await states()).toMatchObject({ Spam: 'shown', 'More spam': 'hidden', Sorry: 'shown' })
    await newRoom()
  })

  test('have one vote of each person, and lose it again; the asker’s own stays', async () => {
    await staff.api.liveRooms.setModerated({ id: room.roundtableId, moderated: false })
    const [asker, ...others] = await Promise.all(Array.from({ length: 6 }, () => phone()))
    if (!asker) throw new Error('nobody joined')
    await send(asker, 'say', {
      key: randomUUID(),
      itemId: null,
      text: 'Weekend service?',
      name: 'Trần Quốc Bảo',
    })
    const find = async () =>
      (await staff.api.liveRooms.get({ id: room.roundtableId })).room?.entries.find(({ name }) => name !== '')
    const entryId = (await find())?.id ?? ''
    await Promise.all(
      others.flatMap(socket => [1, 2, 3].map(() => send(socket, 'vote', { entryId, wanted: true }))),
    )
    expect((await find())?.votes).toBe(6)
    await Promise.all(
      [asker, ...others.slice(0, 2)].flatMap(socket =>
        [1, 2].map(() => send(socket, 'vote', { entryId, wanted: false })),
      ),
    )
    expect((await find())?.votes).toBe(4)
  })

  test('become a requirement once, with what was said', async () => {
    const entryId =
      room.entries[0]?.id ??
      (await staff.api.liveRooms.get({ id: room.roundtableId })).room?.entries[0]?.id ??
      ''
    const input = { id: room.roundtableId, entryId }
    const [first, again] = [
      await staff.api.liveRooms.noteRequirement(input),
      await staff.api.liveRooms.noteRequirement(input),
    ]
    const receiptOf = ({ entries }: LiveRoom) => entries.find(({ id }) => id === entryId)?.requirement
    expect(receiptOf(first)).toMatch(/^R-\d+$/)
    expect(receiptOf(again)).toBe(receiptOf(first))
  })

  test('ideas go to their board alone', async () => {
    const itemId = await showItem({ kind: 'ideas', title: 'What would help?' })
    const socket = await phone()
    const board = shown(socket, entries => entries.some(entry => entry.itemId === itemId))
    expect(
      await send(socket, 'say', { key: randomUUID(), itemId, text: 'A delivery calendar', name: '' }),
    ).toEqual({ ok: true })
    expect((await board).filter(entry => entry.itemId === itemId)).toHaveLength(1)
    expect(
      await send(socket, 'say', { key: randomUUID(), itemId: 'x', text: 'Lost', name: '' }),
    ).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('a rating that was asked at the region’s last round table', () => {
  test('says how it went then, once it is revealed', async () => {
    const before = api.ctx.clock.now()
    api.clock.set('2026-06-11T02:00:00Z')
    await newRoom('2026-06-11')
    const asked = { ...rating, title: 'Delivery this quarter?' } as const
    const reveal = (itemId: string) =>
      staff.api.liveRooms.setItem({ id: room.roundtableId, itemId, revealed: true })
    const first = await showItem(asked)
    for (const answer of [4, 5, 6, 7, 8])
      await send(await phone(), 'answer', { itemId: first, answer, number: 1 })
    await reveal(first)
    expect((await itemNow(first))?.before).toBeNull()

    api.clock.set('2026-09-10T02:00:00Z')
    await newRoom('2026-09-10')
    const second = await showItem(asked)
    expect((await itemNow(second))?.before).toBeNull()
    await reveal(second)
    expect((await itemNow(second))?.before).toEqual({ date: '2026-06-11', mean: 6, answers: 5 })
    api.clock.set(before.toISOString())
  })
})

describe('names typed with questions', () => {
  const names = async () =>
    (await staff.api.liveRooms.get({ id: room.roundtableId })).room?.entries.map(({ name }) => name).sort()
  const ask = async (name: string) =>
    send(await phone(), 'say', { key: randomUUID(), itemId: null, text: 'When?', name })

  test('go with an erased person, and all of them once their time is up', async () => {
    const [contact] = await addContacts(api, 'north', 1, { name: 'Phạm Thu Hà' })
    await newRoom('2026-12-17')
    await ask('phạm thu hà, Sao Biển')
    await ask('Trần Quốc Bảo')
    expect(await names()).toEqual(['Trần Quốc Bảo', 'phạm thu hà, Sao Biển'])
    await eraseContact(api.ctx, contact?.id ?? '', 'operator')
    expect(await names()).toEqual(['', 'Trần Quốc Bảo'])
    const asked = api.clock.now().getTime()
    const days = 86_400_000
    api.clock.set(new Date(asked + 89 * days).toISOString())
    await endTypedNames(api.ctx)
    expect(await names()).toEqual(['', 'Trần Quốc Bảo'])
    api.clock.set(new Date(asked + 92 * days).toISOString())
    await api.runJobs()
    expect(await names()).toEqual(['', ''])
  })
})

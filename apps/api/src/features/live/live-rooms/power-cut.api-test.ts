import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LiveOwn, LiveRoomView } from '@sixfold/contract/live-rooms'
import { planEvent } from '@sixfold/testkit/events'
import { colleague } from '@sixfold/testkit/people'
import type { ApiProcess } from '@sixfold/testkit/processes'
import { startApiProcess } from '@sixfold/testkit/processes'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

/** A process that is killed right after it acknowledged votes has lost none of them, and counts none twice. */

const PHONES = 30
const KILL_AFTER = 12
/** So many vote at the moment of the kill: however fast the machine, not all are acknowledged. */
const AT_THE_KILL = 8

const folder = temporaryFolder('live-power-cut')
let api: ApiProcess
let code: string
let itemId: string

beforeAll(async () => {
  // The room is made in this process, on the directory that the killed one works on.
  const maker = await startTestApi({ settings: { DATA_DIR: folder.path, MONGODB_URI: '' } })
  const staff = await colleague(maker, 'regional', { regions: ['north'] })
  const { id } = await planEvent(staff, { regionId: maker.regions.north, date: '2026-12-10' })
  code = (await staff.api.liveRooms.open({ id })).code
  const item = { kind: 'rating', title: 'Delivery?', low: 0, high: 10, lowWord: '', highWord: '' } as const
  itemId = (await staff.api.liveRooms.addItem({ id, item })).items[0]?.id ?? ''
  await staff.api.liveRooms.setItem({ id, itemId, current: true, open: true, revealed: true })
  await maker.close()
  api = await startApiProcess({ dataDir: folder.path, settings: { MONGODB_URI: undefined } })
}, 120_000)

const sockets: Socket[] = []
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await api?.stop()
  folder.remove()
})

/** A phone that has heard what of its own arrived; a screen without a participant. */
function join(
  participant: string | null,
): Promise<{ socket: Socket; own: LiveOwn | null; view: LiveRoomView }> {
  const socket = io(`${api.url}/live`, {
    auth: { code, participant },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  sockets.push(socket)
  const next = <Value>(event: string) =>
    new Promise<Value>((resolve, reject) => {
      socket.once(event, resolve)
      socket.once('connect_error', reject)
    })
  const own = participant === null ? null : next<LiveOwn>('own')
  return Promise.all([own, next<LiveRoomView>('room')]).then(([own, view]) => ({ socket, own, view }))
}

test('killed in the middle of thirty votes', async () => {
  const people = Array.from({ length: PHONES }, (_, at) => ({ id: randomUUID(), answer: at % 11, number: 1 }))
  const vote = (socket: Socket, { answer, number }: { answer: number; number: number }) =>
    socket.timeout(2_000).emitWithAck('answer', { itemId, answer, number })
  const phones = await Promise.all(people.map(async person => ({ ...person, ...(await join(person.id)) })))
  const acknowledged = new Set<string>()
  let killing: Promise<void> | null = null
  const kill = Promise.withResolvers<void>()
  await Promise.allSettled(
    phones.map(async (phone, at) => {
      await (at < PHONES - AT_THE_KILL ? new Promise(resolve => setTimeout(resolve, at * 4)) : kill.promise)
      expect(await vote(phone.socket, phone)).toEqual({ ok: true })
      acknowledged.add(phone.id)
      if (acknowledged.size < KILL_AFTER || killing) return
      killing = api.kill()
      kill.resolve()
    }),
  )
  await killing
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER)
  expect(acknowledged.size).toBeLessThan(PHONES)

  api = await api.restart()
  // One that was not acknowledged may have arrived all the same; each phone learns what of its own is kept.
  const back = await Promise.all(people.map(async person => ({ ...person, ...(await join(person.id)) })))
  const kept = back.filter(({ own }) => own && itemId in own.answers)
  for (const { id, own, answer } of back)
    if (acknowledged.has(id)) expect(own?.answers).toEqual({ [itemId]: answer })
  expect((await join(null)).view.item?.tally.answers).toBe(kept.length)

  // As phones do: everybody sends again, and half of them change their mind.
  await Promise.all(back.map(phone => vote(phone.socket, phone)))
  const minds = back.map(({ socket, answer }, at) => ({
    socket,
    answer: at % 2 ? 10 : answer,
    number: 1 + (at % 2),
  }))
  await Promise.all(minds.map(mind => vote(mind.socket, mind)))
  const counts: Record<string, number> = {}
  for (const { answer } of minds) counts[answer] = (counts[answer] ?? 0) + 1
  expect((await join(null)).view.item?.tally).toEqual({ answers: PHONES, counts })
}, 120_000)

import { randomUUID } from 'node:crypto'
import type { LiveRoomView } from '@sixfold/contract/live-rooms'
import { colleague } from '@sixfold/testkit/people'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import type { Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const PARTICIPANTS = 500
/** Everybody answers once, spread over so long, as when a moderator says "now". */
const SPREAD_MS = 10_000
const JOINING_AT_ONCE = 50

/** A live room with 500 phones on one process: from a vote on a phone until the screen counts it. */
export const live: Row = {
  name: 'live',
  async run(say) {
    const api = await startTestApi({ clock: 'real' })
    const sockets: Socket[] = []
    try {
      const staff = await colleague(api, 'regional', { regions: ['north'] })
      const { id } = await staff.api.roundtables.plan({
        regionId: api.regions.north,
        title: { en: 'Bench', vi: 'Bench' },
        description: {},
        date: '2027-12-09',
        startTime: '08:30',
        endTime: '12:00',
        zone: 'Asia/Ho_Chi_Minh',
        venue: 'Hall',
        capacity: PARTICIPANTS,
        answerBy: '2027-12-01',
      })
      const { code } = await staff.api.liveRooms.open({ id })
      const item = { kind: 'rating', title: 'Now?', low: 0, high: 10, lowWord: '', highWord: '' } as const
      const itemId = (await staff.api.liveRooms.addItem({ id, item })).items[0]?.id ?? ''
      await staff.api.liveRooms.setItem({ id, itemId, current: true, open: true, revealed: true })

      const join = (participant: string | null) =>
        new Promise<Socket>((resolve, reject) => {
          const socket = io(`${api.url}/live`, {
            auth: { code, participant },
            transports: ['websocket'],
            forceNew: true,
          })
          sockets.push(socket)
          socket.once('room', () => resolve(socket))
          socket.once('connect_error', reject)
        })
      const phones: Socket[] = []
      while (phones.length < PARTICIPANTS)
        phones.push(...(await Promise.all(Array.from({ length: JOINING_AT_ONCE }, () => join(randomUUID())))))
      const screen = await join(null)
      say(`${phones.length} phones joined`)

      // The screen shows votes in the order in which they were kept: the n-th acknowledged one is on it once it counts n.
      const sent: number[] = []
      const acknowledged: number[] = []
      const delays: number[] = []
      screen.on('room', ({ item }: LiveRoomView) => {
        const counted = item?.tally.answers ?? 0
        while (delays.length < Math.min(counted, sent.length))
          delays.push(performance.now() - (sent[delays.length] ?? 0))
      })
      await Promise.all(
        phones.map(async (phone, at) => {
          await new Promise(resolve => setTimeout(resolve, (at / PARTICIPANTS) * SPREAD_MS))
          const began = performance.now()
          sent.push(began)
          await phone.timeout(10_000).emitWithAck('answer', { itemId, answer: at % 11, number: 1 })
          acknowledged.push(performance.now() - began)
        }),
      )
      await new Promise(resolve => setTimeout(resolve, 2_000))
      const { room } = await staff.api.liveRooms.get({ id })
      const kept = room?.items[0]?.tally.answers ?? 0
      const shares = (values: number[]) =>
        [0.5, 0.95, 1].map(share => milliseconds(percentile(values, share))).join(', ')
      return [
        {
          row: 'live',
          figure: `vote to screen with ${PARTICIPANTS} phones (p50, p95, worst)`,
          value: shares(delays),
          target: 'p95 under 250 ms',
        },
        { row: 'live', figure: 'vote to acknowledgement (p50, p95, worst)', value: shares(acknowledged) },
        {
          row: 'live',
          figure: 'votes kept and shown',
          value: `${kept} and ${delays.length} of ${PARTICIPANTS}`,
        },
      ]
    } finally {
      for (const socket of sockets) socket.disconnect()
      await api.close()
    }
  },
}

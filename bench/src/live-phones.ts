import { randomUUID } from 'node:crypto'
import type { LiveRoomView } from '@sixfold/contract/live-rooms'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

/** What the hall saw, in milliseconds. */
export interface HallReport {
  /** From each vote until the screen counted it. */
  shown: number[]
  /** From each vote until its phone knew that it is kept. */
  acknowledged: number[]
}

/** Everybody answers once, spread over so long, as when a moderator says "now". */
const SPREAD_MS = 10_000
const JOINING_AT_ONCE = 50
const SETTLES_MS = 2_000

const sockets: Socket[] = []

function join(url: string, auth: { code: string; participant: string | null }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(`${url}/live`, { auth, transports: ['websocket'], forceNew: true })
    sockets.push(socket)
    socket.once('room', () => resolve(socket))
    socket.once('connect_error', reject)
  })
}

/** A hall of phones and its screen, in a process of its own so that it takes no time from the server's. */
async function main([url = '', code = '', itemId = '', count = '0']: string[]): Promise<void> {
  const participants = Number(count)
  const phones: Socket[] = []
  while (phones.length < participants) {
    const group = Array.from({ length: JOINING_AT_ONCE }, () =>
      join(url, { code, participant: randomUUID() }),
    )
    phones.push(...(await Promise.all(group)))
  }
  const screen = await join(url, { code, participant: null })

  // The screen shows votes in the order in which they were kept: the n-th one sent is on it at the latest once it counts n.
  const sent: number[] = []
  const report: HallReport = { shown: [], acknowledged: [] }
  screen.on('room', ({ item }: LiveRoomView) => {
    const counted = Math.min(item?.tally.answers ?? 0, sent.length)
    while (report.shown.length < counted)
      report.shown.push(performance.now() - (sent[report.shown.length] ?? 0))
  })
  await Promise.all(
    phones.map(async (phone, at) => {
      await new Promise(resolve => setTimeout(resolve, (at / participants) * SPREAD_MS))
      const began = performance.now()
      sent.push(began)
      await phone.timeout(10_000).emitWithAck('answer', { itemId, answer: at % 11, number: 1 })
      report.acknowledged.push(performance.now() - began)
    }),
  )
  await new Promise(resolve => setTimeout(resolve, SETTLES_MS))
  for (const socket of sockets) socket.disconnect()
  console.log(JSON.stringify(report))
}

await main(process.argv.slice(2))

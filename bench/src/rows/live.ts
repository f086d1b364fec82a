import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { planEvent } from '@sixfold/testkit/events'
import { colleague } from '@sixfold/testkit/people'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { HallReport } from '../live-phones.ts'
import type { Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const PARTICIPANTS = 500
const hall = join(import.meta.dirname, '../live-phones.ts')

/** A live room with 500 phones on one process, the phones in another: from a vote on a phone until the screen counts it. */
export const live: Row = {
  name: 'live',
  async run(say) {
    const api = await startTestApi({ clock: 'real' })
    try {
      const staff = await colleague(api, 'regional', { regions: ['north'] })
      const { id } = await planEvent(staff, {
        regionId: api.regions.north,
        date: '2027-12-09',
        capacity: PARTICIPANTS,
      })
      const { code } = await staff.api.liveRooms.open({ id })
      const item = { kind: 'rating', title: 'Now?', low: 0, high: 10, lowWord: '', highWord: '' } as const
      const itemId = (await staff.api.liveRooms.addItem({ id, item })).items[0]?.id ?? ''
      await staff.api.liveRooms.setItem({ id, itemId, current: true, open: true, revealed: true })

      say(`${PARTICIPANTS} phones join`)
      const words = [hall, api.url, code, itemId, String(PARTICIPANTS)]
      const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 2 ** 24 })
      const { shown, acknowledged } = JSON.parse(stdout) as HallReport
      const { room } = await staff.api.liveRooms.get({ id })
      const kept = room?.items[0]?.tally.answers ?? 0
      const shares = (values: number[]) =>
        [0.5, 0.95, 1].map(share => milliseconds(percentile(values, share))).join(', ')
      return [
        {
          row: 'live',
          figure: `vote to screen with ${PARTICIPANTS} phones (p50, p95, worst)`,
          value: shares(shown),
          target: 'p95 under 250 ms',
        },
        { row: 'live', figure: 'vote to acknowledgement (p50, p95, worst)', value: shares(acknowledged) },
        {
          row: 'live',
          figure: 'votes kept and shown',
          value: `${kept} and ${shown.length} of ${PARTICIPANTS}`,
        },
        { row: 'live', figure: 'load of the machine in that minute', value: loadavg()[0]?.toFixed(1) ?? '' },
      ]
    } finally {
      await api.close()
    }
  },
}

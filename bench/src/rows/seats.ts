import { makeGuestLink } from '@sixfold/api/features/guests/guests/service'
import { ensureGuest } from '@sixfold/api/features/guests/guests/store'
import { addContacts } from '@sixfold/testkit/customers'
import { colleague } from '@sixfold/testkit/people'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Figure, Row } from '../row.ts'

const GUESTS = 2000
const SEATS = 500
/** Guests who answer at the same moment: as many requests are under way at any time. */
const AT_ONCE = 100

/** Acceptances of one event over HTTP, as guests send them: all are counted, exactly the seats are given, the others wait in order. */
export const seats: Row = {
  name: 'seats',
  async run(say) {
    const api = await startTestApi()
    try {
      const regional = await colleague(api, 'regional', { regions: ['north'] })
      const contacts = await addContacts(api, 'north', GUESTS)
      const { id } = await regional.api.roundtables.plan(planOn(api.regions.north))
      const links: string[] = []
      for (const { id: contactId, regionId } of contacts) {
        const guest = await ensureGuest(api.ctx, { roundtableId: id, contactId, segment: regionId })
        links.push(await makeGuestLink(api.ctx, guest._id))
      }
      say(`${links.length} guests with a link`)
      const queue = [...links]
      const startedAt = performance.now()
      const refused: number[] = []
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let link = queue.pop(); link; link = queue.pop()) {
            const { status } = await fetch(link, {
              method: 'POST',
              body: new URLSearchParams({ answer: 'accept' }),
              redirect: 'manual',
            })
            if (status !== 303) refused.push(status)
          }
        }),
      )
      const seconds = (performance.now() - startedAt) / 1000
      const view = await regional.api.seats.read({ id })
      const order = view.guests.flatMap(({ position }) => position ?? []).toSorted((a, b) => a - b)
      const inOrder = order.every((position, at) => position === at + 1)
      if (refused.length > 0 || view.room.taken !== SEATS || order.length !== GUESTS - SEATS || !inOrder)
        throw new Error(
          `lost: ${refused.length} refused (${refused[0]}), ${view.room.taken} seated, ${order.length} wait`,
        )
      const figure: Figure = {
        row: 'seats',
        figure: `${GUESTS} acceptances for ${SEATS} seats over HTTP, ${AT_ONCE} at once, none lost`,
        value: `${seconds.toFixed(1)} s`,
        target: 'under 10 s',
      }
      return [figure]
    } finally {
      await api.close()
    }
  },
}

const planOn = (regionId: string) => ({
  regionId,
  title: { en: 'Conference' },
  description: {},
  date: '2026-12-10',
  startTime: '08:30',
  endTime: '17:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Hà Nội',
  capacity: SEATS,
  answerBy: '2026-12-01',
})

import { findGuestEvent } from '@sixfold/api/features/event-records/service'
import { changeSeats } from '@sixfold/api/features/seats/service'
import { addLocalDays } from '@sixfold/domain/local-date'
import { accept } from '@sixfold/domain/seats/seat-answers'
import type { TestClient } from './api-client.ts'
import type { TestContact } from './customers.ts'
import type { Colleague } from './people.ts'
import type { TestApi } from './start-test-api.ts'

type Plan = Parameters<TestClient['roundtables']['plan']>[0]

/** Plans a morning in Hanoi: `await planEvent(host, { regionId: api.regions.north, date: '2026-09-24' })`. */
export function planEvent(host: Colleague, plan: Pick<Plan, 'regionId' | 'date'> & Partial<Plan>) {
  return host.api.roundtables.plan({
    title: { en: 'Delivery times in the North', vi: 'Thời gian giao hàng ở miền Bắc' },
    description: {},
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Khách sạn Metropole, Hà Nội',
    capacity: 8,
    answerBy: addLocalDays(plan.date, -7),
    ...plan,
  })
}

/** Invites contacts to an event and gives each a seat, without the way through their mail. */
export async function seatGuests(
  api: TestApi,
  host: Colleague,
  { id, contacts }: { id: string; contacts: readonly TestContact[] },
): Promise<void> {
  const { guests } = await host.api.roundtables.invite({ id, contactIds: contacts.map(one => one.id) })
  const event = await findGuestEvent(api.ctx, id)
  if (!event) throw new Error(`no event ${id}`)
  const { startsAt } = event
  for (const { id: invitation } of guests)
    await changeSeats(api.ctx, event, ledger =>
      accept(ledger, { invitation, seats: 1, segment: '' }, { now: api.clock.now(), startsAt }),
    )
}

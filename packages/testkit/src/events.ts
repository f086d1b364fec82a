import { makeGuestLink } from '@sixfold/api/features/guests/guests/service'
import { addLocalDays } from '@sixfold/domain/local-date'
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

/** Invites contacts to an event, each with the address that the mail would bring. */
export async function inviteGuests(
  api: TestApi,
  host: Colleague,
  { id, contacts }: { id: string; contacts: readonly TestContact[] },
): Promise<{ id: string; token: string; link: string }[]> {
  const { guests } = await host.api.roundtables.invite({ id, contactIds: contacts.map(one => one.id) })
  const invited = []
  for (const contact of contacts) {
    const guest = guests.find(({ contactId }) => contactId === contact.id)
    if (!guest) throw new Error(`${contact.email} was not invited`)
    const link = await makeGuestLink(api.ctx, guest.id)
    invited.push({ id: guest.id, link, token: link.split('/e/')[1] ?? '' })
  }
  return invited
}

/** Invites contacts to an event, and each accepts. */
export async function seatGuests(
  api: TestApi,
  host: Colleague,
  event: { id: string; contacts: readonly TestContact[] },
): Promise<void> {
  for (const { token } of await inviteGuests(api, host, event))
    await api.anonymous.roundtables.answer({ token, answer: 'accept' })
}

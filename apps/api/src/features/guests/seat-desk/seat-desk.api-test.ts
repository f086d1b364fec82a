import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { addContacts } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { makeGuestLink } from '../guests/service.ts'
import { ensureGuest, storeInvitation } from '../guests/store.ts'
import { answerInvitation } from '../rsvp/service.ts'
import { readSeats } from '../seats/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let ha: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  ha = await colleague(api, 'regional', { regions: ['north'] })
})
afterAll(() => api.close())

const seating = { ...usualSeating, kept: [] }
const joining = { en: 'https://meet.example.com/room', vi: 'https://meet.example.com/phong' }

async function plan(
  capacity: number | null,
  fields: Partial<Parameters<typeof ha.api.roundtables.plan>[0]> = {},
) {
  const { id } = await ha.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: {},
    date: '2026-09-24',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity,
    answerBy: '2026-09-20',
    ...fields,
  })
  return id
}

interface Invited {
  id: string
  email: string
  token: string
}

async function invited(roundtableId: string, count: number, segments: string[] = []): Promise<Invited[]> {
  const contacts = await addContacts(api, 'north', count, { language: 'en' })
  return Promise.all(
    contacts.map(async ({ id: contactId, email }, n) => {
      const guest = await ensureGuest(api.ctx, {
        roundtableId,
        contactId,
        segment: segments[n] ?? 'existing',
      })
      const link = await makeGuestLink(api.ctx, guest._id)
      return { id: guest._id, email, token: link.split('/e/')[1] ?? '' }
    }),
  )
}

type Wish = { side?: 'room' | 'remote'; seats?: number }
const accept = ({ token }: Invited, wish: Wish = {}) =>
  api.anonymous.roundtables.answer({ token, answer: 'accept', ...wish })
const decline = ({ token }: Invited) => api.anonymous.roundtables.answer({ token, answer: 'decline' })
const look = ({ token }: Invited) => api.anonymous.roundtables.readInvitation({ token })
const seatsOf = (id: string) => ha.api.seats.read({ id })

describe('R16: fifty acceptances of the last seat at once', () => {
  /** Half of them over HTTP, half in processes of their own on the same database. */
  async function rush() {
    const id = await plan(1)
    const guests = await invited(id, 50)
    const answers = await Promise.all(
      guests.map((guest, n) =>
        n % 2 === 0
          ? accept(guest)
          : answerInvitation({ ...api.ctx }, { token: guest.token, answer: 'accept' }),
      ),
    )
    return { id, seated: answers.filter(({ answer }) => answer === 'accepted').length }
  }

  test('seat one, and the other forty-nine wait in the order of the ledger', async () => {
    const { id, seated } = await rush()
    expect(seated).toBe(1)
    const { room, guests } = await seatsOf(id)
    expect(room).toMatchObject({ taken: 1, waiting: 49, free: 0, overBy: 0 })
    const { waitlist } = await readSeats(api.ctx, id)
    const placeOf = new Map(guests.map(guest => [guest.id, guest.position]))
    expect(waitlist.map(({ invitation }) => placeOf.get(invitation))).toEqual(waitlist.map((_, at) => at + 1))
  })

  test('would seat more without the guard, so this race is a real one', async () => {
    const ledgers = api.ctx.db.connection.collection<{ _id: string }>('seatLedgers')
    const guarded = ledgers.updateOne.bind(ledgers)
    const spy = jest
      .spyOn(ledgers, 'updateOne')
      .mockImplementation(({ _id = '' }, change, options) => guarded({ _id }, change, options))
    try {
      // Which of the racers meet is chance: one rush may happen to go well, several do not.
      let most = 0
      for (let attempt = 0; attempt < 6 && most < 2; attempt += 1)
        most = Math.max(most, (await rush()).seated)
      expect(most).toBeGreaterThan(1)
    } finally {
      spy.mockRestore()
    }
  })
})

describe('an offered seat', () => {
  test('is held, told once, taken or given up, and goes on when its time is over', async () => {
    const id = await plan(1, { seating: { ...seating, offerHours: 24 } })
    const [a, b, c] = (await invited(id, 3)) as [Invited, Invited, Invited]
    for (const guest of [a, b, c]) await accept(guest)
    expect(await look(b)).toMatchObject({ answer: 'waitlisted', waitlistPosition: 1 })
    await decline(a)
    expect(await look(b)).toMatchObject({ answer: 'offered', heldUntil: expect.any(String) })
    expect(await seatsOf(id)).toMatchObject({ room: { taken: 1, offered: 1, free: 0, waiting: 1 } })
    await api.runJobs()
    const mail = await api.mailSink?.waitFor(
      ({ to, subject }) => to.includes(b.email) && subject.includes('is held for you'),
    )
    expect(mail?.attachments).toEqual([])
    const page = await (await fetch(`${api.url}/e/${b.token}?language=en`)).text()
    expect(page).toContain('A place is held for you')
    expect(page).toContain('Give it to somebody else')

    await decline(b)
    expect(await look(c)).toMatchObject({ answer: 'offered' })
    api.clock.advance({ hours: 25 })
    await api.runJobs()
    expect(await look(c)).toMatchObject({ answer: 'none', lapsed: true, full: false })
    for (let time = 0; time < 2; time += 1) await api.runJobs()
    await api.mailSink?.waitFor(
      ({ to, subject }) => to.includes(c.email) && subject.includes('no longer held'),
    )
    expect(api.mailSink?.mails.filter(({ subject }) => subject.includes('no longer held'))).toHaveLength(1)
    expect(await seatsOf(id)).toMatchObject({ room: { taken: 0, offered: 0 } })
    await accept(c)
    expect(await look(c)).toMatchObject({ answer: 'accepted', side: 'room' })
  })

  test('is taken or over, never both, however close they come', async () => {
    const id = await plan(1, { seating: { ...seating, offerHours: 1 } })
    const [a, b, c] = (await invited(id, 3)) as [Invited, Invited, Invited]
    for (const guest of [a, b, c]) await accept(guest)
    await decline(a)
    api.clock.advance({ hours: 1 })
    await Promise.all([accept(b), api.runJobs(), accept(b)])
    expect(await seatsOf(id)).toMatchObject({ room: { taken: 1, overBy: 0 } })
    expect(await look(c)).toMatchObject({ answer: 'offered' })
    expect(await look(b)).toMatchObject({ answer: 'waitlisted', waitlistPosition: 1 })
  })
})

describe('room and remote', () => {
  const hybrid = (capacity: number | null) => ({ seating: { ...seating, remote: { capacity, joining } } })

  test('have their own seats and texts, and one change moves between them', async () => {
    const id = await plan(1, hybrid(1))
    const [a, b, c] = (await invited(id, 3)) as [Invited, Invited, Invited]
    await accept(a)
    expect(await accept(b, { side: 'remote' })).toMatchObject({
      answer: 'accepted',
      side: 'remote',
      remote: { joining: joining.en },
      checkInAt: null,
    })
    expect(await look(a)).toMatchObject({ remote: { joining: null, full: true } })
    expect(await accept(c)).toMatchObject({ answer: 'waitlisted', side: 'room' })
    expect(await accept(c, { side: 'remote' })).toMatchObject({ answer: 'waitlisted', side: 'remote' })
    await expect(accept(a, { side: 'remote' })).rejects.toMatchObject({ code: 'quota_full' })
    expect(await look(a)).toMatchObject({ answer: 'accepted', side: 'room' })
    await decline(b)
    expect(await look(c)).toMatchObject({ answer: 'accepted', side: 'remote' })
    expect(
      await ha.api.seats
        .changeSide({ id, guestId: c.id, side: 'room', reason: 'Speaks' })
        .catch(({ code }) => code),
    ).toBe('quota_full')
  })

  test('ten moves and ten acceptances for three remote seats at once give three', async () => {
    const id = await plan(10, hybrid(3))
    const guests = await invited(id, 20)
    const [inRoom, fresh] = [guests.slice(0, 10), guests.slice(10)]
    for (const guest of inRoom) await accept(guest)
    await Promise.all([
      ...inRoom.map(guest => accept(guest, { side: 'remote' }).catch(() => null)),
      ...fresh.map(guest => accept(guest, { side: 'remote' })),
    ])
    const { room, remote, guests: listed } = await seatsOf(id)
    expect(remote).toMatchObject({ taken: 3, overBy: 0 })
    expect(room.overBy).toBe(0)
    const stands = listed.filter(({ standing }) => standing !== 'none')
    expect(stands).toHaveLength(20)
    expect(new Set(stands.map(guest => guest.id)).size).toBe(20)
  })
})

test('a party asks for as many as the event allows; seats kept for others go free on their day', async () => {
  const kept = [{ segment: 'prospect', seats: 2, releaseDays: 7 }]
  const id = await plan(4, { seating: { ...seating, kept, largestParty: 2 } })
  const [a, b, p] = (await invited(id, 3, ['existing', 'existing', 'prospect'])) as [
    Invited,
    Invited,
    Invited,
  ]
  expect(await accept(a, { seats: 9 })).toMatchObject({ answer: 'accepted', seats: 2 })
  expect(await accept(b)).toMatchObject({ answer: 'waitlisted' })
  expect(await accept(p)).toMatchObject({ answer: 'accepted' })
  api.clock.set('2026-09-17T01:31:00.000Z')
  await api.runJobs()
  expect(await look(b)).toMatchObject({ answer: 'accepted' })
  expect((await seatsOf(id)).room).toMatchObject({ taken: 4, free: 0 })
})

test('a move on the waiting list needs its reason, and every move is in the audit log with who made it', async () => {
  const id = await plan(1)
  const guests = await invited(id, 4)
  for (const guest of guests) await accept(guest)
  const last = guests[3]?.id ?? ''
  await expect(ha.api.seats.move({ id, guestId: last, position: 1, reason: ' ' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  const moved = await ha.api.seats.move({ id, guestId: last, position: 1, reason: 'Speaker of the day' })
  expect(moved.guests.find(guest => guest.id === last)?.position).toBe(1)
  const first = guests[0]
  await api.runJobs()
  await ha.api.seats.release({ id, guestId: first?.id ?? '', reason: 'Called' })
  expect(await seatsOf(id)).toMatchObject({ room: { taken: 1, waiting: 2 } })
  await expect(ha.api.seats.release({ id, guestId: 'nobody', reason: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  })
  const administrator = await colleague(api, 'administrator')
  const entries = (await administrator.api.audit.list({ limit: 20 })).items
  expect(entries.find(({ action }) => action === 'seats.moved')).toMatchObject({
    subject: `guest:${last}`,
    detail: '1: Speaker of the day',
  })
  const told = (guestId: string) =>
    entries
      .filter(({ subject }) => subject === `guest:${guestId}`)
      .map(({ action, actor, detail }) => [action, actor, detail])
      .reverse()
  expect(told(first?.id ?? '')).toEqual([
    ['seats.seated', 'customer', 'room, 1'],
    ['seats.released', ha.name, 'Called'],
  ])
  expect(told(last)).toEqual([
    ['seats.waitlisted', 'customer', 'room, 3'],
    ['seats.moved', ha.name, '1: Speaker of the day'],
    ['seats.seated', 'system', 'room, 1'],
  ])
  await api.runJobs()
  const mail = await api.mailSink?.waitFor(
    ({ to, subject }) => to.includes(first?.email ?? '') && subject.includes('is released'),
  )
  expect(mail?.text).toContain('We have taken you off the list')
})

test('what a guest tells a colleague counts as the own answer, after the last day too, and is in the audit log', async () => {
  const id = await plan(1)
  const [lan, minh, never] = await invited(id, 3)
  if (!lan || !minh || !never) throw new Error('three guests')
  for (const one of [lan, minh])
    await storeInvitation(api.ctx, one.id, { state: 'invited', reason: null, dueAt: null })
  const before = api.clock.now().toISOString()
  api.clock.set('2026-09-22T03:00:00.000Z')
  await expect(accept(lan)).rejects.toMatchObject({ code: 'event_closed' })
  await ha.api.seats.answer({ id, guestId: lan.id, answer: 'accept' })
  const seated = await ha.api.seats.answer({ id, guestId: lan.id, answer: 'accept' })
  expect(seated.room).toMatchObject({ taken: 1, free: 0 })
  await ha.api.seats.answer({ id, guestId: minh.id, answer: 'accept' })
  expect(await look(minh)).toMatchObject({ answer: 'waitlisted', waitlistPosition: 1 })
  await ha.api.seats.answer({ id, guestId: lan.id, answer: 'decline' })
  expect(await look(lan)).toMatchObject({ answer: 'declined' })
  await expect(ha.api.seats.answer({ id, guestId: never.id, answer: 'accept' })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  const singapore = await colleague(api, 'regional', { regions: ['singapore'] })
  await expect(singapore.api.seats.answer({ id, guestId: lan.id, answer: 'accept' })).rejects.toMatchObject({
    code: 'not_found',
  })
  api.clock.set(before)
})

test('at the door: not too early, as often as the line repeats it, over the capacity only if somebody admits it', async () => {
  api.clock.set('2026-09-18T03:00:00.000Z')
  const id = await plan(1)
  const [a, b] = (await invited(id, 2)) as [Invited, Invited]
  await accept(a)
  const door = { id, guestId: a.id, seats: 1 }
  await expect(ha.api.seats.checkIn(door)).rejects.toMatchObject({ code: 'wrong_state' })
  api.clock.set('2026-09-24T01:00:00.000Z')
  const [first, again] = await Promise.all([ha.api.seats.checkIn(door), ha.api.seats.checkIn(door)])
  expect(first.room).toMatchObject({ arrived: 1, expected: 0 })
  expect(again.revision).toBe(first.revision)
  await expect(ha.api.seats.checkIn({ ...door, guestId: b.id })).rejects.toMatchObject({ code: 'quota_full' })
  const walkIn = { id, key: '0190a8f2-7c3e-4f1b-9d2a-1f2e3d4c5b6a', name: 'Lê Văn Nam' }
  await expect(ha.api.seats.walkIn(walkIn)).rejects.toMatchObject({ code: 'quota_full' })
  // Who was not let in is not kept by name.
  expect(await api.ctx.db.connection.collection('walkIns').countDocuments()).toBe(0)
  for (let time = 0; time < 2; time += 1) await ha.api.seats.walkIn({ ...walkIn, admit: true })
  const other = await plan(5)
  await expect(ha.api.seats.walkIn({ ...walkIn, id: other })).rejects.toMatchObject({ code: 'not_found' })
  const { room, guests } = await seatsOf(id)
  expect(room).toMatchObject({ arrived: 2, overBy: 1 })
  expect(guests.filter(guest => guest.walkIn)).toMatchObject([{ name: 'Lê Văn Nam', arrived: { seats: 1 } }])
  expect((await ha.api.seats.undoCheckIn({ id, guestId: a.id })).room).toMatchObject({
    arrived: 1,
    expected: 1,
  })
})

test('who walks in from the customer record becomes a guest who came, and nobody of another region does', async () => {
  api.clock.set('2026-09-18T03:00:00.000Z')
  const id = await plan(3)
  const [contact] = await addContacts(api, 'north', 1)
  const [foreign] = await addContacts(api, 'south', 1)
  api.clock.set('2026-09-24T01:00:00.000Z')
  const key = '0190a8f2-7c3e-4f1b-9d2a-1f2e3d4c5b6b'
  const walkIn = (contactId?: string) =>
    ha.api.seats.walkIn({ id, key, ...(contactId === undefined ? {} : { contactId }) })
  await expect(walkIn(foreign?.id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(walkIn()).rejects.toMatchObject({ code: 'invalid_input' })
  for (let time = 0; time < 2; time += 1) await walkIn(contact?.id)
  const { room, guests } = await seatsOf(id)
  expect(room).toMatchObject({ arrived: 1, taken: 1 })
  expect(guests).toMatchObject([{ name: contact?.name, walkIn: true, arrived: { seats: 1 } }])
  const { guests: listed } = await ha.api.roundtables.get({ id })
  expect(listed).toMatchObject([{ contactId: contact?.id, state: 'accepted' }])
})

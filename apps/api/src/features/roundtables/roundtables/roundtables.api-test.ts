import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { GuestView } from '@sixfold/contract/guests'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import ICAL from 'ical.js'

// Fifty guests mean a hundred and fifty mails and touches; a busy machine needs its time for them.
jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague

beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  regional = await colleague(api, 'regional', { regions: ['north'] })
})
afterAll(() => api.close())

const plan = {
  title: { en: 'Round table North', vi: 'Tọa đàm miền Bắc' } as Record<string, string>,
  description: { en: 'Delivery, and "what else"; bring a friend', vi: 'Giao hàng, và những điều khác' },
  date: '2026-09-24',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Khách sạn Metropole, Hà Nội',
  capacity: 2 as number | null,
  answerBy: '2026-09-20',
}

const planned = (changes: Partial<typeof plan> = {}): Promise<Roundtable> =>
  regional.api.roundtables.plan({ ...plan, ...changes, regionId: api.regions.north })

/** Invites contacts and takes the links out of their mails. */
async function invited(roundtable: Roundtable, contacts: readonly TestContact[]): Promise<string[]> {
  await regional.api.roundtables.invite({
    id: roundtable.id,
    contactIds: contacts.map(({ id }) => id),
  })
  await api.runJobs()
  return contacts.map(contact => linkOf(mailsTo(contact).at(-1)))
}

const mailsTo = ({ email }: TestContact) => (api.mailSink?.mails ?? []).filter(({ to }) => to.includes(email))

function linkOf(mail: { links: string[] } | undefined): string {
  const link = mail?.links.find(address => address.includes('/e/'))
  if (!link) throw new Error('no invitation in the mail')
  return link.split('/e/')[1] ?? ''
}

const answer = (token: string, given: 'accept' | 'decline'): Promise<GuestView> =>
  api.anonymous.roundtables.answer({ token, answer: given })

const countsOf = async ({ id }: Roundtable) => (await regional.api.roundtables.get({ id })).roundtable.seats

/** The calendar messages of a contact, oldest first: method, SEQUENCE, start, DTSTAMP. */
function notices(contact: TestContact) {
  return mailsTo(contact).flatMap(mail => {
    const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    if (!part) return []
    const text = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
    const calendar = new ICAL.Component(ICAL.parse(text))
    const event = calendar.getFirstSubcomponent('vevent')
    const zone = calendar.getFirstSubcomponent('vtimezone')
    if (!event || !zone) throw new Error('no event or no zone in the message')
    const start = event.getFirstPropertyValue('dtstart') as ICAL.Time
    start.zone = new ICAL.Timezone({ component: zone, tzid: String(zone.getFirstPropertyValue('tzid')) })
    return [
      {
        mail,
        text,
        method: calendar.getFirstPropertyValue('method'),
        sequence: event.getFirstPropertyValue('sequence'),
        uid: event.getFirstPropertyValue('uid'),
        start: new Date(start.toUnixTime() * 1000).toISOString(),
        stamp: String(event.getFirstPropertyValue('dtstamp')),
        attendees: event.getAllProperties('attendee').map(one => one.getFirstValue()),
        organizer: event.getFirstPropertyValue('organizer'),
      },
    ]
  })
}

describe('planning', () => {
  test('wall time and zone become instants, seats are open', async () => {
    expect(await planned()).toMatchObject({
      startsAt: '2026-09-24T01:30:00.000Z',
      endsAt: '2026-09-24T05:00:00.000Z',
      timeNotice: null,
      holiday: null,
      state: 'planned',
      seats: { capacity: 2, taken: 0, free: 2, overBy: 0, waitlisted: 0, invited: 0, declined: 0 },
    })
  })

  test('odd times and holidays are flagged and never moved', async () => {
    const newYork = { zone: 'America/New_York', date: '2027-03-14', startTime: '02:30', endTime: '05:00' }
    expect(await planned(newYork)).toMatchObject({
      ...newYork,
      startsAt: '2027-03-14T07:30:00.000Z',
      timeNotice: 'gap',
    })
    expect(await planned({ zone: 'Mars/Olympus' })).toMatchObject({
      zone: 'Mars/Olympus',
      startsAt: '2026-09-24T01:30:00.000Z',
      timeNotice: 'unknown_zone',
    })
    const holiday = await planned({ date: '2027-02-08' })
    expect(holiday).toMatchObject({ date: '2027-02-08', holiday: expect.stringMatching(/Tết/) })
  })

  test('an impossible plan is refused field by field, in the language of the caller', async () => {
    await expect(planned({ endTime: '08:30' })).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: 'endTime', message: 'It must end after it starts.' }] },
    })
    await expect(planned({ answerBy: '2026-09-25' })).rejects.toMatchObject({
      data: { fields: [{ path: 'answerBy' }] },
    })
    await expect(planned({ title: { en: ' ' } })).rejects.toMatchObject({
      data: { fields: [{ path: 'title.en' }] },
    })
    await expect(planned({ capacity: -1 })).rejects.toMatchObject({ status: 422 })
  })

  test('other regions do not exist for a regional colleague', async () => {
    const refused = { code: 'not_found', status: 404 }
    await expect(
      regional.api.roundtables.plan({ ...plan, regionId: api.regions.south }),
    ).rejects.toMatchObject(refused)
    const marketing = await colleague(api, 'marketing')
    const { id, revision } = await marketing.api.roundtables.plan({ ...plan, regionId: api.regions.south })
    await expect(regional.api.roundtables.get({ id })).rejects.toMatchObject(refused)
    await expect(regional.api.roundtables.cancel({ id, revision })).rejects.toMatchObject(refused)
    await expect(regional.api.roundtables.get({ id: 'nothing' })).rejects.toMatchObject(refused)
    const year = await regional.api.roundtables.list({ year: 2026 })
    expect(year.items.map(item => item.id)).not.toContain(id)
    expect(year.lanes.map(lane => lane.regionId)).toEqual([api.regions.north])
  })

  test('the year holds cadence, lamp and holidays', async () => {
    const { lanes } = await (await colleague(api, 'marketing')).api.roundtables.list({ year: 2026 })
    const lane = lanes.find(({ regionId }) => regionId === api.regions.singapore)
    expect(lane).toMatchObject({
      everyMonths: 3,
      dueDates: ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'],
      lamp: 'overdue',
      openDates: ['2026-01-31', '2026-04-30', '2026-07-31'],
    })
    expect(lane?.holidays.map(({ date }) => date)).toContain('2026-08-10')
  })

  test('a change made on an old revision is refused', async () => {
    const roundtable = await planned()
    const change = { id: roundtable.id, revision: roundtable.revision, changes: { venue: 'Huế' } }
    expect(await regional.api.roundtables.change(change)).toMatchObject({ venue: 'Huế', revision: 2 })
    await expect(regional.api.roundtables.change(change)).rejects.toMatchObject({
      code: 'revision_conflict',
    })
  })
})

describe('inviting', () => {
  test('who was asked lately is not asked again in time, and staff see why', async () => {
    const contacts = await addContacts(api, 'north', 2)
    const [first] = contacts
    if (!first) throw new Error('no contact')
    await invited(await planned(), [first])
    const second = await planned()
    const contactIds = contacts.map(({ id }) => id)
    const preview = await regional.api.roundtables.previewInvite({ id: second.id, contactIds })
    expect(preview.items.find(({ contactId }) => contactId === first.id)).toMatchObject({
      state: 'refused',
      reason: 'touch_too_soon',
    })
    expect(preview.items.map(({ state }) => state).sort()).toEqual(['invited', 'refused'])
    expect((await regional.api.roundtables.get({ id: second.id })).guests).toEqual([])
    await regional.api.roundtables.invite({ id: second.id, contactIds })
    const { guests } = await regional.api.roundtables.get({ id: second.id })
    expect(guests).toMatchObject([
      { contactId: first.id, state: 'refused', reason: 'touch_too_soon', dueAt: null },
      { state: 'invited', reason: null },
    ])
    await api.runJobs()
    expect(mailsTo(first)).toHaveLength(1)
  })

  test('in quiet hours it waits for the morning of the contact', async () => {
    const now = api.clock.now().toISOString()
    api.clock.set('2026-08-17T14:00:00Z')
    const [contact] = await addContacts(api, 'north', 1)
    if (!contact) throw new Error('no contact')
    const roundtable = await planned()
    await regional.api.roundtables.invite({ id: roundtable.id, contactIds: [contact.id] })
    await api.runJobs()
    expect((await regional.api.roundtables.get({ id: roundtable.id })).guests).toMatchObject([
      { state: 'planned', reason: 'quiet_hours', dueAt: '2026-08-18T01:00:00.000Z' },
    ])
    expect(mailsTo(contact)).toHaveLength(0)
    api.clock.set('2026-08-18T01:00:00Z')
    await api.runJobs()
    expect(mailsTo(contact)).toHaveLength(1)
    expect((await regional.api.roundtables.get({ id: roundtable.id })).guests).toMatchObject([
      { state: 'invited', reason: null, dueAt: null },
    ])
    api.clock.set(now)
  })

  test('inviting twice sends one mail', async () => {
    const contacts = await addContacts(api, 'north', 1)
    const roundtable = await planned()
    await invited(roundtable, contacts)
    await invited(roundtable, contacts)
    expect(contacts.flatMap(mailsTo)).toHaveLength(1)
    expect(await countsOf(roundtable)).toMatchObject({ invited: 1 })
  })

  test('contacts are found by the kind of their account', async () => {
    await addContacts(api, 'germany', 1)
    const marketing = await colleague(api, 'marketing')
    const count = async (kind: 'existing' | 'prospect') =>
      (await marketing.api.customers.listContacts({ regionId: api.regions.germany, kind })).items.length
    expect([await count('existing'), await count('prospect')]).toEqual([1, 0])
  })

  test('contacts of another region do not exist here', async () => {
    const [stranger] = await addContacts(api, 'south', 1)
    const { id } = await planned()
    await expect(
      regional.api.roundtables.invite({ id, contactIds: [stranger?.id ?? ''] }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect((await regional.api.roundtables.get({ id })).guests).toEqual([])
  })
})

describe('answering', () => {
  test('accept, wait, decline and move up', async () => {
    const contacts = await addContacts(api, 'north', 3)
    const roundtable = await planned({ capacity: 1 })
    const [a = '', b = '', c = ''] = await invited(roundtable, contacts)
    expect(await api.anonymous.roundtables.readInvitation({ token: a })).toMatchObject({
      state: 'open',
      answer: 'none',
      full: false,
      closed: false,
      title: plan.title.vi,
      answerBy: '2026-09-20',
    })
    expect(await answer(a, 'accept')).toMatchObject({ answer: 'accepted', waitlistPosition: null })
    expect(await answer(b, 'accept')).toMatchObject({ answer: 'waitlisted', waitlistPosition: 1 })
    expect(await answer(c, 'accept')).toMatchObject({ answer: 'waitlisted', waitlistPosition: 2 })
    expect(await answer(b, 'accept')).toMatchObject({ answer: 'waitlisted', waitlistPosition: 1 })
    expect(await countsOf(roundtable)).toMatchObject({ taken: 1, free: 0, waitlisted: 2 })
    expect(await answer(a, 'decline')).toMatchObject({ answer: 'declined', full: true })
    expect(await api.anonymous.roundtables.readInvitation({ token: b })).toMatchObject({ answer: 'accepted' })
    expect(await answer(c, 'decline')).toMatchObject({ answer: 'declined' })
    expect(await countsOf(roundtable)).toMatchObject({ taken: 1, waitlisted: 0, declined: 2 })
    const { guests } = await regional.api.roundtables.get({ id: roundtable.id })
    expect(guests.map(({ state }) => state)).toEqual(['declined', 'accepted', 'declined'])
  })

  test('fifty answers over HTTP to the last seat: one seat, forty-nine in line', async () => {
    const contacts = await addContacts(api, 'north', 50)
    const roundtable = await planned({ capacity: 1 })
    const tokens = await invited(roundtable, contacts)
    const views = await Promise.all(tokens.map(token => answer(token, 'accept')))
    expect(views.filter(view => view.answer === 'accepted')).toHaveLength(1)
    const positions = views.flatMap(view => view.waitlistPosition ?? [])
    expect(positions.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 49 }, (_, n) => n + 1))
    expect(await countsOf(roundtable)).toMatchObject({ taken: 1, free: 0, waitlisted: 49, overBy: 0 })
    await api.runJobs()
    expect(contacts.flatMap(notices)).toHaveLength(1)
  })

  test('reading a link changes nothing', async () => {
    const contacts = await addContacts(api, 'north', 1)
    const roundtable = await planned()
    const [token = ''] = await invited(roundtable, contacts)
    const before = await regional.api.roundtables.get({ id: roundtable.id })
    await api.anonymous.roundtables.readInvitation({ token })
    expect(await regional.api.roundtables.get({ id: roundtable.id })).toEqual(before)
  })

  test('capacity 0 is closed, declining still works', async () => {
    const contacts = await addContacts(api, 'north', 1)
    const [token = ''] = await invited(await planned({ capacity: 0 }), contacts)
    await expect(answer(token, 'accept')).rejects.toMatchObject({ code: 'event_closed' })
    expect(await answer(token, 'decline')).toMatchObject({ answer: 'declined', closed: true })
  })

  test('less capacity evicts nobody; more capacity seats those who wait', async () => {
    const contacts = await addContacts(api, 'north', 3)
    const roundtable = await planned({ capacity: 2 })
    const tokens = await invited(roundtable, contacts)
    for (const token of tokens) await answer(token, 'accept')
    const change = (revision: number, capacity: number | null) =>
      regional.api.roundtables.change({ id: roundtable.id, revision, changes: { capacity } })
    expect((await change(1, 1)).seats).toMatchObject({ capacity: 1, taken: 2, overBy: 1, waitlisted: 1 })
    expect((await change(2, null)).seats).toMatchObject({
      capacity: null,
      taken: 3,
      free: null,
      waitlisted: 0,
    })
    await api.runJobs()
    expect(contacts.map(contact => notices(contact).map(({ method }) => method))).toEqual([
      ['REQUEST'],
      ['REQUEST'],
      ['REQUEST'],
    ])
    expect(mailsTo(contacts[2] as TestContact).at(-1)?.subject).toMatch(/^Đã có chỗ/)
  })

  test('after the day to answer by only declining is left, after the start nothing', async () => {
    const now = api.clock.now().toISOString()
    const contacts = await addContacts(api, 'north', 2)
    const [a = '', b = ''] = await invited(await planned(), contacts)
    await answer(a, 'accept')
    api.clock.set('2026-09-20T17:00:00Z')
    await expect(answer(b, 'accept')).rejects.toMatchObject({ code: 'event_closed', status: 409 })
    expect(await answer(a, 'decline')).toMatchObject({ answer: 'declined' })
    api.clock.set('2026-09-24T01:30:00Z')
    await expect(answer(a, 'decline')).rejects.toMatchObject({ code: 'event_started' })
    expect(await api.anonymous.roundtables.readInvitation({ token: a })).toMatchObject({ state: 'started' })
    api.clock.set('2026-10-24T05:00:00Z')
    await expect(api.anonymous.roundtables.readInvitation({ token: a })).rejects.toMatchObject({
      code: 'link_expired',
    })
    api.clock.set(now)
  })

  test('a foreign link opens nothing', async () => {
    await expect(answer('not-a-link', 'accept')).rejects.toMatchObject({ code: 'link_unknown', status: 404 })
  })

  test('at night nobody is moved up; in the morning the first who waits is', async () => {
    const now = api.clock.now().toISOString()
    const contacts = await addContacts(api, 'north', 3)
    const roundtable = await planned({ capacity: 1 })
    const [a = '', b = '', c = ''] = await invited(roundtable, contacts)
    await answer(a, 'accept')
    await answer(b, 'accept')
    api.clock.set('2026-08-17T15:00:00Z')
    await answer(a, 'decline')
    expect(await answer(c, 'accept')).toMatchObject({ answer: 'waitlisted', waitlistPosition: 2 })
    expect(await countsOf(roundtable)).toMatchObject({ taken: 0, waitlisted: 2 })
    api.clock.set('2026-08-18T01:00:00Z')
    await api.runJobs()
    expect(await countsOf(roundtable)).toMatchObject({ taken: 1, waitlisted: 1 })
    expect(notices(contacts[1] as TestContact)).toMatchObject([{ method: 'REQUEST' }])
    api.clock.set(now)
  })
})

describe('calendar messages', () => {
  test('follow a guest through acceptance, change, withdrawal and return', async () => {
    const contacts = await addContacts(api, 'north', 3)
    const [guest, waiting, decliner] = contacts as [TestContact, TestContact, TestContact]
    const roundtable = await planned({ capacity: 1 })
    const [a = '', b = '', c = ''] = await invited(roundtable, contacts)
    await answer(a, 'accept')
    await answer(b, 'accept')
    await answer(c, 'decline')
    await api.runJobs()
    const { id } = roundtable
    await regional.api.roundtables.change({ id, revision: 1, changes: { title: { en: 'Typo gone' } } })
    await regional.api.roundtables.change({ id, revision: 2, changes: { startTime: '09:00' } })
    await api.runJobs()
    await answer(b, 'decline')
    await answer(a, 'decline')
    await api.runJobs()
    await answer(a, 'accept')
    await api.runJobs()
    await regional.api.roundtables.cancel({ id, revision: 3 })
    await api.runJobs()

    const told = notices(guest)
    expect(told.map(({ method, sequence, start }) => [method, sequence, start])).toEqual([
      ['REQUEST', 0, '2026-09-24T01:30:00.000Z'],
      ['REQUEST', 1, '2026-09-24T02:00:00.000Z'],
      ['CANCEL', 2, '2026-09-24T02:00:00.000Z'],
      ['REQUEST', 3, '2026-09-24T02:00:00.000Z'],
      ['CANCEL', 4, '2026-09-24T02:00:00.000Z'],
    ])
    expect(new Set(told.map(({ uid }) => uid)).size).toBe(1)
    expect(told[0]?.uid).toMatch(/^[0-9a-f-]{36}@localhost$/)
    expect(told.map(({ stamp }) => stamp)).toEqual(told.map(({ stamp }) => stamp).toSorted())
    expect(new Set(told.map(({ stamp }) => stamp)).size).toBe(told.length)
    for (const { attendees, organizer, text } of told) {
      expect(attendees).toEqual([`mailto:${guest.email}`])
      expect(organizer).toBe('mailto:sixfold@localhost')
      for (const token of [a, b, c]) expect(text).not.toContain(token)
    }
    expect(notices(waiting)).toEqual([])
    expect(notices(decliner)).toEqual([])
    await expect(answer(a, 'accept')).rejects.toMatchObject({ code: 'event_closed' })
    expect(await api.anonymous.roundtables.readInvitation({ token: b })).toMatchObject({ state: 'cancelled' })
  })

  test('travel as a part that mail programs understand, and as a file', async () => {
    const contacts = await addContacts(api, 'north', 1, { language: 'en' })
    const [token = ''] = await invited(await planned(), contacts)
    await answer(token, 'accept')
    await api.runJobs()
    const mail = mailsTo(contacts[0] as TestContact).at(-1)
    expect(mail?.raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r?$/im)
    expect(mail?.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual([
      ['text/calendar', null],
      ['application/ics', 'invitation.ics'],
    ])
    expect(mail?.text).toContain('Round table North')
  })

  test('a cancellation waits until its request has left', async () => {
    const contacts = await addContacts(api, 'north', 1)
    const [guest] = contacts as [TestContact]
    const roundtable = await planned()
    const [token = ''] = await invited(roundtable, contacts)
    const now = api.clock.now().toISOString()
    api.mailSink?.behave({ kind: 'refuse', forNow: true })
    await answer(token, 'accept')
    await api.runJobs()
    api.mailSink?.behave({ kind: 'accept' })
    await regional.api.roundtables.cancel({ id: roundtable.id, revision: 1 })
    await api.runJobs()
    expect(notices(guest)).toEqual([])
    for (let minute = 0; minute < 3; minute += 1) {
      api.clock.advance({ minutes: 1 })
      await api.runJobs()
    }
    expect(notices(guest).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL'])
    api.clock.set(now)
  })
})

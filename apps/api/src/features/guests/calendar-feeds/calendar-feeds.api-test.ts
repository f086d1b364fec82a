import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import ICAL from 'ical.js'
import { deleteFeedsOf } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let event: Roundtable
let guest: TestContact
let other: TestContact
let link: string
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  regional = await colleague(api, 'regional', { regions: ['north'] })
  ;[guest, other] = (await addContacts(api, 'north', 2)) as [TestContact, TestContact]
  event = await planned('2026-09-24')
  await regional.api.roundtables.invite({ id: event.id, contactIds: [guest.id, other.id] })
  await api.runJobs()
  link = linkTo(guest)
  for (const { email } of [guest, other])
    await api.anonymous.roundtables.answer({
      token: linkTo({ email }).split('/e/')[1] ?? '',
      answer: 'accept',
    })
  await api.runJobs()
})
afterAll(() => api.close())

const planned = (date: string): Promise<Roundtable> =>
  regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: { vi: 'Giao hàng; hóa đơn 👩🏽‍💻' },
    date,
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Khách sạn Metropole, Hà Nội',
    capacity: 5,
    answerBy: '2026-09-20',
  })

const mailsTo = ({ email }: Pick<TestContact, 'email'>) =>
  (api.mailSink?.mails ?? []).filter(({ to }) => to.includes(email))
const linkTo = (contact: Pick<TestContact, 'email'>) =>
  mailsTo(contact)
    .flatMap(({ links }) => links)
    .find(address => address.includes('/e/')) ?? ''

/** The events of a calendar, as a calendar program reads them. */
async function read(address: string) {
  const response = await fetch(address)
  const text = await response.text()
  if (response.status !== 200) return { status: response.status, text, events: [], name: null }
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    status: 200,
    text,
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map(one => ({
      uid: String(one.getFirstPropertyValue('uid')),
      sequence: one.getFirstPropertyValue('sequence'),
      start: new Date((one.getFirstPropertyValue('dtstart') as ICAL.Time).toUnixTime() * 1000).toISOString(),
      title: one.getFirstPropertyValue('summary'),
      attendees: one.getAllProperties('attendee').length,
    })),
  }
}

const post = (feed: string, address = link) =>
  fetch(`${address}/feed?language=en`, {
    method: 'POST',
    body: new URLSearchParams({ feed }),
    redirect: 'manual',
  })

const feedMails = (contact: TestContact) =>
  mailsTo(contact).filter(({ links }) => links.some(address => address.includes('/feeds/')))
const addressIn = (contact: TestContact) =>
  feedMails(contact)
    .at(-1)
    ?.links.find(address => address.includes('/feeds/')) ?? ''

test('a guest’s calendar goes by mail to the address on record, once an hour, and holds the own events alone', async () => {
  const answered = await post('send')
  expect(answered.status).toBe(303)
  expect(answered.headers.get('location')).not.toContain('/feeds/')
  await post('send')
  await api.runJobs()
  expect(feedMails(guest)).toHaveLength(1)
  expect(feedMails(other)).toHaveLength(0)
  const feed = await read(addressIn(guest))
  expect(feed.events).toMatchObject([
    { sequence: 0, start: '2026-09-24T01:30:00.000Z', title: 'Giao hàng', attendees: 0 },
  ])
  for (const name of [guest.name, guest.email, other.email, link.split('/e/')[1] ?? ''])
    expect(feed.text).not.toContain(name)
  const file = await (await fetch(`${link}/calendar.ics`)).text()
  expect(file).toContain(feed.events[0]?.uid.slice(0, 36))
})

test('it follows the event, and drops what is cancelled or given up', async () => {
  const address = addressIn(guest)
  const moved = await regional.api.roundtables.change({
    id: event.id,
    revision: 1,
    changes: { startTime: '09:00' },
  })
  await api.runJobs()
  expect((await read(address)).events).toMatchObject([{ sequence: 1, start: '2026-09-24T02:00:00.000Z' }])
  const cancelled = await regional.api.roundtables.cancel({ id: event.id, revision: moved.revision })
  expect((await read(address)).events).toEqual([])
  await regional.api.roundtables.restore({ id: event.id, revision: cancelled.revision })
  await api.runJobs()
  const [restored] = (await read(address)).events
  expect(Number(restored?.sequence)).toBeGreaterThanOrEqual(3)
})

test('a calendar that did not change is not sent again', async () => {
  const first = await fetch(addressIn(guest))
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('content-type')).toContain('text/calendar')
  expect((await fetch(addressIn(guest), { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('a guest ends it; the address reads nothing any more, and a new one is another', async () => {
  const old = addressIn(guest)
  expect((await post('end')).status).toBe(303)
  expect(await read(old)).toMatchObject({ status: 404, text: '' })
  api.clock.advance({ hours: 1 })
  await post('send')
  await api.runJobs()
  expect(addressIn(guest)).not.toBe(old)
  expect((await read(addressIn(guest))).status).toBe(200)
  await deleteFeedsOf(api.ctx, [guest.id])
  expect((await read(addressIn(guest))).status).toBe(404)
})

test('a foreign link makes no calendar; opening an address of nobody tells nothing', async () => {
  expect((await post('send', `${api.url}/e/someone-elses`)).status).toBe(404)
  for (const name of ['nothing.ics', `${'a'.repeat(22)}.ics`, 'a', '..%2F..%2Fetc.ics'])
    expect((await read(`${api.url}/feeds/${name}`)).status).toBe(404)
})

test('a colleague’s calendar of a region holds its events, names no guest, and ends with the right to read them', async () => {
  const made = await regional.api.calendarFeeds.make({ regionId: api.regions.north })
  expect(await regional.api.calendarFeeds.make({ regionId: api.regions.north })).toEqual(made)
  const second = await planned('2026-11-26')
  const feed = await read(made.address)
  expect(feed.events).toHaveLength(2)
  expect(feed.text).not.toContain('ATTENDEE')
  expect(feed.text.replaceAll('\r\n ', '')).toContain(`/scheduler/events/${second.id}`)
  for (const { name, email } of [guest, other])
    for (const word of [name, email]) expect(feed.text).not.toContain(word)
  const { items } = await regional.api.calendarFeeds.list()
  expect(items).toMatchObject([{ regionId: api.regions.north, readAt: expect.any(String) }])
  await expect(regional.api.calendarFeeds.make({ regionId: api.regions.south })).rejects.toMatchObject({
    code: 'not_found',
  })
  const administrator = await colleague(api, 'administrator')
  const member = (await administrator.api.staff.list()).members.find(({ email }) => email === regional.email)
  await administrator.api.staff.change({
    id: member?.id ?? '',
    role: 'regional',
    regions: [api.regions.south],
  })
  expect((await read(made.address)).status).toBe(404)
  expect((await regional.api.calendarFeeds.list()).items).toEqual([])
  await administrator.api.staff.change({
    id: member?.id ?? '',
    role: 'regional',
    regions: [api.regions.north],
  })
  expect((await read(made.address)).status).toBe(200)
  await regional.api.calendarFeeds.revoke({ regionId: api.regions.north })
  expect((await read(made.address)).status).toBe(404)
  const fresh = await regional.api.calendarFeeds.make({ regionId: api.regions.north })
  expect(fresh.address).not.toBe(made.address)
})

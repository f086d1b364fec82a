import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import ICAL from 'ical.js'
import { deleteReplies, weigh } from './service.ts'
import { moveReply } from './store.ts'

jest.setTimeout(60_000)

const secret = 's'.repeat(32)

let api: TestApi
let regional: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true, settings: { MAIL_RETURNS_SECRET: secret } })
  regional = await colleague(api, 'regional', { regions: ['north'] })
})
afterAll(() => api.close())

const plan = {
  title: { en: 'Delivery', vi: 'Giao hàng' },
  description: {},
  date: '2026-09-24',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Hà Nội',
  capacity: 5 as number | null,
  answerBy: '2026-09-20',
}

interface Seated {
  event: Roundtable
  contacts: readonly TestContact[]
  tokens: string[]
}

/** An event whose guests have accepted and have it in their calendars. */
async function seated(count: number, changes: Partial<typeof plan> = {}): Promise<Seated> {
  const contacts = await addContacts(api, 'north', count)
  const event = await regional.api.roundtables.plan({ ...plan, ...changes, regionId: api.regions.north })
  await regional.api.roundtables.invite({ id: event.id, contactIds: contacts.map(({ id }) => id) })
  await api.runJobs()
  const tokens = contacts.map(contact => {
    const link = mailsTo(contact)
      .at(-1)
      ?.links.find(address => address.includes('/e/'))
    return link?.split('/e/')[1] ?? ''
  })
  for (const token of tokens) await api.anonymous.roundtables.answer({ token, answer: 'accept' })
  await api.runJobs()
  return { event, contacts, tokens }
}

const mailsTo = ({ email }: TestContact) => (api.mailSink?.mails ?? []).filter(({ to }) => to.includes(email))

/** The calendar texts that a contact got, oldest first. */
function textsTo(contact: TestContact): string[] {
  return mailsTo(contact).flatMap(mail => {
    const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    if (!part) return []
    return [typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)]
  })
}

const messagesTo = (contact: TestContact) =>
  textsTo(contact).map(text => {
    const calendar = new ICAL.Component(ICAL.parse(text))
    const event = calendar.getFirstSubcomponent('vevent')
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      sequence: Number(event?.getFirstPropertyValue('sequence')),
      uid: String(event?.getFirstPropertyValue('uid')),
      status: String(event?.getFirstPropertyValue('status')),
    }
  })

interface Answer {
  uid?: string
  from?: string
  name?: string
  partstat?: string
  method?: string
  sequence?: number
  stamp?: string
  headers?: string
}

/** What the contact's calendar program answers to the last message it got, as text. */
function replyText(contact: TestContact, answer: Answer = {}): string {
  const told = messagesTo(contact).at(-1)
  const { from = contact.email, name = contact.name, partstat = 'DECLINED', method = 'REPLY' } = answer
  const stamp = answer.stamp ?? api.clock.now().toISOString()
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${answer.uid ?? told?.uid}`,
    `DTSTAMP:${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `SEQUENCE:${answer.sequence ?? told?.sequence}`,
    `ATTENDEE;CN="${name}";PARTSTAT=${partstat}:mailto:${from}`,
    'COMMENT:Xin lỗi\\, tôi bận.',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** The same as the mail that brings it. */
function replyMail(contact: TestContact, answer: Answer & { sender?: string } = {}): string {
  return [
    `From: ${answer.sender ?? contact.email}`,
    'To: sixfold@localhost',
    'Subject: Declined: Giao =?UTF-8?B?aMOgbmc=?=',
    ...(answer.headers ? [answer.headers] : []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="x"',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Declined',
    '--x',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(replyText(contact, answer)).toString('base64'),
    '--x--',
    '',
  ].join('\r\n')
}

async function deliver(mail: string): Promise<string> {
  const response = await fetch(`${api.url}/api/mail-returns`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
    body: mail,
  })
  return ((await response.json()) as { outcome: string }).outcome
}

const upload = (id: string, text: string | Uint8Array<ArrayBuffer>, name = 'reply.ics') =>
  regional.api.calendarReplies.upload({ id, file: new File([text], name) })

const guestsOf = async (id: string) => (await regional.api.roundtables.get({ id })).guests
const stateOf = async (id: string) => (await guestsOf(id)).map(({ state }) => state)
const repliesOf = async (id: string) => (await regional.api.calendarReplies.list({ id })).items

describe('an answer out of a calendar, by mail', () => {
  test('declines, once, and the guest is told so', async () => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    api.clock.advance({ minutes: 1 })
    const mail = replyMail(guest)
    expect(await deliver(mail)).toBe('calendar_reply')
    expect(await stateOf(event.id)).toEqual(['declined'])
    expect(await deliver(mail)).toBe('repeated')
    await api.runJobs()
    expect(messagesTo(guest)).toMatchObject([
      { method: 'REQUEST', sequence: 0 },
      { method: 'CANCEL', sequence: 1, status: 'CANCELLED' },
    ])
    expect(await repliesOf(event.id)).toMatchObject([
      { state: 'taken', answer: 'decline', comment: 'Xin lỗi, tôi bận.', source: 'mail', sender: '' },
    ])
  })

  test('about the event as it was before a move says nothing', async () => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    await regional.api.roundtables.change({ id: event.id, revision: 1, changes: { startTime: '09:00' } })
    await api.runJobs()
    api.clock.advance({ minutes: 1 })
    expect(await deliver(replyMail(guest, { sequence: 0 }))).toBe('calendar_reply')
    expect(await stateOf(event.id)).toEqual(['accepted'])
    expect(await repliesOf(event.id)).toMatchObject([{ state: 'ignored', reason: 'older_message' }])
    expect(await deliver(replyMail(guest, { sequence: 1 }))).toBe('calendar_reply')
    expect(await stateOf(event.id)).toEqual(['declined'])
  })

  test('of the same message the later stamp wins, in whatever order they come', async () => {
    const { event, contacts } = await seated(2)
    const [first, second] = contacts as [TestContact, TestContact]
    api.clock.advance({ minutes: 10 })
    const now = api.clock.now().getTime()
    const early = new Date(now - 120_000).toISOString()
    const late = new Date(now - 60_000).toISOString()
    await deliver(replyMail(first, { partstat: 'DECLINED', stamp: early }))
    await deliver(replyMail(first, { partstat: 'ACCEPTED', stamp: late }))
    await deliver(replyMail(second, { partstat: 'ACCEPTED', stamp: late }))
    await deliver(replyMail(second, { partstat: 'DECLINED', stamp: early }))
    expect(await stateOf(event.id)).toEqual(['accepted', 'accepted'])
  })

  test('that is older than the answer by the link leaves that one alone; a clock in the future does not win for ever', async () => {
    const { event, contacts, tokens } = await seated(1)
    const [guest] = contacts as [TestContact]
    const before = api.clock.now().toISOString()
    api.clock.advance({ minutes: 5 })
    await api.anonymous.roundtables.answer({ token: tokens[0] ?? '', answer: 'accept' })
    await deliver(replyMail(guest, { stamp: before }))
    expect(await stateOf(event.id)).toEqual(['accepted'])
    api.clock.advance({ minutes: 1 })
    await deliver(replyMail(guest, { stamp: '2031-01-01T00:00:00Z' }))
    expect(await stateOf(event.id)).toEqual(['declined'])
    api.clock.advance({ minutes: 1 })
    await api.anonymous.roundtables.answer({ token: tokens[0] ?? '', answer: 'accept' })
    expect(await stateOf(event.id)).toEqual(['accepted'])
  })

  test.each([
    ['a stranger', { from: 'stranger@example.net', sender: 'stranger@example.net' }, 'stranger'],
    ['somebody in another’s name', { sender: 'secretary@example.net' }, 'other_sender'],
    ['a forged sender', { headers: 'Authentication-Results: mx; dmarc=fail (p=NONE)' }, 'unproven'],
    ['somebody who may come', { partstat: 'TENTATIVE' }, 'tentative'],
    ['somebody who wants another time', { method: 'COUNTER' }, 'counter'],
    ['somebody who knows more than was sent', { sequence: 7 }, 'not_told'],
  ])('of %s waits for a colleague and changes nothing', async (_, answer, reason) => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    api.clock.advance({ minutes: 1 })
    expect(await deliver(replyMail(guest, answer))).toBe('calendar_review')
    expect(await stateOf(event.id)).toEqual(['accepted'])
    expect(await repliesOf(event.id)).toMatchObject([{ state: 'waiting', reason }])
  })

  test('about an event that is not ours is not kept; an invitation is none', async () => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    const other = { uid: 'other@example.net' }
    expect(await deliver(replyMail(guest, other))).toBe('unknown')
    const foreign = replyText(guest, other)
    expect(await upload(event.id, foreign)).toEqual({ outcome: 'other_event', reply: null })
    expect(await upload(event.id, replyText(guest, { method: 'REQUEST' }))).toMatchObject({
      outcome: 'no_reply',
    })
    expect(await repliesOf(event.id)).toEqual([])
  })

  test('is carried out after a crash between claim and seat, and nothing is kept of who was erased', async () => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    api.clock.advance({ minutes: 1 })
    await deliver(replyMail(guest))
    const [reply] = await repliesOf(event.id)
    // As if the process had died after the claim: nothing is known of what was carried out.
    await moveReply(api.ctx, reply?.id ?? '', 'taken', { state: 'read' })
    expect(await weigh(api.ctx, reply?.id ?? '')).toBe('taken')
    expect(await stateOf(event.id)).toEqual(['declined'])
    await deleteReplies(api.ctx, { contactIds: [], addresses: [guest.email] })
    expect(await repliesOf(event.id)).toEqual([])
  })
})

describe('a file that a colleague got', () => {
  test('is read as calendar text, in UTF-16 too, or as the mail that brought it', async () => {
    const { event, contacts } = await seated(3)
    const [one, two, three] = contacts as [TestContact, TestContact, TestContact]
    api.clock.advance({ minutes: 1 })
    expect(await upload(event.id, replyText(one))).toMatchObject({
      outcome: 'taken',
      reply: { source: 'upload', answer: 'decline' },
    })
    const wide = new Uint8Array(Buffer.from(`\uFEFF${replyText(two)}`, 'utf16le'))
    expect(await upload(event.id, wide)).toMatchObject({ outcome: 'taken' })
    // The colleague vouches for it, whoever passed it on.
    const forwarded = replyMail(three, { sender: 'assistant@example.net' })
    expect(await upload(event.id, forwarded, 'reply.eml')).toMatchObject({ outcome: 'taken' })
    expect(await upload(event.id, forwarded, 'again.eml')).toMatchObject({ outcome: 'repeated' })
    expect(await stateOf(event.id)).toEqual(['declined', 'declined', 'declined'])
  })

  test('that is none, is damaged or is too large is refused', async () => {
    const { event } = await seated(1)
    for (const wrong of ['', 'hello', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY', '\u0000\u0001'])
      expect(await upload(event.id, wrong)).toEqual({ outcome: 'unreadable', reply: null })
    await expect(upload(event.id, 'x'.repeat(2_000_001))).rejects.toMatchObject({ code: 'body_too_large' })
  })
})

describe('the review', () => {
  test('a colleague says whose it is and what it means; of two the first decides', async () => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    api.clock.advance({ minutes: 1 })
    await deliver(replyMail(guest, { from: 'private@example.net', sender: 'private@example.net' }))
    const [waiting] = await repliesOf(event.id)
    const [{ id: guestId = '' } = {}] = await guestsOf(event.id)
    const decide = (decision: 'accept' | 'decline') =>
      regional.api.calendarReplies.decide({ id: event.id, replyId: waiting?.id ?? '', decision, guestId })
    expect(await decide('decline')).toMatchObject({ state: 'settled', decision: 'decline', guestId })
    expect(await stateOf(event.id)).toEqual(['declined'])
    await expect(decide('accept')).rejects.toMatchObject({ code: 'wrong_state' })
    await api.runJobs()
    api.clock.advance({ minutes: 5 })
    await api.runJobs()
    expect(messagesTo(guest).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL'])
  })

  test('what the event takes no more goes back into the queue; what means nothing is put aside', async () => {
    const { event, contacts } = await seated(1)
    const [guest] = contacts as [TestContact]
    api.clock.advance({ minutes: 1 })
    await deliver(replyMail(guest, { partstat: 'TENTATIVE' }))
    await regional.api.roundtables.cancel({ id: event.id, revision: 1 })
    const [waiting] = await repliesOf(event.id)
    const [{ id: guestId = '' } = {}] = await guestsOf(event.id)
    const reply = { id: event.id, replyId: waiting?.id ?? '' }
    await expect(
      regional.api.calendarReplies.decide({ ...reply, decision: 'decline', guestId }),
    ).rejects.toMatchObject({ code: 'event_closed' })
    expect(await repliesOf(event.id)).toMatchObject([{ state: 'waiting', reason: 'event_closed' }])
    expect(await regional.api.calendarReplies.decide({ ...reply, decision: 'dismiss' })).toMatchObject({
      state: 'dismissed',
    })
  })

  test('a guest of another event is nobody here', async () => {
    const [here, there] = [await seated(1), await seated(1)]
    api.clock.advance({ minutes: 1 })
    await deliver(replyMail(here.contacts[0] as TestContact, { partstat: 'TENTATIVE' }))
    const [waiting] = await repliesOf(here.event.id)
    const [{ id: guestId = '' } = {}] = await guestsOf(there.event.id)
    const decision = { replyId: waiting?.id ?? '', decision: 'decline' as const, guestId }
    await expect(
      regional.api.calendarReplies.decide({ ...decision, id: here.event.id }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      regional.api.calendarReplies.decide({ ...decision, id: there.event.id }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('two answers of one guest at once: one of them is the last, and the seat follows it', async () => {
  const { event, contacts } = await seated(1)
  const [guest] = contacts as [TestContact]
  api.clock.advance({ minutes: 10 })
  const now = api.clock.now().getTime()
  const answers = Array.from({ length: 12 }, (_, place) => ({
    partstat: place % 2 === 0 ? 'ACCEPTED' : 'DECLINED',
    stamp: new Date(now - (12 - place) * 2000).toISOString(),
  }))
  await Promise.all(answers.map(answer => deliver(replyMail(guest, answer))))
  expect(await stateOf(event.id)).toEqual(['declined'])
})

test('who takes part from elsewhere gets the way to join, and the place after moving into the room', async () => {
  const [guest] = (await addContacts(api, 'north', 1)) as [TestContact]
  const event = await regional.api.roundtables.plan({
    ...plan,
    regionId: api.regions.north,
    seating: {
      remote: { capacity: 5, joining: { vi: 'https://meet.example.com/giao-hang\nMã 42' } },
      kept: [],
      offerHours: null,
      largestParty: 1,
      largeParties: 'skip',
    },
  })
  await regional.api.roundtables.invite({ id: event.id, contactIds: [guest.id] })
  await api.runJobs()
  const link = mailsTo(guest)[0]?.links.find(address => address.includes('/e/'))
  const token = link?.split('/e/')[1] ?? ''
  for (const side of ['remote', 'room'] as const) {
    await api.anonymous.roundtables.answer({ token, answer: 'accept', side })
    await api.runJobs()
  }
  const told = textsTo(guest).map(text => {
    const calendar = new ICAL.Component(ICAL.parse(text))
    const entry = calendar.getFirstSubcomponent('vevent')
    return ['method', 'sequence', 'location'].map(name =>
      (name === 'method' ? calendar : entry)?.getFirstPropertyValue(name),
    )
  })
  expect(told).toEqual([
    ['REQUEST', 0, 'https://meet.example.com/giao-hang, Mã 42'],
    ['REQUEST', 1, 'Hà Nội'],
  ])
})

describe('a cancelled event', () => {
  test('is taken up again: seats stand, who had one gets the event back with a higher SEQUENCE', async () => {
    const { event, contacts } = await seated(2, { capacity: 1 })
    const [guest, waiting] = contacts as [TestContact, TestContact]
    const { id } = event
    await expect(regional.api.roundtables.restore({ id, revision: 1 })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await regional.api.roundtables.cancel({ id, revision: 1 })
    await api.runJobs()
    const before = (await regional.api.roundtables.get({ id })).roundtable.seats
    await expect(regional.api.roundtables.restore({ id, revision: 1 })).rejects.toMatchObject({
      code: 'revision_conflict',
    })
    const restored = await regional.api.roundtables.restore({ id, revision: 2 })
    expect(restored).toMatchObject({ state: 'planned', seats: before })
    await expect(regional.api.roundtables.restore({ id, revision: 3 })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await api.runJobs()
    expect(messagesTo(guest).map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
    ])
    expect(mailsTo(guest).at(-1)?.subject).toMatch(/^Vẫn diễn ra/)
    expect(messagesTo(waiting)).toEqual([])
  })

  test('stays cancelled once it would have begun', async () => {
    const now = api.clock.now().toISOString()
    const { event } = await seated(1)
    await regional.api.roundtables.cancel({ id: event.id, revision: 1 })
    api.clock.set('2026-09-24T01:30:00Z')
    await expect(regional.api.roundtables.restore({ id: event.id, revision: 2 })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    api.clock.set(now)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { DatePoll } from '@sixfold/contract/date-polls'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { eraseContact } from '../../privacy/erasures/service.ts'

jest.setTimeout(60_000)

const MONDAY = '2026-08-17T03:00:00.000Z'
const TUESDAY = '2026-10-06-0830-1200'
const FRIDAY = '2026-10-09-0830-1200'
const dates = ['2026-10-06', '2026-10-09'].map(date => ({ date, startTime: '08:30', endTime: '12:00' }))
const asked = { dates, answerBy: '2026-08-28', remindOn: '2026-08-25' as string | null }

let api: TestApi
let regional: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  regional = await colleague(api, 'regional', { regions: ['north'] })
})
beforeEach(() => {
  api.clock.set(MONDAY)
  api.mailSink?.mails.splice(0)
})
afterAll(() => api.close())

const planned = (): Promise<Roundtable> =>
  regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: {},
    date: '2026-10-06',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 20,
    answerBy: '2026-09-29',
    freezeOn: '2026-09-22',
  })

/** An event with a poll that was asked of some contacts, and their links. */
async function polled(
  count: number,
  { core = false, changes = {} }: { core?: boolean; changes?: Partial<typeof asked> } = {},
) {
  const { id } = await planned()
  await regional.api.datePolls.save({ id, revision: 0, ...asked, ...changes })
  const contacts = await addContacts(api, 'north', count)
  const contactIds = contacts.map(one => one.id)
  if (count > 0) await regional.api.datePolls.ask({ id, contactIds, core })
  await api.runJobs()
  return { id, contacts, links: contacts.map(linkTo) }
}

const mailsTo = ({ email }: TestContact) => (api.mailSink?.mails ?? []).filter(({ to }) => to.includes(email))

function linkTo(contact: TestContact): string {
  const link = mailsTo(contact)
    .at(-1)
    ?.links.find(address => address.includes('/p/'))
  if (!link) throw new Error('no link to a poll in the mail')
  return link
}
const tokenOf = (link: string | undefined) => link?.split('/p/')[1] ?? ''
const vote = (link: string | undefined, votes: Record<string, PollVote>) =>
  api.anonymous.datePolls.vote({ token: tokenOf(link), votes })

async function pollOf(id: string): Promise<DatePoll> {
  const { poll } = await regional.api.datePolls.get({ id })
  if (!poll) throw new Error('there is no poll')
  return poll
}
const revisions = async (id: string) => ({
  revision: (await pollOf(id)).revision,
  eventRevision: (await regional.api.roundtables.get({ id })).roundtable.revision,
})
const decide = async (id: string, dateId: string, others = { inviteSilent: true, inviteUnable: false }) =>
  regional.api.datePolls.decide({ id, ...(await revisions(id)), dateId, answerBy: '2026-09-25', ...others })

test('a poll from its beginning to the invitations', async () => {
  const { id, contacts, links } = await polled(4, { core: true })
  const [can, cannot, silent] = contacts as [TestContact, TestContact, TestContact]
  expect(mailsTo(can)).toMatchObject([{ subject: 'Ngày nào tiện cho anh/chị? Giao hàng' }])
  await vote(links[0], { [TUESDAY]: 'if_needed', [FRIDAY]: 'yes' })
  await vote(links[1], { [TUESDAY]: 'yes', [FRIDAY]: 'no' })
  await vote(links[3], { [TUESDAY]: 'no', [FRIDAY]: 'yes' })
  const poll = await pollOf(id)
  expect(poll).toMatchObject({
    state: 'open',
    takesVotes: true,
    asked: 4,
    answered: 3,
    best: FRIDAY,
    because: 'fewest_missing',
    dates: [
      { id: FRIDAY, yes: 2, no: 1, open: 1, coreNo: [poll.voters[1]?.id] },
      { id: TUESDAY, yes: 1, ifNeeded: 1, no: 1, open: 1 },
    ],
  })

  // The day of the reminder: it goes to the one who said nothing, once.
  api.clock.set('2026-08-25T03:00:00.000Z')
  await api.runJobs()
  expect(contacts.map(one => mailsTo(one).length)).toEqual([1, 1, 2, 1])
  expect(mailsTo(silent)[1]?.subject).toBe('Nhắc anh/chị: ngày nào tiện? Giao hàng')

  expect(await decide(id, FRIDAY)).toMatchObject({ state: 'decided', decided: FRIDAY, best: FRIDAY })
  await api.runJobs()
  const { roundtable, guests } = await regional.api.roundtables.get({ id })
  // The freeze moves with the event, fourteen days before it as it was.
  expect(roundtable).toMatchObject({
    date: '2026-10-09',
    startTime: '08:30',
    answerBy: '2026-09-25',
    freezeOn: '2026-09-25',
  })
  expect(guests.map(({ contactId, state }) => [contactId, state])).toEqual(
    expect.arrayContaining([
      [can.id, 'invited'],
      [silent.id, 'invited'],
    ]),
  )
  expect(guests.map(({ contactId }) => contactId)).not.toContain(cannot.id)
  expect(mailsTo(can).at(-1)?.subject).toMatch(/^Đã chốt ngày: Giao hàng/)
  expect(mailsTo(silent).at(-1)?.subject).toMatch(/^Thư mời: Giao hàng/)
  // Deciding once more is a double click; deciding otherwise is too late.
  expect(await decide(id, FRIDAY)).toMatchObject({ decided: FRIDAY })
  await expect(decide(id, TUESDAY)).rejects.toMatchObject({ code: 'wrong_state' })
  await expect(vote(links[0], { [FRIDAY]: 'no' })).rejects.toMatchObject({ code: 'event_closed' })
  await api.runJobs()
  expect(mailsTo(can)).toHaveLength(2)
})

describe('votes', () => {
  test('sixteen at once are sixteen ballots, and the same ballot sent twenty times is one', async () => {
    const { id, links } = await polled(16)
    await Promise.all(
      links.flatMap((link, at) => [
        vote(link, { [TUESDAY]: at % 2 ? 'yes' : 'no' }),
        vote(link, { [FRIDAY]: 'yes' }),
      ]),
    )
    await Promise.all(Array.from({ length: 20 }, () => vote(links[0], { [TUESDAY]: 'no' })))
    expect(await pollOf(id)).toMatchObject({
      answered: 16,
      best: FRIDAY,
      because: 'suits_all',
      dates: [
        { id: FRIDAY, yes: 16, no: 0, open: 0 },
        { id: TUESDAY, yes: 8, no: 8, open: 0 },
      ],
    })
  })

  test('the last vote on a date stands, and a date that is not named keeps its own', async () => {
    const { links } = await polled(1)
    await vote(links[0], { [TUESDAY]: 'yes', [FRIDAY]: 'no' })
    const view = await vote(links[0], { [FRIDAY]: 'if_needed' })
    expect(view.dates.map(one => [one.id, one.vote])).toEqual([
      [TUESDAY, 'yes'],
      [FRIDAY, 'if_needed'],
    ])
  })

  test('after the deadline nothing is taken, however it comes; a later one opens the poll again', async () => {
    const { id, links } = await polled(1)
    api.clock.set('2026-08-28T17:00:00.000Z')
    await expect(vote(links[0], { [FRIDAY]: 'yes' })).rejects.toMatchObject({ code: 'event_closed' })
    expect(await pollOf(id)).toMatchObject({ takesVotes: false, answered: 0 })
    const { decisions } = await regional.api.roundtables.list({ year: 2026 })
    expect(decisions.find(one => one.kind === 'poll_ended' && one.eventId === id)).toMatchObject({
      answers: 0,
    })
    await regional.api.datePolls.save({ id, revision: 1, ...asked, answerBy: '2026-09-04', remindOn: null })
    await vote(links[0], { [FRIDAY]: 'yes' })
    expect(await pollOf(id)).toMatchObject({ takesVotes: true, answered: 1 })
  })

  test('a date that is taken out takes its votes along, and one that does not exist takes none', async () => {
    const { id, links } = await polled(1)
    await vote(links[0], { [TUESDAY]: 'no', '2030-01-01-0830-1200': 'yes' })
    const others = [dates[1], { ...dates[1], date: '2026-10-16' }] as typeof dates
    await regional.api.datePolls.save({ id, revision: 1, ...asked, dates: others })
    expect(await pollOf(id)).toMatchObject({
      answered: 0,
      dates: [{ id: FRIDAY, open: 1 }, { open: 1 }],
      voters: [{ votes: {} }],
    })
  })

  test('an operator object is no vote', async () => {
    const { links } = await polled(1)
    const body = JSON.stringify({ votes: { [FRIDAY]: { $gt: '' }, 'a.$set': 'yes' } })
    const reply = await fetch(`${api.url}/api/ballots/${tokenOf(links[0])}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(reply.status).toBe(422)
  })
})

describe('asking', () => {
  test('follows the contact policy, and the letter waits for the morning', async () => {
    const { id } = await polled(0)
    const [contact] = (await addContacts(api, 'north', 1)) as [TestContact]
    api.clock.set('2026-08-17T14:00:00.000Z')
    const preview = await regional.api.datePolls.previewAsk({ id, contactIds: [contact.id] })
    expect(preview.items).toMatchObject([{ state: 'planned', reason: 'quiet_hours' }])
    const { voters } = await regional.api.datePolls.ask({ id, contactIds: [contact.id], core: false })
    expect(voters).toMatchObject([{ state: 'planned', dueAt: '2026-08-18T01:00:00.000Z' }])
    await api.runJobs()
    expect(mailsTo(contact)).toHaveLength(0)
    api.clock.set('2026-08-18T01:00:00.000Z')
    await api.runJobs()
    await api.runJobs()
    expect(mailsTo(contact)).toHaveLength(1)
    expect((await pollOf(id)).voters).toMatchObject([{ state: 'invited', reason: null }])
  })

  test('is one round-table invitation in the ledger: another event waits, its own invitation does not', async () => {
    const { id, contacts, links } = await polled(1)
    const [contact] = contacts as [TestContact]
    await vote(links[0], { [FRIDAY]: 'yes' })
    const other = await planned()
    const preview = await regional.api.roundtables.previewInvite({ id: other.id, contactIds: [contact.id] })
    expect(preview.items).toMatchObject([{ state: 'refused', reason: 'touch_too_soon' }])
    await decide(id, FRIDAY)
    await api.runJobs()
    expect((await regional.api.roundtables.get({ id })).guests).toMatchObject([{ state: 'invited' }])
  })

  test('who asked not to be written to is not invited for having voted', async () => {
    const { id, contacts, links } = await polled(1)
    const [contact] = contacts as [TestContact]
    await vote(links[0], { [FRIDAY]: 'yes' })
    await regional.api.contactLedger.optOut({ id: contact.id, purpose: 'roundtable', source: 'test' })
    await decide(id, FRIDAY)
    await api.runJobs()
    expect((await regional.api.roundtables.get({ id })).guests).toMatchObject([
      { state: 'refused', reason: 'opted_out' },
    ])
    expect(mailsTo(contact)).toHaveLength(1)
  })

  test('no reminder for who answered, nor on a day that was changed', async () => {
    const { id, contacts, links } = await polled(2)
    await vote(links[0], { [FRIDAY]: 'no' })
    await regional.api.datePolls.save({ id, revision: 1, ...asked, remindOn: '2026-08-27' })
    api.clock.set('2026-08-25T03:00:00.000Z')
    await api.runJobs()
    expect(contacts.map(one => mailsTo(one).length)).toEqual([1, 1])
    api.clock.set('2026-08-27T03:00:00.000Z')
    await api.runJobs()
    await api.runJobs()
    expect(contacts.map(one => mailsTo(one).length)).toEqual([1, 2])
  })

  test('a reminder that waits to leave is held back by a vote', async () => {
    const { contacts, links } = await polled(2)
    api.mailSink?.behave({ kind: 'refuse', forNow: true })
    api.clock.set('2026-08-25T03:00:00.000Z')
    await api.runJobs()
    await vote(links[0], { [FRIDAY]: 'yes' })
    api.mailSink?.behave({ kind: 'accept' })
    api.clock.advance({ hours: 2 })
    await api.runJobs()
    expect(contacts.map(one => mailsTo(one).length)).toEqual([1, 2])
  })

  test('somebody who is taken out or erased has no link and no votes', async () => {
    const { id, contacts, links } = await polled(2)
    await vote(links[0], { [FRIDAY]: 'no' })
    await vote(links[1], { [FRIDAY]: 'no' })
    const [first] = (await pollOf(id)).voters
    await regional.api.datePolls.removeVoter({ id, voterId: first?.id ?? '' })
    await expect(vote(links[0], {})).rejects.toMatchObject({ code: 'link_unknown' })
    await eraseContact(api.ctx, contacts[1]?.id ?? '', regional)
    await expect(vote(links[1], {})).rejects.toMatchObject({ code: 'link_unknown' })
    const stored = await api.ctx.db.connection
      .collection<{ _id: string; ballots: object }>('datePolls')
      .findOne({ _id: id })
    expect(stored?.ballots).toEqual({})
    expect(await pollOf(id)).toMatchObject({ asked: 0, voters: [] })
  })
})

test('what cannot be meant is refused field by field', async () => {
  const { id } = await planned()
  const refused = (changes: Partial<typeof asked>) =>
    expect(regional.api.datePolls.save({ id, revision: 0, ...asked, ...changes })).rejects
  const at = (path: string) => ({ code: 'invalid_input', data: { fields: [{ path }] } })
  const [first, second] = dates as [(typeof dates)[0], (typeof dates)[0]]
  await refused({ dates: [first, first] }).toMatchObject(at('dates.1.date'))
  await refused({ dates: [first, { ...second, endTime: '08:30' }] }).toMatchObject(at('dates.1.date'))
  await refused({ dates: [{ ...first, date: '2026-08-01' }, second], answerBy: '2026-08-01' }).toMatchObject(
    at('dates.0.date'),
  )
  await refused({ answerBy: '2026-10-08' }).toMatchObject(at('answerBy'))
  await refused({ answerBy: '2026-08-16' }).toMatchObject(at('answerBy'))
  await refused({ remindOn: '2026-08-29' }).toMatchObject(at('remindOn'))
  await refused({ remindOn: '2026-08-01' }).toMatchObject(at('remindOn'))
  await refused({ dates: [first] }).toMatchObject({ status: 422 })
  expect(await regional.api.datePolls.get({ id })).toEqual({ poll: null })
})

test('other regions have no polls for a colleague, and who only reads changes nothing', async () => {
  const { id, contacts } = await polled(1)
  const south = await colleague(api, 'regional', { regions: ['south'] })
  const care = await colleague(api, 'care', { regions: ['north'] })
  const contactIds = contacts.map(one => one.id)
  const refused = { code: 'not_found', status: 404 }
  await expect(south.api.datePolls.get({ id })).rejects.toMatchObject(refused)
  expect((await care.api.datePolls.get({ id })).poll?.voters).toHaveLength(1)
  for (const { api: their } of [south, care]) {
    const voterId = (await pollOf(id)).voters[0]?.id ?? ''
    const calls = [
      their.datePolls.save({ id, revision: 1, ...asked }),
      their.datePolls.ask({ id, contactIds, core: true }),
      their.datePolls.previewAsk({ id, contactIds }),
      their.datePolls.setCore({ id, voterId, core: true }),
      their.datePolls.removeVoter({ id, voterId }),
      their.datePolls.close({ id, revision: 1 }),
    ]
    for (const call of calls) await expect(call).rejects.toMatchObject(refused)
  }
  const [stranger] = await addContacts(api, 'south', 1)
  await expect(
    regional.api.datePolls.ask({ id, contactIds: [stranger?.id ?? ''], core: true }),
  ).rejects.toMatchObject(refused)
})

test('two who decide at once: one does', async () => {
  const { id } = await polled(0)
  const at = await revisions(id)
  const both = await Promise.allSettled(
    [TUESDAY, FRIDAY].map(dateId =>
      regional.api.datePolls.decide({
        id,
        ...at,
        dateId,
        answerBy: '2026-09-25',
        inviteSilent: true,
        inviteUnable: true,
      }),
    ),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { decided } = await pollOf(id)
  const { date } = (await regional.api.roundtables.get({ id })).roundtable
  expect(decided).toMatch(date)
})

describe('the page', () => {
  const read = async (link: string | undefined, init: RequestInit = {}) => {
    const reply = await fetch(link ?? '', { redirect: 'manual', ...init })
    return { reply, text: (await reply.text()).split('</style>').at(-1) ?? '' }
  }
  const post = (link: string | undefined, fields: Record<string, string>) =>
    read(link, { method: 'POST', body: new URLSearchParams(fields) })

  test('shows each voter the own clock, and the event’s beside it where it differs', async () => {
    const { links, contacts } = await polled(2)
    expect((await read(links[0])).text).not.toContain('Tại nơi tổ chức:')
    await api.ctx.db.connection
      .collection<{ _id: string }>('contacts')
      .updateOne({ _id: contacts[1]?.id ?? '' }, { $set: { zone: 'Europe/Berlin' } })
    const { text } = await read(`${links[1]}?language=en`)
    expect(text).toMatch(/Tuesday,? 6 October 2026/)
    expect(text).toContain('03:30–07:00')
    expect(text).toContain('There: 08:30–12:00')
    expect(text).toContain('Central European Summer Time, UTC+2')
  })

  test('takes a posted form, keeps what was typed in another language, and says what is missing', async () => {
    const { id, links } = await polled(1)
    const typed = { [`vote.${TUESDAY}`]: 'yes', note: '<b>sau 10 giờ</b>' }
    const other = await post(links[0], { ...typed, language: 'en' })
    expect(other.text).toContain('&lt;b&gt;sau 10 giờ&lt;/b&gt;')
    expect(other.text).toContain('Which of these dates suit you?')
    expect((await pollOf(id)).answered).toBe(0)
    expect((await post(links[0], {})).reply.status).toBe(422)
    const long = await post(links[0], { ...typed, note: 'x'.repeat(501) })
    expect([long.reply.status, long.text.includes('500')]).toEqual([422, true])
    const kept = await post(links[0], { ...typed, shown: 'en', go: 'next' })
    expect(kept.reply.status).toBe(303)
    const location = kept.reply.headers.get('location') ?? ''
    expect((await read(`${api.url}${location}`)).text).toContain('Your answer is kept')
    expect((await pollOf(id)).voters).toMatchObject([
      { votes: { [TUESDAY]: 'yes' }, note: '<b>sau 10 giờ</b>' },
    ])
    await post(links[0], { go: 'none' })
    expect((await pollOf(id)).voters).toMatchObject([{ votes: { [TUESDAY]: 'no', [FRIDAY]: 'no' } }])
  })

  test('a page that was opened before another answer takes back nothing that it did not change', async () => {
    const { id, links } = await polled(1)
    const opened = { [`was.${TUESDAY}`]: '', [`was.${FRIDAY}`]: '', 'was.note': '' }
    await post(links[0], {
      ...opened,
      [`vote.${TUESDAY}`]: 'no',
      [`vote.${FRIDAY}`]: 'no',
      note: 'một\r\nhai',
    })
    const stale = { [`was.${TUESDAY}`]: 'no', [`was.${FRIDAY}`]: 'no', 'was.note': 'một\nhai' }
    const shown = { [`vote.${TUESDAY}`]: 'no', [`vote.${FRIDAY}`]: 'no', note: 'một\r\nhai' }
    await post(links[0], { ...stale, ...shown, [`vote.${TUESDAY}`]: 'yes', note: 'ba' })
    await post(links[0], { ...stale, ...shown, [`vote.${FRIDAY}`]: 'if_needed' })
    expect((await pollOf(id)).voters).toMatchObject([
      { votes: { [TUESDAY]: 'yes', [FRIDAY]: 'if_needed' }, note: 'ba' },
    ])
  })

  test('a late form changes nothing and leads to a page that says so; old and foreign links tell nothing', async () => {
    const { id, links } = await polled(1)
    await regional.api.datePolls.close({ id, revision: 1 })
    const late = await post(links[0], { [`vote.${TUESDAY}`]: 'yes', shown: 'en' })
    expect(late.reply.status).toBe(303)
    const told = await read(`${api.url}${late.reply.headers.get('location') ?? ''}`)
    expect(told.text).toContain('This poll has ended')
    expect(told.text).toContain('was not kept')
    expect((await read(`${links[0]}?language=en`)).text).not.toContain('was not kept')
    expect((await pollOf(id)).answered).toBe(0)
    const foreign = await read(`${api.url}/p/nobodys`)
    expect([foreign.reply.status, foreign.text.includes('Giao hàng')]).toEqual([404, false])
    api.clock.set('2026-12-01T03:00:00.000Z')
    const old = await read(`${links[0]}?language=en`)
    expect([old.reply.status, old.text.includes('Giao hàng')]).toEqual([410, false])
  })
})

import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let start: string
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  regional = await colleague(api, 'regional', { regions: ['north'] })
  start = api.clock.now().toISOString()
})
beforeEach(() => api.clock.set(start))
afterAll(() => api.close())

/** A Thursday in the north; whose guests are invited, and who of them has a seat. */
async function event(contacts: readonly TestContact[], answers: readonly ('accept' | 'decline' | null)[]) {
  const planned: Roundtable = await regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: {},
    date: '2026-09-24',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 2,
    answerBy: '2026-09-20',
  })
  await regional.api.roundtables.invite({ id: planned.id, contactIds: contacts.map(({ id }) => id) })
  await api.runJobs()
  const tokens = contacts.map(contact => {
    const link = mailsTo(contact)[0]?.links.find(address => address.includes('/e/'))
    return link?.split('/e/')[1] ?? ''
  })
  for (const [at, answer] of answers.entries())
    if (answer) await api.anonymous.roundtables.answer({ token: tokens[at] ?? '', answer })
  await api.runJobs()
  return { id: planned.id, tokens }
}

const mailsTo = ({ email }: TestContact) => (api.mailSink?.mails ?? []).filter(({ to }) => to.includes(email))
const remindersTo = (contact: TestContact) =>
  mailsTo(contact).flatMap(({ subject }) => (subject?.startsWith('Nhắc lịch') ? [subject] : []))

async function at(instant: string): Promise<void> {
  api.clock.set(instant)
  await api.runJobs()
}

test('who has a seat is reminded a week and a day before, once each; nobody else is', async () => {
  const contacts = await addContacts(api, 'north', 4)
  const [seated, declined, , silent] = contacts as [TestContact, TestContact, TestContact, TestContact]
  await event(contacts, ['accept', 'decline', 'accept', null])
  await at('2026-09-17T01:59:00Z')
  expect(remindersTo(seated)).toHaveLength(0)
  await at('2026-09-17T02:00:00Z')
  await at('2026-09-17T03:00:00Z')
  expect(remindersTo(seated)).toHaveLength(1)
  await at('2026-09-23T02:00:00Z')
  await at('2026-09-24T05:00:00Z')
  expect(remindersTo(seated)).toHaveLength(2)
  expect([...remindersTo(declined), ...remindersTo(silent)]).toEqual([])
})

test('it moves with the event; a cancelled one reminds nobody, one taken up again does', async () => {
  const contacts = await addContacts(api, 'north', 1)
  const [guest] = contacts as [TestContact]
  const { id } = await event(contacts, ['accept'])
  await regional.api.roundtables.change({
    id,
    revision: 1,
    changes: { date: '2026-10-01', answerBy: '2026-09-27' },
  })
  await at('2026-09-17T02:00:00Z')
  expect(remindersTo(guest)).toHaveLength(0)
  await at('2026-09-24T02:00:00Z')
  expect(remindersTo(guest)).toHaveLength(1)
  await regional.api.roundtables.cancel({ id, revision: 2 })
  await api.runJobs()
  await at('2026-09-30T02:00:00Z')
  expect(remindersTo(guest)).toHaveLength(1)
  api.clock.set('2026-09-25T02:00:00Z')
  await regional.api.roundtables.restore({ id, revision: 3 })
  await api.runJobs()
  await at('2026-09-30T02:00:00Z')
  expect(remindersTo(guest)).toHaveLength(2)
})

test('one that could not leave before a cancellation never does', async () => {
  const contacts = await addContacts(api, 'north', 1)
  const [guest] = contacts as [TestContact]
  const { id } = await event(contacts, ['accept'])
  api.mailSink?.behave({ kind: 'refuse', forNow: true })
  await at('2026-09-17T02:00:00Z')
  await regional.api.roundtables.cancel({ id, revision: 1 })
  await api.runJobs()
  api.mailSink?.behave({ kind: 'accept' })
  for (let minute = 1; minute < 6; minute += 1) await at(`2026-09-17T02:0${minute}:00Z`)
  expect(remindersTo(guest)).toEqual([])
  expect(mailsTo(guest).at(-1)?.subject).toMatch(/^Hủy/)
})

test('a seat that is news needs no reminder, and one that was given up gets none', async () => {
  const contacts = await addContacts(api, 'north', 2)
  const [late, gone] = contacts as [TestContact, TestContact]
  const { tokens } = await event(contacts, [null, 'accept'])
  api.clock.set('2026-09-16T08:00:00Z')
  await api.anonymous.roundtables.answer({ token: tokens[0] ?? '', answer: 'accept' })
  await api.anonymous.roundtables.answer({ token: tokens[1] ?? '', answer: 'decline' })
  await api.runJobs()
  await at('2026-09-17T02:00:00Z')
  expect([...remindersTo(late), ...remindersTo(gone)]).toEqual([])
  await at('2026-09-23T02:00:00Z')
  expect(remindersTo(late)).toHaveLength(1)
  expect(remindersTo(gone)).toEqual([])
})

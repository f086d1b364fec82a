import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { RegionName, TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { optOut } from '../../contact-policy/contact-standing/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  administrator = await colleague(api, 'administrator')
})
beforeEach(() => {
  api.mailSink?.behave({ kind: 'accept' })
  api.mailSink?.mails.splice(0)
})
afterAll(() => api.close())

/** A Monday at ten in Hanoi, and at eleven in Singapore. */
const MONDAY = '2026-08-17T03:00:00.000Z'

let quarter = 0
async function launch(region: RegionName, perHour: number | null = null): Promise<string> {
  const { surveys, waves } = administrator.api
  quarter += 1
  const draft = await surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026 + Math.floor(quarter / 4), quarter: ((quarter % 4) + 1) as 1 | 2 | 3 | 4 },
    languages: ['en', 'vi'],
  })
  const { number: version } = await surveys.publish({ id: draft.id, revision: draft.revision })
  const closesAt = '2026-09-11T10:00:00.000Z'
  const { id } = await waves.launch({
    surveyId: draft.id,
    version,
    regionIds: [api.regions[region]],
    closesAt,
    sending: { perHour },
  })
  return id
}

/** Goes on to an instant, whatever the clock said before, and runs what is due. */
async function at(instant: string): Promise<number> {
  api.clock.set(instant)
  await api.runJobs()
  return api.mailSink?.mails.length ?? 0
}
const mailsTo = ({ email }: TestContact) => api.mailSink?.mails.filter(({ to }) => to.includes(email)) ?? []
const outboxOf = async ({ email }: TestContact) =>
  (await administrator.api.outbox.list({ search: email })).items

test('a wave leaves at the pace of its plan, refusals at once, nothing in the night', async () => {
  api.clock.set(MONDAY)
  const contacts = await addContacts(api, 'singapore', 30)
  await optOut(api.ctx, contacts[29]?.id ?? '', 'everything', 'mail')
  const id = await launch('singapore', 60)
  // Ten in ten minutes: 60 in an hour.
  expect([await at(MONDAY), await at('2026-08-17T03:04:00.000Z')]).toEqual([10, 10])
  expect(await administrator.api.waves.get({ id })).toMatchObject({ invited: 10, refused: 1 })
  expect(await at('2026-08-17T03:10:00.000Z')).toBe(20)
  // 18:00 in Singapore; what the night left unused is not made up for in the morning.
  expect(await at('2026-08-17T10:00:00.000Z')).toBe(20)
  expect(await at('2026-08-18T00:00:00.000Z')).toBe(29)
  for (const contact of contacts.slice(0, 29)) expect(mailsTo(contact)).toHaveLength(1)
  await administrator.api.waves.close({ id })
})

test('under a clock that jumps nobody gets two mails, and none in the night', async () => {
  api.clock.set(MONDAY)
  const contacts = await addContacts(api, 'south', 12)
  const id = await launch('south', 24)
  expect(await at(MONDAY)).toBe(4)
  // A day ahead by mistake, then back to before the launch, into the night, and right again.
  expect(await at('2026-08-18T03:00:00.000Z')).toBe(8)
  expect(await at('2026-08-16T20:00:00.000Z')).toBe(8)
  expect(await at('2026-08-17T03:20:00.000Z')).toBeGreaterThanOrEqual(8)
  await at('2026-08-18T03:30:00.000Z')
  expect(await at('2026-08-18T04:00:00.000Z')).toBe(12)
  for (const contact of contacts) expect(mailsTo(contact)).toHaveLength(1)
  await administrator.api.waves.close({ id })
})

test('a mail server that is slow, puts off, refuses or hangs up: nobody gets two mails', async () => {
  api.clock.set(MONDAY)
  const [putOff] = (await addContacts(api, 'north', 1)) as [TestContact]
  api.mailSink?.behave({ kind: 'refuse', forNow: true })
  const id = await launch('north')
  await api.runJobs()
  expect(await outboxOf(putOff)).toMatchObject([{ state: 'waiting', attempts: 1 }])
  api.mailSink?.behave({ kind: 'slow', delay: 200 })
  expect(await at('2026-08-17T03:01:00.000Z')).toBe(1)
  expect(mailsTo(putOff)).toHaveLength(1)
  await administrator.api.waves.close({ id })

  const [hungUp] = (await addContacts(api, 'germany', 1)) as [TestContact]
  api.clock.set('2026-08-17T08:00:00.000Z')
  api.mailSink?.behave({ kind: 'drop' })
  await launch('germany')
  await api.runJobs()
  // It may have arrived: it is said, and not sent again by itself.
  expect(await outboxOf(hungUp)).toMatchObject([{ state: 'uncertain', attempts: 1 }])
  api.mailSink?.behave({ kind: 'accept' })
  await at('2026-08-17T09:00:00.000Z')
  expect(mailsTo(hungUp)).toEqual([])
})

test('a mailbox that the server refuses at once is one that bounced, with a task', async () => {
  api.clock.set(MONDAY)
  const [contact] = (await addContacts(api, 'south', 1)) as [TestContact]
  api.mailSink?.behave({ kind: 'refuse' })
  const id = await launch('south')
  await api.runJobs()
  expect(await outboxOf(contact)).toMatchObject([{ state: 'failed' }])
  const { items } = await administrator.api.waves.invitations({ id, limit: 200 })
  expect(items.find(({ contactId }) => contactId === contact.id)?.state).toBe('bounced')
  const returns = await api.ctx.db.connection
    .collection('mailReturns')
    .find({ contactId: contact.id })
    .toArray()
  expect(returns).toMatchObject([{ kind: 'bounce', severity: 'hard', status: '5.1.1', source: 'smtp' }])
  expect((await administrator.api.tasks.list({ of: 'all', kind: 'bounce' })).items).toMatchObject([
    { contactId: contact.id, address: contact.email, waveId: id },
  ])
})

test('three working days before the end the owners hear of accounts that stayed silent, once', async () => {
  api.clock.set(MONDAY)
  await addContacts(api, 'germany', 2)
  const id = await launch('germany')
  await at('2026-08-17T08:00:00.000Z')
  const silences = async () =>
    (await administrator.api.tasks.list({ of: 'all', kind: 'silence', limit: 200 })).items.filter(
      ({ waveId }) => waveId === id,
    )
  await at('2026-09-07T06:00:00.000Z')
  expect(await silences()).toEqual([])
  // It ends on Friday; Tuesday, eight in the morning in Berlin.
  await at('2026-09-08T06:00:00.000Z')
  const opened = await silences()
  expect(opened.length).toBeGreaterThanOrEqual(2)
  expect(opened[0]).toMatchObject({
    kind: 'silence',
    asked: 1,
    contactId: null,
    dueAt: '2026-09-11T10:00:00.000Z',
  })
  await administrator.api.tasks.close({ id: opened[0]?.id ?? '', outcome: 'spoke' })
  await at('2026-09-09T06:00:00.000Z')
  await at('2026-09-10T06:00:00.000Z')
  expect(await silences()).toHaveLength(opened.length - 1)
})

import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import { eventually } from '@sixfold/testkit/eventually'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { readLedger } from '../../contact-policy/contact-ledger/service.ts'
import { takeReturnedMail } from '../../contact-policy/mail-returns/service.ts'
import { advanceWave } from '../waves/jobs.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  marketing = await colleague(api, 'marketing')
})
beforeEach(() => void api.mailSink?.mails.splice(0))
afterAll(() => api.close())

/** A Monday morning in Hanoi; day 5 after it is a Saturday. */
const MONDAY = '2026-08-17T03:00:00.000Z'
const NEXT_MONDAY = '2026-08-24T01:00:00.000Z'
const CLOSES = '2026-09-11T10:00:00.000Z'

let quarter = 0
/** A wave to new contacts that have just been invited, with its plan of reminders. */
async function invite(count: number, afterDays: number[], fields: { executive?: boolean } = {}) {
  api.clock.set(MONDAY)
  quarter += 1
  const draft = await marketing.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026 + Math.floor(quarter / 4), quarter: ((quarter % 4) + 1) as 1 | 2 | 3 | 4 },
    languages: ['en', 'vi'],
  })
  const { number: version } = await marketing.api.surveys.publish({ id: draft.id, revision: draft.revision })
  const contacts = await addContacts(api, 'north', count, fields)
  const input = {
    surveyId: draft.id,
    version,
    regionIds: [api.regions.north],
    closesAt: CLOSES,
    reminders: { afterDays },
  }
  const { id } = await marketing.api.waves.launch(input)
  await api.runJobs()
  return { id, contacts }
}

const waves = () => api.ctx.db.connection.collection<{ _id: string }>('waves')
const plan = (id: string, afterDays: number[]) =>
  waves().updateOne({ _id: id }, { $set: { reminders: { afterDays } } })

const mailsTo = ({ email }: TestContact) => api.mailSink?.mails.filter(({ to }) => to.includes(email)) ?? []
const tokenIn = (text: string | undefined) => /\/r\/([\w-]+)/.exec(text ?? '')?.[1] ?? ''
const steps = async (id: string) =>
  (await marketing.api.waves.reminders({ id })).items.map(({ sent, coming, nextAt }) => [
    sent,
    coming,
    nextAt,
  ])

async function finish(contact: TestContact) {
  const token = tokenIn(mailsTo(contact)[0]?.text)
  const { definition } = await api.anonymous.responses.get({ token })
  const answers = questionsOf(definition)
    .filter(({ kind }) => kind === 'satisfaction')
    .map(({ id }) => ({ question: id, value: 4, revision: 1 }))
  await api.anonymous.responses.submit({ token, answers })
}

test('a reminder goes to those who have said nothing, in working hours, with a link of its own', async () => {
  const { id, contacts } = await invite(5, [5, 12])
  const [silent, done, declined, bounced, begun] = contacts as [
    TestContact,
    TestContact,
    TestContact,
    TestContact,
    TestContact,
  ]
  await finish(done)
  await api.anonymous.responses.optOut({ token: tokenIn(mailsTo(declined)[0]?.text) })
  const names = mailsTo(bounced)[0]?.headers.get('message-id')
  await takeReturnedMail(api.ctx, dsn('5.1.1', names), 'file')
  const { definition } = await api.anonymous.responses.get({ token: tokenIn(mailsTo(begun)[0]?.text) })
  const first = questionsOf(definition).find(({ kind }) => kind === 'satisfaction')?.id ?? ''
  await api.anonymous.responses.save({
    token: tokenIn(mailsTo(begun)[0]?.text),
    answers: [{ question: first, value: 3, revision: 1 }],
  })
  await api.runJobs()
  // The answer counts at once; the figures follow with the scoreboard.
  await eventually(
    () => steps(id),
    ([first]) => first?.[1] === 2,
  )
  expect(await steps(id)).toEqual([
    [0, 2, '2026-08-22T03:00:00.000Z'],
    [0, 0, null],
  ])

  // Saturday: the day of the plan, but nobody's working day.
  api.clock.set('2026-08-22T03:00:00.000Z')
  await api.runJobs()
  expect(contacts.map(contact => mailsTo(contact).length)).toEqual([1, 1, 1, 1, 1])

  api.clock.set(NEXT_MONDAY)
  await api.runJobs()
  await api.runJobs()
  expect(contacts.map(contact => mailsTo(contact).length)).toEqual([2, 1, 1, 1, 2])
  const [invitation, reminder] = mailsTo(silent)
  expect(reminder?.subject).toBe('Nhắc anh/chị: mức độ hài lòng với Máy Việt')
  expect(mailsTo(begun)[1]?.subject).toBe('Phần trả lời của anh/chị cho Máy Việt vẫn còn đây')
  expect(tokenIn(reminder?.text)).not.toBe(tokenIn(invitation?.text))
  for (const mail of [invitation, reminder])
    expect(await api.anonymous.responses.get({ token: tokenIn(mail?.text) })).toMatchObject({ state: 'open' })
  const { lines } = await readLedger(api.ctx, marketing, silent.id)
  expect(lines.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(
    expect.arrayContaining(['reminder sent', 'invitation sent']),
  )

  // The second one, twelve days after the invitation: the Saturday before the long weekend of National Day.
  api.clock.set('2026-09-03T01:00:00.000Z')
  await api.runJobs()
  expect(mailsTo(silent)).toHaveLength(3)
  api.clock.set('2026-09-10T03:00:00.000Z')
  await api.runJobs()
  expect(contacts.map(contact => mailsTo(contact).length)).toEqual([3, 1, 1, 1, 3])
  expect(await steps(id)).toEqual([
    [2, 0, null],
    [2, 0, null],
  ])
  expect((await marketing.api.waves.invitations({ id, state: 'bounced' })).items).toMatchObject([
    { contactId: bounced.id, reason: '5.1.1' },
  ])
  await marketing.api.waves.close({ id })
})

test('a reminder that waits in the outbox is withheld when its reader finishes', async () => {
  const { id, contacts } = await invite(2, [7])
  const [quick, silent] = contacts as [TestContact, TestContact]
  api.clock.set('2026-08-24T03:00:00.000Z')
  await advanceWave(api.ctx, id)
  const outbox = api.ctx.db.connection.collection('outbox')
  expect(await outbox.countDocuments({ kind: 'survey-reminder', state: 'waiting' })).toBe(2)
  await finish(quick)
  // At once: neither the invitation nor the contact ledger need know of the answer yet.
  await api.runJobs()
  expect([mailsTo(quick).length, mailsTo(silent).length]).toEqual([1, 2])
  expect(await outbox.findOne({ kind: 'survey-reminder', to: quick.email })).toMatchObject({
    state: 'withheld',
    error: 'already_finished',
  })
  await marketing.api.waves.close({ id })
})

test('nobody is reminded of a letter that has not left yet', async () => {
  api.mailSink?.behave({ kind: 'refuse', forNow: true })
  const { id, contacts } = await invite(1, [7])
  api.clock.set('2026-08-24T03:00:00.000Z')
  await advanceWave(api.ctx, id)
  const outbox = api.ctx.db.connection.collection('outbox')
  expect(await outbox.countDocuments({ kind: 'survey-reminder', to: contacts[0]?.email })).toBe(0)
  expect(await steps(id)).toEqual([[0, 1, '2026-08-25T03:00:00.000Z']])
  api.mailSink?.behave({ kind: 'accept' })
  await api.runJobs()
  api.clock.set('2026-08-25T03:00:00.000Z')
  await api.runJobs()
  expect(contacts.map(contact => mailsTo(contact).length)).toEqual([2])
  await marketing.api.waves.close({ id })
})

test('who is away is reminded after the day of return', async () => {
  const { id, contacts } = await invite(1, [7])
  const [contact] = contacts as [TestContact]
  const note = [
    `In-Reply-To: ${mailsTo(contact)[0]?.headers.get('message-id')}`,
    'Auto-Submitted: auto-replied',
    'Subject: Out of office',
    'Message-ID: <away@mai.example>',
    '',
    'I am away until 27 August.',
  ].join('\r\n')
  expect(await takeReturnedMail(api.ctx, Buffer.from(note), 'file')).toBe('auto_reply')
  api.clock.set('2026-08-24T03:00:00.000Z')
  await api.runJobs()
  expect(mailsTo(contact)).toHaveLength(1)
  api.clock.set('2026-08-28T03:00:00.000Z')
  await api.runJobs()
  expect(mailsTo(contact)).toHaveLength(2)
  await marketing.api.waves.close({ id })
})

test('another plan counts for everybody who may still answer, and so does a later end', async () => {
  const { id } = await invite(2, [9])
  await plan(id, [9, 30])
  expect(await steps(id)).toEqual([
    [0, 2, '2026-08-26T03:00:00.000Z'],
    [0, 0, null],
  ])
  api.clock.set('2026-08-26T03:00:00.000Z')
  await api.runJobs()
  expect(await steps(id)).toEqual([
    [2, 0, null],
    // Thirty days after the invitation the wave is over.
    [0, 0, null],
  ])
  await marketing.api.waves.extend({ id, closesAt: '2026-09-30T10:00:00.000Z' })
  expect(await steps(id)).toEqual([
    [2, 0, null],
    [0, 2, '2026-09-16T03:00:00.000Z'],
  ])
  await marketing.api.waves.close({ id })
  expect(await steps(id)).toEqual([
    [2, 0, null],
    [0, 0, null],
  ])
})

/** What a mail server writes when it gives up. */
function dsn(status: string, originalId = ''): Uint8Array {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      `Message-ID: <${status}.${originalId.length}@mx.example>`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; somebody@example.com',
      'Action: failed',
      `Status: ${status}`,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${originalId}`,
      '--b--',
      '',
    ].join('\r\n'),
  )
}

import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { InvitedContact } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'
import { previewTouch, readLedgerOf } from '../contact-ledger/service.ts'

jest.setTimeout(60_000)

const SECRET = 'a secret of the tests, thirty-two signs long'
const folder = temporaryFolder('mail-returns')
let api: TestApi
let administrator: Colleague
let people: InvitedContact[]
let waveId: string
beforeAll(async () => {
  api = await startTestApi({
    smtp: true,
    settings: { MAIL_RETURNS_SECRET: SECRET, DATA_DIR: join(folder.path, 'data') },
  })
  administrator = await colleague(api, 'administrator')
  const wave = await inviteContacts(api, { count: 6, region: 'singapore', language: 'en' })
  people = wave.contacts
  waveId = wave.waveId
})
afterAll(async () => {
  await api.close()
  folder.remove()
})

const CRLF = '\r\n'
const person = (n: number) => people[n] as InvitedContact
/** The id of the mail to somebody, as the mail server saw it. */
const idOf = ({ email }: InvitedContact) =>
  api.mailSink?.mails.find(({ to }) => to.includes(email))?.headers.get('message-id') ?? ''
let serial = 0
const ownId = () => {
  serial += 1
  return `Message-ID: <${serial}@mx.example>`
}

const bounce = (status: string, original: string, action = 'failed') =>
  report('delivery-status', original, [
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; khach@example.com',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 khach@example.com is nobody here',
  ])
const complaint = (original: string) =>
  report('feedback-report', original, ['Feedback-Type: abuse', 'User-Agent: Provider/1.0', 'Version: 1'])

function report(type: string, original: string, fields: string[]): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    ownId(),
    `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is about a mail of yours.',
    '--b',
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '--b',
    // Most servers return the whole mail, some of them encoded.
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${original}`,
    'Subject: How satisfied are you?',
    '',
    'Dear customer',
    '--b--',
    '',
  ].join(CRLF)
}

function hand(body: string, headers: Record<string, string> = {}) {
  return fetch(`${api.url}/api/mail-returns`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${SECRET}`, ...headers },
    body,
  })
}
const outcome = async (body: string) => ((await (await hand(body)).json()) as { outcome: string }).outcome
const stateOf = async ({ id }: InvitedContact) =>
  (await administrator.api.waves.invitations({ id: waveId, limit: 200 })).items.find(
    ({ contactId }) => contactId === id,
  )?.state
const optOuts = async ({ id }: InvitedContact) => (await readLedgerOf(api.ctx, id)).optOuts
const ask = (contactId: string) =>
  previewTouch(api.ctx, {
    touchId: 'later',
    contactId,
    kind: 'follow_up',
    purpose: 'case',
    subject: 'Something else',
  })

test('a hard bounce ends the mailbox: marked, withheld by the governor, a task for the owner, once', async () => {
  const gone = person(0)
  const returned = bounce('5.1.1', idOf(gone))
  expect([await outcome(returned), await outcome(returned)]).toEqual(['hard_bounce', 'repeated'])
  expect(await stateOf(gone)).toBe('bounced')
  expect(await ask(gone.id)).toEqual({ decision: 'refuse', reason: 'no_address' })
  // The same again from another server: still one task.
  expect(await outcome(bounce('5.1.1', idOf(gone)))).toBe('hard_bounce')
  expect((await administrator.api.tasks.list({ of: 'all' })).items).toMatchObject([
    { kind: 'bounce', contactId: gone.id, address: gone.email, waveId },
  ])
  expect(await optOuts(gone)).toEqual([])

  // Another address of the same person is not meant.
  const contacts = api.ctx.db.connection.collection<{ _id: string }>('contacts')
  await contacts.updateOne({ _id: gone.id }, { $set: { email: 'new@example.com' } })
  expect(await ask(gone.id)).not.toMatchObject({ reason: 'no_address' })
  const kept = await api.ctx.db.connection.collection('mailReturns').find({}).toArray()
  expect(JSON.stringify(kept)).not.toContain('@example.com')
})

test('a soft bounce and a refusal are noted and change nothing', async () => {
  expect([
    await outcome(bounce('4.2.2', idOf(person(1)))),
    await outcome(bounce('5.1.1', idOf(person(1)), 'delayed')),
    await outcome(bounce('5.7.1', idOf(person(1)))),
  ]).toEqual(['soft_bounce', 'soft_bounce', 'refused'])
  expect(await stateOf(person(1))).toBe('sent')
  expect(await ask(person(1).id)).not.toMatchObject({ reason: 'no_address' })
})

test('a complaint opts out of everything, with its source', async () => {
  expect(await outcome(complaint(idOf(person(2))))).toBe('complaint')
  expect(await optOuts(person(2))).toMatchObject([{ purpose: 'everything', source: 'complaint' }])
  expect(await stateOf(person(2))).toBe('opted_out')
})

test('an absence note is noted with its day and opts nobody out; an answer of a person is left alone', async () => {
  const note = (header: string, text: string) =>
    [ownId(), `In-Reply-To: ${idOf(person(3))}`, header, 'Subject: Re: How satisfied', '', text].join(CRLF)
  expect(await outcome(note('Auto-Submitted: auto-replied', 'I am back on 15 September 2026.'))).toBe(
    'auto_reply',
  )
  expect(await outcome(note('X-Mailer: a person’s', 'Gladly! I am back on 15 September 2026.'))).toBe('other')
  expect(await stateOf(person(3))).toBe('sent')
  expect(await optOuts(person(3))).toEqual([])
  const row = await api.ctx.db.connection.collection('invitations').findOne({ contactId: person(3).id })
  expect(row?.awayUntil).toEqual(new Date('2026-09-14T16:00:00.000Z'))
})

test('R1: who makes a return up opts out no stranger', async () => {
  const theirs = idOf(person(4))
  const [id = '', mark = ''] = theirs.slice(1, theirs.indexOf('@')).split('.')
  const own = idOf(person(5)).slice(1).split('@')[0]?.split('.')[1] ?? ''
  for (const name of [
    id,
    `${id}.${'0'.repeat(32)}`,
    `${id}.${own}`,
    `${id}.${mark.slice(0, -1)}`,
    `${'f'.repeat(24)}.${mark}`,
  ])
    expect([name, await outcome(complaint(`<${name}@localhost>`))]).toEqual([name, 'unknown'])
  // Nor does naming an address.
  expect(await outcome(complaint(`<x@y>${CRLF}To: ${person(4).email}`))).toBe('unknown')
  expect(await optOuts(person(4))).toEqual([])
  // The mail's own reader could, as with its link; some servers change the case of letters.
  expect(await outcome(complaint(theirs.toUpperCase()))).toBe('complaint')
})

test('the address takes mail from whoever knows the secret, and nothing else', async () => {
  const mail = bounce('4.2.2', idOf(person(1)))
  const status = async (body: string, headers: Record<string, string>) => (await hand(body, headers)).status
  expect([
    await status(mail, { authorization: '' }),
    await status(mail, { authorization: `Bearer ${SECRET}x` }),
    await status(mail, { authorization: `Basic ${SECRET}` }),
    await status(mail, { 'content-type': 'text/plain' }),
    await status('{"message":', { 'content-type': 'application/json' }),
    await status('{"message":"x","to":"y"}', { 'content-type': 'application/json' }),
    await status('x'.repeat(2_000_001), {}),
    (await fetch(`${api.url}/api/mail-returns`, { headers: { authorization: `Bearer ${SECRET}` } })).status,
  ]).toEqual([401, 401, 401, 415, 422, 422, 413, 404])
  const wrapped = { message: Buffer.from(mail).toString('base64'), encoding: 'base64' }
  const reply = await hand(JSON.stringify(wrapped), { 'content-type': 'application/json' })
  expect(await reply.json()).toEqual({ outcome: 'soft_bounce' })
  // Folded beyond measure.
  expect(await outcome(`Subject: ${'x'.repeat(300_000)}${CRLF}${CRLF}`)).toBe('unreadable')
})

test('without a secret there is no such address', async () => {
  const other = await startTestApi({ empty: true })
  try {
    expect((await fetch(`${other.url}/api/mail-returns`, { method: 'POST' })).status).toBe(404)
  } finally {
    await other.close()
  }
})

test('a mailbox is read from the command line beside the running server, again without effect', async () => {
  const mbox = join(folder.path, 'returns.mbox')
  const lines = (mail: string) => mail.replaceAll(CRLF, '\n').replaceAll(/^(>*From )/gm, '>$1')
  const mails = [
    bounce('5.1.1', idOf(person(1))),
    complaint('<unknown@x>'),
    `Subject: hi${CRLF}${CRLF}From me`,
  ]
  writeFileSync(mbox, mails.map(mail => `From x@y Mon Aug 17 03:00:00 2026\n${lines(mail)}\n`).join('\n'))
  const maildir = join(folder.path, 'Maildir')
  for (const box of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, box), { recursive: true })
  writeFileSync(join(maildir, 'new', '1.eml'), bounce('4.4.7', idOf(person(3))))
  writeFileSync(join(maildir, 'cur', '2.eml'), mails[0] ?? '')
  writeFileSync(join(maildir, 'tmp', '3.eml'), 'half')

  const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url))
  const uri = api.ctx.config.mongodbUri
  const run = async (path: string) =>
    (
      await promisify(execFile)(process.execPath, [main, 'read-mail-returns', path], {
        env: {
          ...process.env,
          DATA_DIR: join(folder.path, 'data'),
          LOG_LEVEL: 'silent',
          ...(uri ? { MONGODB_URI: uri, SECRET_KEY: api.ctx.config.secretKey ?? '' } : {}),
        },
      })
    ).stdout
  const first = await run(mbox)
  expect(first).toContain('3 mails read.')
  expect(first).toMatch(/1 mailboxes that do not exist[\s\S]*2 about no mail of ours/)
  expect(await stateOf(person(1))).toBe('bounced')
  expect(await run(maildir)).toMatch(/2 mails read\.\s+1 put off[\s\S]*1 read before/)
})

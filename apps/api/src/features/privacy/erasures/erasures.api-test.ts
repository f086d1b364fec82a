import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { addLocalDays } from '@sixfold/domain/local-date'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteToEveryKind } from '@sixfold/testkit/invite-to-every-kind'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { CommandFailed, UsageError } from '../../../cli/command.ts'
import { eraseNamed } from '../../../cli/erase-contact.ts'
import { openTask } from '../../cases/tasks/service.ts'
import { recordConsent } from '../../contact-policy/contact-standing/service.ts'
import { findContactRows } from '../../customers/contacts/service.ts'
import { mergeContacts } from '../../customers/record-merges/service.ts'
import { insertInterview } from '../../evidence/interview-records/service.ts'
import { advanceScoreboard, checkScoreboard, readCounts } from '../../results/scoreboards/service.ts'
import { findGuestEvent } from '../../roundtables/event-records/service.ts'
import { findRequest, noteEffects } from '../data-requests/service.ts'
import { makePersonalLink } from '../personal-links/service.ts'
import { eraseContact } from './service.ts'

jest.setTimeout(90_000)

let api: TestApi
let administrator: Colleague
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  administrator = await colleague(api, 'administrator')
  wave = await inviteToEveryKind(api, { count: 8 })
})
afterAll(() => api.close())

const person = (at: number): InvitedContact => wave.contacts[at] as InvitedContact

/** Whatever stands in any collection, sealed mails opened, and in files of imports. */
async function everything(): Promise<string> {
  const { db } = api.ctx.db.connection
  const texts: string[] = []
  for (const { name } of (await db?.listCollections().toArray()) ?? [])
    for (const row of (await db?.collection(name).find({}).toArray()) ?? []) {
      texts.push(`${name} ${JSON.stringify(row)}`)
      if (typeof row.sealed === 'string') texts.push(`${name} ${api.ctx.secrets.decrypt(row.sealed)}`)
    }
  const folder = join(api.ctx.config.dataDir, 'imports')
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    texts.push(`files-of-imports ${readFileSync(join(folder, name), 'utf8').replaceAll('\n', ' ')}`)
  return texts.join('\n').toLowerCase()
}

/** Collections where one of these words stands. */
async function whereFound(words: readonly string[]): Promise<string[]> {
  const lines = (await everything()).split('\n')
  return lines.filter(line => words.some(word => line.includes(word.toLowerCase())))
}

function answers(value: number, words?: string) {
  const said = words
    ? [
        { question: everyKind.text.id, value: words, revision: 1 },
        { question: everyKind['contact-details'].id, value: { name: words }, revision: 1 },
      ]
    : []
  return [{ question: everyKind.nps.id, value, revision: 1 }, ...said]
}

const submit = async (token: string, value: number, words?: string) =>
  api.anonymous.responses.submit({ token, answers: answers(value, words) })

const upload = (token: string) =>
  fetch(`${api.url}/r/${token}/files/${everyKind.upload.id}?name=quynh-hoa.png`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(samplePng(1, 2, 3)),
  })

/** Somebody comes to an event of today without an invitation. */
async function walkIn(name: string) {
  const today = api.clock.now().toISOString().slice(0, 10)
  const { id } = await planEvent(administrator, {
    regionId: api.regions.north,
    date: addLocalDays(today, 1),
    answerBy: addLocalDays(today, 1),
  })
  const event = await findGuestEvent(api.ctx, id)
  const before = api.clock.now()
  api.clock.set(event?.startsAt.toISOString() ?? '')
  await administrator.api.seats.walkIn({ id, key: randomUUID(), name, accountName: 'Đổi Mới' })
  api.clock.set(before.toISOString())
}

/** Fills every place where a person leaves something: the words to look for afterwards. */
async function liveAWholeLife({ id, token, accountId }: InvitedContact): Promise<string[]> {
  const { customers, imports, outbox } = administrator.api
  const { revision, email: firstEmail } = await customers.getContact({ id })
  await customers.changeContact({
    id,
    revision,
    changes: { name: 'Phạm Quỳnh Hoa', email: 'quynh.hoa@doi-moi.example', phone: '+84 912 345 678' },
  })
  await insertInterview(api.ctx, {
    ...{ dealId: 'lost-press', side: 'buyer', contactId: id, by: 'Care', language: 'vi', state: 'held' },
    ...{ surveyId: wave.surveyId, version: wave.version, begunAt: api.clock.now(), heldAt: api.clock.now() },
    answers: { [everyKind.text.id]: { value: 'Phạm Quỳnh Hoa chose another press', revision: 1 } },
  })
  const file = (await (await upload(token)).json()) as { id: string }
  const picture = { question: everyKind.upload.id, value: [file.id], revision: 1 }
  await api.anonymous.responses.save({ token, answers: [picture] })
  await submit(token, 9, 'Xin gọi cho Phạm Quỳnh Hoa')
  const [double] = await addContacts(api, 'north', 1, {
    name: 'Pham Q. Hoa',
    email: 'hoa.cu@doi-moi.example',
    phone: '+84987654321',
  })
  const merged = { keep: id, drop: double?.id ?? '' }
  await recordConsent(api.ctx, merged.drop, {
    purpose: 'product_survey',
    wordingVersion: '1',
    proof: 'form signed by Pham Q. Hoa',
    source: 'staff',
    at: api.clock.now(),
  })
  const rows = await findContactRows(api.ctx, [merged.keep, merged.drop])
  const revisions = {
    keep: rows.get(merged.keep)?.revision ?? 0,
    drop: rows.get(merged.drop)?.revision ?? 0,
  }
  await mergeContacts(api.ctx, { ...merged, revisions, take: [], at: api.clock.now() })
  await openTask(api.ctx, {
    key: 'life',
    kind: 'bounce',
    accountId,
    contactId: id,
    address: firstEmail,
    dueAt: api.clock.now(),
  })
  await makePersonalLink(api.ctx, id, 'own_page')
  const lines = ['account_id,contact_id,contact_name,email', 'no-such,C-9,Phạm Quỳnh Hoa,quynh.hoa@']
  await imports.start({
    file: new File([lines.join('\n')], 'contacts.csv', { type: 'text/csv' }),
    kind: 'contacts',
  })
  await administrator.api.dataRequests.note({
    contactId: id,
    kind: 'access',
    text: 'Phạm Quỳnh Hoa called',
  })
  await walkIn('Phạm Quỳnh Hoa')
  await api.runJobs()
  expect((await outbox.list({ search: 'quynh.hoa@doi-moi.example' })).items).toHaveLength(1)
  return [
    'phạm quỳnh hoa',
    'pham quynh hoa',
    'pham q. hoa',
    'quynh-hoa',
    'quynh.hoa@',
    'hoa.cu@',
    firstEmail,
    '912 345 678',
    '+84912345678',
    '+84987654321',
  ]
}

test('nothing of a person can be found any more, and the numbers stay', async () => {
  for (let at = 1; at <= 5; at += 1) await submit(person(at).token, at)
  const words = await liveAWholeLife(person(0))
  await advanceScoreboard(api.ctx, wave.waveId)
  const before = await readCounts(api.ctx, wave.waveId)
  const found = new Set((await whereFound(words)).map(line => line.split(' ')[0]))
  for (const place of [
    'contacts',
    'responses',
    'dealinterviews',
    'files',
    'contactledgers',
    'outbox',
    'tasks',
    'imports',
    'files-of-imports',
    'walkins',
  ])
    expect(found).toContain(place)

  const effects = await eraseContact(api.ctx, person(0).id, 'operator')
  expect(effects).toMatchObject([{ waveId: wave.waveId, fate: 'kept', before: 6, after: 6 }])
  expect(await whereFound(words)).toEqual([])
  const after = await readCounts(api.ctx, wave.waveId)
  expect(after.all?.questions[everyKind.nps.id]).toEqual(before.all?.questions[everyKind.nps.id])
  expect(await checkScoreboard(api.ctx, wave.waveId)).toEqual({ agrees: true, counted: 6 })
  // Once more, as after a crash: nothing changes.
  expect(await eraseContact(api.ctx, person(0).id, 'operator')).toEqual([])
  expect(await readCounts(api.ctx, wave.waveId)).toEqual(after)
})

test('an erased person has no links, is not shown, and is not brought back by an import', async () => {
  const { id, token, externalId } = person(0)
  expect((await fetch(`${api.url}/r/${token}`)).status).toBe(404)
  await expect(administrator.api.customers.getContact({ id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await whereFound([`"${externalId}"`])).toEqual([])
  const [row] = (await findContactRows(api.ctx, [person(1).id])).values()
  const { externalId: account } = await administrator.api.customers.getAccount({ id: row?.accountId ?? '' })
  const lines = [
    'account_id,contact_id,contact_name,email',
    `${account},${externalId},Phạm Quỳnh Hoa,quynh@x.example`,
  ]
  const file = new File([lines.join('\n')], 'contacts.csv', { type: 'text/csv' })
  await administrator.api.imports.start({ file, kind: 'contacts' })
  await api.runJobs()
  expect(await whereFound(['phạm quỳnh hoa', 'quynh@x.example'])).toEqual([])
})

test('a draft goes with its files; a group that is too small for a number keeps nothing', async () => {
  const drafted = person(6)
  await api.anonymous.responses.save({
    token: drafted.token,
    answers: answers(3, 'Nháp'),
  })
  await upload(drafted.token)
  expect(await eraseContact(api.ctx, drafted.id, 'operator')).toEqual([])
  expect(await whereFound(['nháp', drafted.email, 'quynh-hoa'])).toEqual([])

  const small = await inviteToEveryKind(api, { count: 2 })
  const [lonely] = small.contacts as [InvitedContact]
  await submit(lonely.token, 7)
  expect(await eraseContact(api.ctx, lonely.id, 'customer')).toMatchObject([
    { waveId: small.waveId, fate: 'removed', before: 1, after: 0 },
  ])
  expect(await checkScoreboard(api.ctx, small.waveId)).toEqual({ agrees: true, counted: 0 })
})

test('the audit log says so, and what it did to the numbers, without a name', async () => {
  const { items } = await administrator.api.audit.list({ limit: 200 })
  const entries = items.filter(({ action }) => action === 'contact.erased')
  expect(entries.map(({ actor }) => actor)).toContain('customer')
  expect(entries.at(-1)).toMatchObject({
    subject: `contact:${person(0).id}`,
    detail: `${wave.waveId}: 6 → 6`,
  })
})

test('an erasure that was interrupted states afterwards what it did to the numbers', async () => {
  const small = await inviteToEveryKind(api, { count: 2 })
  const [lonely] = small.contacts as [InvitedContact]
  await submit(lonely.token, 7)
  const { dataRequests } = administrator.api
  const { id } = await dataRequests.note({ contactId: lonely.id, kind: 'erasure', text: 'By telephone' })
  await dataRequests.carryOut({ id, text: 'Gone' })
  const request = await findRequest(api.ctx, id)
  if (!request) throw new Error('the request is gone')
  // The process ends after the erasing, before the request is closed.
  await eraseContact(api.ctx, lonely.id, 'operator', {
    known: [],
    note: effects => noteEffects(api.ctx, request, effects),
  })
  await api.runJobs()
  const done = (await dataRequests.list({ state: 'ended' })).items.find(one => one.id === id)
  expect(done).toMatchObject({
    state: 'done',
    effects: [{ waveId: small.waveId, fate: 'removed', before: 1, after: 0 }],
  })
})

test('the operator erases by a command that asks first and says what it did', async () => {
  const contact = person(7)
  const said: string[] = []
  const answering = (answer: string | null) => ({
    say: (line: string) => void said.push(line),
    ask: async () => answer,
  })
  const erase = (answer: string | null, named: { email: string }, yes = false) =>
    eraseNamed(api.ctx, answering(answer), { ...named, yes })
  const email = contact.email.toUpperCase()
  await expect(erase(null, { email })).rejects.toBeInstanceOf(UsageError)
  await expect(erase('other@example.com', { email })).rejects.toBeInstanceOf(CommandFailed)
  await expect(erase(null, { email: 'nobody@example.com' }, true)).rejects.toBeInstanceOf(CommandFailed)
  expect(await whereFound([contact.email])).not.toEqual([])
  await erase(contact.email, { email })
  expect(said.at(-1)).toContain('Erased.')
  expect(await whereFound([contact.email])).toEqual([])
})

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Context } from '../../../context.ts'
import { optOut } from '../../contact-policy/contact-standing/service.ts'
import { findInvitationByToken, finishInvitations, noteInvitation } from '../invitations/service.ts'
import { advanceWave } from './jobs.ts'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  marketing = await colleague(api, 'marketing')
})
afterAll(() => api.close())

/** A Monday morning in Hanoi, in the first hour of a German night. */
const MONDAY_MORNING = '2026-08-17T03:00:00.000Z'
const IN_A_MONTH = '2026-09-17T03:00:00.000Z'

async function publishedSurvey(quarter: 1 | 2 | 3 | 4 = 3) {
  const draft = await marketing.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter },
    languages: ['en', 'vi'],
  })
  const { number } = await marketing.api.surveys.publish({ id: draft.id, revision: draft.revision })
  return { surveyId: draft.id, version: number }
}

async function launchInput(regionIds: string[], closesAt = IN_A_MONTH) {
  return { ...(await publishedSurvey()), regionIds, closesAt }
}

const mailsTo = (email: string) => api.mailSink?.mails.filter(({ to }) => to.includes(email)) ?? []
const linkIn = (text: string | undefined) => /\/r\/([\w-]+)/.exec(text ?? '')?.[1] ?? ''

test('contacts of the region get one mail each with a link of their own; others get none', async () => {
  api.clock.set(MONDAY_MORNING)
  const [first, second] = await addContacts(api, 'north', 2)
  const [foreign] = await addContacts(api, 'south', 1)
  const input = await launchInput([api.regions.north])

  const audience = await marketing.api.waves.audience(input)
  const wave = await marketing.api.waves.launch(input)
  await api.runJobs()

  expect(audience).toMatchObject({ framed: 2, allowedNow: 2, allowedLater: 0, refused: [] })
  expect(await marketing.api.waves.get({ id: wave.id })).toMatchObject({
    state: 'running',
    framed: 2,
    invited: 2,
    refused: 0,
    responded: 0,
  })
  const mails = [first, second].flatMap(contact => mailsTo(contact?.email ?? ''))
  expect(mails).toHaveLength(2)
  expect(mailsTo(foreign?.email ?? '')).toEqual([])
  const tokens = mails.map(mail => linkIn(mail.text))
  expect(new Set(tokens).size).toBe(2)
  const found = await findInvitationByToken(api.ctx, tokens[0] ?? '')
  expect(found).toMatchObject({
    waveId: wave.id,
    contactName: first?.name,
    language: 'vi',
    state: 'sent',
    closed: false,
    segments: [`region:${api.regions.north}`, 'segment:enterprise'],
  })
  expect(mails[0]?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(mails[0]?.headers.get('list-unsubscribe')).toContain(`/r/${tokens[0]}/opt-out`)
})

test('outside the working hours of a zone an invitation waits for the morning there', async () => {
  api.clock.set(MONDAY_MORNING)
  const [contact] = await addContacts(api, 'germany', 1)
  const input = await launchInput([api.regions.germany])

  const audience = await marketing.api.waves.audience(input)
  const { id } = await marketing.api.waves.launch(input)
  await api.runJobs()

  const morningInGermany = '2026-08-17T06:00:00.000Z'
  expect(audience).toMatchObject({ framed: 1, allowedNow: 0, allowedLater: 1, firstLater: morningInGermany })
  expect((await marketing.api.waves.invitations({ id })).items).toMatchObject([
    { state: 'planned', reason: 'quiet_hours', dueAt: morningInGermany, sentAt: null },
  ])
  expect(mailsTo(contact?.email ?? '')).toEqual([])
  const { lines } = await marketing.api.contactLedger.read({ id: contact?.id ?? '' })
  expect(lines).toMatchObject([{ outcome: 'refused', reason: 'quiet_hours', earliest: morningInGermany }])

  api.clock.set(morningInGermany)
  await api.runJobs()
  expect((await marketing.api.waves.invitations({ id })).items).toMatchObject([
    { state: 'sent', reason: null, dueAt: null, sentAt: morningInGermany },
  ])
  expect(mailsTo(contact?.email ?? '')).toHaveLength(1)
})

test('who opted out is refused for good, and it is shown why', async () => {
  api.clock.set(MONDAY_MORNING)
  const [contact] = await addContacts(api, 'singapore', 1)
  await optOut(api.ctx, contact?.id ?? '', 'everything', 'mail')
  const input = await launchInput([api.regions.singapore])

  expect(await marketing.api.waves.audience(input)).toMatchObject({
    framed: 1,
    refused: [{ reason: 'opted_out', count: 1 }],
  })
  const { id } = await marketing.api.waves.launch(input)
  await api.runJobs()

  expect(await marketing.api.waves.get({ id })).toMatchObject({ invited: 0, refused: 1 })
  expect((await marketing.api.waves.invitations({ id, state: 'refused' })).items).toMatchObject([
    { contactId: contact?.id, reason: 'opted_out' },
  ])
  const { items } = await marketing.api.customers.listContacts({ regionId: api.regions.singapore })
  expect(items).toMatchObject([{ optedOut: true }])
  await marketing.api.waves.close({ id })
})

test('a person is asked once in half a year: the next wave refuses with the day on which it would be allowed', async () => {
  api.clock.set(MONDAY_MORNING)
  const [contact] = await addContacts(api, 'singapore', 1)
  const first = await marketing.api.waves.launch(await launchInput([api.regions.singapore]))
  await api.runJobs()
  const second = await marketing.api.waves.launch(await launchInput([api.regions.singapore]))
  await api.runJobs()

  expect(await marketing.api.waves.get({ id: first.id })).toMatchObject({ invited: 1 })
  expect(await marketing.api.waves.get({ id: second.id })).toMatchObject({ invited: 0, refused: 2 })
  expect(mailsTo(contact?.email ?? '')).toHaveLength(1)
  const { lines } = await marketing.api.contactLedger.read({ id: contact?.id ?? '' })
  expect(lines).toMatchObject([
    { outcome: 'refused', reason: 'survey_too_soon' },
    { outcome: 'sent', kind: 'invitation' },
  ])
  await marketing.api.waves.close({ id: first.id })
  await marketing.api.waves.close({ id: second.id })
})

test('a double click launches one wave; a second launch into the region is refused', async () => {
  api.clock.set(MONDAY_MORNING)
  const contacts = await addContacts(api, 'singapore', 3)
  const input = await launchInput([api.regions.singapore])
  const context = { idempotencyKey: 'launch-1' }

  const answers = await Promise.allSettled([
    marketing.api.waves.launch(input, { context }),
    marketing.api.waves.launch(input, { context }),
    marketing.api.waves.launch(input),
    marketing.api.waves.launch(input),
  ])
  await api.runJobs()

  const launched = answers.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value.id] : []))
  expect(new Set(launched).size).toBe(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'already_exists' })
  for (const { email } of contacts) expect(mailsTo(email)).toHaveLength(1)
  await marketing.api.waves.close({ id: launched[0] ?? '' })
})

test('four workers that walk one wave at once send each mail once', async () => {
  api.clock.set(MONDAY_MORNING)
  const contacts = await addContacts(api, 'singapore', 40)
  const { id } = await marketing.api.waves.launch(await launchInput([api.regions.singapore]))
  await Promise.all(Array.from({ length: 4 }, () => advanceWave(api.ctx, id)))
  await api.runJobs()

  for (const { email } of contacts) expect(mailsTo(email)).toHaveLength(1)
  // Every link that left opens its own invitation, also where a second worker added one that nobody got.
  for (const { email, id: contactId } of contacts) {
    const found = await findInvitationByToken(api.ctx, linkIn(mailsTo(email)[0]?.text))
    expect(found).toMatchObject({ contactId, state: 'sent' })
  }
  await marketing.api.waves.close({ id })
})

test('a crash between the ledger and the mail: taken up again, everybody gets one mail, and its link works', async () => {
  api.clock.set(MONDAY_MORNING)
  const contacts = await addContacts(api, 'singapore', 6)
  const { id } = await marketing.api.waves.launch(await launchInput([api.regions.singapore]))
  let written = 0
  const dying: Context = {
    ...api.ctx,
    secrets: {
      ...api.ctx.secrets,
      encrypt(text) {
        written += 1
        // Where a process dies: touches are in the ledger, links are stored, half of the mails are not.
        if (written > 3) throw new MongoNetworkError()
        return api.ctx.secrets.encrypt(text)
      },
    },
  }
  await expect(advanceWave(dying, id)).rejects.toThrow(MongoNetworkError)
  await api.runJobs()

  for (const { email, id: contactId } of contacts) {
    expect(mailsTo(email)).toHaveLength(1)
    const found = await findInvitationByToken(api.ctx, linkIn(mailsTo(email)[0]?.text))
    expect(found).toMatchObject({ contactId, state: 'sent' })
    const { lines } = await marketing.api.contactLedger.read({ id: contactId })
    expect(lines).toHaveLength(1)
  }
  await marketing.api.waves.close({ id })
})

class MongoNetworkError extends Error {
  override name = 'MongoNetworkError'
}

test('an invitation never moves back', async () => {
  api.clock.set(MONDAY_MORNING)
  const [contact] = await addContacts(api, 'singapore', 1)
  const { id } = await marketing.api.waves.launch(await launchInput([api.regions.singapore]))
  await api.runJobs()
  const token = linkIn(mailsTo(contact?.email ?? '')[0]?.text)
  const invitation = await findInvitationByToken(api.ctx, token)
  if (!invitation) throw new Error('the link opens nothing')

  await finishInvitations(api.ctx, [{ id: invitation.id, at: api.clock.now() }])
  await noteInvitation(api.ctx, invitation.id, 'started')
  await noteInvitation(api.ctx, invitation.id, 'opted_out')

  expect(await marketing.api.waves.get({ id })).toMatchObject({ responded: 1 })
  await marketing.api.waves.close({ id })
  expect(await findInvitationByToken(api.ctx, token)).toMatchObject({ state: 'finished', closed: true })
})

test('a wave closes at its time by itself, and what was not sent stays unsent', async () => {
  api.clock.set('2026-08-15T03:00:00.000Z')
  const [contact] = await addContacts(api, 'singapore', 1)
  const closesAt = '2026-08-16T03:00:00.000Z'
  const input = await launchInput([api.regions.singapore], closesAt)
  const { id } = await marketing.api.waves.launch(input)
  await api.runJobs()
  expect(await marketing.api.waves.get({ id })).toMatchObject({ state: 'running', invited: 0 })

  api.clock.set(closesAt)
  await api.runJobs()
  expect(await marketing.api.waves.get({ id })).toMatchObject({ state: 'closed', invited: 0 })
  expect(mailsTo(contact?.email ?? '')).toEqual([])
  await expect(marketing.api.waves.close({ id })).rejects.toMatchObject({ code: 'wrong_state' })
  await expect(marketing.api.waves.launch(input)).rejects.toMatchObject({
    code: 'invalid_input',
    data: { fields: [{ path: 'closesAt' }] },
  })
})

test('regional people see the share of their regions, and nothing of a wave elsewhere', async () => {
  api.clock.set(MONDAY_MORNING)
  const [south] = await addContacts(api, 'south', 1)
  await addContacts(api, 'germany', 1)
  const { id } = await marketing.api.waves.launch(await launchInput([api.regions.south, api.regions.germany]))
  const elsewhere = await marketing.api.waves.launch(await launchInput([api.regions.germany]))
  await api.runJobs()
  const regional = await colleague(api, 'regional', { regions: ['south'] })

  const seen = await regional.api.waves.get({ id })
  expect(seen.regionIds).toEqual([api.regions.south])
  const all = await marketing.api.waves.get({ id })
  expect(seen.framed).toBeLessThan(all.framed)
  const { items } = await regional.api.waves.invitations({ id })
  expect(items.every(({ regionId }) => regionId === api.regions.south)).toBe(true)
  expect(items.map(({ contactId }) => contactId)).toContain(south?.id)
  for (const refused of [
    () => regional.api.waves.get({ id: elsewhere.id }),
    () => regional.api.waves.invitations({ id: elsewhere.id }),
    () => regional.api.waves.get({ id: 'no-such-wave' }),
    async () => regional.api.waves.launch(await launchInput([api.regions.south])),
    async () =>
      regional.api.contactLedger.read({
        id:
          (await marketing.api.customers.listContacts({ regionId: api.regions.germany })).items[0]?.id ?? '',
      }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'not_found' })
  expect((await regional.api.waves.list()).items.map(wave => wave.id)).not.toContain(elsewhere.id)
  const germans = await regional.api.customers.listContacts({ regionId: api.regions.germany })
  expect(germans).toMatchObject({ items: [], total: 0 })
})

import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { optOut } from '../contact-standing/service.ts'
import type { TouchRequest } from './service.ts'
import { noteAnswered, previewTouch, readLedger, requestTouch } from './service.ts'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
beforeEach(() => api.clock.set('2026-08-17T03:00:00.000Z'))
afterAll(() => api.close())

async function contactId(): Promise<string> {
  const [contact] = await addContacts(api, 'north', 1)
  if (!contact) throw new Error('no contact was made')
  return contact.id
}

const invitation = (contact: string, wave: string): TouchRequest => ({
  touchId: `invitation:${wave}:${contact}`,
  contactId: contact,
  kind: 'invitation',
  purpose: 'relationship_survey',
  subject: `Wave ${wave}`,
  waveId: wave,
})

const linesOf = async (id: string) =>
  (await readLedger(api.ctx, await colleague(api, 'administrator'), id)).lines

test('asking again for a touch that was allowed answers the same and writes nothing', async () => {
  const id = await contactId()
  const request = invitation(id, 'w1')
  expect(await requestTouch(api.ctx, request)).toEqual({ decision: 'allow' })
  expect(await requestTouch(api.ctx, request)).toEqual({ decision: 'allow' })
  api.clock.set('2026-08-23T18:00:00.000Z')
  expect(await requestTouch(api.ctx, request)).toEqual({ decision: 'allow' })
  expect(await linesOf(id)).toHaveLength(1)
})

test('a refusal is kept with its reason and the first moment at which it would be allowed', async () => {
  const id = await contactId()
  api.clock.set('2026-08-22T03:00:00.000Z')
  const monday = new Date('2026-08-24T01:00:00.000Z')
  expect(await requestTouch(api.ctx, invitation(id, 'w1'))).toEqual({
    decision: 'refuse',
    reason: 'weekend',
    earliest: monday,
  })
  expect(await linesOf(id)).toEqual([
    {
      at: '2026-08-22T03:00:00.000Z',
      kind: 'invitation',
      purpose: 'relationship_survey',
      subject: 'Wave w1',
      outcome: 'refused',
      reason: 'weekend',
      earliest: monday.toISOString(),
    },
  ])
})

test('a preview decides alike and writes nothing', async () => {
  const id = await contactId()
  expect(await previewTouch(api.ctx, invitation(id, 'w1'))).toEqual({ decision: 'allow' })
  await requestTouch(api.ctx, invitation(id, 'w1'))
  expect(await previewTouch(api.ctx, invitation(id, 'w2'))).toMatchObject({ reason: 'survey_too_soon' })
  expect(await linesOf(id)).toHaveLength(1)
})

test('who has answered is neither invited nor reminded again', async () => {
  const id = await contactId()
  await requestTouch(api.ctx, invitation(id, 'w1'))
  const answered = [{ contactId: id, waveId: 'w1', at: api.clock.now() }]
  await noteAnswered(api.ctx, answered)
  await noteAnswered(api.ctx, answered)
  api.clock.advance({ days: 7 })
  const reminder = { ...invitation(id, 'w1'), touchId: `reminder:w1:${id}`, kind: 'reminder' as const }
  expect(await requestTouch(api.ctx, reminder)).toEqual({ decision: 'refuse', reason: 'already_finished' })
})

test('an opt-out counts from the moment it is answered, for its purpose', async () => {
  const id = await contactId()
  await optOut(api.ctx, id, 'relationship_survey', 'mail')
  await optOut(api.ctx, id, 'relationship_survey', 'mail')
  expect(await requestTouch(api.ctx, invitation(id, 'w1'))).toEqual({
    decision: 'refuse',
    reason: 'opted_out',
  })
  const roundtable: TouchRequest = {
    touchId: `roundtable:${id}`,
    contactId: id,
    kind: 'roundtable_invitation',
    purpose: 'roundtable',
    subject: 'Round table North',
    roundtableId: 'r1',
  }
  expect(await requestTouch(api.ctx, roundtable)).toEqual({ decision: 'allow' })
})

test('a contact nobody knows is refused, and no ledger is begun', async () => {
  expect(await requestTouch(api.ctx, invitation('nobody', 'w1'))).toEqual({
    decision: 'refuse',
    reason: 'erased',
  })
  expect(await ledgerCollection().countDocuments({ _id: 'nobody' as never })).toBe(0)
})

const ledgerCollection = () => api.ctx.db.connection.collection('contactLedgers')

const WAVES = Array.from({ length: 40 }, (_, n) => `race-${n}`)

/** Decides as the service does, and writes without the guard of the revision. */
async function requestUnguarded(id: string, wave: string): Promise<void> {
  if ((await previewTouch(api.ctx, invitation(id, wave))).decision === 'refuse') return
  const touch = { ...invitation(id, wave), at: api.clock.now(), channel: 'email', subject: `wave:${wave}` }
  await ledgerCollection().updateOne(
    { _id: id as never },
    {
      $push: { touches: { ...touch, title: wave } } as never,
      $setOnInsert: { revision: 1, refusals: [], answers: [], consents: [], optOuts: [], doNotCall: null },
    },
    { upsert: true },
  )
}

test('the race is a real one: without the guard many are allowed at once', async () => {
  const id = await contactId()
  await Promise.all(WAVES.map(wave => requestUnguarded(id, wave).catch(() => undefined)))
  expect((await linesOf(id)).filter(({ outcome }) => outcome === 'sent').length).toBeGreaterThan(1)
})

test('forty that ask for one contact at once: one is allowed, all others are refused and kept', async () => {
  const id = await contactId()
  const decisions = await Promise.all(WAVES.map(wave => requestTouch(api.ctx, invitation(id, wave))))
  expect(decisions.filter(({ decision }) => decision === 'allow')).toHaveLength(1)
  const lines = await linesOf(id)
  expect(lines.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1)
  expect(lines.filter(({ reason }) => reason === 'survey_too_soon')).toHaveLength(39)
})

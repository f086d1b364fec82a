import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { inviteContacts } from '@sixfold/testkit/invited'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let lan: Colleague
let id: string
beforeAll(async () => {
  api = await startTestApi()
  ;[regional, lan] = await Promise.all([
    colleague(api, 'regional', { regions: ['north'] }),
    colleague(api, 'marketing'),
  ])
  id = await planned('2026-12-10')
})
afterAll(() => api.close())

const planned = async (date: string) => {
  const event = await regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Round table North' },
    description: {},
    date,
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 10,
    answerBy: '2026-09-10',
  })
  return event.id
}

const half = { existing: 0.5, prospect: 0.5, former: 0 }

test('one person’s answers never show as a reason; an open requirement does, and puts its people first', async () => {
  const wave = await inviteContacts(api, { count: 6 })
  // Six companies, one person each, all very dissatisfied with delivery.
  for (const { token } of wave.contacts)
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: 1, revision: 1 }],
    })
  await api.runJobs()
  await lan.api.waves.close({ id: wave.waveId })
  const [asked] = wave.contacts
  await regional.api.requirements.note({
    text: 'A fixed weekly delivery day',
    source: { kind: 'call', contactId: asked?.id ?? '' },
  })
  const { items, reasonCounts, minimumCell } = await regional.api.guestChoice.get({ id })
  expect(items).toHaveLength(6)
  expect(items[0]).toMatchObject({
    contactId: asked?.id,
    reasons: expect.arrayContaining([
      { kind: 'open_requirement', receipts: [expect.stringMatching(/^R-\d+$/)] },
    ]),
  })
  expect(reasonCounts).toMatchObject({ never_invited: 6, open_requirement: 1 })
  expect(reasonCounts).not.toHaveProperty('low_factor')
  expect(minimumCell).toBe(5)
  // Of the region as a whole six may be spoken of: its agenda is.
  const agenda = await regional.api.agendas.propose({ id })
  expect(agenda.items.map(({ factor }) => factor)).toContain('delivery')
})

test('filters narrow, and say nothing of other regions', async () => {
  const all = await regional.api.guestChoice.get({ id })
  const [first] = all.items
  expect((await regional.api.guestChoice.get({ id, search: first?.name ?? '' })).total).toBe(1)
  expect((await regional.api.guestChoice.get({ id, kind: 'former' })).total).toBe(0)
  expect((await regional.api.guestChoice.get({ id, reason: 'open_requirement' })).total).toBe(1)
  expect((await regional.api.guestChoice.get({ id, search: '$gt .* (' })).total).toBe(0)
  const analyst = await colleague(api, 'analyst', { regions: ['north'] })
  await expect(analyst.api.guestChoice.get({ id })).rejects.toMatchObject({ code: 'not_found' })
})

test('a guest leaves the list and enters the mix; reading the list is noted', async () => {
  const before = await regional.api.guestChoice.get({ id })
  const contactId = before.items[0]?.contactId ?? ''
  await regional.api.roundtables.invite({ id, contactIds: [contactId] })
  const after = await regional.api.guestChoice.get({ id })
  const refused = after.items.some(one => one.contactId === contactId)
  expect(after.mix.total).toBe(refused ? 0 : 1)
  expect(after.total).toBe(before.total - after.mix.total)
  const administrator = await colleague(api, 'administrator')
  const { items } = await administrator.api.audit.list({})
  expect(
    items.some(({ action, subject }) => action === 'guests.suggested' && subject === `roundtable:${id}`),
  ).toBe(true)
})

test('aims are kept on the revision that was read, and only when they make a whole', async () => {
  const { revision, target } = await regional.api.guestChoice.get({ id })
  expect(target.kinds).toEqual({ existing: 0.6, prospect: 0.3, former: 0.1 })
  const save = { id, revision, target: { kinds: half, segments: { 'v1.0 $large': 0.4 } } }
  const kept = await regional.api.guestChoice.setMix(save)
  expect(kept).toEqual({ target: save.target, revision: 1 })
  await expect(regional.api.guestChoice.setMix(save)).rejects.toMatchObject({ code: 'revision_conflict' })
  await expect(
    regional.api.guestChoice.setMix({
      ...save,
      revision: 1,
      target: { kinds: { ...half, former: 0.5 }, segments: {} },
    }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
})

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Requirement } from '@sixfold/contract/requirements'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { carryAlong } from '../../customers/customers/service.ts'
import { eraseContact } from '../../privacy/erasures/service.ts'
import { followMerge } from '../requirement-merges/service.ts'
import { noteRequirement } from '../requirement-notes/service.ts'
import { pointRequirement } from '../requirement-records/service.ts'
import { openRequirementsOf, openRequirementsOfRegion, repliesFor } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let north: Colleague
let south: Colleague
let whole: Colleague
let mai: TestContact
let lan: TestContact
let nam: TestContact

beforeAll(async () => {
  api = await startTestApi()
  north = await colleague(api, 'regional', { regions: ['north'], name: 'Hoa' })
  south = await colleague(api, 'regional', { regions: ['south'] })
  whole = await colleague(api, 'marketing')
  ;[mai, lan] = (await addContacts(api, 'north', 2)) as [TestContact, TestContact]
  ;[nam] = (await addContacts(api, 'south', 1)) as [TestContact]
})
afterAll(() => api.close())

const note = (
  text: string,
  source: Partial<Requirement['sources'][number]> & { contactId?: string } = {},
  by: Colleague = north,
) =>
  by.api.requirements.note({
    text,
    source: {
      kind: 'hand',
      contactId: source.contactId ?? mai.id,
      said: source.said ?? '',
      mayQuote: source.mayQuote ?? false,
    },
  })

const keysOf = ({ sources }: Requirement) => sources.map(({ key }) => key).sort()

describe('a requirement', () => {
  test('is noted with who said it, and weighs what stands behind it', async () => {
    const noted = await note('  Ship on\nSaturday ', {
      said: 'Chúng tôi cần hàng vào thứ Bảy',
      mayQuote: true,
    })
    expect(noted).toMatchObject({
      text: 'Ship on Saturday',
      status: 'heard',
      weight: { accounts: 1, statements: 1 },
      regionIds: [api.regions.north],
      sources: [{ contactName: mai.name, accountId: mai.accountId, mayQuote: true }],
      history: [{ status: 'heard', by: 'Hoa' }],
    })
    expect(noted.receipt).toMatch(/^R-\d+$/)
    const { items } = await north.api.requirements.list({ search: noted.receipt })
    expect(items.map(({ id }) => id)).toEqual([noted.id])
    expect((await north.api.requirements.list({ search: 'saturd' })).items).toHaveLength(1)
  })

  test('is noted once by one name, however often a button is pressed', async () => {
    const order = {
      text: 'From the room',
      source: { kind: 'hand' as const, contactId: mai.id, key: 'live:1' },
    }
    const all = await Promise.all(Array.from({ length: 5 }, () => noteRequirement(api.ctx, north, order)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  })

  test('changes on the revision that was seen; the second gets a conflict with what stands', async () => {
    const { id, revision } = await note('Longer warranty')
    const changed = await north.api.requirements.change({ id, revision, changes: { due: '2026-12-01' } })
    expect(changed.due).toBe('2026-12-01')
    await expect(
      north.api.requirements.change({ id, revision, changes: { text: 'Other' } }),
    ).rejects.toMatchObject({ code: 'revision_conflict', data: { data: { current: { due: '2026-12-01' } } } })
  })

  test('is declined with a reason only, and every step is kept', async () => {
    const { id, revision } = await note('Free of charge')
    await expect(
      north.api.requirements.setStatus({ id, revision, status: 'declined' }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
    const declined = await north.api.requirements.setStatus({
      id,
      revision,
      status: 'declined',
      reason: 'Too dear',
    })
    expect(declined).toMatchObject({ status: 'declined', reason: 'Too dear' })
    expect(declined.history.map(({ status }) => status)).toEqual(['heard', 'declined'])
    expect((await openRequirementsOf(api.ctx, [mai.accountId])).map(one => one.id)).not.toContain(id)
  })

  test('names no contact, factor, product, owner or event that the caller may not know', async () => {
    const { id, revision } = await note('Whose?')
    const factor = { model: { key: 'ibm-six', version: 99 }, key: 'delivery' }
    const attempts = [
      note('Foreign', { contactId: nam.id }),
      north.api.requirements.note({ text: 'x', source: { kind: 'hand' } }),
      north.api.requirements.note({ text: 'x', source: { kind: 'round_table', aboutId: 'none' } }),
      whole.api.requirements.note({ text: 'x', source: { kind: 'hand', regionId: '*' } }),
      north.api.requirements.change({ id, revision, changes: { factor } }),
      north.api.requirements.change({ id, revision, changes: { productId: 'none' } }),
      north.api.requirements.change({ id, revision, changes: { ownerId: south.id } }),
    ]
    for (const attempt of await Promise.allSettled(attempts))
      expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } })
  })
})

describe('merging', () => {
  test('keeps the earlier with every statement of both; done twice it is done once', async () => {
    const [first, second] = [
      await note('Saturday delivery'),
      await note('Delivery on Saturdays', { contactId: lan.id }),
    ]
    expect((await north.api.requirements.alike({ id: second.id })).items.map(({ id }) => id)).toContain(
      first.id,
    )
    const one = await north.api.requirements.merge({ id: second.id, otherId: first.id })
    const again = await north.api.requirements.merge({ id: first.id, otherId: second.id })
    for (const kept of [one, again]) {
      expect(kept.id).toBe(first.id)
      expect(keysOf(kept)).toEqual([...keysOf(first), ...keysOf(second)].sort())
      expect(kept.weight.accounts).toBe(2)
    }
    expect(one.sources.find(({ key }) => key === keysOf(second)[0])?.cameWith).toBe(second.receipt)
    const gone = await north.api.requirements.get({ id: second.id })
    expect(gone).toMatchObject({ editable: false, mergedInto: { receipt: first.receipt } })
    expect(keysOf(gone)).toEqual(keysOf(second))
    const third = await note('A third')
    await expect(north.api.requirements.merge({ id: second.id, otherId: third.id })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await expect(north.api.requirements.merge({ id: third.id, otherId: third.id })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })

  test('of many at once in any direction loses no statement and leaves no circle', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_, at) => note(`Wish ${at}`)))
    const asked = all.flatMap((one, at) => [
      { id: one.id, otherId: all[(at + 1) % 6]?.id ?? '' },
      { id: all[(at + 2) % 6]?.id ?? '', otherId: one.id },
    ])
    await Promise.allSettled(asked.map(pair => north.api.requirements.merge(pair)))
    const after = await Promise.all(all.map(({ id }) => north.api.requirements.get({ id })))
    const living = after.filter(({ mergedInto }) => mergedInto === null)
    expect(living.length).toBeGreaterThanOrEqual(1)
    expect(living.flatMap(keysOf).sort()).toEqual(all.flatMap(keysOf).sort())
  })

  test('is carried out by the job when the process died between the two writes', async () => {
    const [first, second] = [await note('Half'), await note('A half', { contactId: lan.id })]
    await pointRequirement(api.ctx, second.id, first.id)
    await followMerge(api.ctx, second.id, api.clock.now())
    await followMerge(api.ctx, second.id, api.clock.now())
    expect(keysOf(await north.api.requirements.get({ id: first.id }))).toEqual(
      [...keysOf(first), ...keysOf(second)].sort(),
    )
  })
})

describe('regions', () => {
  test('see their own statements of a requirement that several raised, and that there are others', async () => {
    const [one, other] = [await note('Shared'), await note('Shared by others', { contactId: nam.id }, south)]
    const merged = await whole.api.requirements.merge({ id: one.id, otherId: other.id })
    expect(merged.weight).toMatchObject({ accounts: 2, statements: 2 })
    const seen = await south.api.requirements.get({ id: one.id })
    expect(seen).toMatchObject({ weight: { accounts: 1, statements: 1 }, statementsElsewhere: 1 })
    expect(JSON.stringify(seen)).not.toContain(mai.name)
    expect((await openRequirementsOfRegion(api.ctx, api.regions.south)).map(({ id }) => id)).toContain(one.id)
  })

  test('take the statements of an account along when it moves', async () => {
    const [wanderer] = (await addContacts(api, 'north', 1)) as [TestContact]
    const { id } = await note('Wandering', { contactId: wanderer.id })
    await expect(south.api.requirements.get({ id })).rejects.toMatchObject({ code: 'not_found' })
    await carryAlong(api.ctx, wanderer.accountId, api.regions.south)
    expect((await south.api.requirements.get({ id })).regionIds).toEqual([api.regions.south])
    await expect(north.api.requirements.get({ id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('you said, we did', () => {
  test('is read by who raised it once staff release it, as they released it, and no longer when taken back', async () => {
    const [first, second] = [
      await note('Open on Saturday'),
      await note('Open Saturdays', { contactId: lan.id }),
    ]
    const texts = {
      said: { vi: 'Giao thứ Bảy' },
      did: { vi: 'Đã mở tuyến thứ Bảy', en: 'We opened a route' },
    }
    const draft = await north.api.requirements.reply({ id: first.id, revision: 1, ...texts, release: false })
    expect(await repliesFor(api.ctx, mai.id, 'vi')).toEqual([])
    const { revision } = await north.api.requirements.reply({
      id: first.id,
      revision: draft.revision,
      ...texts,
      release: true,
    })
    const told = { receipt: first.receipt, said: 'Giao thứ Bảy', did: 'Đã mở tuyến thứ Bảy', status: 'heard' }
    expect(await repliesFor(api.ctx, mai.id, 'vi')).toMatchObject([told])
    // A step that was not told stays untold until somebody releases it.
    const moved = await north.api.requirements.setStatus({ id: first.id, revision, status: 'planned' })
    expect(await repliesFor(api.ctx, mai.id, 'vi')).toMatchObject([told])
    expect(await repliesFor(api.ctx, lan.id, 'vi')).toEqual([])
    const merged = await north.api.requirements.merge({ id: first.id, otherId: second.id })
    expect(await repliesFor(api.ctx, lan.id, 'en')).toMatchObject([{ did: 'We opened a route' }])
    expect(merged.revision).toBeGreaterThan(moved.revision)
    await north.api.requirements.reply({ id: first.id, revision: merged.revision, ...texts, release: false })
    expect(await repliesFor(api.ctx, mai.id, 'vi')).toEqual([])
  })

  test('is not released without a word of what was done', async () => {
    const { id, revision } = await note('Silence')
    await expect(
      north.api.requirements.reply({ id, revision, said: { vi: 'A' }, did: { vi: '  ' }, release: true }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
  })
})

test('after a person is erased the wish of the account stays, without words and name', async () => {
  const [gone] = (await addContacts(api, 'north', 1)) as [TestContact]
  const { id } = await note('To be kept', { contactId: gone.id, said: 'Tôi là Bình', mayQuote: true })
  await eraseContact(api.ctx, gone.id, 'operator')
  const kept = await north.api.requirements.get({ id })
  expect(kept.sources).toMatchObject([
    { contactId: null, contactName: '', said: '', mayQuote: false, accountId: gone.accountId },
  ])
})

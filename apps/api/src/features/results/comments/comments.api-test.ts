import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { CommentPage } from '@sixfold/contract/comments'
import { noteAsked } from '@sixfold/testkit/asked'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { submitResponse } from '../../answering/responses/service.ts'
import { eraseContact } from '../../privacy/erasures/service.ts'
import { gatherComments } from '../comment-records/service.ts'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
let waveId: string
let contacts: { id: string; token: string; name: string }[]
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  const wave = await inviteContacts(api, { count: 8, region: 'south' })
  waveId = wave.waveId
  const { items } = await (await colleague(api, 'administrator')).api.customers.listContacts({ limit: 200 })
  const names = new Map(items.map(({ id, name }) => [id, name]))
  contacts = wave.contacts.map(({ id, token }) => ({ id, token, name: names.get(id) ?? '' }))
})
afterAll(() => api.close())

const said = (at: number, value: string) =>
  api.anonymous.responses.submit({
    token: contacts[at]?.token ?? '',
    answers: [
      { question: 'delivery_overall', value: 3, revision: 1 },
      { question: 'do-better', value, revision: 1 },
    ],
  })

async function read(asked: Partial<Parameters<Colleague['api']['comments']['list']>[0]> = {}) {
  await api.runJobs()
  return marketing.api.comments.list({ id: waveId, ...asked })
}

const textOf = (page: CommentPage) =>
  page.items.map(({ parts }) => parts.map(part => ('text' in part ? part.text : `[${part.masked}]`)).join(''))

test('too few answers show no words', async () => {
  for (const at of [0, 1, 2]) await said(at, 'Giao hàng trễ')
  await advanceScoreboard(api.ctx, waveId)
  expect(await read()).toMatchObject({ state: 'suppressed', items: [], found: { count: 0 } })
})

test('words are shown masked, nobody with them, in an order that tells nothing', async () => {
  await said(3, `Please call ${contacts[4]?.name} on 0912 345 678`)
  await said(4, 'Invoices are late, write to lan@vidu.example')
  await said(5, 'giao hang tre qua')
  await advanceScoreboard(api.ctx, waveId)
  expect(await read()).toMatchObject({ state: 'coming', items: [] })
  const page = await read()
  expect(page).toMatchObject({ state: 'ready', outdated: false, found: { count: 6, more: false } })
  expect(textOf(page)).toEqual(
    expect.arrayContaining([
      'Please call [name] on [phone]',
      'Invoices are late, write to [mail]',
      'giao hang tre qua',
    ]),
  )
  expect(page.items.map(({ id }) => id)).toEqual(page.items.map(({ id }) => id).toSorted())
  const { db } = api.ctx.db.connection
  const rows = (await db?.collection('comments').find({}).toArray()) ?? []
  const stored = JSON.stringify(rows)
  for (const trace of [...contacts.flatMap(({ id, name }) => [id, name]), '0912', 'vidu'])
    expect(stored).not.toContain(trace)
  const keys = new Set(rows.flatMap(row => Object.keys(row)))
  for (const key of ['at', 'createdAt', 'responseId', 'accountId', 'contactId'])
    expect(keys).not.toContain(key)
})

test('a search finds words with and without diacritics; what nobody agreed to is not quoted', async () => {
  expect((await read({ search: 'giao tre' })).found.count).toBe(4)
  expect((await read({ search: 'GIAO TRỄ' })).found.count).toBe(4)
  expect((await read({ search: 'giáo' })).found.count).toBe(1)
  expect((await read({ search: 'late' })).found.count).toBe(1)
  expect((await read({ search: '.*' })).found.count).toBe(6)
  expect((await read({ quotable: 'yes' })).items).toEqual([])
  expect((await read({ limit: 2 })).next).not.toBeNull()
  const [first, second] = [await read({ limit: 4 }), await read({ limit: 4 })]
  const rest = await read({ limit: 4, cursor: first.next ?? '' })
  expect(second.items).toEqual(first.items)
  expect([...first.items, ...rest.items]).toHaveLength(6)
  expect(rest.next).toBeNull()
})

test('a rule is tried, tags at once, and gives way to a hand', async () => {
  const { comments } = marketing.api
  const rule = 'giao tre, late'
  expect(await comments.tryRule({ id: waveId, rule })).toMatchObject({ found: { count: 5, more: false } })
  expect(await comments.tryRule({ id: waveId, rule: ' , ' })).toMatchObject({ found: { count: 0 } })
  const tag = await comments.addTag({ name: 'Lateness', rule })
  await expect(comments.addTag({ name: 'LATENESS', rule: '' })).rejects.toMatchObject({
    code: 'already_exists',
  })
  const tagged = await read({ tag: tag.id })
  expect(tagged.found.count).toBe(5)
  expect(tagged.tags).toEqual([{ id: tag.id, name: 'Lateness', count: 5, more: false }])
  expect(tagged.items[0]?.tags).toEqual([{ id: tag.id, name: 'Lateness', by: 'rule' }])
  const invoices = (await read({ search: 'invoices' })).items[0]?.id ?? ''
  const off = { id: waveId, commentId: invoices, tagId: tag.id, on: false }
  expect((await comments.tag(off)).tags).toEqual([])
  expect((await read({ tag: tag.id })).found.count).toBe(4)
  await gatherComments(api.ctx, waveId)
  expect((await read({ tag: tag.id })).found.count).toBe(4)
  expect((await comments.tag({ ...off, on: true })).tags).toMatchObject([{ by: 'hand' }])
  await expect(comments.changeTag({ ...tag, tagId: tag.id, revision: 9 })).rejects.toBeDefined()
  const changed = await comments.changeTag({ tagId: tag.id, revision: 1, name: 'Late', rule: '' })
  expect(changed).toMatchObject({ name: 'Late', revision: 2 })
  expect((await read({ tag: tag.id })).found.count).toBe(1)
  await comments.removeTag({ tagId: tag.id })
  expect((await read()).items.every(({ tags }) => tags.length === 0)).toBe(true)
})

test('an erased person takes the words along, and no gathering brings them back', async () => {
  await eraseContact(api.ctx, contacts[4]?.id ?? '', 'operator')
  expect((await read({ search: 'invoices' })).found.count).toBe(0)
  await gatherComments(api.ctx, waveId)
  const page = await read()
  expect(page.found.count).toBe(5)
  // The name is known to nobody any more, and stays masked.
  expect(textOf(page)).toContain('Please call [name] on [phone]')
})

test('who works elsewhere sees nothing of it; a region sees its own', async () => {
  await marketing.api.waves.close({ id: waveId })
  const south = await colleague(api, 'regional', { regions: ['south'] })
  const seen = await south.api.comments.list({ id: waveId, regionId: api.regions.south })
  expect(seen.items.every(({ regionId }) => regionId === api.regions.south)).toBe(true)
  expect(seen.found.count).toBe(5)
  const north = await colleague(api, 'regional', { regions: ['north'] })
  await expect(north.api.comments.list({ id: waveId })).rejects.toMatchObject({ code: 'not_found' })
})

test('who lays every view of the words side by side cannot place one among fewer than five people', async () => {
  const { waveId: id, surveyId, version } = await inviteContacts(api, { count: 1, region: 'south' })
  const { south, north, singapore, germany } = api.regions
  await api.ctx.db.connection
    .collection('waves')
    .updateOne({ _id: id as never }, { $set: { regionIds: [south, north, singapore, germany] } })
  const spoke = { [south]: 8, [north]: 6, [singapore]: 3, [germany]: 7 }
  for (const [regionId, count] of Object.entries(spoke))
    for (let at = 0; at < count; at += 1) {
      const place = { id: `${id}-${regionId}-${at}`, waveId: id, surveyId, version, language: 'en' }
      await noteAsked(api, { id: place.id, waveId: id, regionId })
      const given = {
        delivery_overall: { value: 3, revision: 1 },
        'do-better': { value: `Word ${at} of ${regionId}`, revision: 1 },
      }
      await submitResponse(
        api.ctx,
        { ...place, segments: [`region:${regionId}`] },
        () => given,
        null,
        () => new Set(Object.keys(given)),
      )
    }
  await advanceScoreboard(api.ctx, id)
  await api.runJobs()
  const all = async (filter: { regionId?: string; search?: string; factor?: string }) => {
    await marketing.api.comments.list({ id, ...filter })
    await api.runJobs()
    return marketing.api.comments.list({ id, ...filter, limit: 100 })
  }
  const everything = await all({})
  expect(everything.items).toHaveLength(24)
  // Where a view says that a word is from a region, or leaves it out, it is placed among fewer.
  const views = await Promise.all(
    Object.keys(spoke).map(async regionId => ({ regionId, page: await all({ regionId }) })),
  )
  const shown = views.filter(({ page }) => page.state === 'ready')
  expect(shown.length).toBeGreaterThanOrEqual(2)
  expect(shown.map(({ regionId }) => regionId)).not.toContain(singapore)
  for (const item of everything.items) {
    const placed = shown.find(({ page }) => page.items.some(one => one.id === item.id))?.regionId
    if (item.regionId !== null) expect(item.regionId).toBe(placed)
    const possible = placed
      ? [placed]
      : Object.keys(spoke).filter(region => shown.every(({ regionId }) => regionId !== region))
    const among = possible.reduce((sum, region) => sum + (spoke[region] ?? 0), 0)
    expect(among).toBeGreaterThanOrEqual(5)
  }
  // The same holds for a search: it narrows words, never people.
  const found = await all({ search: 'word 1' })
  for (const { id: comment, regionId } of found.items)
    expect(regionId).toBe(everything.items.find(one => one.id === comment)?.regionId)
})

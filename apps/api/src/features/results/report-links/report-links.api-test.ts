import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { NewReportLink } from '@sixfold/contract/report-links'
import { REPORT_COLUMNS, REPORT_PARTS } from '@sixfold/domain/results/report-outline'
import { noteAsked } from '@sixfold/testkit/asked'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { submitResponse } from '../../answering/responses/service.ts'
import { changeMember } from '../../house/staff/service.ts'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let analyst: Colleague
/** Twelve answered on delivery, seven of them on technical solutions too. */
let closed: InvitedWave
let running: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  analyst = await colleague(api, 'analyst', { name: 'Phạm Quỳnh' })
  closed = await inviteContacts(api, { count: 12, region: 'south' })
  running = await inviteContacts(api, { count: 1, region: 'south' })
  for (const [at, { token }] of closed.contacts.entries())
    await api.anonymous.responses.submit({
      token,
      answers: [
        { question: 'delivery_overall', value: at < 4 ? 5 : 2, revision: 1 },
        ...(at < 7 ? [{ question: 'technical-solutions_overall', value: 5, revision: 1 }] : []),
      ],
    })
  await advanceScoreboard(api.ctx, closed.waveId)
  const administrator = await colleague(api, 'administrator')
  await administrator.api.waves.close({ id: closed.waveId })
})
afterAll(() => api.close())

const order = (change: Partial<NewReportLink> = {}): NewReportLink => ({
  ...{ purpose: 'Supervisory board', waveId: closed.waveId, latest: false, regionId: null, language: 'en' },
  ...{ confidence: '95', parts: [...REPORT_PARTS], hidden: [], days: 30 },
  ...change,
})
async function share(change: Partial<NewReportLink> = {}, by = analyst) {
  const { link, address } = await by.api.reportLinks.make(order(change))
  return { link, open: (init?: RequestInit) => fetch(address.replace(/^https?:\/\/[^/]+/, api.url), init) }
}
const textOf = async (change: Partial<NewReportLink> = {}) => (await (await share(change)).open()).text()
/** The cells of the first line of a factor. */
const lineOf = (page: string, factor: string) =>
  (new RegExp(`<tr><th scope="row">${factor}</th>(.*?)</tr>`).exec(page)?.[1] ?? '').replaceAll(
    /<[^>]+>/g,
    '|',
  )
const stateOf = async (id: string) =>
  (await analyst.api.reportLinks.list()).items.find(link => link.id === id)?.state

/** A closed wave of two regions, with so many answers of each. */
async function answeredIn(counts: { south: number; north: number }): Promise<string> {
  const administrator = await colleague(api, 'administrator')
  const { surveyId, version } = closed
  const { id: waveId } = await administrator.api.waves.launch({
    ...{ surveyId, version, closesAt: '2030-08-30T10:00:00.000Z', reminders: { afterDays: [] } },
    regionIds: [api.regions.south, api.regions.north],
  })
  for (const region of ['south', 'north'] as const)
    for (let at = 0; at < counts[region]; at += 1) {
      const segments = [`region:${api.regions[region]}`]
      const id = `${region}-${at}`
      await noteAsked(api, { id, waveId, regionId: api.regions[region] })
      const place = { id, waveId, surveyId, version, segments, language: 'en' }
      await submitResponse(
        api.ctx,
        place,
        () => ({ delivery_overall: { value: 4, revision: 1 } }),
        null,
        () => new Set(['delivery_overall']),
      )
    }
  await advanceScoreboard(api.ctx, waveId)
  await administrator.api.waves.close({ id: waveId })
  return waveId
}

test('a reader needs nothing but the address; nothing runs, loads, is kept or found; nobody is named', async () => {
  const { link, open } = await share()
  const reply = await open()
  const page = await reply.text()
  expect(reply.status).toBe(200)
  expect(page).toContain('12 of 12 people asked')
  expect(lineOf(page, 'Delivery')).toContain('|33|')
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)| src="(?!data:)|<link|<form/)
  expect(page).not.toMatch(/Phạm Quỳnh|Supervisory board/)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'$/),
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  await open({ method: 'HEAD' })
  await open()
  const [listed] = (await analyst.api.reportLinks.list()).items.filter(({ id }) => id === link.id)
  expect(listed).toMatchObject({ openings: 2, madeBy: 'Phạm Quỳnh', state: 'open' })
  const stored = await api.ctx.db.connection.db?.collection('reportLinks').findOne({ _id: link.id as never })
  expect(JSON.stringify(stored)).not.toContain(new URL(reply.url).pathname.split('/').at(-1))
  expect(await textOf({ language: 'vi' })).toContain('Người chia sẻ')
})

test('what seven said is in the report of the house, and nowhere in a shared one', async () => {
  const { body } = await analyst.api.reports.file({ id: closed.waveId, format: 'html', language: 'en' })
  expect(lineOf(await body.text(), 'Technical solutions')).toContain('|100|')
  const page = await textOf()
  expect(lineOf(page, 'Technical solutions')).not.toMatch(/\d/)
  expect(page).toContain('fewer than 10 answers')
})

test('a hidden column is nowhere, nor what states it', async () => {
  const page = await textOf({ hidden: [...REPORT_COLUMNS] })
  expect(lineOf(page, 'Delivery')).toBe('|33|')
  expect(page).not.toMatch(
    /Index|\bindex|NSI|Nonsatisfied|nonsatisfied|Interval|Wilson|12 of 12|<th scope="col"[^>]*>n<|Neutral|Holm|Over the quarters/,
  )
  expect(page).toContain('Satisfied, %')
  const some = await textOf({ parts: ['coverage'], hidden: ['distribution'] })
  expect(some).toContain('Index (NSI)')
  expect(some).not.toMatch(/Very dissatisfied|What customers said|How the answers came/)
})

test('links with other columns and regions do not tell of a region that is too small', async () => {
  const wave = await answeredIn({ south: 14, north: 6 })
  // South alone could be shown; beside everybody it would tell what the six in the north said.
  const pages = await Promise.all(
    [
      { regionId: null },
      { regionId: api.regions.south, hidden: ['distribution' as const] },
      { regionId: api.regions.south, hidden: ['n' as const, 'interval' as const] },
      { regionId: api.regions.north },
    ].map(change => textOf({ waveId: wave, ...change })),
  )
  const shown = pages.map(page => /\d/.test(lineOf(page, 'Delivery')))
  expect(shown).toEqual([true, false, false, false])
  for (const page of pages.slice(1)) expect(page).not.toMatch(/\b(14|6) of (14|6) people/)
})

test('only what has closed is shared, only by those who may, and of all regions only by those of all', async () => {
  const refused = { code: 'not_found' }
  await expect(share({ waveId: running.waveId })).rejects.toMatchObject({ code: 'wrong_state' })
  await expect(share({ latest: true })).rejects.toMatchObject({ code: 'wrong_state' })
  const care = await colleague(api, 'care')
  await expect(care.api.reportLinks.make(order())).rejects.toMatchObject(refused)
  const southerner = await colleague(api, 'regional', { regions: ['south'] })
  await expect(share({}, southerner)).rejects.toMatchObject(refused)
  await expect(share({ regionId: api.regions.north }, southerner)).rejects.toMatchObject(refused)
  const { link } = await share({ regionId: api.regions.south }, southerner)
  expect((await southerner.api.reportLinks.list()).items.every(({ regionId }) => regionId !== null)).toBe(
    true,
  )
  const northerner = await colleague(api, 'regional', { regions: ['north'] })
  await expect(northerner.api.reportLinks.revoke({ id: link.id })).rejects.toMatchObject(refused)
})

test('R2: a link ends with its time, when it is revoked, and with the rights of who made it', async () => {
  const maker = await colleague(api, 'regional', { regions: ['south'] })
  const [short, revoked, lost] = await Promise.all([
    share({ days: 1 }),
    share(),
    share({ regionId: api.regions.south, days: null }, maker),
  ])
  await analyst.api.reportLinks.revoke({ id: revoked.link.id })
  await analyst.api.reportLinks.revoke({ id: revoked.link.id })
  expect((await lost.open()).status).toBe(200)
  const administrator = await colleague(api, 'administrator')
  await changeMember(api.ctx, administrator, {
    id: maker.id,
    role: 'regional',
    regions: [api.regions.north],
  })
  api.clock.advance({ days: 2 })
  for (const [{ open, link }, state, says] of [
    [short, 'expired', 'This link has expired'],
    [revoked, 'revoked', 'This link was ended'],
    [lost, 'ended', 'This link has ended'],
  ] as const) {
    const reply = await open()
    const page = await reply.text()
    expect([reply.status, await stateOf(link.id)]).toEqual([410, state])
    expect(page).toContain(says)
    expect(page).not.toContain('Delivery')
  }
  const nowhere = await fetch(`${api.url}/shared/nonsense`, { headers: { 'accept-language': 'vi' } })
  expect(nowhere.status).toBe(404)
  expect(await nowhere.text()).toContain('không dẫn đến đâu')
  const actions = (await administrator.api.audit.list({ limit: 200 })).items.map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['report-link.made', 'report-link.revoked', 'report-link.opened']),
  )
  expect(actions.filter(action => action === 'report-link.revoked')).toHaveLength(1)
})

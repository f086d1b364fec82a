import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { ProgrammeContent } from '@sixfold/contract/programmes'
import type { WaveDetails } from '@sixfold/contract/waves'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { storedSample } from '../wave-frames/service.ts'
import { waveBook } from '../wave-records/service.ts'
import { advanceWave } from '../waves/jobs.ts'

jest.setTimeout(60_000)

const MONDAY = '2026-08-17T03:00:00.000Z'

let api: TestApi
let lan: Colleague
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  api.clock.set(MONDAY)
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  await addContacts(api, 'north', 40)
  await addContacts(api, 'south', 20)
})
afterAll(() => api.close())

let years = 2040
async function publishedSurvey() {
  years += 1
  const quarter = { year: years, quarter: 3 as const }
  const draft = await lan.api.surveys.create({ factorModel: 'ibm-six', quarter, languages: ['en', 'vi'] })
  await lan.api.surveys.publish({ id: draft.id, revision: draft.revision })
  return draft
}

async function programmeOf(plan: Partial<ProgrammeContent> = {}) {
  const { id: surveyId } = await publishedSurvey()
  return lan.api.programmes.create({
    name: 'Every quarter',
    surveyId,
    regionIds: [api.regions.north, api.regions.south],
    audience: { kinds: [], segments: [], seniorities: [] },
    design: { method: 'census', size: null, strataBy: 'region', quotas: {}, panels: null },
    reminders: { afterDays: [5, 12] },
    sending: { perHour: null },
    days: 21,
    ...plan,
  })
}

const proportional = (size: number) => ({
  method: 'proportional' as const,
  size,
  strataBy: 'region' as const,
  quotas: {},
  panels: null,
})

async function launched(plan: Partial<ProgrammeContent> = {}): Promise<WaveDetails> {
  const { id } = await programmeOf(plan)
  const draft = await lan.api.programmes.draftWave({ id })
  return lan.api.waves.schedule({ id: draft.id, revision: draft.revision })
}

describe('a programme', () => {
  test('is kept at a revision; whoever saves second is told', async () => {
    const { id, revision, kind: _kind, excluded, updatedAt: _at, updatedBy, ...content } = await programmeOf()
    expect({ excluded, updatedBy }).toEqual({ excluded: 0, updatedBy: 'Lan Anh' })
    const saved = await lan.api.programmes.save({ id, revision, content: { ...content, days: 14 } })
    expect(saved).toMatchObject({ days: 14, revision: revision + 1, kind: 'quarterly' })
    await expect(lan.api.programmes.save({ id, revision, content })).rejects.toMatchObject({
      code: 'revision_conflict',
    })
  })

  test('never asks whom it excludes, by external ids, with a reason; unknown ids are named', async () => {
    const { id } = await programmeOf({ regionIds: [api.regions.north] })
    const [contact] = await addContacts(api, 'north', 1)
    const [row] = (await lan.api.customers.listContacts({ search: contact?.email ?? '' })).items
    const order = { id, kind: 'contact' as const, reason: 'asked us by phone' }
    const externalIds = [row?.externalId ?? '', 'NOBODY-1']
    expect(await lan.api.programmes.exclude({ ...order, externalIds })).toEqual({
      added: 1,
      unknown: ['NOBODY-1'],
    })
    expect(await lan.api.programmes.exclude({ ...order, externalIds })).toMatchObject({ added: 0 })
    const { items } = await lan.api.programmes.exclusions({ id })
    expect(items).toMatchObject([{ name: row?.name, reason: 'asked us by phone', by: 'Lan Anh' }])
    const draft = await lan.api.programmes.draftWave({ id })
    const { outlook } = await lan.api.wavePreviews.read({ id: draft.id })
    expect(outlook).toMatchObject({ excluded: 1, frame: (outlook?.audience ?? 0) - 1 })
    const names = await lan.api.wavePreviews.people({ id: draft.id, reason: 'excluded' })
    expect(names.items).toMatchObject([{ contactId: contact?.id, contactName: row?.name }])
    await lan.api.programmes.include({ id, exclusionId: items[0]?.id ?? '' })
    expect(await lan.api.programmes.get({ id })).toMatchObject({ excluded: 0 })
  })
})

describe('a draft', () => {
  test('shows whom the launch will draw: the same people, in the same groups', async () => {
    const { id } = await programmeOf({ design: proportional(30) })
    const draft = await lan.api.programmes.draftWave({ id })
    expect(draft).toMatchObject({ state: 'draft', framed: 0, drawn: null, programmeId: id })
    const { outlook, checks, state } = await lan.api.wavePreviews.read({ id: draft.id })
    expect(state).toBe('ready')
    expect(checks).toEqual([{ check: 'no_plan', severity: 'advises' }])
    expect(outlook).toMatchObject({ drawn: 30, atOnce: 30, later: 0, refused: [] })
    expect(outlook?.strata.reduce((sum, { sample }) => sum + sample, 0)).toBe(30)
    expect(outlook?.expected).toMatchObject({ population: outlook?.frame, confidence: 0.95 })
    const wave = await lan.api.waves.schedule({ id: draft.id, revision: draft.revision })
    expect(wave).toMatchObject({ state: 'running', framed: 30 })
    expect(wave.drawn?.strata).toEqual(outlook?.strata)
    const notDrawn = new Set(
      (
        await lan.api.wavePreviews.people({ id: draft.id, reason: 'not_drawn' }).catch(() => ({ items: [] }))
      ).items.map(({ contactId }) => contactId),
    )
    for (const contactId of await storedSample(api.ctx, wave.id)) expect(notDrawn.has(contactId)).toBe(false)
  })

  test('is changed at a revision, and refuses to be launched while something stops it', async () => {
    const { id } = await programmeOf()
    const draft = await lan.api.programmes.draftWave({ id })
    const { regionIds, audience, reminders, sending, version, opensAt } = draft
    const plan = { regionIds, audience, reminders, sending, version, opensAt, closesAt: opensAt }
    const design = { ...draft.design, method: 'simple' as const, size: null }
    const changed = await lan.api.waves.change({ id: draft.id, revision: 1, plan: { ...plan, design } })
    expect((await lan.api.wavePreviews.read({ id: draft.id })).checks).toMatchObject([
      { check: 'size_missing', severity: 'stops' },
      { check: 'closes_in_the_past', severity: 'stops' },
      { check: 'reminder_after_closing', severity: 'advises' },
    ])
    await expect(lan.api.waves.schedule({ id: draft.id, revision: changed.revision })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(
      lan.api.waves.change({ id: draft.id, revision: 1, plan: { ...plan, design } }),
    ).rejects.toMatchObject({ code: 'revision_conflict' })
    expect(await lan.api.waves.discard({ id: draft.id })).toEqual({ id: draft.id })
    await expect(lan.api.waves.get({ id: draft.id })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('opens at its time: scheduled before, running after, and nobody is written to earlier', async () => {
    const { id } = await programmeOf({ regionIds: [api.regions.south] })
    const opensAt = '2026-08-19T03:00:00.000Z'
    const draft = await lan.api.programmes.draftWave({ id, opensAt })
    const wave = await lan.api.waves.schedule({ id: draft.id, revision: draft.revision })
    expect(wave.state).toBe('scheduled')
    await api.runJobs()
    expect((await lan.api.waves.invitations({ id: wave.id })).items).toEqual([])
    api.clock.set(opensAt)
    await api.runJobs()
    const running = await lan.api.waves.get({ id: wave.id })
    expect(running).toMatchObject({ state: 'running', framed: wave.framed })
    expect((await lan.api.waves.invitations({ id: wave.id, limit: 200 })).items).toHaveLength(wave.framed)
    api.clock.set(MONDAY)
  })

  test('launched twice at once, one launch wins; a launch without the condition would let both', async () => {
    const { id } = await programmeOf({ regionIds: [api.regions.north] })
    const unguarded = await lan.api.programmes.draftWave({ id })
    const waves = api.ctx.db.connection.collection<{ _id: string }>('waves')
    const launchAnyway = async () => {
      const found = await waves.findOne({ _id: unguarded.id, state: 'draft' })
      if (!found) return 0
      return (await waves.updateOne({ _id: unguarded.id }, { $set: { state: 'closed' } })).matchedCount
    }
    const both = await Promise.all([launchAnyway(), launchAnyway()])
    expect(both).toEqual([1, 1])

    const draft = await lan.api.programmes.draftWave({ id })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => lan.api.waves.schedule({ id: draft.id, revision: draft.revision })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const wave = await lan.api.waves.get({ id: draft.id })
    expect(await storedSample(api.ctx, draft.id)).toHaveLength(wave.framed)
  })
})

describe('the sample of a wave', () => {
  test('comes out the same when it is drawn again, and says so where somebody tampered with it', async () => {
    const { id, drawn } = await launched({ design: proportional(15) })
    expect(await lan.api.waves.redraw({ id })).toMatchObject({
      identical: true,
      size: 15,
      fingerprint: drawn?.fingerprint,
    })
    const samples = api.ctx.db.connection.collection<{ _id: string; contactIds: string[] }>('waveSamples')
    const [first] = await storedSample(api.ctx, id)
    await samples.updateOne({ _id: `${id}:0` }, { $set: { 'contactIds.0': 'somebody-else' } })
    expect(await lan.api.waves.redraw({ id })).toMatchObject({
      identical: false,
      onlyThen: ['somebody-else'],
      onlyNow: [first],
    })
  })

  test('stopped half way, it ends with the same people, whoever came meanwhile', async () => {
    const { id, drawn } = await launched({ design: proportional(15), regionIds: [api.regions.south] })
    const db = api.ctx.db.connection
    await db.collection<{ _id: string }>('waveSamples').deleteMany({ _id: { $regex: `^${id}:` } })
    await db.collection<{ _id: string }>('waveFrames').deleteOne({ _id: `${id}:1` })
    await db.collection<{ _id: string }>('waves').updateOne({ _id: id }, { $set: { 'sample.drawn': null } })
    api.clock.advance({ minutes: 1 })
    await addContacts(api, 'south', 5)
    await advanceWave(api.ctx, id)
    const again = await lan.api.waves.get({ id })
    expect(again.drawn?.fingerprint).toBe(drawn?.fingerprint)
    expect(await storedSample(api.ctx, id)).toHaveLength(15)
    api.clock.set(MONDAY)
  })

  test('panels take turns: adjacent waves ask different people, and the third asks the first again', async () => {
    const { id } = await programmeOf({
      regionIds: [api.regions.north],
      design: { method: 'census', size: null, strataBy: 'region', quotas: {}, panels: 2 },
    })
    const asked: Set<string>[] = []
    for (const panel of [0, 1, 0]) {
      const draft = await lan.api.programmes.draftWave({ id })
      expect(draft.panel).toBe(panel)
      const wave = await lan.api.waves.schedule({ id: draft.id, revision: draft.revision })
      asked.push(new Set(await storedSample(api.ctx, wave.id)))
      await lan.api.waves.close({ id: wave.id })
    }
    const [first = new Set(), second = new Set(), third = new Set()] = asked
    expect(first.size).toBeGreaterThan(0)
    expect(second.size).toBeGreaterThan(0)
    expect([...first].filter(id => second.has(id))).toEqual([])
    expect(third).toEqual(first)
  })
})

describe('the steps of a wave', () => {
  test('paused nothing leaves, resumed it goes on, extended every link lasts, closed it can be archived', async () => {
    const { id, closesAt } = await launched({ regionIds: [api.regions.south] })
    expect(await lan.api.waves.pause({ id })).toMatchObject({ state: 'paused' })
    await expect(lan.api.waves.pause({ id })).rejects.toMatchObject({ code: 'wrong_state' })
    await api.runJobs()
    expect(await lan.api.waves.get({ id })).toMatchObject({ state: 'paused', invited: 0 })
    expect(await lan.api.waves.resume({ id })).toMatchObject({ state: 'running' })
    await api.runJobs()
    const running = await lan.api.waves.get({ id })
    expect(running.invited + running.refused).toBeGreaterThan(0)

    const later = new Date(Date.parse(closesAt) + 86_400_000).toISOString()
    await expect(lan.api.waves.extend({ id, closesAt: MONDAY })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    expect(await lan.api.waves.extend({ id, closesAt: later })).toMatchObject({ closesAt: later })
    expect(await waveBook.findWave(api.ctx, id)).toMatchObject({ linksUntil: new Date(later) })

    await expect(lan.api.waves.archive({ id })).rejects.toMatchObject({ code: 'wrong_state' })
    await lan.api.waves.close({ id })
    expect(await lan.api.waves.archive({ id })).toMatchObject({ state: 'archived' })
    await expect(lan.api.waves.resume({ id })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('a letter that is written already waits in the outbox while its wave is paused', async () => {
    await addContacts(api, 'singapore', 3)
    const { id } = await launched({ regionIds: [api.regions.singapore] })
    const outbox = await colleague(api, 'administrator')
    await advanceWave(api.ctx, id)
    await lan.api.waves.pause({ id })
    const waiting = async () =>
      (await outbox.api.outbox.list({ limit: 200 })).items.filter(({ state }) => state === 'waiting').length
    const before = await waiting()
    expect(before).toBeGreaterThanOrEqual(3)
    await api.runJobs()
    expect(await waiting()).toBe(3)
    await lan.api.waves.resume({ id })
    api.clock.advance({ minutes: 2 })
    await api.runJobs()
    expect(await waiting()).toBe(0)
    api.clock.set(MONDAY)
  })

  test('a wave that ends while it is paused is closed at its end', async () => {
    const { id, closesAt } = await launched({ regionIds: [api.regions.south] })
    await lan.api.waves.pause({ id })
    api.clock.set(closesAt)
    await api.runJobs()
    expect((await waveBook.findWave(api.ctx, id))?.state).toBe('closed')
    api.clock.set(MONDAY)
  })

  test('coverage tells accounts and revenue, asked and answered, by region', async () => {
    const { id } = await launched({ regionIds: [api.regions.south] })
    await api.runJobs()
    const { items } = await lan.api.waves.coverage({ id })
    const { invited } = await lan.api.waves.get({ id })
    const [south] = items
    expect(items).toHaveLength(1)
    expect(south?.regionId).toBe(api.regions.south)
    expect(south?.accounts.all).toBeGreaterThan(0)
    expect(south?.accounts.asked).toBe(Math.min(invited, south?.accounts.asked ?? 0))
    expect(south?.accounts.answered).toBe(0)
  })
})

describe('the next quarter', () => {
  test('is one click where nothing differs: its survey is published, its wave drafted', async () => {
    const programme = await programmeOf({ regionIds: [api.regions.south] })
    const draft = await lan.api.programmes.draftWave({ id: programme.id })
    const last = await lan.api.waves.schedule({ id: draft.id, revision: draft.revision })
    const next = await lan.api.programmes.next({ id: programme.id })
    expect(next).toMatchObject({ changes: [], standing: null, last: { id: last.id } })
    expect(next.quarter).toEqual({ year: last.quarter.year, quarter: 4 })
    const wave = await lan.api.programmes.draftNext({
      id: programme.id,
      quarter: next.quarter,
      confirmed: [],
    })
    expect(wave).toMatchObject({ state: 'draft', quarter: next.quarter, version: 1 })
    expect(wave.surveyId).not.toBe(last.surveyId)
    const survey = await lan.api.surveys.get({ id: wave.surveyId })
    expect(survey.title.en).toBe(`Quarterly survey, quarter 4 of ${last.quarter.year}`)
    const version = await lan.api.surveys.getVersion({ id: wave.surveyId, number: 1 })
    expect(version.before).toEqual({ surveyId: last.surveyId, number: 1 })
    expect(new Set(Object.values(version.changes))).toEqual(new Set(['same']))
    expect(await lan.api.programmes.get({ id: programme.id })).toMatchObject({ surveyId: wave.surveyId })
    expect(await lan.api.programmes.next({ id: programme.id })).toMatchObject({
      standing: { id: wave.id },
    })
    await expect(
      lan.api.programmes.draftNext({ id: programme.id, quarter: next.quarter, confirmed: [] }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('stops where frame or factors changed, until each difference is confirmed', async () => {
    const programme = await programmeOf({ regionIds: [api.regions.south] })
    const draft = await lan.api.programmes.draftWave({ id: programme.id })
    await lan.api.waves.schedule({ id: draft.id, revision: draft.revision })
    const furps = await lan.api.surveys.create({
      kind: 'product',
      factorModel: 'furps',
      quarter: draft.quarter,
      languages: ['en'],
    })
    await lan.api.surveys.publish({ id: furps.id, revision: furps.revision })
    await addContacts(api, 'south', 20)
    const { id, revision, kind: _kind, excluded: _n, updatedAt: _at, updatedBy: _by, ...content } = programme
    await lan.api.programmes.save({
      id,
      revision,
      content: {
        ...content,
        surveyId: furps.id,
        regionIds: [api.regions.south, api.regions.singapore],
        audience: { ...content.audience, kinds: ['existing'] },
      },
    })
    const { changes, quarter } = await lan.api.programmes.next({ id })
    expect(changes.map(({ kind }) => kind)).toEqual(['region_added', 'filter', 'size', 'factor_model'])
    const keys = changes.map(({ key }) => key)
    await expect(
      lan.api.programmes.draftNext({ id, quarter, confirmed: keys.slice(1) }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await lan.api.programmes.draftNext({ id, quarter, confirmed: keys })).toMatchObject({
      state: 'draft',
      kind: 'product',
    })
  })
})

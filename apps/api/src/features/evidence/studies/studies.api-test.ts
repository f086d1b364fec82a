import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { StudyFields } from '@sixfold/contract/studies'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { samplePdf } from '@sixfold/testkit/sample-files'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let analyst: Colleague
let one: Colleague
let two: Colleague
let competitorId: string

beforeAll(async () => {
  api = await startTestApi()
  analyst = await colleague(api, 'analyst')
  one = await colleague(api, 'regional', { regions: ['north'], name: 'Hoa' })
  two = await colleague(api, 'care', { name: 'Long' })
  const made = await analyst.api.competitors.create({ name: 'Delta Pumps', website: '', note: '' })
  competitorId = made.id
  await analyst.api.competitors.change({
    ...made,
    products: [
      {
        id: 'd-9',
        name: 'D-9',
        oursId: null,
        versions: [{ id: 'v2', name: '2.0', releasedOn: '2026-03-01', note: '' }],
      },
    ],
  })
})
afterAll(() => api.close())

const fields = (over: Partial<StudyFields> = {}): StudyFields => ({
  title: 'D-9 on our bench',
  competitorId,
  rivalProductId: 'd-9',
  rivalVersionId: 'v2',
  oursId: null,
  regionId: null,
  means: 'borrowed',
  obtainedOn: '2026-05-01',
  returnBy: '2026-06-01',
  cost: 4_000,
  plan: 'Two weeks on the bench',
  criteria: [
    { id: 'start', name: 'Starts when cold', factor: 'technical-solutions', weight: 3, method: '' },
    { id: 'manual', name: 'Manual', factor: 'support-and-service', weight: 1, method: '' },
  ],
  testerIds: [one.id, two.id],
  findings: [],
  conclusion: '',
  ...over,
})

test('a trial is planned, tried by several apart, and says what they found with its spread', async () => {
  const planned = await analyst.api.studies.create(fields())
  const { id } = planned
  const [head] = (await one.api.studies.list({})).items
  expect(head).toMatchObject({ id, rivalProductName: 'D-9', rivalVersionName: '2.0', testers: 2, done: 0 })
  const sheet = (start: number, theirs: number) => ({
    start: { us: start, them: theirs },
    manual: { us: 5, them: 5 },
  })
  await expect(
    one.api.studies.score({ id, revision: 0, sheet: sheet(8, 6), note: '' }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
  await analyst.api.studies.setState({ id, revision: planned.revision, state: 'running' })

  const first = await one.api.studies.score({ id, revision: 0, sheet: sheet(8, 6), note: 'Loud' })
  expect(first.own).toMatchObject({ revision: 1, note: 'Loud' })
  // Who still tests is not told what the other found.
  const waiting = await two.api.studies.get({ id })
  expect([waiting.result, waiting.notes]).toEqual([null, []])
  await expect(
    one.api.studies.score({ id, revision: 0, sheet: sheet(1, 1), note: '' }),
  ).rejects.toMatchObject({ code: 'revision_conflict' })
  await expect(
    two.api.studies.score({ id, revision: 0, sheet: { colour: { us: 1, them: 1 } }, note: '' }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
  await expect(
    analyst.api.studies.score({ id, revision: 0, sheet: sheet(1, 1), note: '' }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
  const second = await two.api.studies.score({ id, revision: 0, sheet: sheet(6, 4), note: '' })
  expect(second.notes).toEqual([{ name: 'Hoa', note: 'Loud' }])
  const [technical, support] = second.result?.factors ?? []
  expect(technical).toMatchObject({
    factor: 'technical-solutions',
    us: { mean: 70, low: 60, high: 80, testers: 2 },
    them: { mean: 50 },
    lead: 'us',
  })
  expect(support?.lead).toBe('mixed')
  expect(second.people).toMatchObject([
    { name: 'Hoa', tried: 2 },
    { name: 'Long', tried: 2 },
  ])
})

test('two who change a trial at once do not overwrite each other; it names only what is there', async () => {
  const { id, revision } = await analyst.api.studies.create(fields({ title: 'Second' }))
  const both = await Promise.allSettled(
    ['A', 'B'].map(title => analyst.api.studies.change({ id, revision, changes: { title } })),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const wrong = (over: Partial<StudyFields>) => analyst.api.studies.create(fields(over))
  await expect(wrong({ rivalVersionId: 'v3' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(wrong({ testerIds: ['nobody'] })).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    wrong({ findings: [{ id: 'f', text: 'Cheap', factor: 'weather', kind: 'remark' }] }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(
    analyst.api.studies.setState({ id, revision: revision + 1, state: 'finished' }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
  // Somebody of one region does not plan for the whole market.
  const north = await colleague(api, 'analyst', { regions: ['north'] })
  await expect(north.api.studies.create(fields())).rejects.toMatchObject({ code: 'not_found' })
  const own = await north.api.studies.create(fields({ regionId: api.regions.north, testerIds: [] }))
  expect(own.editable).toBe(true)
})

test('evidence is kept with its trial, for those who see it; the same file given twice is one', async () => {
  const { id } = await analyst.api.studies.create(
    fields({ regionId: api.regions.north, testerIds: [one.id] }),
  )
  const file = () => new File([new Uint8Array(samplePdf(2_000))], 'Đo đạc.pdf')
  await one.api.studies.addFile({ id, file: file(), note: 'First day' })
  const { files } = await one.api.studies.addFile({ id, file: file(), note: 'First day' })
  expect(files).toMatchObject([{ name: 'Đo đạc.pdf', by: 'Hoa', note: 'First day' }])
  const fileId = files[0]?.id ?? ''
  const { body } = await analyst.api.studies.readFile({ id, fileId })
  expect(body.size).toBe(files[0]?.bytes)
  const south = await colleague(api, 'analyst', { regions: ['south'] })
  await expect(south.api.studies.readFile({ id, fileId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    analyst.api.studies.addFile({ id, file: new File(['MZ'], 'setup.exe') }),
  ).rejects.toMatchObject({ code: 'unsupported_media_type' })
  expect((await analyst.api.studies.removeFile({ id, fileId })).files).toEqual([])
  await expect(analyst.api.studies.readFile({ id, fileId })).rejects.toMatchObject({ code: 'not_found' })
})

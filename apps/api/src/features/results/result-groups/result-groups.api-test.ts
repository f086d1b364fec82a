import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Dimension } from '@sixfold/domain/results/dimensions'
import { DIMENSIONS } from '@sixfold/domain/results/dimensions'
import { noteAsked } from '@sixfold/testkit/asked'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { submitResponse } from '../../answering/responses/service.ts'
import { advanceScoreboard, rebuildScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

const MINIMUM = 5

let api: TestApi
let reader: Colleague
beforeAll(async () => {
  api = await startTestApi()
  reader = await colleague(api, 'marketing')
})
afterAll(() => api.close())

interface Person {
  groups: string[]
  points: number | null
}

/** A wave in which these people have answered. */
async function answered(people: readonly Person[]): Promise<string> {
  const { waveId, surveyId, version } = await inviteContacts(api, { count: 1, region: 'south' })
  for (const [at, { groups, points }] of people.entries()) {
    const id = `${waveId}-${at}`
    await noteAsked(api, { id, waveId })
    const place = { id, waveId, surveyId, version, segments: groups, language: 'en' }
    const given = points === null ? {} : { delivery_overall: { value: points, revision: 1 } }
    await submitResponse(
      api.ctx,
      place,
      () => given,
      null,
      () => new Set(['delivery_overall']),
    )
  }
  await advanceScoreboard(api.ctx, waveId)
  return waveId
}

const deliveryBy = async (waveId: string, by: Dimension) => {
  const { groups } = await reader.api.scoreboards.groups({ id: waveId, by })
  return groups.map(({ segment, name, factors }) => ({
    segment,
    name,
    n: factors.find(({ factor }) => factor === 'delivery')?.n ?? null,
  }))
}

const many = (n: number, points: number | null, ...groups: string[]): Person[] =>
  Array.from({ length: n }, () => ({ groups, points }))

test.each([0, 1, 4])('a wave with %d answers shows no number of any group', async count => {
  const waveId = await answered(many(count, 4, `region:${api.regions.south}`, 'seniority:manager'))
  for (const by of DIMENSIONS) {
    const { groups } = await reader.api.scoreboards.groups({ id: waveId, by })
    for (const { responses, factors } of groups) {
      expect(responses).toBeNull()
      expect(factors.every(({ suppressed, n }) => suppressed && n === null)).toBe(true)
    }
  }
})

test('identical answers, a factor that nobody answered and a group of one give no wrong number', async () => {
  const south = `region:${api.regions.south}`
  const waveId = await answered([
    ...many(8, 4, south, 'seniority:manager'),
    ...many(7, 4, south, 'seniority:specialist'),
    ...many(1, 1, south, 'seniority:executive'),
  ])
  // The one executive would be everybody less the other two, so the smaller of those is hidden with it.
  expect(await deliveryBy(waveId, 'seniority')).toMatchObject([
    { segment: 'seniority:executive', n: null },
    { segment: 'seniority:manager', n: 8 },
    { segment: 'seniority:specialist', n: null },
  ])
  const { groups } = await reader.api.scoreboards.groups({ id: waveId, by: 'mode' })
  const [web] = groups
  expect(web?.segment).toBe('mode:web')
  for (const score of web?.factors ?? [])
    if (score.factor !== 'delivery') expect(score).toMatchObject({ suppressed: true, n: null })
})

test('a region’s colleague sees its groups, and of regions their own', async () => {
  const waveId = await answered([
    ...many(6, 4, `region:${api.regions.south}`),
    ...many(6, 3, `region:${api.regions.north}`),
  ])
  await reader.api.waves.close({ id: waveId })
  const care = await colleague(api, 'care', { regions: ['south'] })
  const { groups } = await care.api.scoreboards.groups({ id: waveId, by: 'region' })
  expect(groups.map(({ segment }) => segment)).toEqual([`region:${api.regions.south}`])
  // Nor do they learn of the other regions by the difference.
  expect(groups.flatMap(({ factors }) => factors).every(({ others }) => others === null)).toBe(true)
})

test('a group is held against all others and the widest gap among all pairs, with what chance explains among so many', async () => {
  const { south, north } = api.regions
  const waveId = await answered([
    ...many(20, 5, `region:${north}`, 'seniority:executive'),
    ...many(20, 2, `region:${south}`, 'seniority:manager'),
    ...many(20, 4, `region:${south}`, 'seniority:specialist'),
  ])
  const { groups, widest } = await reader.api.scoreboards.groups({ id: waveId, by: 'seniority' })
  const delivery = (segment: string) =>
    groups.find(one => one.segment === segment)?.factors.find(({ factor }) => factor === 'delivery')
  expect(delivery('seniority:manager')?.others).toMatchObject({ points: -100, chance: false })
  expect(delivery('seniority:executive')?.others).toMatchObject({ points: 50, chance: false })
  expect(delivery('seniority:executive')?.indexInterval).toMatchObject({ high: 100 })
  expect(widest).toMatchObject({ factor: 'delivery', lowest: 'seniority:manager', pairs: 3, chance: false })
})

test('who holds every view and the export side by side learns nothing of fewer than five', async () => {
  const { south, north } = api.regions
  const people = [
    ...many(9, 4, `region:${north}`, 'segment:enterprise', 'seniority:executive', 'product:a'),
    ...many(3, 1, `region:${north}`, 'segment:middle', 'seniority:manager', 'product:a'),
    ...many(12, 3, `region:${south}`, 'segment:middle', 'seniority:manager', 'product:b'),
    ...many(8, 5, `region:${south}`, 'segment:public', 'seniority:specialist', 'product:b'),
    ...many(2, null, `region:${south}`, 'segment:public', 'seniority:executive', 'product:c'),
  ]
  const waveId = await answered(people)
  await expectNothingLearnt(waveId, people)
  const before = await reader.api.scoreboards.groups({ id: waveId, by: 'seniority' })
  await rebuildScoreboard(api.ctx, waveId)
  expect(await reader.api.scoreboards.groups({ id: waveId, by: 'seniority' })).toEqual(before)
})

async function expectNothingLearnt(waveId: string, people: readonly Person[]) {
  const shown = new Set<string>()
  for (const by of DIMENSIONS)
    for (const { segment, n } of await deliveryBy(waveId, by)) if (n !== null) shown.add(segment)
  const regionId = api.regions.south
  const { questions } = await reader.api.results.questions({ id: waveId, regionId })
  const list = questions.flatMap(({ lists }) => lists).find(({ key }) => key === 'delivery_overall')
  if (list && !list.suppressed) shown.add(`region:${regionId}`)
  expect(shown.size).toBeGreaterThan(3)
  // Lines of the export stand for themselves: those with a region's name are a view of it.
  const file = await (await fetchExport(waveId)).text()
  const regions = file
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map(line => line.split(',')[0] ?? '')
  for (const lines of Map.groupBy(regions, name => name).values())
    expect(lines.length).toBeGreaterThanOrEqual(MINIMUM)

  const unions = DIMENSIONS.map(dimension => {
    const parts = [
      ...Map.groupBy(people, ({ groups }) => {
        const own = groups.find(group => group.startsWith(`${dimension}:`))
        return own && shown.has(own) ? own : 'the others'
      }).values(),
    ]
    return Array.from(
      { length: 2 ** parts.length },
      (_, choice) => new Set(parts.filter((__, at) => (choice >> at) & 1).flat()),
    )
  })
  for (const some of unions)
    for (const others of unions)
      for (const larger of some)
        for (const smaller of others) {
          if (![...smaller].every(one => larger.has(one))) continue
          const left = [...larger].filter(one => one.points !== null && !smaller.has(one)).length
          expect(left === 0 || left >= MINIMUM).toBe(true)
        }
}

const fetchExport = (id: string) => reader.api.results.responses({ id, format: 'csv' })

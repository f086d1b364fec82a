import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { submitResponse } from '../../answering/responses/service.ts'
import { findInvitationsTo } from '../../waves/invitations/service.ts'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

const PEOPLE = 40

let api: TestApi
let reader: Colleague
let earlier: InvitedWave
let later: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  reader = await colleague(api, 'marketing')
  earlier = await inviteContacts(api, { count: PEOPLE, region: 'south' })
  later = await inviteContacts(api, { count: 1, region: 'south' })
  await rate(earlier, at => (at < 20 ? 5 : 2))
  await rate(later, at => (at < 5 ? 2 : at < 32 ? 5 : 2))
})
afterAll(() => api.close())

/** The people of the first wave, in the order of their numbers, rate delivery in a wave. */
async function rate({ waveId, surveyId, version }: InvitedWave, points: (at: number) => number) {
  const invitations = await findInvitationsTo(
    api.ctx,
    waveId,
    earlier.contacts.map(({ id }) => id),
  )
  for (const [at, { id: contactId }] of earlier.contacts.entries()) {
    const row = invitations.find(one => one.contactId === contactId)
    if (!row) throw new Error('everybody of the region is in the frame')
    await submitResponse(
      api.ctx,
      { id: row._id, waveId, surveyId, version, segments: row.segments, language: 'en' },
      () => ({ delivery_overall: { value: points(at), revision: 1 } }),
      null,
      () => new Set(['delivery_overall']),
    )
  }
  await advanceScoreboard(api.ctx, waveId)
}

const compare = (first: InvitedWave, second: InvitedWave, part = 'all', by = reader) =>
  by.api.comparisons.get({
    first: `wave:${first.waveId}`,
    second: `wave:${second.waveId}`,
    firstPart: part,
    secondPart: part,
  })
const deliveryOf = ({ factors }: Awaited<ReturnType<typeof compare>>) =>
  factors.find(({ factor }) => factor === 'delivery')

test('who answered both is looked up once asked for; until then two samples are assumed, and it is said', async () => {
  const before = await compare(later, earlier)
  expect(before.people).toBe('coming')
  expect(deliveryOf(before)?.difference).toMatchObject({ paired: null, chance: true })
  await api.runJobs()
  const after = await compare(later, earlier)
  expect(after.people).toBe('known')
  // 12 became satisfied and 5 no longer are: (12 − 5)² / 17 = 2.88.
  const { difference } = deliveryOf(after) ?? {}
  expect(difference).toMatchObject({ paired: { n: PEOPLE, lost: 5, gained: 12 }, chance: true })
  expect(difference?.points).toBeCloseTo(17.5, 9)
  expect(difference?.p).toBeCloseTo(0.0895, 3)
})

test('the other way round the same is found, and so it is in a region and question by question', async () => {
  const [there, back] = [await compare(later, earlier), await compare(earlier, later)]
  const [one, other] = [deliveryOf(there)?.difference, deliveryOf(back)?.difference]
  expect(other?.paired).toEqual({ n: PEOPLE, lost: 12, gained: 5 })
  expect(other?.p).toBe(one?.p)
  expect(other?.low).toBeCloseTo(-(one?.high ?? 0), 9)
  const region = await compare(later, earlier, `region:${api.regions.south}`)
  expect(region.people).toBe('known')
  expect(deliveryOf(region)?.difference?.paired).toEqual(one?.paired)
  const item = there.items.find(({ firstItem }) => firstItem.key === 'delivery_overall')
  expect(item?.difference?.paired).toEqual(one?.paired)
})

test('figures allow for how alike people of one account answer, and the index has its interval', async () => {
  await reader.api.scoreboards.get({ id: later.waveId })
  await api.runJobs()
  const first = deliveryOf(await compare(later, earlier))?.first
  expect(first?.designEffect).toBeGreaterThanOrEqual(1)
  expect(first?.indexInterval.low).toBeLessThan(first?.netSatisfactionIndex ?? 0)
  expect(first?.indexInterval.high).toBeGreaterThan(first?.netSatisfactionIndex ?? 100)
})

test('other parts of two waves are assumed to be independent; two ways of one wave are', async () => {
  expect((await compare(later, earlier, 'seniority:manager')).people).toBe('assumed')
  const { people } = await reader.api.comparisons.get({
    first: `wave:${later.waveId}`,
    second: `wave:${later.waveId}`,
    firstPart: 'mode:web',
    secondPart: 'mode:phone',
  })
  expect(people).toBe('apart')
})

test('who sees a running wave in steps does not learn from pairs who has answered since', async () => {
  const analyst = await colleague(api, 'analyst')
  const seen = await compare(later, earlier, 'all', analyst)
  expect(seen.people).toBe('assumed')
  expect(seen.factors.every(({ difference }) => !difference?.paired)).toBe(true)
})

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { keepBlindResponses } from '../../answering/responses/service.ts'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

const rewording: SurveyOperation[] = [
  {
    op: 'set-question-text',
    question: 'marketing_overall',
    field: 'text',
    language: 'en',
    value: 'What we tell you about what we sell',
  },
]

let api: TestApi
let admin: Colleague
let earlier: InvitedWave
let later: InvitedWave
let blind: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  admin = await colleague(api, 'administrator')
  earlier = await inviteContacts(api, { count: 12, region: 'south' })
  later = await inviteContacts(api, {
    count: 12,
    region: 'south',
    operations: rewording,
  })
  blind = await inviteContacts(api, { kind: 'blind', count: 1, region: 'south' })
  await answerAll(earlier, 2)
  await answerAll(later, 5)
  await keepBlindResponses(
    api.ctx,
    {
      waveId: blind.waveId,
      surveyId: blind.surveyId,
      version: blind.version,
      language: 'vi',
      day: new Date(0),
    },
    Array.from({ length: 9 }, (_, n) => ({
      id: `blind-${n}`,
      answers: { delivery_overall: 2, marketing_overall: 2 },
    })),
  )
  await advanceScoreboard(api.ctx, blind.waveId)
})
afterAll(() => api.close())

async function answerAll({ contacts, waveId }: InvitedWave, points: number) {
  for (const { token } of contacts)
    await api.anonymous.responses.submit({
      token,
      answers: [
        { question: 'delivery_overall', value: points, revision: 1 },
        { question: 'marketing_overall', value: points, revision: 1 },
      ],
    })
  await advanceScoreboard(api.ctx, waveId)
}

const ref = ({ waveId }: InvitedWave) => `wave:${waveId}`
const compare = (
  first: InvitedWave,
  second: InvitedWave,
  parts: { firstPart?: string; secondPart?: string } = {},
) => admin.api.comparisons.get({ first: ref(first), second: ref(second), ...parts })
const factorOf = async (first: InvitedWave, second: InvitedWave, key: string) => {
  const found = (await compare(first, second)).factors.find(({ factor }) => factor === key)
  if (!found) throw new Error(`no factor ${key}`)
  return found
}

describe('two waves', () => {
  test('differ on a factor by so many points, with the interval and a grade', async () => {
    const delivery = await factorOf(later, earlier, 'delivery')
    expect(delivery).toMatchObject({
      first: { n: 12, percentSatisfied: 100 },
      second: { n: 12, percentSatisfied: 0 },
      wording: 'same',
      grade: 'B',
      reasons: [{ kind: 'few', n: 12 }],
      difference: { points: 100, chance: false },
    })
  })

  test('that asked in other words show only the direction', async () => {
    expect(await factorOf(later, earlier, 'marketing')).toMatchObject({ wording: 'reworded', grade: 'C' })
  })

  test('a factor that nobody answered shows nothing', async () => {
    expect(await factorOf(later, earlier, 'support-and-service')).toMatchObject({
      first: null,
      second: null,
      grade: 'D',
      difference: null,
    })
  })

  test('are offered with the parts that may be shown', async () => {
    const { waves } = await admin.api.comparisons.choices()
    expect(waves.find(({ id }) => id === later.waveId)?.parts).toContain(`region:${api.regions.south}`)
  })

  test('of a region are for its people, and a part that nobody is in shows nothing', async () => {
    const north = await colleague(api, 'analyst', { regions: ['north'] })
    await expect(
      north.api.comparisons.get({ first: ref(later), second: ref(earlier) }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const { factors, first } = await compare(later, earlier, { firstPart: 'mode:phone', secondPart: 'open' })
    expect(first.responses).toBeNull()
    expect(factors.every(one => one.first === null && one.second === null)).toBe(true)
  })
})

describe('an own survey and a blind one', () => {
  test('have a gap with its interval, the own less the blind whichever comes first', async () => {
    const [there, back] = [await compare(later, blind), await compare(blind, later)]
    expect(there.second).toMatchObject({ anonymity: 'blind', responses: 9 })
    expect(there.gap).toMatchObject({ points: 100, factors: 2 })
    expect(back.gap).toEqual(there.gap)
    expect((await compare(later, earlier)).gap).toBeNull()
  })

  test('somebody judges their questions; the judgement counts both ways, and the second of two at once is refused', async () => {
    const before = await compare(later, blind)
    const { revision } = await admin.api.comparisons.judge({
      first: { surveyId: later.surveyId, version: later.version },
      second: { surveyId: blind.surveyId, version: blind.version },
      revision: before.mapRevision ?? -1,
      links: [{ first: 'marketing_overall', second: 'marketing_overall', wording: 'equivalent' }],
    })
    expect(revision).toBe(1)
    for (const pair of [await factorOf(later, blind, 'marketing'), await factorOf(blind, later, 'marketing')])
      expect(pair).toMatchObject({ wording: 'equivalent', grade: 'B' })
    // The quarter before asked it in other words, so nothing was judged of it; the quarter after asks it the same.
    expect(await factorOf(earlier, blind, 'marketing')).toMatchObject({ wording: 'same' })
    const next = await inviteContacts(api, { count: 1, region: 'south', operations: rewording })
    expect(await factorOf(next, blind, 'marketing')).toMatchObject({ wording: 'equivalent' })
    const again = {
      first: { surveyId: blind.surveyId, version: blind.version },
      second: { surveyId: later.surveyId, version: later.version },
      links: [],
    }
    await expect(admin.api.comparisons.judge({ ...again, revision: 0 })).rejects.toMatchObject({
      code: 'revision_conflict',
    })
  })

  test('a question that is not there, or stands for two, is refused; versions of one survey need no map', async () => {
    const of = ({ surveyId, version }: InvitedWave) => ({ surveyId, version })
    const judge = (links: { first: string; second: string; wording: 'equivalent' }[], second = blind) =>
      admin.api.comparisons.judge({ first: of(later), second: of(second), revision: 1, links })
    const link = (first: string, second: string) => ({ first, second, wording: 'equivalent' as const })
    await expect(judge([link('gone', 'delivery_overall')])).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(
      judge([link('delivery_overall', 'delivery_overall'), link('delivery_overall', 'marketing_overall')]),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(judge([], later)).rejects.toMatchObject({ code: 'wrong_state' })
    const analyst = await colleague(api, 'analyst')
    await expect(
      analyst.api.comparisons.judge({ first: of(later), second: of(blind), revision: 1, links: [] }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

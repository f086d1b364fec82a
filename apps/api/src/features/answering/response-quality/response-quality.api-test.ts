import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard, rebuildScoreboard } from '../../results/scoreboards/service.ts'
import { findInvitationByToken } from '../../waves/invitations/service.ts'
import { readResponse } from '../responses/service.ts'
import { judgeWave, readQuality } from './service.ts'

let api: TestApi
let marketing: Colleague
let wave: InvitedWave
let rated: string[]
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  wave = await inviteContacts(api, { count: 24 })
  const { definition } = await api.anonymous.responses.get({ token: wave.contacts[0]?.token ?? '' })
  rated = questionsOf(definition)
    .filter(({ kind }) => kind === 'satisfaction')
    .map(({ id }) => id)
}, 60_000)
afterAll(() => api.close())

const slow = { delivery: 60, marketing: 50, administration: 70 }
const hasty = { delivery: 3, marketing: 2, administration: 2 }

interface Given {
  point?: (at: number) => number
  pages?: Record<string, number>
  language?: string
}

const answer = (
  { token }: InvitedContact,
  { point = at => (at % 3) + 3, pages = slow, language = 'vi' }: Given,
) =>
  api.anonymous.responses.submit({
    token,
    language,
    pages,
    answers: rated.map((question, at) => ({ question, value: point(at), revision: 1 })),
  })

async function flagsOf({ token }: InvitedContact) {
  const invitation = await findInvitationByToken(api.ctx, token)
  return (await readResponse(api.ctx, invitation?.id ?? ''))?.flags
}

const quality = (id = wave.waveId) => marketing.api.responseQuality.get({ id })

describe('how the answers of a wave came', () => {
  test('is not told of fewer than the minimum cell', async () => {
    for (const person of wave.contacts.slice(0, 4)) await answer(person, {})
    await advanceScoreboard(api.ctx, wave.waveId)
    expect(await quality()).toMatchObject({ blind: false, suppressed: true, responses: null, flags: [] })
  })

  test('counts mode, language, time and flags as the answers arrive, and again the same from scratch', async () => {
    const [, , , , ...others] = wave.contacts
    // Five in haste, and six who say the same of everything, of whom one in haste.
    for (const [at, person] of others.slice(0, 5).entries())
      await answer(person, { pages: hasty, point: index => ((index * (at + 2)) % 4) + 2 })
    for (const [at, person] of others.slice(5, 11).entries())
      await answer(person, { point: () => 5, pages: at === 0 ? hasty : slow, language: 'en' })
    await advanceScoreboard(api.ctx, wave.waveId)
    const live = await quality()
    expect(live).toMatchObject({
      suppressed: false,
      responses: 15,
      modes: [{ mode: 'web', count: 15, most: true }],
      languages: [
        { language: 'vi', count: 9, most: true },
        { language: 'en', count: 6, most: false },
      ],
      medianMinutes: 3,
      timed: 15,
      judged: 15,
      compared: false,
    })
    expect(live.flags.map(({ flag }) => flag).sort()).toEqual(['same_answers', 'too_fast'])
    await rebuildScoreboard(api.ctx, wave.waveId)
    expect(await quality()).toEqual(live)
  })

  test('is judged a little later against the others: a copy is found, and what was found is kept with the answers', async () => {
    const [one, other] = wave.contacts.slice(-2) as [InvitedContact, InvitedContact]
    const pattern = (at: number) => ((at * at) % 5) + 1
    await answer(one, { point: pattern, pages: hasty })
    await answer(other, { point: at => (at === 7 ? 6 - pattern(at) : pattern(at)) })
    await advanceScoreboard(api.ctx, wave.waveId)
    await quality()
    await api.runJobs()
    expect(await flagsOf(one)).toEqual(['too_fast', 'near_duplicate'])
    expect(await flagsOf(other)).toEqual(['near_duplicate'])
    expect(await flagsOf(wave.contacts[9] as InvitedContact)).toEqual(['too_fast', 'same_answers'])
    const found = await quality()
    expect(found).toMatchObject({ responses: 17, judged: 17, compared: true })
    // Four have no sign, which is too few to show; five have signs of two kinds.
    expect(found.factors).toHaveLength(6)
    expect(found.factors[0]).toMatchObject({ all: { n: 17 }, unflagged: null, withoutSeveral: { n: 12 } })
    // Judged again, by two processes at once: the same.
    await Promise.all([judgeWave(api.ctx, wave.waveId), judgeWave(api.ctx, wave.waveId)])
    expect(await quality()).toEqual(found)
    expect(await flagsOf(one)).toEqual(['too_fast', 'near_duplicate'])
  })

  test('is read at the same cost however many answered: no response is looked at', async () => {
    const seen = new Set<string>()
    const { connection } = api.ctx.db
    // Boards are folded in the background, which looks at responses: only what this reading asks for counts.
    const reading = new AsyncLocalStorage<Set<string>>()
    connection.set('debug', (collection: string) => void reading.getStore()?.add(collection))
    await reading.run(seen, () => readQuality(api.ctx, marketing, wave.waveId))
    connection.set('debug', false)
    expect(seen).toContain('scoreboards')
    expect(seen).not.toContain('responses')
  })

  test('is shown to those who may read the scoreboard', async () => {
    const south = await colleague(api, 'regional', { regions: ['south'] })
    const missing = expect.objectContaining({ code: 'not_found' })
    await expect(south.api.responseQuality.get({ id: wave.waveId })).rejects.toEqual(missing)
    await expect(quality('ghost')).rejects.toEqual(missing)
    await expect(api.anonymous.responseQuality.get({ id: wave.waveId })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })
})

test('of a blind wave nothing is told and nothing is judged', async () => {
  const blind = await inviteContacts(api, { kind: 'blind', count: 6 })
  await judgeWave(api.ctx, blind.waveId)
  expect(await quality(blind.waveId)).toMatchObject({ blind: true, suppressed: true, responses: null })
  const kept = await api.ctx.db.connection
    .collection<{ _id: string }>('responseQuality')
    .findOne({ _id: blind.waveId })
  expect(kept).toBeNull()
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { StoredAnswer } from '@sixfold/contract/responses'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { TestClient } from '@sixfold/testkit/api-client'
import { testClient } from '@sixfold/testkit/api-client'
import type { InvitedContact } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { signIn } from '@sixfold/testkit/people'
import type { ApiProcess } from '@sixfold/testkit/processes'
import { startApiProcess } from '@sixfold/testkit/processes'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'
import { createMember } from '../../house/staff/service.ts'

/** R18: a process that is killed under load has lost no answer that it acknowledged, and counts none twice. */

const ROUNDS = 3
const AT_ONCE = 40
const SIGN_IN = { email: 'power-cut@example.com', password: 'mật khẩu đủ dài' }

const folder = temporaryFolder('power-cut')
let api: ApiProcess
let waveId: string
let people: InvitedContact[]
let answers: StoredAnswer[]

beforeAll(async () => {
  // The data is made in this process, on the directory that the killed one works on.
  const maker = await startTestApi({ settings: { DATA_DIR: folder.path, MONGODB_URI: '' } })
  const wave = await inviteContacts(maker, { count: ROUNDS * AT_ONCE })
  await createMember(maker.ctx, {
    ...SIGN_IN,
    name: 'Chủ',
    role: 'administrator',
    regions: 'all',
    language: 'en',
  })
  const { definition } = await maker.anonymous.responses.get({ token: wave.contacts[0]?.token ?? '' })
  await maker.close()
  waveId = wave.waveId
  people = wave.contacts
  answers = questionsOf(definition)
    .filter(({ kind }) => kind === 'satisfaction')
    .map(({ id }, index) => ({ question: id, value: (index % 5) + 1, revision: 1 }))
  api = await startApiProcess({ dataDir: folder.path, settings: { MONGODB_URI: undefined } })
}, 120_000)

afterAll(async () => {
  await api?.stop()
  folder.remove()
})

test('killed in the middle of forty submissions, several times over', async () => {
  const acknowledged = new Map<string, string>()
  const kept = new Set<string>()
  const times = { delivery: 21, marketing: 14 }
  let drafts = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const group = people.slice(round * AT_ONCE, (round + 1) * AT_ONCE)
    const anyone = testClient(api.url)
    let done = 0
    let killing: Promise<void> | null = null
    // Each round dies at another moment: early, in the middle, late.
    const killAfter = 5 + round * 12
    await Promise.allSettled(
      group.map(async ({ token }) => {
        await anyone.responses.save({
          token,
          answers: answers.slice(0, 3),
          pages: times,
          browser: 'browser-1',
        })
        kept.add(token)
        const { submittedAt } = await anyone.responses.submit({ token, answers })
        acknowledged.set(token, submittedAt)
        done += 1
        if (done >= killAfter) killing ??= api.kill()
      }),
    )
    expect(done).toBeGreaterThanOrEqual(killAfter)
    await killing
    api = await api.restart()

    const again = testClient(api.url)
    await Promise.all(
      [...acknowledged].map(async ([token, submittedAt]) =>
        expect(await again.responses.submit({ token, answers: [] })).toEqual({ submittedAt }),
      ),
    )
    for (const token of kept) {
      if (acknowledged.has(token)) continue
      const view = await again.responses.get({ token })
      // One that was not acknowledged may have arrived all the same; a draft still holds what was kept.
      if (view.state !== 'open') continue
      expect(view.answers).toEqual(expect.arrayContaining(answers.slice(0, 3)))
      // So do the times that came with it.
      expect(await timesOnPage(token)).toEqual(times)
      drafts += 1
    }
  }
  // At least one of each kind, or the rounds proved nothing.
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * 5)
  expect(acknowledged.size).toBeLessThan(people.length)
  expect(drafts).toBeGreaterThan(0)

  const anyone = testClient(api.url)
  await Promise.all(people.map(({ token }) => anyone.responses.submit({ token, answers })))
  const staff = testClient(api.url, { cookie: await signIn(api.url, SIGN_IN.email, SIGN_IN.password) })
  await settled(staff, people.length)
  const board = await staff.scoreboards.get({ id: waveId })
  expect(board.responses).toBe(people.length)
  expect((await staff.waves.get({ id: waveId })).responded).toBe(people.length)
  for (const factor of board.factors) expect(factor.counts?.reduce((a, b) => a + b)).toBe(factor.n)
}, 240_000)

/** The times that the page of a link goes on from. */
async function timesOnPage(token: string): Promise<unknown> {
  const html = await (await fetch(`${api.url}/r/${token}`)).text()
  return JSON.parse(/id="page">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}').times?.pages
}

/** Waits until the scoreboard has taken up every response. */
async function settled(staff: TestClient, responses: number): Promise<void> {
  for (let patience = 100; patience > 0; patience -= 1) {
    if ((await staff.scoreboards.get({ id: waveId })).responses === responses) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

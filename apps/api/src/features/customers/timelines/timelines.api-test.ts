import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { TimelineLine } from '@sixfold/contract/timelines'
import { blindVoter } from '@sixfold/testkit/blind-voter'
import type { InvitedContact } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { eraseContact } from '../../privacy/erasures/service.ts'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let care: Colleague
let analyst: Colleague
let people: InvitedContact[]
let voters: InvitedContact[]
let blindWave: string
let waveId: string
let id: string

beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { regions: ['north'] })
  analyst = await colleague(api, 'analyst', { regions: ['north'] })
  ;({ contacts: people, waveId } = await inviteContacts(api, { count: 6 }))
  ;({ contacts: voters, waveId: blindWave } = await inviteContacts(api, { kind: 'blind', count: 1 }))
  id = people[0]?.accountId ?? ''
  // All of them work for one company.
  const ids = [...people, ...voters].map(person => person.id)
  const { db } = api.ctx.db.connection
  await db?.collection('contacts').updateMany({ _id: { $in: ids } } as object, { $set: { accountId: id } })
  await db?.collection('invitations').updateMany({ contactId: { $in: ids } }, { $set: { accountId: id } })
})
afterAll(() => api.close())

const answer = (at: number, words: string) =>
  api.anonymous.responses.submit({
    token: people[at]?.token ?? '',
    answers: [
      { question: 'delivery_overall', value: 2, revision: 1 },
      { question: 'do-better', value: words, revision: 1 },
    ],
  })

async function all(who: Colleague, limit: number, side?: 'they' | 'we'): Promise<TimelineLine[]> {
  const lines: TimelineLine[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await who.api.timelines.list({ id, limit, cursor, side })
    lines.push(...page.items)
    if (page.next === null) return lines
    cursor = page.next
  }
}

test('a timeline holds what was sent, what was answered and what was held back, with reasons', async () => {
  await answer(0, 'Announce every delivery')
  await advanceScoreboard(api.ctx, waveId)
  api.clock.advance({ minutes: 1 })
  const again = await requestTouch(api.ctx, {
    touchId: 'once more',
    contactId: people[1]?.id ?? '',
    kind: 'invitation',
    purpose: 'relationship_survey',
    subject: 'Once more',
  })
  expect(again).toMatchObject({ decision: 'refuse' })
  const lines = await all(care, 50)
  expect(lines[0]).toMatchObject({
    kind: 'held_back',
    side: 'we',
    contactId: people[1]?.id,
    title: 'Once more',
    detail: again.decision === 'refuse' && again.reason,
  })
  const mine = lines.filter(({ contactId, about }) => contactId === people[0]?.id && about?.id === waveId)
  expect(mine.map(({ kind }) => kind).sort()).toEqual(['answered', 'survey_sent'])
  expect(mine.find(({ kind }) => kind === 'answered')).toMatchObject({
    side: 'they',
    text: 'Announce every delivery',
    detail: 'quarterly',
    about: { kind: 'wave', id: waveId },
  })
  expect(lines.filter(({ kind }) => kind === 'survey_sent')).toHaveLength(7)
})

test('pages of any size hold the same, each line once', async () => {
  const whole = await all(care, 50)
  expect(await all(care, 1)).toEqual(whole)
  expect(await all(care, 3)).toEqual(whole)
  expect(await all(care, 2, 'they')).toEqual(whole.filter(({ side }) => side === 'they'))
})

test('who may not read single responses learns that somebody answered, not what', async () => {
  const [line] = await all(analyst, 50, 'they')
  expect(line).toMatchObject({ kind: 'answered', text: '', factor: null })
})

test('a blind survey was sent; that and when it was answered stands nowhere', async () => {
  const [voter] = voters
  const vote = blindVoter(api.url)
  const ballot = await vote.earn(blindWave, voter?.token ?? '')
  const cast = await vote.cast(blindWave, ballot, [{ question: 'delivery_overall', value: 1 }])
  expect(cast.status).toBe(200)
  const own = (await all(care, 50)).filter(({ contactId }) => contactId === voter?.id)
  expect(own.map(({ kind, detail }) => [kind, detail])).toEqual([['survey_sent', 'blind']])
})

test('scores are shown from five people on', async () => {
  const scores = async () => {
    const { scores: found } = await care.api.timelines.outline({ id })
    return found.find(({ factor }) => factor.key === 'delivery')?.points.filter(({ n }) => n > 0)
  }
  for (const at of [1, 2, 3]) await answer(at, '')
  await advanceScoreboard(api.ctx, waveId)
  expect(await scores()).toMatchObject([{ n: 4, index: null }])
  await answer(4, '')
  await advanceScoreboard(api.ctx, waveId)
  expect(await scores()).toMatchObject([{ n: 5, index: 25 }])

  // Who goes takes no answer away, and who comes brings none along: two looks tell nothing of one person.
  const before = await scores()
  const { db } = api.ctx.db.connection
  const [goer, comer] = [people[0]?.id, people[5]?.id]
  const move = (accountId: string) =>
    db?.collection('contacts').updateOne({ _id: goer } as object, { $set: { accountId } })
  await move('elsewhere')
  expect(await scores()).toEqual(before)
  await move(id)
  await db?.collection('invitations').updateMany({ contactId: comer }, { $set: { accountId: 'elsewhere' } })
  await answer(5, '')
  await advanceScoreboard(api.ctx, waveId)
  // The only other answer of the region: it could be had by taking this account from it.
  expect(await scores()).toMatchObject([{ n: 5, index: null }])
})

test('an outline says whom to ask, who was heard and who is silent', async () => {
  const outline = await care.api.timelines.outline({ id })
  expect(outline.touches).toHaveLength(7)
  expect(outline.touches.every(({ now, at, reason }) => !now && (at !== null || reason !== null))).toBe(true)
  expect(outline.heard).toMatchObject({ heard: 5, of: 7 })
  expect(outline.heard.silent.map(person => person.id).sort()).toEqual([people[5]?.id, voters[0]?.id].sort())
  expect(outline.open).toEqual({ cases: 0, requirements: 0, event: null })
})

test('an erased person leaves the timeline, and a broken place in it is refused', async () => {
  const gone = people[0]?.id ?? ''
  await eraseContact(api.ctx, gone, 'operator')
  expect((await all(care, 50)).some(({ contactId }) => contactId === gone)).toBe(false)
  for (const cursor of ['x', '1_2', '99999999999999999_1_a'])
    await expect(care.api.timelines.list({ id, cursor })).rejects.toMatchObject({ code: 'invalid_input' })
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'
import { findInvitationByToken, noteInvitation } from '../../waves/invitations/service.ts'
import { countedResponses, uncountedResponses } from '../responses/service.ts'

const requiresFirst: SurveyOperation = {
  op: 'set-required',
  question: 'delivery_on-time',
  required: true,
}

let api: TestApi
let wave: InvitedWave
let people: InvitedContact[]
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteContacts(api, { count: 16, operations: [requiresFirst], name: 'Trần Thị Hà' })
  people = [...wave.contacts]
}, 60_000)
afterAll(() => api.close())

function nextPerson(): InvitedContact {
  const person = people.shift()
  if (!person) throw new Error('invite more people')
  return person
}

const answer = (value: StoredAnswer['value'], revision = 1, question = 'delivery_on-time'): StoredAnswer => ({
  question,
  value,
  revision,
})
const { save, get, submit } = {
  save: (token: string, ...answers: StoredAnswer[]) => api.anonymous.responses.save({ token, answers }),
  get: (token: string) => api.anonymous.responses.get({ token }),
  submit: (token: string, ...answers: StoredAnswer[]) => api.anonymous.responses.submit({ token, answers }),
}
const stateOf = async (token: string) => (await findInvitationByToken(api.ctx, token))?.state

describe('keeping answers', () => {
  test('an answer is kept the moment it is given, on whatever device, and saving it again changes nothing', async () => {
    const { token } = nextPerson()
    expect(await save(token, answer(2))).toEqual({ answers: [answer(2)] })
    expect(await save(token, answer(2))).toEqual({ answers: [answer(2)] })
    expect((await get(token)).answers).toEqual([answer(2)])
    expect(await stateOf(token)).toBe('started')
  })

  test('two devices at once: the higher revision of each answer stays, whatever arrives last', async () => {
    const { token } = nextPerson()
    const other = 'delivery_accurate'
    await Promise.all([
      save(token, answer(5, 3)),
      save(token, answer(1, 2)),
      save(token, answer(4, 1, other), answer(3, 4)),
      save(token, answer(2, 2, other)),
    ])
    const { answers } = await get(token)
    expect([...answers].sort((a, b) => a.question.localeCompare(b.question))).toEqual([
      answer(2, 2, other),
      answer(3, 4),
    ])
  })

  test('what fits no question is refused in the words of the page, and nothing of it is stored', async () => {
    const { token } = nextPerson()
    await expect(
      save(token, answer(4), answer(6, 1, 'delivery_accurate'), answer(1, 1, 'ghost')),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      status: 422,
      data: {
        fields: [
          { path: 'answers.1.value', message: 'Please choose one of the answers offered.' },
          { path: 'answers.2.value', message: 'This question is not part of the survey.' },
        ],
      },
    })
    expect((await get(token)).answers).toEqual([])
    expect(await stateOf(token)).toBe('sent')
  })

  test.each(['constructor', '__proto__', 'a.b', '$set'])(
    '%s is no question and does no harm',
    async question => {
      const { token } = people[0] as InvitedContact
      await expect(save(token, answer(1, 1, question))).rejects.toMatchObject({ code: 'invalid_input' })
      expect((await get(token)).answers).toEqual([])
    },
  )

  test('R5, R9: operator objects and unknown keys are refused', async () => {
    const { token } = people[0] as InvitedContact
    for (const answers of [
      [{ question: 'delivery_on-time', value: { $gt: 0 }, revision: 1 }],
      [{ question: 'delivery_on-time', value: 4, revision: 1, counted: true }],
    ]) {
      const reply = await fetch(`${api.url}/api/respond/${token}/answers`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ answers }),
      })
      expect(reply.status).toBe(422)
    }
    expect((await get(token)).answers).toEqual([])
  })
})

describe('sending answers', () => {
  test('missing required answers are named; once complete it is done, and repeating gives the first result', async () => {
    const { token } = nextPerson()
    await expect(submit(token, answer(3, 1, 'delivery_accurate'))).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: 'answers.delivery_on-time', message: 'Please answer this question.' }] },
    })
    const first = await submit(token, answer(4))
    api.clock.advance({ minutes: 5 })
    expect(await submit(token, answer(1, 9))).toEqual(first)
    await expect(save(token, answer(1, 9))).rejects.toMatchObject({ code: 'already_finished', status: 409 })
    expect(
      (await uncountedResponses(api.ctx, wave.waveId, 100)).map(({ answers }) => answers),
    ).toContainEqual({
      'delivery_on-time': 4,
    })
    await advanceScoreboard(api.ctx, wave.waveId)
    expect(await stateOf(token)).toBe('finished')
  })

  test('R15: fifty times at once makes one response, with one time for all', async () => {
    const { token } = nextPerson()
    const submitted = () =>
      api.ctx.db.connection
        .collection('responses')
        .countDocuments({ waveId: wave.waveId, state: 'submitted' })
    const before = await submitted()
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) => submit(token, answer((n % 5) + 1))),
    )
    expect(new Set(results.map(({ submittedAt }) => submittedAt)).size).toBe(1)
    expect(await submitted()).toBe(before + 1)
  })

  test('saves and submissions in one moment: what is final stays final', async () => {
    const { token } = nextPerson()
    const saves = Array.from({ length: 10 }, (_, n) => save(token, answer((n % 5) + 1, n + 1)))
    const [sent] = await Promise.all([submit(token, answer(5, 100)), Promise.allSettled(saves)])
    expect(await submit(token)).toEqual(sent)
  })

  test('the scoreboard counts each response once', async () => {
    await submit(nextPerson().token, answer(2))
    await advanceScoreboard(api.ctx, wave.waveId)
    const counted = await countedResponses(api.ctx, wave.waveId, { after: null, limit: 1000 })
    expect(await uncountedResponses(api.ctx, wave.waveId, 1000)).toEqual([])
    await advanceScoreboard(api.ctx, wave.waveId)
    const marketing = await colleague(api, 'marketing')
    const board = await marketing.api.scoreboards.get({ id: wave.waveId })
    expect(board.responses).toBe(counted.length)
  })
})

describe('links', () => {
  test('R6: an open link tells its own person what is needed, and no more', async () => {
    const view = await get(nextPerson().token)
    expect(Object.keys(view).sort()).toEqual(
      ['answers', 'closesAt', 'contactName', 'definition', 'language', 'organisation', 'state'].sort(),
    )
    expect(view).toMatchObject({ state: 'open', contactName: 'Trần Thị Hà', language: 'vi' })
  })

  test('a used link names nobody and shows no answers', async () => {
    const { token } = nextPerson()
    await submit(token, answer(1))
    expect(await get(token)).toMatchObject({ state: 'finished', contactName: '', answers: [] })
  })

  test('after "ask me no more" a link takes nothing', async () => {
    const { token } = nextPerson()
    expect(await api.anonymous.responses.optOut({ token })).toEqual({ optedOut: true })
    expect(await api.anonymous.responses.optOut({ token })).toEqual({ optedOut: true })
    expect(await get(token)).toMatchObject({ state: 'closed', contactName: '', answers: [] })
    await expect(save(token, answer(1))).rejects.toMatchObject({ code: 'link_expired', status: 410 })
    await expect(submit(token, answer(1))).rejects.toMatchObject({ code: 'link_expired' })
  })

  test.each(['x', 'a'.repeat(22), '../../etc/passwd', '$ne'])('%s leads nowhere', async token => {
    await expect(get(token)).rejects.toMatchObject({ code: 'link_unknown', status: 404 })
    await expect(submit(token, answer(1))).rejects.toMatchObject({ code: 'link_unknown' })
    await expect(api.anonymous.responses.optOut({ token })).rejects.toMatchObject({ code: 'link_unknown' })
  })

  test('a submission that its invitation has not heard of yet is finished all the same', async () => {
    const { token, id } = nextPerson()
    const first = await submit(token, answer(3))
    const invitation = await findInvitationByToken(api.ctx, token)
    expect(invitation?.contactId).toBe(id)
    // As if the process had died right after the submission.
    await api.ctx.db.connection
      .collection('invitations')
      .updateOne({ _id: invitation?.id as never }, { $set: { state: 'started' } })
    await api.ctx.db.connection
      .collection('responses')
      .updateOne({ _id: invitation?.id as never }, { $set: { counted: false } })
    expect(await get(token)).toMatchObject({ state: 'finished', answers: [] })
    expect(await submit(token, answer(5, 2))).toEqual(first)
    await advanceScoreboard(api.ctx, wave.waveId)
    expect(await stateOf(token)).toBe('finished')
    await noteInvitation(api.ctx, invitation?.id ?? '', 'started')
    expect(await stateOf(token)).toBe('finished')
  })

  test('an ended wave takes no more answers, and its used links still say thanks', async () => {
    const ended = await inviteContacts(api, { count: 2, region: 'south' })
    const [used, late] = ended.contacts
    await submit(used?.token ?? '')
    const marketing = await colleague(api, 'marketing')
    await marketing.api.waves.close({ id: ended.waveId })
    await expect(get(late?.token ?? '')).rejects.toMatchObject({ code: 'link_expired', status: 410 })
    await expect(save(late?.token ?? '', answer(1))).rejects.toMatchObject({ code: 'link_expired' })
    expect(await get(used?.token ?? '')).toMatchObject({ state: 'finished' })
  })
})

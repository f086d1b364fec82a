import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { PresentPerson, Topic } from '@sixfold/contract/socket'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

jest.setTimeout(60_000)

let api: TestApi
let lan: Colleague
let long: Colleague
beforeAll(async () => {
  api = await startTestApi()
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  long = await colleague(api, 'marketing', { name: 'Hoàng Long' })
})
afterAll(() => api.close())

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

async function connected({ cookie }: Colleague): Promise<Socket> {
  const socket = io(api.url, {
    extraHeaders: { cookie },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  open.push(socket)
  await new Promise<void>(resolve => {
    socket.once('connect', resolve)
  })
  return socket
}

const next = <T>(socket: Socket, event: string) =>
  new Promise<T>(resolve => {
    socket.once(event, resolve)
  })
const follow = (socket: Socket, topic: Topic) => socket.timeout(5_000).emitWithAck('follow', topic)
const topicOf = ({ id }: SurveyDraft): Topic => ({ kind: 'survey', id })

async function following(person: Colleague, draft: SurveyDraft): Promise<Socket> {
  const socket = await connected(person)
  expect(await follow(socket, topicOf(draft))).toEqual({ ok: true })
  return socket
}

const newSurvey = () =>
  lan.api.surveys.create({ factorModel: 'ibm-six', quarter: { year: 2026, quarter: 3 }, languages: ['en'] })
const add = (id: string): SurveyOperation => ({
  op: 'add-question',
  page: 'delivery',
  index: 0,
  question: { id, kind: 'nps', text: { en: 'Would you?' }, required: false },
})
const remove = (question: string): SurveyOperation => ({ op: 'remove-question', question })
const idsOf = (draft: SurveyDraft) =>
  draft.definition.pages.flatMap(({ questions }) => questions.map(({ id }) => id))

describe('a save that comes again', () => {
  const saveAs = (number: number, revision: number, id: string, ...operations: SurveyOperation[]) =>
    lan.api.surveys.save({ id, revision, operations, batch: { writer: 'tab-1', number } })

  test('changes nothing, whatever others did since, and is answered with what stands now', async () => {
    const draft = await newSurvey()
    await saveAs(1, 1, draft.id, add('mine'))
    const theirs = await long.api.surveys.save({ id: draft.id, revision: 2, operations: [remove('mine')] })
    // A day later no key of the request is kept any more.
    api.clock.advance({ days: 3 })
    expect(await saveAs(1, 1, draft.id, add('mine'))).toEqual(theirs)
    expect(idsOf(await lan.api.surveys.get({ id: draft.id }))).not.toContain('mine')
  })

  test('without its number is told that it came too late: this is what the number is for', async () => {
    const draft = await newSurvey()
    const again = { id: draft.id, revision: 1, operations: [add('mine')] }
    await lan.api.surveys.save(again)
    await expect(lan.api.surveys.save(again)).rejects.toMatchObject({ code: 'revision_conflict' })
  })

  test('many times at once is one save, and nobody is told otherwise', async () => {
    const draft = await newSurvey()
    const answers = await Promise.all(Array.from({ length: 12 }, () => saveAs(1, 1, draft.id, add('mine'))))
    expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([2]))
    expect((await lan.api.surveys.get({ id: draft.id })).revision).toBe(2)
  })

  test('is told apart from the next one of the same tab and from other tabs', async () => {
    const draft = await newSurvey()
    await saveAs(1, 1, draft.id, add('first'))
    await saveAs(2, 2, draft.id, add('second'))
    const operations = [add('other')]
    const batch = { writer: 'tab-2', number: 1 }
    const other = await lan.api.surveys.save({ id: draft.id, revision: 3, operations, batch })
    expect(idsOf(other)).toEqual(expect.arrayContaining(['first', 'second', 'other']))
    // The first one delayed on its way, long after the second.
    expect(await saveAs(1, 1, draft.id, add('first'))).toEqual(other)
  })

  test('that was refused before is judged anew', async () => {
    const draft = await newSurvey()
    await lan.api.surveys.save({ id: draft.id, revision: 1, operations: [add('theirs')] })
    await expect(saveAs(1, 1, draft.id, add('mine'))).rejects.toMatchObject({ code: 'revision_conflict' })
    expect(idsOf(await saveAs(1, 2, draft.id, add('mine')))).toContain('mine')
  })
})

describe('who follows a survey', () => {
  test('hears of each save and of publishing, within a second', async () => {
    const draft = await newSurvey()
    const socket = await following(long, draft)
    const heard = next(socket, 'survey:changed')
    const sent = Date.now()
    await lan.api.surveys.save({ id: draft.id, revision: 1, operations: [add('mine')] })
    expect(await heard).toEqual({ surveyId: draft.id, revision: 2, by: 'Lan Anh', published: false })
    expect(Date.now() - sent).toBeLessThan(1000)

    const published = next(socket, 'survey:changed')
    await lan.api.surveys.publish({ id: draft.id, revision: 2 })
    expect(await published).toEqual({ surveyId: draft.id, revision: 2, by: 'Lan Anh', published: true })
  })

  test('may be whoever may read it; one that does not exist is refused', async () => {
    const regional = await colleague(api, 'regional', { regions: ['north'] })
    await following(regional, await newSurvey())
    const socket = await connected(regional)
    expect(await follow(socket, { kind: 'survey', id: 'ghost' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
})

describe('people in one survey', () => {
  const show = (socket: Socket, draft: SurveyDraft, place: string | null, asks = false) =>
    socket.emit('present', { topic: topicOf(draft), place, asks })

  test('see who has it open and what each has selected, under the names that the server knows', async () => {
    const draft = await newSurvey()
    const [mine, theirs] = [await following(lan, draft), await following(long, draft)]
    const heard = next<PresentPerson>(theirs, 'presence:here')
    show(mine, draft, 'delivery_on-time', true)
    expect(await heard).toEqual({
      topic: topicOf(draft),
      place: 'delivery_on-time',
      asks: true,
      tab: mine.id,
      staffId: lan.id,
      name: 'Lan Anh',
    })
    const answer = next<PresentPerson>(mine, 'presence:here')
    show(theirs, draft, null)
    expect(await answer).toMatchObject({ name: 'Hoàng Long', place: null, asks: false })
  })

  test.each<[string, (socket: Socket, draft: SurveyDraft) => void]>([
    ['the tab closes', socket => socket.disconnect()],
    ['the survey is left', (socket, draft) => socket.emit('unfollow', topicOf(draft))],
    ['the connection breaks', socket => socket.io.engine.transport.close()],
  ])('are gone once %s', async (_, end) => {
    const draft = await newSurvey()
    const [mine, theirs] = [await following(lan, draft), await following(long, draft)]
    const { id } = mine
    const here = next(theirs, 'presence:here')
    show(mine, draft, null)
    await here
    const left = next(theirs, 'presence:left')
    end(mine, draft)
    expect(await left).toEqual({ topic: topicOf(draft), tab: id })
  })

  test('are gone once they lose the right to see it, or the account', async () => {
    const administrator = await colleague(api, 'administrator')
    const person = await colleague(api, 'marketing')
    const draft = await newSurvey()
    const theirs = await following(long, draft)
    const socket = await following(person, draft)
    const here = next(theirs, 'presence:here')
    show(socket, draft, null)
    await here
    const left = next<{ tab: string }>(theirs, 'presence:left')
    const { id } = socket
    await administrator.api.staff.end({ id: person.id })
    expect((await left).tab).toBe(id)
  })

  test('nobody is shown in a survey that they do not follow, nor under a forged name', async () => {
    const draft = await newSurvey()
    const [stranger, theirs] = [await connected(lan), await following(long, draft)]
    const heard: PresentPerson[] = []
    theirs.on('presence:here', person => heard.push(person))
    show(stranger, draft, 'delivery_on-time')
    for (const odd of [null, 7, {}, { topic: topicOf(draft), place: { $gt: '' }, asks: false }])
      stranger.emit('present', odd)
    await follow(stranger, topicOf(draft))
    stranger.emit('present', { topic: topicOf(draft), place: null, asks: false, name: 'Somebody else' })
    const answer = next<PresentPerson>(theirs, 'presence:here')
    show(stranger, draft, 'delivery_accurate')
    await answer
    expect(heard.map(({ place, name }) => [place, name])).toEqual([['delivery_accurate', 'Lan Anh']])
  })
})

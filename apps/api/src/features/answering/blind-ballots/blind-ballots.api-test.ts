import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BlindAnswer } from '@sixfold/contract/blind'
import type { BlindVoter } from '@sixfold/testkit/blind-voter'
import { blindVoter } from '@sixfold/testkit/blind-voter'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { blindJobs } from './jobs.ts'

jest.setTimeout(60_000)

let api: TestApi
let admin: Colleague
let voter: BlindVoter
let wave: InvitedWave
/** Too few will answer it. */
let small: InvitedWave
let people: InvitedContact[]
const next = (): InvitedContact => {
  const person = people.pop()
  if (!person) throw new Error('nobody is left')
  return person
}

beforeAll(async () => {
  api = await startTestApi()
  admin = await colleague(api, 'administrator')
  voter = blindVoter(api.url)
  wave = await inviteContacts(api, { kind: 'blind', count: 20, languages: ['en', 'vi'] })
  small = await inviteContacts(api, { kind: 'blind', count: 6, reminders: [7] })
  people = [...wave.contacts]
})
afterAll(() => api.close())

/** Answers to everything that must be answered. */
async function answersWith(recommend: number, waveOf = wave): Promise<BlindAnswer[]> {
  const { definition } = await admin.api.surveys.get({ id: waveOf.surveyId })
  return definition.pages
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, kind, required }): BlindAnswer[] => {
      if (kind === 'nps') return [{ question: id, value: recommend }]
      return required ? [{ question: id, value: 4 }] : []
    })
}

const invitationOf = async ({ id }: InvitedContact, waveId = wave.waveId) => {
  const { items } = await admin.api.waves.invitations({ id: waveId, limit: 200 })
  return items.find(({ contactId }) => contactId === id)
}

describe('the ballot of a link', () => {
  test('is signed once; the same blinded form again gets the same signature, another one none', async () => {
    const person = next()
    const blank = await voter.blank(wave.waveId)
    const first = await voter.issue(person.token, blank)
    expect(Object.keys(first.body)).toEqual(['signature'])
    expect(await voter.issue(person.token, blank)).toEqual(first)
    const other = await voter.issue(person.token, await voter.blank(wave.waveId))
    expect([other.status, other.body.code]).toEqual([410, 'link_used'])
  })

  test('of fifty tries at once with different ballots, one is signed', async () => {
    const person = next()
    const blank = await voter.blank(wave.waveId)
    const forms = Array.from({ length: 50 }, (_, n) => {
      const bytes = Buffer.from(blank.blinded, 'base64url')
      bytes[255] = n
      return { blinded: bytes.toString('base64url') }
    })
    const replies = await Promise.all(forms.map(form => voter.issue(person.token, form)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 410)).toHaveLength(49)
  })

  test('ends the asking, and when it was fetched is not kept', async () => {
    const person = next()
    expect(await invitationOf(person)).toMatchObject({ state: 'sent' })
    await voter.earn(wave.waveId, person.token)
    expect(await invitationOf(person)).toMatchObject({ state: 'finished', finishedAt: null })
  })

  test('is refused to whoever asked to be left alone, to strangers, and for what is no blinded ballot', async () => {
    const person = next()
    const blank = await voter.blank(wave.waveId)
    expect((await voter.issue('nobody', blank)).body.code).toBe('link_unknown')
    const above = Buffer.alloc(256, 0xff).toString('base64url')
    expect((await voter.issue(person.token, { blinded: above })).status).toBe(422)
    expect((await voter.issue(person.token, { blinded: 'short' })).status).toBe(422)
    await fetch(`${api.url}/r/${person.token}/opt-out`, { method: 'POST' })
    expect((await voter.issue(person.token, blank)).body.code).toBe('link_expired')
    const ledger = await admin.api.contactLedger.read({ id: person.id })
    expect(ledger.standing.optOuts).toMatchObject([{ purpose: 'blind_survey' }])
  })

  test('is not to be had for the link of another kind of survey, nor do its links take answers', async () => {
    const ordinary = await inviteContacts(api, { count: 1 })
    const token = ordinary.contacts[0]?.token ?? ''
    const blank = await voter.blank(wave.waveId)
    expect((await voter.issue(token, blank)).body.code).toBe('link_unknown')
    const person = next()
    const answers = [{ question: 'x', value: 1, revision: 1 }]
    for (const refused of [
      api.anonymous.responses.get({ token: person.token }),
      api.anonymous.responses.save({ token: person.token, answers }),
      api.anonymous.responses.submit({ token: person.token, answers: [] }),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'link_unknown' })
    const upload = await fetch(`${api.url}/r/${person.token}/files/x?name=a.png`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(upload.status).toBe(404)
  })
})

describe('answers', () => {
  test('are taken with a ballot alone; again the same, but not others with the same ballot', async () => {
    const ballot = await voter.earn(wave.waveId, next().token)
    const answers = await answersWith(9)
    const reply = { status: 200, body: { taken: true } }
    expect(await voter.cast(wave.waveId, ballot, answers)).toEqual(reply)
    expect(await voter.cast(wave.waveId, ballot, answers.toReversed())).toEqual(reply)
    const others = await voter.cast(wave.waveId, ballot, await answersWith(2))
    expect([others.status, others.body.code]).toEqual([409, 'already_finished'])
  })

  test('sent fifty times at once with one ballot are one', async () => {
    const before = await box()
    const ballot = await voter.earn(wave.waveId, next().token)
    const answers = await answersWith(3)
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => voter.cast(wave.waveId, ballot, answers)),
    )
    expect(replies.every(({ status }) => status === 200)).toBe(true)
    expect((await box()).length - before.length).toBe(1)
  })

  test('R1: are refused without a ballot of this wave', async () => {
    const foreign = await voter.earn(small.waveId, small.contacts[4]?.token ?? '')
    const answers = await answersWith(9)
    expect((await voter.cast(wave.waveId, foreign, answers)).body.code).toBe('link_unknown')
    const own = await voter.earn(wave.waveId, next().token)
    const forged = { ...own, message: foreign.message }
    expect((await voter.cast(wave.waveId, forged, answers)).body.code).toBe('link_unknown')
    expect((await voter.cast('0123456789abcdef01234567', own, answers)).body.code).toBe('link_unknown')
  })

  test('that do not fit are named in words, and the ballot stays good', async () => {
    const ballot = await voter.earn(wave.waveId, next().token)
    const wrong = await voter.cast(wave.waveId, ballot, [{ question: 'recommend', value: 'much' }])
    expect([wrong.status, wrong.body.fields]).toMatchObject([422, [{ path: 'answers.0.value' }]])
    const strange = await voter.cast(wave.waveId, ballot, [{ question: 'who', value: 'Mai' }])
    expect(strange.status).toBe(422)
    expect((await voter.cast(wave.waveId, ballot, await answersWith(9))).status).toBe(200)
  })

  test('R5, R6: bring nothing along that the contract does not name', async () => {
    const ballot = await voter.earn(wave.waveId, next().token)
    const body = { ballot, answers: await answersWith(9), padding: '' }
    for (const more of [
      { token: 'x' },
      { language: 'vi' },
      { at: 1 },
      { pages: { delivery: 20 } },
      { browser: 'browser-1' },
    ]) {
      const reply = await fetch(`${api.url}/api/blind/${wave.waveId}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, ...more }),
      })
      expect(reply.status).toBe(422)
    }
  })
})

const box = (waveId = wave.waveId) => api.ctx.db.connection.collection('blindBox').find({ waveId }).toArray()

describe('the end of a wave', () => {
  test('opens the box: all counted at once, without a time, a segment or the ballot; until then nothing', async () => {
    const closing = await inviteContacts(api, { kind: 'blind', count: 8 })
    const scores = [10, 10, 9, 9, 2, 0, 7]
    for (const [at, score] of scores.entries()) {
      const ballot = await voter.earn(closing.waveId, closing.contacts[at]?.token ?? '')
      await voter.cast(closing.waveId, ballot, await answersWith(score, closing))
    }
    await api.runJobs()
    const keys = api.ctx.db.connection.collection('blindKeys')
    const begun = {
      ...(await keys.findOne({ _id: closing.waveId as never })),
      sealedPrivateKey: null,
      sealedShuffle: api.ctx.secrets.encrypt('the same for every run'),
    }
    const cast = await box(closing.waveId)
    const board = () => admin.api.scoreboards.get({ id: closing.waveId })
    expect(await board()).toMatchObject({ responses: 0 })
    const waiting = await voter.earn(closing.waveId, closing.contacts[7]?.token ?? '')
    await keys.updateOne({ _id: closing.waveId as never }, { $set: { sealedShuffle: begun.sealedShuffle } })
    await admin.api.waves.close({ id: closing.waveId })
    expect((await voter.cast(closing.waveId, waiting, await answersWith(5, closing))).body.code).toBe(
      'link_expired',
    )
    api.clock.advance({ minutes: 5 })
    await api.runJobs()
    await settle(async () => expect((await board()).responses).toBe(7))
    const rows = await api.ctx.db.connection
      .collection('responses')
      .find({ waveId: closing.waveId })
      .toArray()
    // No time spent, no browser: nothing beside what all have in common (law 6).
    for (const row of rows)
      for (const name of ['pages', 'browsers', 'device', 'trapped']) expect(row).not.toHaveProperty(name)
    for (const row of rows)
      expect(row).toMatchObject({
        segments: [],
        startedAt: new Date('2026-08-17T00:00:00.000Z'),
        submittedAt: new Date('2026-08-17T00:00:00.000Z'),
      })
    // A run that was cut off while it cleared the box: the next one counts nothing twice, however little is left.
    await keys.replaceOne(
      { _id: closing.waveId as never },
      Object.fromEntries(Object.entries(begun).filter(([name]) => name !== '_id')),
    )
    await api.ctx.db.connection.collection('blindBox').insertMany(cast.slice(0, 2))
    await blindJobs['blind.empty']?.(api.ctx, { waveId: closing.waveId })
    const again = await api.ctx.db.connection
      .collection('responses')
      .countDocuments({ waveId: closing.waveId })
    expect([again, (await box(closing.waveId)).length]).toEqual([7, 0])
    const key = await keys.findOne({ _id: closing.waveId as never })
    expect(key).toMatchObject({
      sealedPrivateKey: null,
      sealedBoxKey: null,
      sealedShuffle: null,
      emptied: true,
    })
    const traces = await api.ctx.db.connection
      .collection('invitations')
      .find({ waveId: closing.waveId, ballot: { $exists: true } })
      .toArray()
    expect(traces).toEqual([])
    const file = await (await admin.api.results.responses({ id: closing.waveId })).text()
    expect(file.trim().split('\n')).toHaveLength(8)
    const asked = (await admin.api.surveys.get({ id: closing.surveyId })).definition.pages.flatMap(
      ({ questions }) => questions.map(({ id }) => id),
    )
    expect(file.split('\n')[0]?.split(',')).toEqual(['region', ...asked])
  })

  test('is preceded by reminders to those alone who have not fetched a ballot', async () => {
    const early = small.contacts.slice(0, 4)
    for (const { token } of early)
      await voter.cast(small.waveId, await voter.earn(small.waveId, token), await answersWith(9, small))
    api.clock.advance({ days: 7 })
    await api.runJobs()
    const reminded = (await admin.api.outbox.list({ limit: 200 })).items.filter(({ kind }) =>
      kind.endsWith('reminder'),
    )
    const silent = small.contacts.slice(5).map(({ email }) => email)
    expect(reminded.map(({ kind, to }) => [kind, to])).toEqual(silent.map(to => ['blind-reminder', to]))
  })

  test('with fewer answers than the minimum cell destroys them unread', async () => {
    expect(await box(small.waveId)).toHaveLength(4)
    await admin.api.waves.close({ id: small.waveId })
    api.clock.advance({ minutes: 5 })
    await api.runJobs()
    const { connection } = api.ctx.db
    for (const name of ['blindBox', 'responses'])
      expect(await connection.collection(name).countDocuments({ waveId: small.waveId })).toBe(0)
    expect(await admin.api.scoreboards.get({ id: small.waveId })).toMatchObject({ responses: 0 })
  })
})

/** The fold follows within a moment. */
async function settle(look: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return await look()
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  return look()
}

test('a survey that would tell who answers, or who asks, is not launched blindly', async () => {
  const draft = await admin.api.surveys.create({
    kind: 'blind',
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en'],
  })
  const saved = await admin.api.surveys.save({
    id: draft.id,
    revision: draft.revision,
    operations: [
      {
        op: 'set-survey-text',
        field: 'welcome',
        language: 'en',
        value: 'Máy Việt asks {{contact.name|you}}',
      },
    ],
  })
  const { number: version } = await admin.api.surveys.publish({
    id: saved.id,
    revision: saved.revision,
    verdicts: {},
  })
  const launch = admin.api.waves.launch({
    surveyId: saved.id,
    version,
    regionIds: [api.regions.south],
    closesAt: '2031-01-01T00:00:00.000Z',
  })
  await expect(launch).rejects.toMatchObject({
    code: 'invalid_input',
    data: { fields: [{ path: 'surveyId' }, { path: 'surveyId' }] },
  })
})

describe('pages and letters', () => {
  test('say who carries it out, and nowhere whose survey it is', async () => {
    expect(await admin.api.blind.settings()).toEqual({ carriedOutBy: '' })
    await admin.api.blind.saveSettings({ carriedOutBy: 'Viện Khảo sát Độc lập' })
    const own = await inviteContacts(api, { kind: 'blind', count: 1 })
    const token = own.contacts[0]?.token ?? ''
    const mails = (await admin.api.outbox.list({ search: own.contacts[0]?.email ?? '' })).items
    const mail = await admin.api.outbox.get({ id: mails[0]?.id ?? '' })
    expect(mail.text).toContain('Viện Khảo sát Độc lập')
    const pages = [
      `/r/${token}`,
      `/r/${token}/opt-out`,
      `/r/${token.slice(1)}`,
      `/b/${own.waveId}`,
      '/b/0123456789abcdef01234567',
    ]
    const texts = await Promise.all(pages.map(async path => (await fetch(`${api.url}${path}`)).text()))
    for (const text of [...texts, mail.text, mail.html, mail.subject]) {
      expect(text).not.toContain('Máy Việt')
      expect(text).not.toContain('Sixfold')
    }
    expect(texts[0]).toContain('Viện Khảo sát Độc lập')
    await admin.api.waves.close({ id: own.waveId })
    for (const path of [`/r/${token}`, `/b/${own.waveId}`]) {
      const page = await fetch(`${api.url}${path}`)
      expect([page.status, (await page.text()).includes('Máy Việt')]).toEqual([410, false])
    }
  })

  test('R17: opening them changes nothing', async () => {
    const person = next()
    for (const path of [`/r/${person.token}`, `/b/${wave.waveId}`, `/api/blind/${wave.waveId}/key`])
      expect((await fetch(`${api.url}${path}`)).status).toBe(200)
    expect(await invitationOf(person)).toMatchObject({ state: 'sent' })
  })

  test('only marketing and administrators name who carries it out', async () => {
    const analyst = await colleague(api, 'analyst')
    await expect(analyst.api.blind.saveSettings({ carriedOutBy: 'X' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await analyst.api.blind.settings()).toEqual({ carriedOutBy: 'Viện Khảo sát Độc lập' })
  })
})

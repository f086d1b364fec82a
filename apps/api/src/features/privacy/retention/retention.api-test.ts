import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteToEveryKind } from '@sixfold/testkit/invite-to-every-kind'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { beginVisit, followVisit, visitsByLink } from '../../answering/open-visits/service.ts'
import { advanceScoreboard, checkScoreboard, readCounts } from '../../results/scoreboards/service.ts'
import { carryOutRetention, namelessSince } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
let marketing: Colleague
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator')
  marketing = await colleague(api, 'marketing')
  const content = {
    responsible: '',
    address: '',
    contactName: '',
    contactEmail: '',
    contactPhone: '',
    readers: {},
    basis: null,
    retentionMonths: 12,
  }
  await marketing.api.privacyNotices.save({ revision: 0, content })
  wave = await inviteToEveryKind(api, { count: 9 })
})
afterAll(() => api.close())

const person = (at: number, of = wave): InvitedContact => of.contacts[at] as InvitedContact

const answers = (points: number, words: string) => [
  { question: everyKind.nps.id, value: points, revision: 1 },
  { question: everyKind.satisfaction.id, value: (points % 5) + 1, revision: 1 },
  { question: everyKind.text.id, value: words, revision: 1 },
]

/** What is stored of the answers of a wave, and of who was asked. */
async function stored(waveId: string) {
  const { connection } = api.ctx.db
  const read = (name: string) =>
    connection.collection<{ _id: string; [field: string]: unknown }>(name).find({ waveId }).toArray()
  const [responses, invitations] = await Promise.all([read('responses'), read('invitations')])
  return {
    responses,
    invitations,
    files: await connection.collection('files').countDocuments({ kind: 'upload' }),
  }
}

/** What staff see and take home of a wave, but for words and files; the lines of the table stand in an order of chance. */
async function published(waveId: string) {
  const { revision, ...board } = await marketing.api.scoreboards.get({ id: waveId })
  const file = await marketing.api.results.responses({ id: waveId })
  const rows = (await file.text())
    .trim()
    .split('\n')
    .map(line => line.split(','))
  const personal = [everyKind.text.id, everyKind.upload.id].map(id => rows[0]?.indexOf(id))
  const [heading, ...lines] = rows.map(row => row.filter((_, at) => !personal.includes(at)).join())
  const results = await marketing.api.results.questions({ id: waveId })
  const scores = results.questions.filter(({ question }) => question !== everyKind.text.id)
  return { board, table: [heading, ...lines.sort()], scores }
}

async function entries() {
  const { items } = await administrator.api.audit.list({ limit: 200 })
  return items.filter(({ action }) => action === 'retention.carried-out')
}

/** Lets the day come to this instant, and does what is due. */
async function onThe(instant: string): Promise<void> {
  api.clock.set(instant)
  await api.runJobs()
}

describe('answers that were promised a name for twelve months', () => {
  let before: Awaited<ReturnType<typeof published>>

  test('keep it until the day comes where they were given', async () => {
    const { token } = person(0)
    const upload = await fetch(`${api.url}/r/${token}/files/${everyKind.upload.id}?name=may.png`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(samplePng(1, 2, 3)),
    })
    const { id } = (await upload.json()) as { id: string }
    const picture = { question: everyKind.upload.id, value: [id], revision: 1 }
    await api.anonymous.responses.save({ token, answers: [picture] })
    for (let at = 0; at < 7; at += 1)
      await api.anonymous.responses.submit({
        token: person(at).token,
        answers: answers(at, `Xin chào ${at}`),
      })
    await api.anonymous.responses.save({ token: person(7).token, answers: answers(3, 'Nháp') })
    await advanceScoreboard(api.ctx, wave.waveId)
    before = await published(wave.waveId)
    const kept = await stored(wave.waveId)
    expect(kept).toMatchObject({ files: 1, responses: { length: 8 } })
    // 23:59 of the sixteenth in Hanoi.
    await onThe('2027-08-16T16:59:00Z')
    expect(await stored(wave.waveId)).toEqual(kept)
    expect(await entries()).toEqual([])
    expect(await namelessSince(api.ctx, wave.waveId)).toBeNull()
  })

  test('when somebody dies over the first of them, are taken up again', async () => {
    api.clock.set('2027-08-16T17:30:00Z')
    const model = api.ctx.db.connection.model('responses')
    const deleteOne = model.deleteOne.bind(model)
    let deleted = 0
    const dying = jest.spyOn(model, 'deleteOne').mockImplementation((...given) => {
      deleted += 1
      // The nameless one is written, and what it stands for is not gone yet.
      if (deleted === 4) throw new Error('the power is cut')
      return deleteOne(...given)
    })
    await expect(carryOutRetention(api.ctx)).rejects.toThrow('the power is cut')
    dying.mockRestore()
    const { responses } = await stored(wave.waveId)
    expect(responses.map(({ state }) => state).filter(state => state === 'moving')).toHaveLength(1)
    expect(responses.some(({ notice }) => notice === '1.0')).toBe(true)
    await carryOutRetention(api.ctx)
    expect((await stored(wave.waveId)).responses).toHaveLength(8)
  })

  test('on the day nobody finds whose they are, and every number is as before', async () => {
    const { responses, invitations, files } = await stored(wave.waveId)
    expect(files).toBe(0)
    const sent = responses.filter(({ state }) => state === 'submitted')
    expect(sent).toHaveLength(7)
    const invited = new Set(invitations.map(({ _id }) => _id))
    const day = new Date('2026-08-17T00:00:00Z')
    for (const row of sent) {
      expect(invited).not.toContain(row._id)
      expect(row).toMatchObject({ submittedAt: day, startedAt: day, counted: true })
      for (const gone of ['notice', 'pages', 'browsers', 'movedFrom']) expect(row).not.toHaveProperty(gone)
      expect(JSON.stringify(row)).not.toContain('Xin chào')
    }
    const finished = invitations.filter(({ state }) => state === 'finished')
    expect(finished).toHaveLength(7)
    for (const row of finished) expect(row).toMatchObject({ tokenHashes: [], finishedAt: null })
    await expect(api.anonymous.responses.get({ token: person(0).token })).rejects.toMatchObject({
      code: 'link_unknown',
    })
    expect(await published(wave.waveId)).toEqual(before)
    expect(await checkScoreboard(api.ctx, wave.waveId)).toEqual({ agrees: true, counted: 7 })
    expect(await marketing.api.responseQuality.get({ id: wave.waveId })).toMatchObject({
      namelessSince: '2027-08-16T17:30:00.000Z',
    })
  })

  test('twice is once, and the audit log has one entry of the wave', async () => {
    const kept = await stored(wave.waveId)
    await carryOutRetention(api.ctx)
    await onThe('2027-08-17T17:30:00Z')
    expect(await stored(wave.waveId)).toEqual(kept)
    expect(await entries()).toMatchObject([
      {
        actor: 'system',
        subject: `wave:${wave.waveId}`,
        detail: '7 responses nameless, 0 drafts removed; 7 → 7',
      },
    ])
  })

  test('a draft goes when the wave has been over for as long', async () => {
    await onThe('2031-08-29T16:59:00Z')
    expect((await stored(wave.waveId)).responses).toHaveLength(8)
    await onThe('2031-08-29T17:30:00Z')
    expect((await stored(wave.waveId)).responses).toHaveLength(7)
    expect((await entries())[0]?.detail).toBe('0 responses nameless, 1 drafts removed; 7 → 7')
  })
})

test('a later notice changes nothing for those who answered before; too few of a wave leave nothing', async () => {
  const shorter = await inviteContacts(api, { count: 3 })
  const rate = ({ token }: InvitedContact) =>
    api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_on-time', value: 4, revision: 1 }],
    })
  await rate(person(0, shorter))
  await marketing.api.privacyNotices.saveOfSurvey({
    id: shorter.surveyId,
    revision: 0,
    content: { purpose: {}, basis: null, retentionMonths: 1 },
  })
  await rate(person(1, shorter))
  api.clock.set('2026-09-16T17:30:00Z')
  await carryOutRetention(api.ctx)
  const left = (await stored(shorter.waveId)).responses
  expect(left).toMatchObject([{ _id: expect.any(String), notice: '1.0' }])
})

test('answers by an open link lose link, browser and instant, and count as before', async () => {
  const { waveId } = await inviteContacts(api, { count: 1 })
  const anywhere = { purpose: 'Poster', regionId: null, endsAt: null, limit: null, origins: [] }
  const { link } = await marketing.api.openLinks.make({ waveId, ...anywhere })
  const visit = {
    waveId,
    openLinkId: link.id,
    regionId: null,
    language: 'vi',
    mode: 'open_link' as const,
    device: 'a browser',
    trapped: false,
  }
  const tokens = await Promise.all(Array.from({ length: 5 }, () => beginVisit(api.ctx, visit)))
  for (const token of tokens)
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_on-time', value: 4, revision: 1 }],
    })
  await advanceScoreboard(api.ctx, waveId)
  const before = await readCounts(api.ctx, waveId)
  expect(before.open?.responses).toBe(5)
  api.clock.set('2027-08-16T17:30:00Z')
  await carryOutRetention(api.ctx)
  for (const row of (await stored(waveId)).responses) expect(row).not.toHaveProperty('device')
  for (const token of tokens) expect(await followVisit(api.ctx, token)).toBeNull()
  expect([...(await visitsByLink(api.ctx, waveId)).values()]).toEqual([5])
  expect(await readCounts(api.ctx, waveId)).toEqual(before)
})

test('of a blind wave nothing is looked at', async () => {
  const blind = await inviteContacts(api, { kind: 'blind', count: 2 })
  const kept = await stored(blind.waveId)
  api.clock.set('2031-12-01T17:30:00Z')
  await carryOutRetention(api.ctx)
  expect((await stored(blind.waveId)).responses).toEqual(kept.responses)
  expect(await namelessSince(api.ctx, blind.waveId)).toBeNull()
})

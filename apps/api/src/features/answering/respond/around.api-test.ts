import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { callRequestsOf } from '../../calls/call-requests/service.ts'
import { latestReplies, repliesBefore } from '../../results/wave-replies/service.ts'
import { readResponse } from '../responses/service.ts'
import { followInvitation } from './service.ts'

// What stands around the questions: who asks and why, talking instead, somebody else's letter, what was done.

jest.setTimeout(60_000)

const REMIND_AFTER = 7
const DAY_MS = 86_400_000

let api: TestApi
let wave: InvitedWave
let care: Colleague
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteContacts(api, { count: 6, reminders: [REMIND_AFTER] })
  care = await colleague(api, 'care', { regions: ['north'], name: 'Nguyễn Thị Chăm' })
  marketing = await colleague(api, 'marketing')
  await accounts().updateMany({}, { $set: { ownerId: care.id } })
})
afterAll(() => api.close())

const accounts = () => api.ctx.db.connection.collection<{ _id: string }>('accounts')
const contacts = () => api.ctx.db.connection.collection<{ _id: string }>('contacts')

function nextPerson(): InvitedContact {
  const person = wave.contacts.shift()
  if (!person) throw new Error('invite more people')
  return person
}

const open = (path: string) => fetch(`${api.url}${path}`, { redirect: 'manual' })
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const textOf = async (response: Response) => (await response.text()).replaceAll('<!-- -->', '')

const content = {
  responsible: 'Hải Vân Controls JSC',
  address: '12 Nguyễn Huệ\nTP. Hồ Chí Minh',
  contactName: 'Trần Thị Riêng',
  contactEmail: 'privacy@example.com',
  contactPhone: '+84 28 3822 0000',
  readers: { vi: 'Bộ phận chăm sóc khách hàng', en: 'Customer care' },
  basis: 'legitimate_interest' as const,
  retentionMonths: 24,
}

describe('who asks and why', () => {
  test('is told by whoever wrote it, version by version, and each response keeps its own', async () => {
    const before = nextPerson()
    await api.anonymous.responses.save({
      token: before.token,
      answers: [{ question: 'delivery_on-time', value: 4, revision: 1 }],
    })
    const kept = await marketing.api.privacyNotices.save({ revision: 0, content })
    expect(kept).toMatchObject({ revision: 1, content, savedAt: expect.any(String) })
    await expect(marketing.api.privacyNotices.save({ revision: 0, content })).rejects.toMatchObject({
      code: 'revision_conflict',
    })
    await marketing.api.privacyNotices.saveOfSurvey({
      id: wave.surveyId,
      revision: 0,
      content: { purpose: { vi: 'Để giao hàng đúng hẹn hơn', en: '' }, basis: null, retentionMonths: 12 },
    })
    await expect(care.api.privacyNotices.save({ revision: 1, content })).rejects.toMatchObject({
      code: 'not_found',
    })
    const after = nextPerson()
    await api.anonymous.responses.save({
      token: after.token,
      answers: [{ question: 'delivery_on-time', value: 4, revision: 1 }],
    })
    const noticeOf = async ({ token }: InvitedContact) => {
      const { invitation } = await followInvitation(api.ctx, token)
      return (await readResponse(api.ctx, invitation.id))?.notice
    }
    expect([await noticeOf(before), await noticeOf(after)]).toEqual(['0.0', '1.1'])
    expect((await marketing.api.privacyNotices.history()).items).toHaveLength(1)
  })

  test('stands on a page of its own that names nobody, and in short on the welcome', async () => {
    const { token, name } = nextPerson()
    const about = await textOf(await open(`/r/${token}/about`))
    for (const words of [
      'Hải Vân Controls JSC',
      '12 Nguyễn Huệ',
      'Trần Thị Riêng',
      'Để giao hàng đúng hẹn hơn',
    ])
      expect(about).toContain(words)
    for (const words of ['12 tháng', 'Bộ phận chăm sóc khách hàng', 'Lợi ích chính đáng', 'Thông báo 1.1'])
      expect(about).toContain(words)
    expect(about).not.toContain(name)
    expect(about).not.toContain('<script')
    const welcome = await textOf(await open(`/r/${token}?page=welcome`))
    for (const words of ['Để giao hàng đúng hẹn hơn', 'Bộ phận chăm sóc khách hàng', '12 tháng', '/not-me'])
      expect(welcome).toContain(words)
    expect((await open('/r/nobody/about')).status).toBe(404)
  })
})

describe('talking to somebody instead', () => {
  test('keeps what stands on the page, asks for a number, and says when somebody calls', async () => {
    const person = nextPerson()
    const to = `/r/${person.token}`
    const left = await post(to, { page: '1', shown: 'vi', go: 'call', 'a.delivery_on-time': '2' })
    expect(left.headers.get('location')).toBe(`${to}/call?page=1&language=vi`)
    expect((await api.anonymous.responses.get({ token: person.token })).answers).toMatchObject([
      { question: 'delivery_on-time', value: 2 },
    ])
    await contacts().updateOne({ _id: person.id }, { $set: { phone: '+84 90 111 2222' } })
    const form = await textOf(await open(`${to}/call?page=1`))
    expect(form).not.toContain('111 2222')
    expect(form).not.toContain('<script')
    const refused = await post(`${to}/call`, { phone: 'abc', when: 'buổi sáng', from: '1', shown: 'vi' })
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('value="buổi sáng"')
    expect(await callRequestsOf(api.ctx, person.id)).toEqual([])

    const asked = { phone: '', when: 'buổi sáng', from: '1', shown: 'vi' }
    const sent = Array.from({ length: 8 }, (_, at) => ({ ...asked, when: `${at} giờ` }))
    const [first, second] = await Promise.all(sent.map(fields => post(`${to}/call`, fields)))
    // Monday 10:00 there: by the end of Tuesday.
    expect(await textOf(first as Response)).toContain('Thứ Ba, 18 tháng 8, 2026, 17:00')
    expect(second?.status).toBe(200)
    await post(`${to}/call`, { ...asked, phone: '+84 28 1234 567' })
    const { items } = await care.api.tasks.list({ kind: 'call_request' })
    expect(items).toMatchObject([
      { contactName: person.name, ownerName: 'Nguyễn Thị Chăm', dueAt: '2026-08-18T10:00:00.000Z' },
    ])
    const request = await care.api.callRequests.get({ id: items[0]?.aboutId ?? '' })
    expect(request).toMatchObject({
      phone: '+84 28 1234 567',
      phoneOnRecord: '+84 90 111 2222',
      when: 'buổi sáng',
      state: 'open',
    })
    expect((await care.api.callRequests.ofContact({ id: person.id })).items).toEqual([request])
    const south = await colleague(api, 'care', { regions: ['south'] })
    await expect(south.api.callRequests.get({ id: request.id })).rejects.toMatchObject({ code: 'not_found' })

    // Who asks to be called is called, whatever was said before, but within the hours there.
    await care.api.contactLedger.setDoNotCall({ id: person.id, doNotCall: true, source: 'phone' })
    api.clock.set('2026-08-17T13:00:00.000Z')
    expect(await care.api.callRequests.begin({ id: request.id })).toMatchObject({
      begun: false,
      reason: 'quiet_hours',
      earliest: '2026-08-18T02:00:00.000Z',
    })
    api.clock.set('2026-08-18T03:00:00.000Z')
    expect(await care.api.callRequests.begin({ id: request.id })).toMatchObject({ begun: true })
    expect(await care.api.callRequests.begin({ id: request.id })).toMatchObject({ begun: true })
    const { lines } = await care.api.contactLedger.read({ id: person.id })
    expect(lines.filter(({ kind, outcome }) => kind === 'call' && outcome === 'sent')).toHaveLength(1)
    await care.api.tasks.close({ id: items[0]?.id ?? '', outcome: 'spoke' })
    await expect(care.api.callRequests.begin({ id: request.id })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    expect(await callRequestsOf(api.ctx, person.id)).toMatchObject([{ state: 'done' }])

    // Asked again, it is a new round; and nobody who asked is reminded of the letter.
    await post(`${to}/call`, asked)
    expect((await care.api.tasks.list({ kind: 'call_request' })).items).toHaveLength(1)
    api.clock.set(
      new Date(Date.parse('2026-08-18T03:00:00.000Z') + (REMIND_AFTER + 1) * DAY_MS).toISOString(),
    )
    await api.runJobs()
    const remindersTo = async ({ id }: InvitedContact) =>
      (await care.api.contactLedger.read({ id })).lines.filter(({ kind }) => kind === 'reminder')
    expect(await remindersTo(person)).toEqual([])
    expect(await remindersTo(nextPerson())).toHaveLength(1)
  })
})

test('somebody else’s letter is noted once for whoever looks after the account, and changes nothing', async () => {
  const { token, name } = nextPerson()
  const page = await textOf(await open(`/r/${token}/not-me?language=en`))
  expect(page).not.toContain(name)
  for (const _ of [1, 2]) expect((await post(`/r/${token}/not-me?language=en`)).status).toBe(200)
  expect((await care.api.tasks.list({ kind: 'not_me' })).items).toMatchObject([{ contactName: name }])
  expect((await api.anonymous.responses.get({ token })).state).toBe('open')
})

test('what was done about the answers is written after the end, and shown to whoever answers next', async () => {
  const factor = 'delivery'
  const item = {
    factor,
    regionId: null,
    said: { vi: 'Ngày giao thay đổi mà không báo.' },
    did: { vi: 'Nay báo trước 48 giờ.', en: 'We now tell you 48 hours before.', fr: 'Non' },
    state: 'done' as const,
    on: '2026-09-01',
  }
  const { waveId, surveyId, version } = wave
  await expect(
    marketing.api.waveReplies.save({ id: waveId, revision: 0, items: [item] }),
  ).rejects.toMatchObject({
    code: 'wrong_state',
  })
  await marketing.api.waves.close({ id: waveId })
  for (const strange of [{ regionId: api.regions.south }, { factor: 'weather' }])
    await expect(
      marketing.api.waveReplies.save({ id: waveId, revision: 0, items: [{ ...item, ...strange }] }),
    ).rejects.toMatchObject({ code: 'not_found' })
  const kept = await marketing.api.waveReplies.save({ id: waveId, revision: 0, items: [item] })
  expect(kept.items).toEqual([
    { ...item, did: { vi: 'Nay báo trước 48 giờ.', en: 'We now tell you 48 hours before.' } },
  ])
  await expect(marketing.api.waveReplies.save({ id: waveId, revision: 0, items: [] })).rejects.toMatchObject({
    code: 'revision_conflict',
  })
  expect(await latestReplies(api.ctx, { regionId: api.regions.north, language: 'en' })).toMatchObject([
    { factor, did: 'We now tell you 48 hours before.' },
  ])

  // The next wave of the same survey: whoever has answered it reads what came of the last one.
  const next = await marketing.api.waves.launch({
    surveyId,
    version,
    regionIds: [api.regions.north],
    closesAt: '2031-01-01T00:00:00.000Z',
  })
  expect(next.id).not.toBe(waveId)
  const at = { waveId: next.id, language: 'vi' }
  expect(await repliesBefore(api.ctx, { ...at, regionId: api.regions.north })).toMatchObject([
    {
      factorName: expect.any(String),
      said: 'Ngày giao thay đổi mà không báo.',
      did: 'Nay báo trước 48 giờ.',
    },
  ])
})

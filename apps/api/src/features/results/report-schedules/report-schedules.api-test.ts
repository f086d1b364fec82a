import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { ReportSchedule } from '@sixfold/contract/report-schedules'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { changeMember } from '../../house/staff/service.ts'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
let director: Colleague
let southerner: Colleague
let waveId: string
let schedule: ReportSchedule
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator', { name: 'Lê Thu Hà' })
  director = await colleague(api, 'analyst', { language: 'vi', regions: ['north'] })
  southerner = await colleague(api, 'regional', { regions: ['south'] })
  const wave = await inviteContacts(api, { count: 12, region: 'north' })
  waveId = wave.waveId
  for (const { token } of wave.contacts)
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: 2, revision: 1 }],
    })
  await advanceScoreboard(api.ctx, waveId)
})
afterAll(() => api.close())

const fields = {
  name: 'Directors',
  timing: { kind: 'after_close', days: 1 },
  time: '08:00',
  clock: 'organisation',
  regionId: null,
} as const
const mails = async (to: Colleague) =>
  (await administrator.api.outbox.list({ limit: 200, search: to.email })).items.filter(
    ({ kind }) => kind === 'quarter-report',
  )
const history = async () =>
  (await administrator.api.reportSchedules.sendings({ id: schedule.id })).items.map(
    ({ recipient, state, reason }) => ({ recipient, state, reason }),
  )
/** The watch first, then what it asked for. */
async function at(instant: string) {
  api.clock.set(instant)
  await api.runJobs()
}

test('who launches waves names who hears of them; nobody else sees the list', async () => {
  schedule = await administrator.api.reportSchedules.make({
    ...fields,
    regionId: api.regions.north,
    recipientIds: [director.id, southerner.id, director.id],
  })
  expect(schedule).toMatchObject({ recipientIds: [director.id, southerner.id], paused: false })
  await expect(director.api.reportSchedules.list()).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    administrator.api.reportSchedules.make({ ...fields, recipientIds: ['nobody'] }),
  ).rejects.toMatchObject({ code: 'not_found' })
  // Nothing to try before a wave has closed.
  await expect(administrator.api.reportSchedules.tryOut({ id: schedule.id })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})

test('the mail leaves on the working day after, once, in the own language, and only to whom the region is open', async () => {
  // A Friday in the afternoon.
  api.clock.set('2026-08-21T09:00:00.000Z')
  await administrator.api.waves.close({ id: waveId })
  const [listed] = (await administrator.api.reportSchedules.list()).items
  expect(listed?.nextAt).toBe('2026-08-24T01:00:00.000Z')
  await at('2026-08-22T04:00:00.000Z')
  await at('2026-08-24T00:59:00.000Z')
  expect(await mails(director)).toEqual([])
  await at('2026-08-24T01:03:00.000Z')
  await at('2026-08-24T01:10:00.000Z')
  const [mail, ...more] = await mails(director)
  expect(more).toEqual([])
  expect(mail?.subject).toContain('điều cần xem')
  const { text, attachments } = await administrator.api.outbox.get({ id: mail?.id ?? '' })
  expect(attachments).toEqual([])
  expect(text).toContain('12 trên 12 người được hỏi')
  expect(text).toMatch(/\/builder\/reports\?quarter=\d{4}-Q\d&region=/)
  expect(await mails(southerner)).toEqual([])
  expect(await history()).toEqual(
    expect.arrayContaining([
      { recipient: director.name, state: 'kept', reason: null },
      { recipient: southerner.name, state: 'skipped', reason: 'not_allowed' },
    ]),
  )
})

test('a mail that left before its process died is not sent again, only noted', async () => {
  await api.ctx.db.connection.collection('reportSendings').deleteMany({})
  await api.ctx.db.connection
    .collection('jobs')
    .updateMany({ kind: 'report-schedules.mail' }, { $set: { state: 'waiting', attempts: 0 } })
  await at('2026-08-24T01:20:00.000Z')
  expect(await mails(director)).toHaveLength(1)
  expect(await history()).toContainEqual({ recipient: director.name, state: 'kept', reason: null })
})

test('try-out goes to whoever asks; twice in a minute is one mail', async () => {
  const { to } = await administrator.api.reportSchedules.tryOut({ id: schedule.id })
  await administrator.api.reportSchedules.tryOut({ id: schedule.id })
  expect(to).toBe(administrator.email)
  expect(await mails(administrator)).toHaveLength(1)
})

test('what fell into a pause is not sent afterwards; rights are those of the moment it leaves', async () => {
  const { id, revision } = schedule
  const paused = await administrator.api.reportSchedules.change({
    id,
    revision,
    paused: true,
    recipientIds: [director.id, administrator.id],
    timing: { kind: 'in_quarter', month: 3, day: 5 },
  })
  expect(paused.nextAt).toBeNull()
  await expect(
    administrator.api.reportSchedules.change({ id, revision, paused: false }),
  ).rejects.toMatchObject({ code: 'revision_conflict' })
  // The fifth of September 2026 is a Saturday; the Monday after falls into the pause.
  await at('2026-09-07T01:30:00.000Z')
  const resumed = await administrator.api.reportSchedules.change({
    id,
    revision: paused.revision,
    paused: false,
    timing: { kind: 'in_quarter', month: 3, day: 15 },
  })
  expect(resumed.nextAt).toBe('2026-09-15T01:00:00.000Z')
  await at('2026-09-15T01:01:00.000Z')
  await at('2026-09-15T01:07:00.000Z')
  // The director has had this wave from this list already.
  expect(await history()).toContainEqual({
    recipient: director.name,
    state: 'skipped',
    reason: 'nothing_new',
  })
  expect(await history()).toContainEqual({ recipient: administrator.name, state: 'kept', reason: null })
  expect(await mails(director)).toHaveLength(1)
})

test('a colleague who may no longer see the region, or has gone, is noted with the reason', async () => {
  const late = await colleague(api, 'care', { regions: ['north'] })
  const list = await administrator.api.reportSchedules.make({
    ...fields,
    name: 'Care',
    timing: { kind: 'in_quarter', month: 3, day: 17 },
    regionId: api.regions.north,
    recipientIds: [late.id],
  })
  await changeMember(api.ctx, administrator, { id: late.id, role: 'care', regions: [api.regions.south] })
  await at('2026-09-17T01:01:00.000Z')
  await at('2026-09-17T01:07:00.000Z')
  const { items } = await administrator.api.reportSchedules.sendings({ id: list.id })
  expect(items).toMatchObject([{ recipient: late.name, state: 'skipped', reason: 'not_allowed' }])
  await administrator.api.reportSchedules.end({ id: list.id })
  await expect(administrator.api.reportSchedules.sendings({ id: list.id })).rejects.toMatchObject({
    code: 'not_found',
  })
})

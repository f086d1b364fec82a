import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { CalendarEntry } from '@sixfold/contract/region-calendars'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { requestTouch } from '../contact-ledger/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let north: string
beforeAll(async () => {
  api = await startTestApi()
  regional = await colleague(api, 'regional', { regions: ['north'] })
  north = api.regions.north
  api.clock.set('2026-08-17T03:00:00.000Z')
})
afterAll(() => api.close())

const entry = (from: string, kind: CalendarEntry['kind'], until = from): CalendarEntry => ({
  from,
  until,
  kind,
  name: `${kind} of ours`,
  source: 'Notice 12',
})

const invite = async (touchId: string, contactId: string) =>
  requestTouch(api.ctx, {
    touchId,
    contactId,
    kind: 'invitation',
    purpose: 'relationship_survey',
    subject: touchId,
  })

test('what the product ships for Vietnam is shown with where it comes from', async () => {
  const { days, revision, weekend } = await regional.api.regionCalendars.get({ id: north, year: 2026 })
  expect([revision, weekend]).toEqual([0, [6, 7]])
  expect(days).toContainEqual({
    date: '2026-09-01',
    kind: 'holiday',
    name: 'Quốc khánh (ngày thứ hai)',
    from: 'shipped',
    source: expect.stringContaining('Bộ luật Lao động'),
  })
  expect(days).toContainEqual(expect.objectContaining({ date: '2026-02-17', from: 'country' }))
})

test('a saved list decides about touches and shows in the year of the round tables', async () => {
  const saved = await regional.api.regionCalendars.save({
    id: north,
    revision: 0,
    entries: [
      entry('2026-08-18', 'quiet', '2026-08-19'),
      entry('2026-08-22', 'working'),
      entry('2026-08-17', 'holiday'),
    ],
    year: 2026,
  })
  expect(saved).toMatchObject({ revision: 1, savedBy: regional.name })
  expect(saved.days.filter(({ from }) => from === 'region').map(({ date, kind }) => [date, kind])).toEqual([
    ['2026-08-17', 'holiday'],
    ['2026-08-18', 'quiet'],
    ['2026-08-19', 'quiet'],
    ['2026-08-22', 'working'],
  ])
  const [one] = await addContacts(api, 'north', 1)
  const id = one?.id ?? ''
  const thursday = new Date('2026-08-20T01:00:00.000Z')
  expect(await invite('t', id)).toEqual({ decision: 'refuse', reason: 'holiday', earliest: thursday })
  api.clock.set('2026-08-18T03:00:00.000Z')
  expect(await invite('t', id)).toEqual({ decision: 'refuse', reason: 'quiet_day', earliest: thursday })
  // A Saturday that is worked.
  api.clock.set('2026-08-22T03:00:00.000Z')
  expect(await invite('t', id)).toEqual({ decision: 'allow' })
  const [southern] = await addContacts(api, 'south', 1)
  expect(await invite('t', southern?.id ?? '')).toMatchObject({ reason: 'weekend' })
  const { lanes } = await regional.api.roundtables.list({ year: 2026 })
  expect(lanes[0]?.holidays).toContainEqual({ date: '2026-08-17', name: 'holiday of ours' })
})

describe('a list is refused', () => {
  test('when somebody saved meanwhile', async () => {
    const { revision, entries } = await regional.api.regionCalendars.get({ id: north })
    const saves = await Promise.allSettled(
      [1, 2, 3].map(() => regional.api.regionCalendars.save({ id: north, revision, entries })),
    )
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const save of saves)
      if (save.status === 'rejected') expect(save.reason).toMatchObject({ code: 'revision_conflict' })
  })

  test('with what makes no sense, at its place', async () => {
    const { revision } = await regional.api.regionCalendars.get({ id: north })
    const entries = [entry('2026-08-18', 'holiday', '2026-08-17'), entry('2026-01-01', 'quiet', '2026-12-31')]
    await expect(regional.api.regionCalendars.save({ id: north, revision, entries })).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: 'entries.0.until' }, { path: 'entries.1.until' }] },
    })
  })

  test('from who may only read', async () => {
    const analyst = await colleague(api, 'analyst', { regions: ['north'] })
    const { revision, entries } = await analyst.api.regionCalendars.get({ id: north })
    await expect(analyst.api.regionCalendars.save({ id: north, revision, entries })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

test('a pasted list is added whole or not at all, and twice is once', async () => {
  const { revision, entries } = await regional.api.regionCalendars.get({ id: north })
  const text = 'sep=;\r\nTừ ngày;Đến ngày;Tên\r\n06/02/2027;12/02/2027;"Tết; cả tuần"\r\n30/02/2027;;Sai\r\n'
  const add = (skipFaulty: boolean, at: number) =>
    regional.api.regionCalendars.addList({ id: north, revision: at, text, source: 'Thông báo 5', skipFaulty })
  const refused = await add(false, revision)
  expect(refused).toMatchObject({
    added: 0,
    faults: [{ line: 4, column: 'from', value: '30/02/2027', fault: 'no_such_day' }],
    calendar: { revision },
  })
  const added = await add(true, revision)
  expect(added).toMatchObject({ added: 1, known: 0, calendar: { revision: revision + 1 } })
  expect(added.calendar.entries).toHaveLength(entries.length + 1)
  expect(added.calendar.entries).toContainEqual({
    from: '2027-02-06',
    until: '2027-02-12',
    kind: 'holiday',
    name: 'Tết; cả tuần',
    source: 'Thông báo 5',
  })
  expect(await add(true, revision + 1)).toMatchObject({
    added: 0,
    known: 1,
    calendar: { revision: revision + 1 },
  })
  await expect(add(true, revision)).rejects.toMatchObject({ code: 'revision_conflict' })
})

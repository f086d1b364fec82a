import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let ha: Colleague
let lan: Colleague
let marketing: Colleague
let administrator: Colleague
beforeAll(async () => {
  api = await startTestApi()
  api.clock.set('2026-11-19T03:00:00Z')
  ha = await colleague(api, 'regional', { name: 'Hà', regions: ['north'] })
  lan = await colleague(api, 'regional', { name: 'Lan', regions: ['north'] })
  marketing = await colleague(api, 'marketing', { name: 'An' })
  administrator = await colleague(api, 'administrator')
})
afterAll(() => api.close())

const plan = {
  title: { en: 'Deliveries' },
  description: {},
  date: '2026-12-10',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Hà Nội',
  capacity: 20 as number | null,
  answerBy: '2026-12-03',
}
type Plan = Parameters<Colleague['api']['roundtables']['plan']>[0]
const planned = (changes: Partial<Plan> = {}, who = ha, region: keyof TestApi['regions'] = 'north') =>
  who.api.roundtables.plan({ ...plan, ...changes, regionId: api.regions[region] })
const year = (who = ha, of = 2026) => who.api.roundtables.list({ year: of })
const laneOf = async (region: keyof TestApi['regions'], of = 2026) =>
  (await year(marketing, of)).lanes.find(({ regionId }) => regionId === api.regions[region])
const quarterly = { anchor: '2026-01-31', everyMonths: 3, on: null }
const refused = (code: string) => ({ code })

describe('the rules of a region', () => {
  test('what changes is shown before it is saved, and two who save at once do not overwrite each other', async () => {
    const id = api.regions.germany
    const before = await marketing.api.cadence.get({ id })
    expect(before).toMatchObject({ roundTable: quarterly, conference: null, revision: 0, savedBy: '' })
    const rules = {
      roundTable: { anchor: '2027-01-26', everyMonths: 4, on: { nth: 5 as const, weekday: 2 as const } },
      conference: { anchor: '2028-02-29', everyMonths: 12, on: null },
    }
    const { roundTable, conference } = await marketing.api.cadence.preview({ id, ...rules })
    expect(roundTable.before.lamp).toBe('overdue')
    expect(roundTable.after).toEqual({ lamp: 'on_cadence', open: [] })
    // The fifth Tuesday is the last one: 26 January, 25 May, 28 September.
    expect(roundTable.dates.filter(({ change }) => change === 'new').map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2027-01-26', '2027-05-25', '2027-09-28']),
    )
    expect(roundTable.dates).toContainEqual({ date: '2026-10-31', change: 'gone' })
    expect(conference.dates).toEqual([{ date: '2028-02-29', change: 'new' }])
    expect((await marketing.api.cadence.get({ id })).revision).toBe(0)

    const saved = await Promise.allSettled([
      marketing.api.cadence.save({ id, revision: 0, ...rules }),
      marketing.api.cadence.save({ id, revision: 0, ...rules, conference: null }),
    ])
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await marketing.api.cadence.get({ id })).toMatchObject({ revision: 1, savedBy: 'An' })
  })

  test('an impossible rule is refused at its field', async () => {
    const id = api.regions.north
    const save = (roundTable: unknown, conference: unknown = null) =>
      ha.api.cadence.save({ id, revision: 0, roundTable, conference } as never)
    await expect(save({ ...quarterly, everyMonths: 5 })).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: 'roundTable.everyMonths' }] },
    })
    await expect(save({ ...quarterly, anchor: '2027-02-29' })).rejects.toMatchObject({ status: 422 })
    await expect(save(quarterly, { ...quarterly, anchor: '1999-01-01' })).rejects.toMatchObject({
      data: { fields: [{ path: 'conference.anchor' }] },
    })
    await expect(save({ ...quarterly, on: { nth: 6, weekday: 2 } })).rejects.toMatchObject({ status: 422 })
  })
})

describe('the year', () => {
  test('a conference answers for conferences alone', async () => {
    const id = api.regions.singapore
    await marketing.api.cadence.save({
      id,
      revision: 0,
      roundTable: quarterly,
      conference: { anchor: '2025-12-01', everyMonths: 12, on: null },
    })
    expect(await laneOf('singapore')).toMatchObject({
      lamp: 'overdue',
      conference: { lamp: 'overdue', openDates: ['2025-12-01', '2026-12-01'], dueDates: ['2026-12-01'] },
    })
    await planned({ kind: 'conference', date: '2026-12-03', answerBy: '2026-12-01' }, marketing, 'singapore')
    expect(await laneOf('singapore')).toMatchObject({ lamp: 'overdue', conference: { lamp: 'on_cadence' } })
    await planned({ date: '2026-12-08' }, marketing, 'singapore')
    expect(await laneOf('singapore')).toMatchObject({
      lamp: 'on_cadence',
      conference: { lamp: 'on_cadence' },
    })
  })

  test('of a region of others only the day, its name and the kind are known', async () => {
    const { items, lanes, elsewhere } = await year()
    expect(lanes.map(({ regionId }) => regionId)).toEqual([api.regions.north])
    expect(items).toEqual([])
    expect(elsewhere).toEqual([
      { date: '2026-12-03', region: 'singapore', kind: 'conference' },
      { date: '2026-12-08', region: 'singapore', kind: 'round_table' },
    ])
    expect((await year(marketing)).elsewhere).toEqual([])
  })

  test('what is due stands in the list of decisions, with a day that looks free', async () => {
    const { decisions } = await year()
    expect(decisions).toEqual([
      {
        kind: 'due',
        regionId: api.regions.north,
        eventKind: 'round_table',
        date: '2026-10-31',
        overdue: true,
        proposal: expect.stringMatching(/^2026-12-/),
      },
    ])
  })

  test('a cancelled event answers for nothing; an unknown zone is shown and shifts nothing', async () => {
    const { id, revision } = await planned({ zone: 'Mars/Olympus' })
    const { decisions, items } = await year()
    expect(items).toMatchObject([{ timeNotice: 'unknown_zone', startsAt: '2026-12-10T01:30:00.000Z' }])
    expect(decisions).toMatchObject([
      { kind: 'unknown_zone', zone: 'Mars/Olympus' },
      { kind: 'nobody_invited', eventId: id },
    ])
    await ha.api.roundtables.cancel({ id, revision })
    expect((await year()).decisions).toMatchObject([{ kind: 'due', overdue: true }])
  })
})

describe('dates', () => {
  const wish = {
    kind: 'round_table' as const,
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    speakerIds: [] as string[],
    date: null as string | null,
    eventId: null as string | null,
  }
  const propose = (
    changes: Partial<typeof wish> = {},
    region: keyof TestApi['regions'] = 'north',
    who = ha,
  ) => who.api.dateProposals.list({ ...wish, ...changes, regionId: api.regions[region] })

  test('an overdue region gets days with four weeks of notice; a day that somebody thinks of is judged', async () => {
    const { due, chosen, proposals, guests } = await propose({ date: '2026-12-05' })
    expect(due).toBe('2026-10-31')
    expect(chosen).toMatchObject({
      date: '2026-12-05',
      objections: expect.arrayContaining([{ kind: 'weekend' }, { kind: 'short_notice', days: 16 }]),
    })
    expect(proposals).toHaveLength(5)
    expect(proposals[0]?.date.localeCompare('2026-12-17')).toBeGreaterThanOrEqual(0)
    expect(guests).toEqual({ count: 0, of: 'nobody' })
  })

  test('guests of the event, the close of their books, and the contact policy', async () => {
    const [first, second] = await addContacts(api, 'south', 2)
    if (!first || !second) throw new Error('no contacts')
    const event = await planned({ date: '2027-01-20', answerBy: '2027-01-10' }, marketing, 'south')
    const contactIds = [first.id, second.id]
    await marketing.api.roundtables.invite({ id: event.id, contactIds })
    const { items } = await marketing.api.customers.listAccounts({ regionId: api.regions.south })
    const account = await marketing.api.customers.getAccount({ id: items[0]?.id ?? '' })
    await marketing.api.customers.changeAccount({
      id: account.id,
      revision: account.revision,
      changes: { fiscalYearEnds: 12 },
    })
    const asked = await propose({ date: '2027-01-06', eventId: event.id }, 'south', marketing)
    expect(asked.guests).toEqual({ count: 2, of: 'event' })
    expect(asked.chosen?.objections).toContainEqual({ kind: 'fiscal_close', accounts: [account.name] })
    expect(asked.chosen?.merits).toContainEqual({ kind: 'all_may_be_invited' })
    // The event that is moved does not stand in its own way.
    expect(asked.chosen?.objections.map(({ kind }) => kind)).not.toContain('other_event')
  })

  test('hours that end before they begin propose nothing; an unknown zone is read as the own', async () => {
    expect(await propose({ endTime: '08:00' })).toMatchObject({ chosen: null, proposals: [] })
    expect((await propose({ zone: 'Mars/Olympus' })).proposals).toEqual((await propose()).proposals)
  })

  test('a speaker who is elsewhere, in another zone, or away for a day', async () => {
    const mai = await ha.api.speakers.add({
      name: 'Mai',
      about: 'Head of delivery',
      zone: 'Europe/Berlin',
      away: [{ from: '2026-12-22', until: '2026-12-22', title: 'Leave' }],
      active: true,
    })
    await planned(
      {
        date: '2026-12-15',
        zone: 'Europe/Berlin',
        startTime: '02:00',
        endTime: '06:00',
        speakerIds: [mai.id],
      },
      marketing,
      'germany',
    )
    const on = async (date: string) => (await propose({ date, speakerIds: [mai.id] })).chosen?.objections
    // 02:00 to 06:00 in Berlin is 08:00 to 12:00 here; the title is not for this region to know.
    expect(await on('2026-12-15')).toContainEqual({ kind: 'speaker_busy', speaker: 'Mai', with: 'germany' })
    expect(await on('2026-12-16')).not.toContainEqual(expect.objectContaining({ kind: 'speaker_busy' }))
    expect(await on('2026-12-22')).toContainEqual({ kind: 'speaker_busy', speaker: 'Mai', with: 'Leave' })
    const { items } = await ha.api.speakers.list()
    expect(items).toMatchObject([{ name: 'Mai', events: [{ eventId: null, title: 'germany' }] }])

    const event = await planned({ date: '2026-12-15', speakerIds: [mai.id] })
    expect((await year()).decisions).toContainEqual(
      expect.objectContaining({ kind: 'speaker_clash', eventId: event.id, speaker: 'Mai', with: 'germany' }),
    )
    await ha.api.roundtables.cancel({ id: event.id, revision: event.revision })
    await expect(planned({ speakerIds: ['nobody'] })).rejects.toMatchObject(refused('not_found'))
    const late = { ...fields(mai), about: 'Delivery' }
    expect(await lan.api.speakers.change({ id: mai.id, revision: mai.revision, ...late })).toMatchObject({
      about: 'Delivery',
    })
    await expect(
      ha.api.speakers.change({ id: mai.id, revision: mai.revision, ...late }),
    ).rejects.toMatchObject(refused('revision_conflict'))
    const away = [{ from: '2026-12-24', until: '2026-12-23', title: '' }]
    await expect(ha.api.speakers.add({ ...late, away })).rejects.toMatchObject({
      data: { fields: [{ path: 'away.0.until' }] },
    })
  })

  const fields = ({ name, about, zone, away, active }: Awaited<ReturnType<typeof ha.api.speakers.add>>) => ({
    name,
    about,
    zone,
    away,
    active,
  })
})

describe('after the freeze', () => {
  const frozen = () => planned({ date: '2026-12-02', answerBy: '2026-11-25', freezeOn: '2026-11-18' })
  const ask = ({ id, revision }: Roundtable, changes: object, who = ha) =>
    who.api.eventApprovals.ask({ id, revision, changes, note: 'The room is flooded' })
  const decide = (event: Roundtable, step: 'approve' | 'refuse' | 'withdraw', who: Colleague) =>
    who.api.eventApprovals.decide({
      id: event.id,
      approvalId: event.approvals.at(-1)?.id ?? '',
      revision: event.revision,
      step,
      reason: 'Understood',
    })
  /** To whom mails with such a subject went. */
  const letters = async (subject: string) => {
    const { items } = await administrator.api.outbox.list({ limit: 200 })
    return items.filter(mail => mail.subject.startsWith(subject)).map(({ to }) => to)
  }
  const cancel = ({ id, revision }: Roundtable) => ha.api.roundtables.cancel({ id, revision })

  test('words change, a move waits for a second person, and happens with the approval', async () => {
    const event = await frozen()
    expect(event).toMatchObject({ frozen: true, approvals: [] })
    const { id } = event
    const move = { date: '2026-12-09', venue: 'Melia' }
    await expect(
      ha.api.roundtables.change({ id, revision: event.revision, changes: move }),
    ).rejects.toMatchObject({ code: 'needs_approval', status: 409 })
    // What the form sends unchanged is no move.
    const worded = await ha.api.roundtables.change({
      id,
      revision: event.revision,
      changes: { title: { en: 'Delivery' }, date: '2026-12-02', capacity: 20 },
    })
    const asked = await ask(worded, move)
    expect(asked).toMatchObject({
      date: '2026-12-02',
      approvals: [
        { state: 'open', askedBy: 'Hà', changes: move, before: { date: '2026-12-02', venue: 'Hà Nội' } },
      ],
    })
    await expect(ask(asked, { capacity: 30 }, lan)).rejects.toMatchObject(refused('wrong_state'))
    await expect(decide(asked, 'approve', ha)).rejects.toMatchObject(refused('wrong_state'))
    expect((await year(lan)).decisions[0]).toMatchObject({ kind: 'approval', eventId: id, own: false })
    expect((await year(ha)).decisions[0]).toMatchObject({ kind: 'approval', own: true })
    expect(await letters('Please decide')).toEqual(expect.arrayContaining([lan.email, marketing.email]))
    expect(await letters('Please decide')).not.toContain(ha.email)
    const both = await Promise.allSettled([
      decide(asked, 'approve', lan),
      decide(asked, 'approve', marketing),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { roundtable } = await ha.api.roundtables.get({ id })
    expect(roundtable).toMatchObject({ ...move, startsAt: '2026-12-09T01:30:00.000Z' })
    expect(roundtable.approvals).toMatchObject([{ state: 'approved', reason: 'Understood' }])
    expect(await letters('Approved')).toEqual([ha.email])
    await expect(decide(roundtable, 'refuse', lan)).rejects.toMatchObject(refused('wrong_state'))
    await cancel(roundtable)
  })

  test('refused and withdrawn requests change nothing; lifting the freeze itself waits, too', async () => {
    const event = await frozen()
    await expect(
      ha.api.roundtables.change({ id: event.id, revision: event.revision, changes: { freezeOn: null } }),
    ).rejects.toMatchObject(refused('needs_approval'))
    const one = await decide(await ask(event, { capacity: null }), 'refuse', lan)
    const two = await decide(await ask(one, { capacity: 0 }), 'withdraw', ha)
    expect(two).toMatchObject({ capacity: 20, approvals: [{ state: 'refused' }, { state: 'withdrawn' }] })
    expect(await letters('Not approved')).toEqual([ha.email])
    const three = await ask(two, { capacity: 0, freezeOn: null })
    expect(await decide(three, 'approve', lan)).toMatchObject({ capacity: 0, frozen: false, freezeOn: null })
    await cancel((await ha.api.roundtables.get({ id: event.id })).roundtable)
  })

  test('an impossible move, an empty one and one before the freeze are not asked for', async () => {
    const event = await frozen()
    await expect(ask(event, { endTime: '08:00' })).rejects.toMatchObject({
      data: { fields: [{ path: 'endTime' }] },
    })
    await expect(ask(event, { title: { en: 'Words' } })).rejects.toMatchObject(refused('wrong_state'))
    await expect(ask(event, {})).rejects.toMatchObject(refused('wrong_state'))
    const south = await colleague(api, 'regional', { name: 'Minh', regions: ['south'] })
    await expect(ask(event, { capacity: 5 }, south)).rejects.toMatchObject(refused('not_found'))
    await cancel(event)
    const open = await planned({ freezeOn: '2026-12-01' })
    await expect(ask(open, { capacity: 5 })).rejects.toMatchObject(refused('wrong_state'))
    await cancel(open)
  })
})

test('a list of days off that changes after invitations went out raises an alert, and moves nothing', async () => {
  const [guest] = await addContacts(api, 'north', 1)
  const event = await planned()
  const id = api.regions.north
  const entry = {
    from: '2026-12-10',
    until: '2026-12-10',
    kind: 'holiday' as const,
    name: 'Ngày hội',
    source: 'Decree',
  }
  const save = async (entries: (typeof entry)[]) => {
    const { revision } = await ha.api.regionCalendars.get({ id })
    await ha.api.regionCalendars.save({ id, revision, entries })
    return (await ha.api.roundtables.get({ id: event.id })).roundtable
  }
  // Nobody was invited: the day is shown, nobody has to be told.
  expect(await save([entry])).toMatchObject({ holiday: 'Ngày hội', dayKind: 'holiday', dayAlert: null })
  await save([])
  await ha.api.roundtables.invite({ id: event.id, contactIds: [guest?.id ?? ''] })
  const alerted = await save([entry])
  expect(alerted).toMatchObject({
    date: '2026-12-10',
    dayAlert: { was: 'working', wasName: '', is: 'holiday', isName: 'Ngày hội' },
  })
  expect((await year()).decisions).toContainEqual(
    expect.objectContaining({ kind: 'day_changed', eventId: event.id, is: 'holiday', name: 'Ngày hội' }),
  )
  const kept = await ha.api.roundtables.keepDate({ id: event.id, revision: alerted.revision })
  expect(kept).toMatchObject({ date: '2026-12-10', dayAlert: null, holiday: 'Ngày hội' })
  expect(await save([])).toMatchObject({ dayAlert: { was: 'holiday', is: 'working' } })
})

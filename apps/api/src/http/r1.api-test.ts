import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { addContacts } from '@sixfold/testkit/customers'
import { inviteGuests, planEvent } from '@sixfold/testkit/events'
import { inviteContacts } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { beginVisit } from '../features/answering/open-visits/service.ts'
import { readOutboxMail } from '../features/house/outbox/service.ts'
import { createSetupLink } from '../features/house/staff/service.ts'
import { makePersonalLink } from '../features/privacy/personal-links/service.ts'
import { makeVoterLink } from '../features/roundtables/poll-records/service.ts'

// Ballots of blind surveys, codes of live rooms and marks of returned mails are no links; their features hold their tests.

jest.setTimeout(120_000)

/** Every file that makes links, with the kinds that it makes: a new one fails here until it stands in the table below, too. */
const madeIn = {
  'features/answering/open-links/service.ts': ['open link'],
  'features/answering/open-visits/service.ts': ['visit'],
  'features/guests/calendar-feeds/service.ts': ['calendar'],
  'features/guests/guests/service.ts': ['guest'],
  'features/guests/inviting/service.ts': ['survey'],
  'features/house/api-keys/service.ts': ['API key'],
  'features/house/password-resets/service.ts': ['new password'],
  'features/house/staff/service.ts': ['set-up', 'staff invitation'],
  'features/privacy/personal-links/service.ts': ['own page', 'own data'],
  'features/results/report-links/service.ts': ['report'],
  'features/roundtables/poll-records/service.ts': ['voter'],
  'features/waves/reminders/service.ts': ['survey'],
} as const
type Kind = (typeof madeIn)[keyof typeof madeIn][number] | 'session'

interface Call {
  path: string
  headers?: Record<string, string>
  body?: unknown
}
interface Entrance {
  call(token: string): Call
  /** Absent: the kind that bears its name alone. */
  opensTo?: readonly Kind[]
  /** It opens until somebody ends it, or as often as it is used: once. */
  timeless?: true
}

const password = 'mật khẩu đủ dài'
const house = { organisation: 'Other', zone: 'Asia/Ho_Chi_Minh', name: 'Lan', language: 'vi' }
const ofSurveys = ['survey', 'open link', 'visit'] as const
const page = (token: string): Call => ({ path: `/r/${token}` })
const entrances: Record<Kind, Entrance> = {
  survey: { call: page, opensTo: ofSurveys },
  'open link': { call: page, opensTo: ofSurveys },
  visit: { call: page, opensTo: ofSurveys },
  guest: { call: token => ({ path: `/e/${token}` }) },
  voter: { call: token => ({ path: `/p/${token}` }) },
  'own page': { call: token => ({ path: `/me/${token}` }) },
  'own data': { call: token => ({ path: `/me/${token}/data` }) },
  report: { call: token => ({ path: `/shared/${token}` }) },
  calendar: { call: token => ({ path: `/feeds/${token}.ics` }), timeless: true },
  'staff invitation': { call: token => ({ path: `/api/join/${token}` }) },
  'new password': { call: token => ({ path: `/api/password-resets/${token}`, body: { password } }) },
  'set-up': {
    call: token => ({ path: `/api/setup/${token}`, body: { ...house, email: 'lan@example.com', password } }),
    timeless: true,
  },
  'API key': { call: token => ({ path: '/api/staff', headers: { authorization: `Bearer ${token}` } }) },
  // Its time is the browser's: auth/sessions.api-test.ts lets it run out.
  session: { call: cookie => ({ path: '/api/session', headers: { cookie } }), timeless: true },
}
const kinds = Object.keys(entrances) as Kind[]

let api: TestApi
let tokens: Record<Kind, string>
beforeAll(async () => {
  api = await startTestApi()
  tokens = await makeOneOfEach()
})
afterAll(() => api.close())

async function makeOneOfEach(): Promise<Record<Kind, string>> {
  const closed = await inviteContacts(api, { region: 'south' })
  const { waveId, contacts } = await inviteContacts(api)
  const administrator = await colleague(api, 'administrator')
  const { openLinks, reportLinks, waves, apiKeys, calendarFeeds, staff, datePolls } = administrator.api
  await waves.close({ id: closed.waveId })
  const [guest, voter] = await addContacts(api, 'north', 2)
  if (!guest || !voter) throw new Error('nobody to invite')
  const event = await planEvent(administrator, { regionId: api.regions.north, date: '2026-09-24' })
  const dates = ['2026-09-24', '2026-09-25'].map(date => ({ date, startTime: '08:30', endTime: '12:00' }))
  await datePolls.save({ id: event.id, revision: 0, dates, answerBy: '2026-09-10', remindOn: null })
  const { voters } = await datePolls.ask({ id: event.id, contactIds: [voter.id], core: true })
  const [seat] = await inviteGuests(api, administrator, { id: event.id, contacts: [guest] })
  const { link, address } = await openLinks.make({
    ...{ waveId, purpose: 'Poster', regionId: null, endsAt: null, limit: null, origins: [] },
  })
  const report = await reportLinks.make({
    ...{ purpose: 'Board', waveId: closed.waveId, latest: false, regionId: null, language: 'vi' },
    ...{ confidence: '95', parts: ['findings'], hidden: [], days: 30 },
  })
  const email = `mai-${guest.id}@example.com`
  await staff.invite({ email, role: 'care', regions: 'all', language: 'vi' })
  await api.anonymous.passwordResets.ask({ email: (await colleague(api, 'care')).email })
  await api.runJobs()
  const ofContact = contacts[0]?.id ?? ''
  const visit = { waveId, openLinkId: link.id, regionId: null, language: 'vi', device: 'x', trapped: false }
  return {
    survey: contacts[0]?.token ?? '',
    'open link': lastPart(address),
    visit: await beginVisit(api.ctx, { ...visit, mode: 'open_link' }),
    guest: seat?.token ?? '',
    voter: lastPart(await makeVoterLink(api.ctx, voters[0]?.id ?? '')),
    'own page': (await makePersonalLink(api.ctx, ofContact, 'own_page')).token,
    'own data': (await makePersonalLink(api.ctx, ofContact, 'own_data')).token,
    report: lastPart(report.address),
    calendar: lastPart((await calendarFeeds.make({ regionId: api.regions.north })).address).replace(
      '.ics',
      '',
    ),
    'staff invitation': await mailed('staff-invitation', '/join/'),
    'new password': await mailed('password-reset', '/reset/'),
    'set-up': lastPart(await createSetupLink(api.ctx)),
    'API key': (await apiKeys.make({ name: 'CRM', scope: 'read', days: 30 })).key,
    session: administrator.cookie,
  }

  async function mailed(kind: string, before: string): Promise<string> {
    const { items } = await administrator.api.outbox.list({})
    const letter = items.find(one => one.kind === kind)
    const { actor } = await administrator.api.session.get()
    const { text } = await readOutboxMail(api.ctx, actor, letter?.id ?? '')
    return new RegExp(`${before}([\\w-]+)`).exec(text)?.[1] ?? ''
  }
}

const lastPart = (address: string) => new URL(address).pathname.split('/').at(-1) ?? ''

/** What an entrance says to a token, without what differs from one request to the next. */
async function ask(entrance: Kind, token: string): Promise<string> {
  const { path, headers = {}, body } = entrances[entrance].call(token)
  const reply = await fetch(`${api.url}${path}`, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await reply.text()
  return `${reply.status} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ''}`
}

const opens = (entrance: Kind, kind: Kind) => entrances[entrance].opensTo?.includes(kind) ?? entrance === kind
/** What stands in an address: of a session that is its token, without the cookie around it. */
const bare = (kind: Kind) => (kind === 'session' ? (tokens.session.split(/[=%.]/)[1] ?? '') : tokens[kind])
const asCookie = (token: string) => `${tokens.session.split('=')[0]}=${token}`

test('R1: every kind of link stands in this test', () => {
  const src = join(import.meta.dirname, '..')
  const makers = globSync('**/*.ts', { cwd: src })
    .filter(file => !/test\.ts$/.test(file) && file !== 'secrets.ts')
    .filter(file => /\bnewLink\(/.test(readFileSync(join(src, file), 'utf8')))
  expect(makers.sort()).toEqual(Object.keys(madeIn).sort())
  expect(kinds.filter(kind => tokens[kind] === '')).toEqual([])
})

describe.each(kinds)('R1: %s', entrance => {
  const given = (token: string) => (entrance === 'session' ? asCookie(token) : token)
  let nothing: string
  // Once: a token that is asked for too often is refused for that, in this process and for a while.
  beforeAll(async () => {
    nothing = await ask(entrance, given('nonsense'))
  })
  const expectNothing = async (token: string) =>
    expect([token, await ask(entrance, given(token))]).toEqual([token, nothing])

  test('is not opened by what was made for another purpose', async () => {
    for (const kind of kinds) if (!opens(entrance, kind)) await expectNothing(bare(kind))
  })

  test('is not opened by what was altered or forged', async () => {
    const token = bare(entrance)
    const other = token.at(10) === 'A' ? 'B' : 'A'
    const part = (text: string) => Buffer.from(text).toString('base64url')
    const unsigned = `${part('{"alg":"none","typ":"JWT"}')}.${part(`{"sub":"${token}"}`)}.`
    for (const forged of [
      `${token.slice(0, 10)}${other}${token.slice(11)}`,
      token.slice(0, -1),
      `${token}.`,
      `${token}${token}`,
      unsigned,
      encodeURIComponent('{"$gt":""}'),
    ])
      await expectNothing(forged)
  })
})

test('R1: after all that each kind still opens what it was made for', async () => {
  for (const kind of kinds) {
    const said = await ask(kind, tokens[kind])
    expect([kind, said]).toEqual([kind, kind === 'set-up' ? '410 link_used' : '200 '])
  }
})

test('R1: the note that somebody opened their data holds for that link alone, unaltered, for half an hour', async () => {
  const address = `${api.url}/me/${tokens['own data']}/data`
  const open = async (cookie: string, link = address) =>
    (await fetch(`${link}/file.json`, { redirect: 'manual', headers: { cookie } })).status
  const opened = await fetch(`${address}/open`, { method: 'POST', redirect: 'manual' })
  const [note = ''] = opened.headers.getSetCookie().map(cookie => cookie.split(';')[0])
  const [until = '', mark = ''] = note.slice('opened='.length).split('.')
  const stranger = (await addContacts(api, 'north', 1))[0]?.id ?? ''
  const other = await makePersonalLink(api.ctx, stranger, 'own_data')
  expect(await open(note)).toBe(200)
  expect(await open(note, other.address)).toBe(303)
  for (const forged of [
    '',
    until,
    `${until}.`,
    `.${mark}`,
    `${Number(until) + 1}.${mark}`,
    `${until}.${mark}x`,
  ])
    expect([forged, await open(`opened=${forged}`)]).toEqual([forged, 303])
  api.clock.advance({ minutes: 31 })
  expect(await open(note)).toBe(303)
})

test('R1: none opens anything after its time', async () => {
  tokens = await makeOneOfEach()
  api.clock.advance({ days: 2000 })
  for (const kind of kinds.filter(kind => !entrances[kind].timeless))
    expect([kind, await ask(kind, tokens[kind])]).toEqual([kind, expect.stringMatching(/^4(01|04|10) /)])
})

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { ProcedureMeta } from '@sixfold/contract/common'
import { contract } from '@sixfold/contract/contract'
import { addContacts } from '@sixfold/testkit/customers'
import { eventually } from '@sixfold/testkit/eventually'
import { inviteContacts, WORKING_HOUR } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Router } from 'express'
import { features } from '../features/features.ts'
import { makePersonalLink } from '../features/privacy/personal-links/service.ts'

/**
 * R17: mail scanners and programs that fetch ahead open every address that they find, with any method that only reads. None of it
 * changes anything: whoever adds a page is asked here for what its address needs.
 */

jest.setTimeout(60_000)

let api: TestApi
/** What stands for each part of an address; every one of them is tried. */
let values: Record<string, string[]>

beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  const [marketing, regional] = await Promise.all([
    colleague(api, 'marketing'),
    colleague(api, 'regional', { regions: ['north'] }),
  ])
  const [survey, begun, used] = (await inviteContacts(api, { count: 3 })).contacts
  const wave = await inviteContacts(api, { languages: ['vi', 'en'] })
  const blind = await inviteContacts(api, { kind: 'blind' })
  const answers = [{ question: 'delivery_on-time', value: 4, revision: 1 }]
  await api.anonymous.responses.save({ token: begun?.token ?? '', answers, pages: { delivery: 9 } })
  await api.anonymous.responses.submit({ token: used?.token ?? '', answers })
  const contactId = wave.contacts[0]?.id ?? ''
  const own = await makePersonalLink(api.ctx, contactId, 'own_page')
  const data = await makePersonalLink(api.ctx, contactId, 'own_data')
  const { address } = await marketing.api.openLinks.make({
    ...{ waveId: wave.waveId, purpose: 'Poster', regionId: null, endsAt: null, limit: null, origins: [] },
  })
  api.clock.set(WORKING_HOUR)
  const [guest] = await addContacts(api, 'north', 1)
  const { id } = await regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: {},
    date: '2026-09-24',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 5,
    answerBy: '2026-09-20',
  })
  await regional.api.roundtables.invite({ id, contactIds: [guest?.id ?? ''] })
  await api.runJobs()
  const mail = await api.mailSink?.waitFor(({ to }) => to.includes(guest?.email ?? ''))
  const seat = mail?.links.map(link => /\/e\/([\w-]+)/.exec(link)?.[1]).find(Boolean) ?? ''
  const [voter] = await addContacts(api, 'north', 1)
  const polled = ['2026-09-24', '2026-09-25'].map(date => ({ date, startTime: '08:30', endTime: '12:00' }))
  await regional.api.datePolls.save({
    id,
    revision: 0,
    dates: polled,
    answerBy: '2026-09-10',
    remindOn: null,
  })
  await regional.api.datePolls.ask({ id, contactIds: [voter?.id ?? ''], core: true })
  await api.runJobs()
  const asked = await api.mailSink?.waitFor(({ to }) => to.includes(voter?.email ?? ''))
  const ballot = asked?.links.map(link => /\/p\/([\w-]+)/.exec(link)?.[1]).find(Boolean) ?? ''
  const { code } = await regional.api.liveRooms.open({ id })
  const closed = await inviteContacts(api, { count: 1, region: 'south' })
  await marketing.api.waves.close({ id: closed.waveId })
  const shared = await marketing.api.reportLinks.make({
    ...{ purpose: 'Board', waveId: closed.waveId, latest: false, regionId: null, language: 'vi' },
    ...{ confidence: '95', parts: ['findings', 'trends'], hidden: [], days: 30 },
  })
  const sharedToken = new URL(shared.address).pathname.split('/').at(-1) ?? ''
  const tokens = [survey, begun, used, wave.contacts[0], blind.contacts[0]].map(person => person?.token ?? '')
  const openToken = new URL(address).pathname.split('/').at(-1) ?? ''
  values = {
    token: [...tokens, own.token, data.token, openToken, seat, ballot, sharedToken, 'nonsense'],
    code: [code, 'nonsense'],
    wave: [blind.waveId, wave.waveId],
    waveId: [blind.waveId],
    surveyId: [wave.surveyId],
    id: ['nonsense'],
    name: ['nonsense'],
    step: ['nonsense'],
    file: ['nonsense'],
  }
  expect(values.token).not.toContain('')
})
afterAll(() => api.close())

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** The addresses of a router that can be read, those of routers within it among them. */
function readable(router: Router): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (route) return route.methods.get ? [route.path].flat() : []
      return walk(handle?.stack ?? [])
    })
  return walk(router.stack as unknown as Layer[])
}

/** The calls of anybody that only read. */
function readableCalls(): string[] {
  return Object.values(contract).flatMap(noun =>
    Object.values(noun).flatMap(procedure => {
      const { route, meta } = procedure['~orpc'] as {
        route: { method?: string; path?: string }
        meta: ProcedureMeta
      }
      const isPublic = meta.part === 'portal' && route.method === 'GET'
      return isPublic && route.path ? [`/api${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`] : []
    }),
  )
}

/** Every address with every value in the place of each of its parts. */
function filled(path: string): string[] {
  const part = /:(\w+)/.exec(path)
  if (!part) return [path]
  const fitting = values[part[1] ?? '']
  if (!fitting) throw new Error(`${path} needs a value for ${part[1]}: add one to this test`)
  return fitting.flatMap(value => filled(path.replace(part[0], value)))
}

async function everythingStored(): Promise<Map<string, string>> {
  const collections = (await api.ctx.db.connection.db?.collections()) ?? []
  const parts = await Promise.all(
    collections.map(async collection => {
      const rows = await collection.find({}).sort({ _id: 1 }).toArray()
      return [collection.collectionName, JSON.stringify(rows)] as const
    }),
  )
  return new Map(parts.filter(([, rows]) => rows !== '[]'))
}

/** As it stands once everything that was submitted is counted and told. */
async function settled(): Promise<Map<string, string>> {
  let before = ''
  await eventually(
    async () => {
      await api.runJobs()
      const now = JSON.stringify([...(await everythingStored())])
      const same = now === before
      before = now
      return same && now.includes('\\"counted\\":true')
    },
    done => done,
  )
  return everythingStored()
}

function uncounted(stored: Map<string, string>) {
  const links = JSON.parse(stored.get('reportLinks') ?? '[]') as object[]
  const entries = JSON.parse(stored.get('audit') ?? '[]') as { action: string }[]
  return {
    links: links.map(link => ({ ...link, openings: 0, openedAt: null })),
    entries: entries.filter(({ action }) => action !== 'report-link.opened'),
  }
}

test('R17: a mail scanner that reads every address of the portal, again and again, changes nothing', async () => {
  const pages = features.flatMap(({ pages: of }) => (of ? readable(of(api.ctx)) : []))
  const paths = [...new Set([...pages, ...readableCalls()])]
  expect(paths).toEqual(
    expect.arrayContaining([
      '/r/:token',
      '/r/:token/opt-out',
      '/me/:token',
      '/e/:token',
      '/p/:token',
      '/b/:wave',
      '/api/respond/:token',
    ]),
  )
  const addresses = paths.flatMap(filled)
  const before = await settled()
  expect(before.get('responses')).toContain('"delivery":9')
  const statuses = new Map<string, number>()
  const broken = new Set<string>()
  for (const method of ['GET', 'HEAD', 'GET'])
    for (const [at, address] of addresses.entries()) {
      // Half a minute passes between visits: none of it is anybody's time of answering.
      if (at % 10 === 0) api.clock.advance({ seconds: 30 })
      const reply = await fetch(`${api.url}${address}`, {
        method,
        redirect: 'manual',
        headers: { 'user-agent': 'SafeLinks/1.0', purpose: 'prefetch', 'sec-purpose': 'prefetch' },
      })
      if (reply.status >= 500) broken.add(`${reply.status} ${address}`)
      // A live room has no personal links: a phone gets a name of chance there, and nothing is stored for it.
      if (!address.startsWith('/live/'))
        expect([address, reply.headers.get('set-cookie')]).toEqual([address, null])
      statuses.set(address, reply.status)
      await reply.arrayBuffer()
    }
  const after = await everythingStored()
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    name => before.get(name) !== after.get(name),
  )
  // Openings of a shared report are counted, and nothing else of it.
  expect(changed.sort()).toEqual(['audit', 'reportLinks'])
  expect(uncounted(after)).toEqual(uncounted(before))
  expect([...broken]).toEqual([])
  // The links lead somewhere, or nothing was tried.
  for (const token of values.token?.slice(0, -1) ?? []) {
    const led = [...statuses].filter(([address, status]) => address.includes(token) && status === 200)
    expect([token, led.length > 0]).toEqual([token, true])
  }
})

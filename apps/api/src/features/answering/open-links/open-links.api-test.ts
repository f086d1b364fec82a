import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { StoredAnswer } from '@sixfold/contract/responses'
import { everyKind } from '@sixfold/testkit/every-kind'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'
import { hold, readQuotas, settleHolds } from '../quotas/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
let waveId: string
beforeAll(async () => {
  api = await startTestApi()
  const page = { id: 'who', title: { en: 'Who', vi: 'Ai' }, questions: [everyKind.choice] }
  ;({ waveId } = await inviteContacts(api, { operations: [{ op: 'add-page', index: 0, page }] }))
  marketing = await colleague(api, 'marketing')
})
afterAll(() => api.close())

type NewLink = Parameters<Colleague['api']['openLinks']['make']>[0]
const asUsual: Omit<NewLink, 'waveId'> = {
  purpose: 'Poster',
  regionId: null,
  endsAt: null,
  limit: null,
  origins: [],
}
async function openLink(wanted: Partial<NewLink> = {}) {
  const { link, address } = await marketing.api.openLinks.make({ waveId, ...asUsual, ...wanted })
  return { ...link, path: new URL(address).pathname, address }
}
const see = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { redirect: 'manual', headers })
const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers,
  })
/** Begins by an open link; the token of the visit. */
async function begin(
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const reply = await post(path, fields, headers)
  const token = /^\/r\/(v[\w-]{22})\?/.exec(reply.headers.get('location') ?? '')?.[1] ?? ''
  return { reply, token, cookie: reply.headers.getSetCookie()[0] ?? '' }
}
const rated = (value: number): StoredAnswer => ({ question: 'delivery_on-time', value, revision: 1 })
const chose = (option: string, revision = 1): StoredAnswer => ({
  question: everyKind.choice.id,
  value: option,
  revision,
})
const submit = (token: string, ...answers: StoredAnswer[]) =>
  api.anonymous.responses.submit({ token, answers })
const stored = (name: string) => api.ctx.db.connection.collection(name)
const ledger = async () => {
  const row = await readQuotas(api.ctx, waveId)
  if (!row) throw new Error('nothing is counted')
  return row
}
const [firstOption = '', secondOption = ''] = everyKind.choice.options.map(({ id }) => id)

describe('an open link', () => {
  test('is told once, and only its hash is kept', async () => {
    const link = await openLink()
    expect(link.path).toMatch(/^\/r\/o[\w-]{22}$/)
    expect(JSON.stringify(await stored('openLinks').find({}).toArray())).not.toContain(link.path.slice(3))
    const { links } = await marketing.api.openLinks.list({ waveId })
    expect(JSON.stringify(links)).not.toContain(link.path.slice(3))
    expect(links[0]).toMatchObject({ purpose: 'Poster', state: 'open', started: 0, sent: 0 })
  })

  test('looking changes nothing; the button begins a response with a link of its own', async () => {
    const { path } = await openLink()
    const before = await stored('openVisits').countDocuments({})
    const page = await see(path)
    expect(page.status).toBe(200)
    expect(page.headers.getSetCookie()).toEqual([])
    expect(await page.text()).toContain('Máy Việt')
    expect(await stored('openVisits').countDocuments({})).toBe(before)

    const { reply, token, cookie } = await begin(path, { language: 'en' })
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(`/r/${token}?page=1&language=en`)
    expect(cookie).toMatch(
      new RegExp(`^visit=[\\w-]{16}\\.${token}; .*Path=${path};.*HttpOnly; SameSite=Lax$`),
    )
    expect((await see(`/r/${token}?page=1`)).status).toBe(200)

    // The whole way as plain forms, on the link of one's own.
    const kept = await post(`/r/${token}`, {
      page: '1',
      shown: 'en',
      [`a.${everyKind.choice.id}`]: firstOption,
      [`was.${everyKind.choice.id}`]: '',
    })
    expect(kept.status).toBe(303)
    expect(await (await see(path, { cookie: cookie.split(';')[0] ?? '' })).text()).toContain(`/r/${token}?`)
    const sent = await post(`/r/${token}/submit`, { page: 'review', shown: 'en' })
    expect(sent.headers.get('location')).toBe(`/r/${token}?language=en`)
    const thanks = await (await see(`/r/${token}`)).text()
    expect(thanks).toContain('Thank you')
    expect(thanks).not.toContain('opt-out')
    const again = await (await see(path, { cookie: cookie.split(';')[0] ?? '' })).text()
    expect(again).toContain('already sent from this device')
    expect(again).not.toContain(token)
  })

  test('nobody can ask an unknown person no more, nor greet them', async () => {
    const { token } = await begin((await openLink()).path)
    expect(await api.anonymous.responses.get({ token })).toMatchObject({ state: 'open', contactName: '' })
    await expect(api.anonymous.responses.optOut({ token })).rejects.toMatchObject({ code: 'link_unknown' })
  })

  test('that is revoked or over begins nothing, and lets those finish who began', async () => {
    const link = await openLink()
    const { token } = await begin(link.path)
    expect(await marketing.api.openLinks.revoke({ id: link.id })).toMatchObject({
      state: 'revoked',
      started: 1,
    })
    expect((await see(link.path)).status).toBe(410)
    expect((await begin(link.path)).token).toBe('')
    await expect(
      marketing.api.openLinks.change({
        id: link.id,
        purpose: 'Again',
        endsAt: null,
        limit: null,
        origins: [],
      }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
    await submit(token, rated(4))

    const short = await openLink({
      endsAt: new Date(api.clock.now().getTime() + 3_600_000).toISOString(),
    })
    expect((await see(short.path)).status).toBe(200)
    api.clock.advance({ hours: 1 })
    expect((await see(short.path)).status).toBe(410)
    expect((await see(`/r/o${'a'.repeat(22)}`)).status).toBe(404)
  })

  test('is made and changed by who may launch in all regions of the wave, and noted', async () => {
    await marketing.api.openLinks.revoke({ id: (await openLink()).id })
    const analyst = await colleague(api, 'analyst')
    await expect(analyst.api.openLinks.make({ waveId, ...asUsual })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await analyst.api.openLinks.list({ waveId })).links.length).toBeGreaterThan(0)
    await expect(
      marketing.api.openLinks.make({ waveId, ...asUsual, origins: ['https://a.example/path'] }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    const entries = await stored('audit')
      .find({ subject: `wave:${waveId}` })
      .toArray()
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['open_link.made', 'open_link.revoked']),
    )
    const blind = await inviteContacts(api, { kind: 'blind' })
    await expect(marketing.api.openLinks.make({ ...asUsual, waveId: blind.waveId })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })
})

describe('in a frame', () => {
  const policyOf = (reply: Response) => reply.headers.get('content-security-policy') ?? ''

  test('only on the sites that are listed, and only what began there', async () => {
    const site = 'https://www.example.com'
    const { path } = await openLink({ origins: [site] })
    const plain = await openLink()
    const { token } = await begin(path, { embed: '1' })
    const { token: unframed } = await begin(path)
    for (const allowed of [path, `/r/${token}`]) {
      const reply = await see(allowed)
      expect(policyOf(reply)).toContain(`frame-ancestors 'self' ${site};`)
      expect(reply.headers.get('x-frame-options')).toBeNull()
    }
    for (const refused of [plain.path, `/r/${unframed}`, '/', '/healthz']) {
      const reply = await see(refused)
      expect(policyOf(reply)).not.toContain(site)
      expect(reply.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
  })
})

describe('answers by open links', () => {
  test('are counted apart: neither among those who were asked, nor in their rate', async () => {
    await advanceScoreboard(api.ctx, waveId)
    const before = await marketing.api.scoreboards.get({ id: waveId })
    const { path, id } = await openLink()
    for (let n = 0; n < 5; n += 1) await submit((await begin(path)).token, rated(5))
    await advanceScoreboard(api.ctx, waveId)
    const after = await marketing.api.scoreboards.get({ id: waveId })
    expect(after.responses).toBe(before.responses)
    expect((await marketing.api.waves.get({ id: waveId })).responded).toBe(0)
    const { links, sent } = await marketing.api.openLinks.list({ waveId })
    expect(links.find(link => link.id === id)).toMatchObject({ started: 5, sent: 5 })
    const open = await marketing.api.results.questions({ id: waveId, people: 'open' })
    const question = open.questions.find(one => one.question === 'delivery_on-time')
    expect(question?.lists[0]?.n).toBeGreaterThanOrEqual(5)
    const asked = await marketing.api.results.questions({ id: waveId })
    expect(asked.questions.find(one => one.question === 'delivery_on-time')?.lists[0]?.suppressed).toBe(true)
    const file = await marketing.api.results.responses({ id: waveId, people: 'open' })
    expect((await file.text()).trim().split('\n')).toHaveLength(sent + 1)
    await expect(marketing.api.results.responses({ id: waveId })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })

  test('tell how they came: frame, device, and a field that only programs fill in', async () => {
    const { path } = await openLink()
    const first = await begin(path, { embed: '1', website: 'https://spam.example' })
    const second = await begin(path, {}, { cookie: first.cookie.split(';')[0] ?? '' })
    const third = await begin(path)
    for (const { token } of [first, second, third]) await submit(token, rated(1))
    const rows = await stored('responses').find({}).sort({ _id: -1 }).limit(3).toArray()
    const [one, two, three] = rows.reverse()
    expect(one).toMatchObject({ mode: 'embedded', trapped: true })
    expect(two).toMatchObject({ mode: 'open_link', device: one?.device })
    expect(two?.trapped).toBeUndefined()
    expect(three?.device).not.toBe(one?.device)
    expect(JSON.stringify(rows)).not.toContain(first.cookie.slice(6, 22))
  })

  test('R15: the same link 50 times in parallel makes one response and takes one place', async () => {
    const { path, id } = await openLink({ limit: 1 })
    const { token } = await begin(path)
    const results = await Promise.all(Array.from({ length: 50 }, (_, n) => submit(token, rated((n % 5) + 1))))
    expect(new Set(results.map(({ submittedAt }) => submittedAt)).size).toBe(1)
    expect((await ledger()).taken[`link:${id}`]).toBe(1)
    expect((await ledger()).holds).toEqual({})
  })
})

describe('quotas', () => {
  test('R15: 200 parallel finishes against a quota of 50 make exactly 50', async () => {
    const { path, id } = await openLink({ limit: 50 })
    const tokens = await Promise.all(Array.from({ length: 200 }, async () => (await begin(path)).token))
    const results = await Promise.allSettled(tokens.map(token => submit(token, rated(3))))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'quota_full', status: 409 })
    const { taken, holds } = await ledger()
    expect(taken[`link:${id}`]).toBe(50)
    expect(holds).toEqual({})
    const visits = await stored('openVisits').find({ openLinkId: id }).toArray()
    const ids = visits.map(({ _id }) => _id)
    expect(await stored('responses').countDocuments({ _id: { $in: ids }, state: 'submitted' })).toBe(50)
    // What the others gave is kept.
    expect(await stored('responses').countDocuments({ _id: { $in: ids }, state: 'draft' })).toBe(150)
  })

  test('of a group that an answer names: told at once, corrected, and sent', async () => {
    const { path } = await openLink()
    const { quotas } = await marketing.api.openLinks.list({ waveId })
    const options = quotas?.questions.find(({ question }) => question === everyKind.choice.id)?.options
    const taken = options?.find(({ option }) => option === secondOption)?.taken ?? 0
    const answers = [{ question: everyKind.choice.id, option: secondOption, limit: taken + 1 }]
    const set = await marketing.api.openLinks.setQuotas({
      waveId,
      plan: quotas?.plan ?? 0,
      quotas: { total: null, regions: [], answers },
    })
    await expect(
      marketing.api.openLinks.setQuotas({
        waveId,
        plan: quotas?.plan ?? 0,
        quotas: { total: 5, regions: [], answers: [] },
      }),
    ).rejects.toMatchObject({ code: 'revision_conflict' })
    await submit((await begin(path)).token, chose(secondOption))

    const { token } = await begin(path, { language: 'en' })
    const field = `a.${everyKind.choice.id}`
    const told = await post(`/r/${token}`, {
      page: '1',
      shown: 'en',
      [field]: secondOption,
      [`was.${everyKind.choice.id}`]: '',
    })
    expect(told.headers.get('location')).toBe(`/r/${token}?language=en`)
    const page = await see(`/r/${token}?language=en`)
    expect(page.status).toBe(409)
    const text = await page.text()
    expect(text).toContain('We have enough answers like yours')
    expect(text).toContain(`/r/${token}?page=1&amp;language=en`)
    await expect(submit(token)).rejects.toMatchObject({ code: 'quota_full' })
    expect((await api.anonymous.responses.get({ token })).answers).toEqual([chose(secondOption)])
    await submit(token, chose(firstOption, 2))
    await marketing.api.openLinks.setQuotas({
      waveId,
      plan: set.quotas?.plan ?? 0,
      quotas: { total: null, regions: [], answers: [] },
    })
  })

  test('tell what was answered once five answered that very question', async () => {
    const { path } = await openLink()
    const takenOfChoice = async () => {
      const { quotas, sent } = await marketing.api.openLinks.list({ waveId })
      expect(sent).toBeGreaterThanOrEqual(5)
      return quotas?.questions.find(({ question }) => question === everyKind.choice.id)?.options[0]?.taken
    }
    const answered = Object.entries((await ledger()).taken)
      .filter(([group]) => group.startsWith(`answer:${everyKind.choice.id}:`))
      .reduce((sum, [, n]) => sum + n, 0)
    expect(answered).toBeLessThan(5)
    expect(await takenOfChoice()).toBeNull()
    for (let n = answered; n < 4; n += 1) await submit((await begin(path)).token, chose(firstOption))
    expect(await takenOfChoice()).toBeNull()
    await submit((await begin(path)).token, chose(firstOption))
    expect(await takenOfChoice()).toEqual(expect.any(Number))
  })

  test('a region is full for its links alone, and those who come now are told before they begin', async () => {
    const region = api.regions.north
    const { quotas } = await marketing.api.openLinks.list({ waveId })
    const north = await openLink({ regionId: region })
    const any = await openLink()
    await submit((await begin(north.path)).token, rated(2))
    const { token: late } = await begin(north.path)
    await marketing.api.openLinks.setQuotas({
      waveId,
      plan: quotas?.plan ?? 0,
      quotas: { total: null, regions: [{ regionId: region, limit: 1 }], answers: [] },
    })
    expect((await see(north.path)).status).toBe(409)
    expect((await begin(north.path)).token).toBe('')
    await expect(submit(late, rated(1))).rejects.toMatchObject({ code: 'quota_full' })
    await submit((await begin(any.path)).token, rated(2))
    const { links } = await marketing.api.openLinks.list({ waveId })
    expect(links.find(({ id }) => id === north.id)?.state).toBe('full')
  })
})

describe('a process that dies', () => {
  const taken = async (link: string) => (await ledger()).taken[`link:${link}`] ?? 0
  const groups = (link: string) => ['total', `link:${link}`]
  const responseOf = async (link: string) =>
    String((await stored('openVisits').findOne({ openLinkId: link }))?._id)

  test('between hold and submission gives its place back, and what it might still write no longer fits', async () => {
    const { path, id } = await openLink({ limit: 1 })
    const { token } = await begin(path)
    await api.anonymous.responses.save({ token, answers: [rated(4)] })
    const response = await responseOf(id)
    const revision = (await stored('responses').findOne({ _id: response as never }))?.revision
    await hold(api.ctx, waveId, response, groups(id))
    await settleHolds(api.ctx, waveId)
    expect(await taken(id)).toBe(1)
    api.clock.advance({ minutes: 2 })
    await api.runJobs()
    expect(await taken(id)).toBe(0)
    expect((await ledger()).holds).toEqual({})
    expect((await stored('responses').findOne({ _id: response as never }))?.revision).toBe(revision + 1)
    await submit(token)
    expect(await taken(id)).toBe(1)
  })

  test('between submission and confirmation keeps its place', async () => {
    const { path, id } = await openLink({ limit: 5 })
    const { token } = await begin(path)
    const response = await responseOf(id)
    await submit(token, rated(4))
    const name = (await stored('responses').findOne({ _id: response as never }))?.hold
    // As if it had died right after the submission.
    await stored('waveQuotas').updateOne(
      { _id: waveId as never },
      { $set: { [`holds.${response}`]: { name, groups: groups(id), at: api.clock.now() } } },
    )
    api.clock.advance({ minutes: 2 })
    await settleHolds(api.ctx, waveId)
    expect(await taken(id)).toBe(1)
    expect((await ledger()).holds).toEqual({})
  })
})

test('after the wave nothing is left of what nobody sent', async () => {
  const { path } = await openLink()
  const { token } = await begin(path)
  await api.anonymous.responses.save({ token, answers: [rated(4)] })
  const drafts = () => stored('responses').countDocuments({ waveId, state: 'draft', mode: { $ne: 'web' } })
  expect(await drafts()).toBeGreaterThan(0)
  await marketing.api.waves.close({ id: waveId })
  api.clock.advance({ minutes: 2 })
  await api.runJobs()
  expect(await drafts()).toBe(0)
  expect((await see(`/r/${token}`)).status).toBe(410)
  expect((await see(path)).status).toBe(410)
  await expect(marketing.api.openLinks.make({ waveId, ...asUsual })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})

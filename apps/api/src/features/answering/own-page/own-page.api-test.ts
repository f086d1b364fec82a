import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { LONGEST_COMPLAINT } from '@sixfold/domain/complaints'
import { addContacts } from '@sixfold/testkit/customers'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { previewTouches, requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { optOut } from '../../contact-policy/contact-standing/service.ts'
import { findAccounts, updateAccount } from '../../customers/accounts/service.ts'
import { findContactRows } from '../../customers/contacts/service.ts'
import { mergeContacts } from '../../customers/record-merges/service.ts'
import { makePersonalLink, revokeLinksOf } from '../../privacy/personal-links/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let wave: InvitedWave
let care: Colleague
beforeAll(async () => {
  api = await startTestApi()
  wave = await inviteContacts(api, { count: 14, language: 'en' })
  care = await colleague(api, 'care', { regions: ['north'] })
  for (const { accountId } of wave.contacts) {
    const account = (await findAccounts(api.ctx, [accountId])).get(accountId)
    if (account) await updateAccount(api.ctx, account, { ownerId: care.id })
  }
})
afterAll(() => api.close())

function nextPerson(): InvitedContact {
  const person = wave.contacts.pop()
  if (!person) throw new Error('invite more people')
  return person
}

const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const whereTo = (reply: Response) => reply.headers.get('location') ?? ''
const open = (path: string) => fetch(`${api.url}${path}`)
const shown = async (path: string) => (await (await open(path)).text()).replaceAll('&#x27;', "'")

/** The way of somebody who has the link of a survey. */
async function ownPage(person: InvitedContact): Promise<string> {
  const reply = await post(`/r/${person.token}/me?language=en`)
  expect(reply.status).toBe(303)
  return new URL(whereTo(reply), api.url).pathname
}

/** Another form for each call, as each opening of the page makes one. */
async function newForm(address: string): Promise<string> {
  const html = await shown(`${address}/complaint`)
  return /name="form" value="([\w-]{22})"/.exec(html)?.[1] ?? ''
}

const rows = (collection: string, filter: object) =>
  api.ctx.db.connection.collection(collection).find(filter).toArray()

describe('the link', () => {
  test('leads from the survey to a page that greets; opening it changes nothing', async () => {
    const person = nextPerson()
    expect((await open(`/r/${person.token}/me`)).status).toBe(404)
    const address = await ownPage(person)
    expect(address).toMatch(/^\/me\/[\w-]{22}$/)
    const before = JSON.stringify(await rows('personalLinks', { contactId: person.id }))
    expect(before).not.toContain(address.slice('/me/'.length))
    for (let visit = 0; visit < 3; visit += 1) {
      const html = await shown(`${address}?language=en`)
      expect([html.includes(`Dear ${person.name},`), html.includes(person.email)]).toEqual([true, false])
    }
    expect(await shown(`${address}?language=vi`)).toContain(`Kính gửi ${person.name},`)
    expect(JSON.stringify(await rows('personalLinks', { contactId: person.id }))).toBe(before)
    expect(await rows('cases', { contactId: person.id })).toEqual([])
  })

  test('unknown, of another purpose, revoked, expired: a page that tells nothing', async () => {
    const person = nextPerson()
    const page = await makePersonalLink(api.ctx, person.id, 'own_page')
    const data = await makePersonalLink(api.ctx, person.id, 'own_data')
    const status = async (path: string) => {
      const reply = await open(path)
      expect(await reply.text()).not.toContain(person.name)
      return reply.status
    }
    expect(await status('/me/nobodys')).toBe(404)
    expect(await status(`/me/${data.token}`)).toBe(404)
    expect((await post(`/me/${data.token}/asking`, { asking: 'never' })).status).toBe(404)
    await revokeLinksOf(api.ctx, person.id)
    expect(await status(page.path)).toBe(410)
    expect((await post(`${page.path}/complaint`, { text: 'Too late' })).status).toBe(410)
    const again = await makePersonalLink(api.ctx, person.id, 'own_page')
    const now = api.clock.now()
    api.clock.set('2030-12-01T03:00:00.000Z')
    const late = await open(`${again.path}?language=en`)
    expect([late.status, (await late.text()).includes('This link has ended')]).toEqual([410, true])
    expect((await post(`/r/${person.token}/me`)).status).toBe(410)
    api.clock.set(now.toISOString())
  })

  test('a blind survey leads to no page that knows who somebody is', async () => {
    const blind = await inviteContacts(api, { kind: 'blind', count: 1 })
    expect((await post(`/r/${blind.contacts[0]?.token}/me`)).status).toBe(404)
    expect((await post('/r/nobodys/me')).status).toBe(404)
  })
})

describe('a complaint', () => {
  test('becomes one case however often it is sent, with a receipt, an owner, a task and a mail', async () => {
    const person = nextPerson()
    const address = await ownPage(person)
    const form = await newForm(address)
    const fields = {
      form,
      shown: 'en',
      text: '  The saw\r\nstands still. ',
      factor: 'delivery',
      answer: 'yes',
    }
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => post(`${address}/complaint?language=en`, fields)),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(303))
    expect(new Set(replies.map(whereTo)).size).toBe(1)
    await api.runJobs()
    const [found, ...more] = await rows('cases', { contactId: person.id })
    expect(more).toEqual([])
    expect(found).toMatchObject({
      receipt: expect.stringMatching(/^C-2026-\d{6}$/),
      state: 'open',
      ownerId: care.id,
      accountId: person.accountId,
      waveId: wave.waveId,
      text: 'The saw\nstands still.',
      answerWanted: true,
    })
    const receipt = String(found?.receipt)
    expect(await shown(whereTo(replies[0] as Response))).toContain(`Your receipt number is ${receipt}`)
    expect(await shown(`${address}?language=en`)).toContain('about Delivery')
    const told = await rows('outbox', { to: care.email, key: `case-new:${found?._id}:${care.id}` })
    expect(told).toMatchObject([{ kind: 'case-new' }])
    const mails = await rows('outbox', { to: person.email, kind: 'case-receipt' })
    expect(mails.map(({ subject }) => subject)).toEqual([`We have your complaint: ${receipt}`])
    const lines = (await care.api.contactLedger.read({ id: person.id })).lines
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'service', subject: receipt }))
    expect(await rows('audit', { subject: `case:${found?._id}`, action: 'case.opened' })).toHaveLength(1)
  })

  test('gets numbers without gap or double when many complain at once; nobody does without end', async () => {
    const person = nextPerson()
    const address = await ownPage(person)
    const forms = await Promise.all(Array.from({ length: 20 }, () => newForm(address)))
    await Promise.all(forms.map(form => post(`${address}/complaint`, { form, text: 'Again' })))
    const receipts = (await rows('cases', { contactId: person.id }))
      .map(({ receipt }) => String(receipt))
      .sort()
    const numbers = receipts.map(receipt => Number(receipt.slice('C-2026-'.length)))
    const first = numbers[0] ?? 0
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => first + at))
    const again = await ownPage(person)
    const more = await Promise.all(
      Array.from({ length: 12 }, () => post(`${again}/complaint`, { form: forms[0] ?? '', text: 'Again' })),
    )
    expect(more.map(({ status }) => status).sort()).toEqual([...Array(10).fill(303), 429, 429])
  })

  test.each([
    ['nothing', ' \n ', 'Please say in a few words what went wrong.'],
    ['too much', 'x'.repeat(LONGEST_COMPLAINT + 1), 'Please keep this under 4000 characters.'],
  ])('that says %s comes back with what was typed', async (_what, text, words) => {
    const person = nextPerson()
    const address = await ownPage(person)
    const fields = { form: await newForm(address), shown: 'en', text, factor: 'delivery', answer: 'yes' }
    const reply = await post(`${address}/complaint`, fields)
    const html = await reply.text()
    expect([reply.status, html.includes(words), html.includes('<option value="delivery" selected')]).toEqual([
      422,
      true,
      true,
    ])
    expect(html).toContain(`value="${fields.form}"`)
    expect(await rows('cases', { contactId: person.id })).toEqual([])
  })

  test('another language keeps what was typed; hostile text is text; what is not offered is nothing', async () => {
    const person = nextPerson()
    const address = await ownPage(person)
    const form = await newForm(address)
    const text = '</textarea><script>alert(1)</script>'
    const switched = await (
      await post(`${address}/complaint`, { form, text, shown: 'en', language: 'vi' })
    ).text()
    expect(switched).toContain('Điều gì chưa ổn?')
    expect(switched).toContain('&lt;/textarea&gt;&lt;script&gt;')
    expect(await rows('cases', { contactId: person.id })).toEqual([])
    await post(`${address}/complaint`, { form, text, shown: 'vi', factor: 'no-such', answer: 'perhaps' })
    await api.runJobs()
    expect(await rows('cases', { contactId: person.id })).toMatchObject([
      { text, factor: null, answerWanted: false, language: 'vi' },
    ])
    expect(await rows('outbox', { to: person.email, kind: 'case-receipt-only' })).toHaveLength(1)
  })

  test('is read by staff of its region alone', async () => {
    const items = (await care.api.cases.list({})).items
    expect(items.length).toBeGreaterThan(2)
    const [one] = items
    expect(await care.api.cases.get({ id: one?.id ?? '' })).toMatchObject({ ...one })
    expect((await care.api.cases.list({ of: 'nobody' })).items).toEqual([])
    const first = await care.api.cases.list({ limit: 2 })
    const second = await care.api.cases.list({ limit: 2, cursor: first.next ?? '' })
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 4))
    const south = await colleague(api, 'care', { regions: ['south'] })
    expect((await south.api.cases.list({})).items).toEqual([])
    await expect(south.api.cases.get({ id: one?.id ?? '' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('how often we may ask', () => {
  const touch = (contactId: string, touchId: string) => ({
    touchId,
    contactId,
    kind: 'invitation' as const,
    purpose: 'relationship_survey' as const,
    subject: touchId,
  })
  const decision = async (contactId: string) =>
    (await previewTouches(api.ctx, [touch(contactId, 'next')])).get('next')

  test('holds from that moment, only ever back, and staff see it with its reason', async () => {
    const person = nextPerson()
    const address = await ownPage(person)
    const now = api.clock.now().toISOString()
    const page = await shown(`${address}?language=en`)
    expect([page.includes('At most every 6 months'), page.includes('value="half_year"')]).toEqual([
      true,
      false,
    ])
    api.clock.set('2027-03-01T03:00:00.000Z')
    expect(await decision(person.id)).toEqual({ decision: 'allow' })
    const chosen = await post(`${address}/asking?language=en`, { asking: 'year' })
    expect(chosen.status).toBe(410)
    const { path } = await makePersonalLink(api.ctx, person.id, 'own_page')
    await post(`${path}/asking?language=en`, { asking: 'year' })
    expect(await decision(person.id)).toEqual({
      decision: 'refuse',
      reason: 'asked_less_often',
      earliest: new Date('2027-08-17T01:00:00.000Z'),
    })
    await requestTouch(api.ctx, touch(person.id, 'refused'))
    const { lines, standing } = await care.api.contactLedger.read({ id: person.id })
    expect(lines).toContainEqual(expect.objectContaining({ outcome: 'refused', reason: 'asked_less_often' }))
    expect(standing.asking).toMatchObject({ atMostEvery: 'year', source: 'portal' })
    expect(await shown(`${path}?language=en`)).toMatch(/value="year"[^>]*checked|checked[^>]*value="year"/)
    await post(`${path}/asking`, { asking: 'hourly' })
    await post(`${path}/asking`, { asking: 'usual' })
    expect(await decision(person.id)).toEqual({ decision: 'allow' })
    api.clock.set(now)
  })

  test('never again, and again after all; who left by a mail sees it here', async () => {
    const person = nextPerson()
    await optOut(api.ctx, person.id, 'relationship_survey', 'link')
    const address = await ownPage(person)
    expect(await shown(address)).toMatch(/value="never"[^>]*checked|checked[^>]*value="never"/)
    await post(`${address}/asking`, { asking: 'usual' })
    const contact = await care.api.customers.getContact({ id: person.id })
    expect(contact.optedOut).toBe(false)
    await post(`${address}/asking`, { asking: 'never' })
    expect(await decision(person.id)).toEqual({ decision: 'refuse', reason: 'opted_out' })
  })
})

test('the next round table: a wish becomes one task, an invitation says where it stands', async () => {
  const person = nextPerson()
  const address = await ownPage(person)
  expect(await shown(address)).not.toContain('/round-table')
  expect((await post(`${address}/round-table`)).status).toBe(303)
  const administrator = await colleague(api, 'administrator')
  const plan = {
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
  }
  await administrator.api.roundtables.plan({
    ...plan,
    date: '2026-10-24',
    title: { en: 'Later' },
  })
  const { id } = await administrator.api.roundtables.plan(plan)
  await administrator.api.roundtables.plan({ ...plan, regionId: api.regions.south, date: '2026-09-21' })
  const page = await shown(`${address}?language=en`)
  expect([page.includes('24 September 2026'), page.includes('Indochina Time')]).toEqual([true, true])
  await Promise.all([post(`${address}/round-table`), post(`${address}/round-table`)])
  expect(await shown(`${address}?language=en`)).toContain('You told us that you would like to come.')
  const tasks = (await care.api.tasks.list({ kind: 'roundtable_wish' })).items
  expect(tasks).toMatchObject([{ contactId: person.id, aboutId: id }])
  const held = (await makePersonalLink(api.ctx, person.id, 'own_data')).path
  const pressed = await post(`${held}/open`)
  const cookie = pressed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const own = await fetch(`${api.url}${held}?language=vi`, { headers: { cookie } })
  expect(await own.text()).toContain('Anh/chị muốn dự buổi gặp mặt “Giao hàng”')
  const [guest] = await addContacts(api, 'north', 1)
  await administrator.api.roundtables.invite({ id, contactIds: [guest?.id ?? ''] })
  const { path } = await makePersonalLink(api.ctx, guest?.id ?? '', 'own_page')
  const invited = await shown(`${path}?language=en`)
  expect([invited.includes('Please answer with the link'), invited.includes('/round-table')]).toEqual([
    true,
    false,
  ])
  await post(`${path}/round-table`)
  expect((await care.api.tasks.list({ kind: 'roundtable_wish' })).items).toHaveLength(1)
})

test('wishes about being asked have a limit by person, and the refusal is a page', async () => {
  const [contact] = await addContacts(api, 'north', 1)
  const links = [0, 1].map(() => makePersonalLink(api.ctx, contact?.id ?? '', 'own_page'))
  const [first, second] = await Promise.all(links)
  for (let time = 0; time < 30; time += 1)
    expect((await post(`${first?.path}/asking`, { asking: 'year' })).status).toBe(303)
  const refused = await post(`${second?.path}/asking?language=en`, { asking: 'never' })
  expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect((await open(`${second?.path}`)).status).toBe(200)
})

test('a contact without an address complains all the same', async () => {
  const [person] = await addContacts(api, 'north', 1, { email: '' })
  const { path } = await makePersonalLink(api.ctx, person?.id ?? '', 'own_page')
  await post(`${path}/complaint`, { form: await newForm(path), text: 'No mail ever came.' })
  await api.runJobs()
  expect(await rows('cases', { contactId: person?.id })).toHaveLength(1)
})

test('two records that become one keep links, receipts and the stricter wish; cases move with their account', async () => {
  const [keep, drop] = [nextPerson(), nextPerson()]
  const [kept, dropped] = [await ownPage(keep), await ownPage(drop)]
  await post(`${dropped}/complaint`, { form: await newForm(dropped), text: 'Said by the other.' })
  await post(`${dropped}/asking`, { asking: 'year' })
  const before = await findContactRows(api.ctx, [keep.id, drop.id])
  const revision = (id: string) => before.get(id)?.revision ?? 0
  const revisions = { keep: revision(keep.id), drop: revision(drop.id) }
  const merge = { keep: keep.id, drop: drop.id, revisions, take: [], at: api.clock.now() }
  expect(await mergeContacts(api.ctx, merge)).toBe(true)
  for (const address of [kept, dropped]) {
    const html = await shown(`${address}?language=en`)
    expect([html.includes(`Dear ${keep.name},`), /C-2026-\d{6}/.test(html)]).toEqual([true, true])
    expect(html).toMatch(/value="year"[^>]*checked|checked[^>]*value="year"/)
  }
  const administrator = await colleague(api, 'administrator')
  const account = await administrator.api.customers.getAccount({ id: drop.accountId })
  await administrator.api.customers.changeAccount({
    id: account.id,
    revision: account.revision,
    changes: { regionId: api.regions.south },
  })
  const south = await colleague(api, 'care', { regions: ['south'] })
  const [moved] = (await south.api.cases.list({ contactId: keep.id })).items
  expect(moved).toMatchObject({ text: 'Said by the other.', regionId: api.regions.south })
  await expect(care.api.cases.get({ id: moved?.id ?? '' })).rejects.toMatchObject({ code: 'not_found' })
})

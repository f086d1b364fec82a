import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { OwnData } from '@sixfold/contract/own-data'
import { addContacts } from '@sixfold/testkit/customers'
import type { InvitedContact, InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { openComplaint } from '../../cases/cases/service.ts'
import { chooseAsking } from '../../contact-policy/contact-standing/service.ts'
import { insertInterview } from '../../evidence/interview-records/service.ts'
import { makePersonalLink } from '../personal-links/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let care: Colleague
let people: InvitedContact[]
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { regions: ['north'], name: 'Nguyễn Thị Chăm' })
  wave = await inviteContacts(api, { count: 6, language: 'en' })
  people = wave.contacts
  await api.ctx.db.connection
    .collection<{ _id: string }>('accounts')
    .updateMany({}, { $set: { ownerId: care.id } })
})
afterAll(() => api.close())

const person = (at: number): InvitedContact => people[at] as InvitedContact
const newPerson = async (): Promise<{ id: string }> => {
  const [contact] = await addContacts(api, 'north', 1)
  if (!contact) throw new Error('no contact was added')
  return contact
}
const mailsTo = async (contact: InvitedContact) => {
  const administrator = await colleague(api, 'administrator')
  const { items } = await administrator.api.outbox.list({ search: contact.email })
  return Promise.all(items.map(({ id }) => administrator.api.outbox.get({ id })))
}
const dataLink = async ({ id }: { id: string }) => {
  const { path } = await makePersonalLink(api.ctx, id, 'own_data')
  return `${api.url}${path}`
}
const post = (address: string, fields: Record<string, string>) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
/** Presses the button of the first page: the cookie that opens the others. */
const opened = async (address: string) => {
  const reply = await post(`${address}/open`, {})
  return { cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}
const actionsAbout = async (contact: InvitedContact) => {
  const administrator = await colleague(api, 'administrator')
  const { items } = await administrator.api.audit.list({ limit: 200 })
  return items
    .filter(({ subject, actor }) => subject === `contact:${contact.id}` && actor === 'customer')
    .map(({ action, detail }) => `${action} ${detail}`.trim())
}

describe('the link to the own data', () => {
  test('goes by mail to the address on record only, once however often it is asked for, with the same words', async () => {
    const { path } = await makePersonalLink(api.ctx, person(0).id, 'own_page')
    const first = await post(`${api.url}${path}/data`, {})
    const second = await post(`${api.url}${path}/data`, {})
    expect([first.status, first.headers.get('location')]).toEqual([303, `${path}?done=data&language=en`])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const letters = (await mailsTo(person(0))).filter(({ kind }) => kind === 'own-data-link')
    expect(letters).toHaveLength(1)
    const link = /\/me\/[\w-]+\/data/.exec(letters[0]?.text ?? '')?.[0] ?? ''
    const gate = await fetch(`${api.url}${link}?language=en`)
    expect([gate.status, gate.headers.get('set-cookie')]).toEqual([200, null])
    const closed = await gate.text()
    expect(closed).toContain('Show what is held about me')
    for (const personal of [person(0).email, person(0).name]) expect(closed).not.toContain(personal)
    const pressed = await post(`${api.url}${link}/open`, {})
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `${link}?language=en`])
    const cookie = pressed.headers.get('set-cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', `Path=${link};`]) expect(cookie).toContain(part)
    const headers = { cookie: cookie.split(';')[0] ?? '' }
    const page = await fetch(`${api.url}${link}`, { headers })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(person(0).email)
    // It opens no other link, and not for ever.
    const other = await dataLink(person(1))
    expect(await (await fetch(other, { headers })).text()).not.toContain(person(1).email)
    api.clock.advance({ minutes: 31 })
    expect(await (await fetch(`${api.url}${link}`, { headers })).text()).not.toContain(person(0).email)
    for (const file of ['file.json', 'file.html', 'erase'])
      expect((await fetch(`${api.url}${link}/${file}`, { headers, redirect: 'manual' })).status).toBe(303)
    // The way there opens nothing.
    expect((await fetch(`${api.url}${path}/data`)).status).toBe(404)
    expect((await fetch(`${api.url}${path}/data/file.json`)).status).toBe(404)
  })
})

describe('the page of the own data', () => {
  test('shows answers in words, and the file says the same; both leave an audit entry', async () => {
    const contact = person(1)
    const { surveyId } = (await api.anonymous.responses.get({ token: contact.token })) as {
      surveyId?: string
    }
    expect(surveyId).toBeUndefined()
    const { definition } = await api.anonymous.responses.get({ token: contact.token })
    const question = definition.pages.flatMap(page => page.questions).find(one => one.kind === 'satisfaction')
    const value = 4
    await api.anonymous.responses.save({
      token: contact.token,
      answers: [{ question: question?.id ?? '', value, revision: 1 }],
    })
    const at = api.clock.now()
    await insertInterview(api.ctx, {
      ...{
        dealId: 'lost-press',
        side: 'buyer',
        contactId: contact.id,
        by: 'Nguyễn Thị Chăm',
        language: 'en',
      },
      ...{ surveyId: wave.surveyId, version: wave.version, state: 'held', begunAt: at, heldAt: at },
      answers: { [question?.id ?? '']: { value: 2, revision: 1 } },
    })
    await chooseAsking(api.ctx, contact.id, 'year', 'portal')
    await care.api.requirements.note({
      text: 'A fixed delivery day',
      source: { kind: 'call', contactId: contact.id, said: 'Every Tuesday would do', mayQuote: true },
    })
    const address = await dataLink(contact)
    const headers = await opened(address)
    const html = await (await fetch(`${address}?language=en`, { headers })).text()
    expect(html).toContain('Satisfied')
    expect(html).toContain('you have not sent them')
    expect(html).toContain('Interviews about purchases')
    expect(html).toContain('You asked us to ask you at most once a year')
    const file = await fetch(`${address}/file.json`, { headers })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"')
    const data = (await file.json()) as OwnData
    expect(data).toMatchObject({
      format: 'sixfold-own-data/1',
      record: expect.arrayContaining([expect.objectContaining({ field: 'email', value: contact.email })]),
      invitations: [{ draft: true, answers: [{ value, kind: 'satisfaction' }] }],
      interviews: [{ answers: [{ value: 2, kind: 'satisfaction' }] }],
      touches: [{ kind: 'invitation' }],
      asking: { atMostEvery: 'year', source: 'portal' },
      statements: [
        { receipt: expect.stringMatching(/^R-\d+$/), said: 'Every Tuesday would do', mayQuote: true },
      ],
      calendarAnswers: [],
    })
    const readable = await fetch(`${address}/file.html?language=vi`, { headers })
    expect(readable.headers.get('content-disposition')).toBe('attachment; filename="my-data.html"')
    const text = await readable.text()
    expect(text).toContain('Hài lòng')
    expect(text).toContain(definition.title.vi)
    expect(text).not.toContain('Asia/Ho_Chi_Minh')
    expect(text).not.toContain('<form')
    expect(await actionsAbout(contact)).toEqual([
      'own-data.downloaded',
      'own-data.downloaded',
      'own-data.read',
    ])
  })

  test('corrects at once what a person may correct, and keeps what cannot be true out', async () => {
    const contact = person(2)
    const address = await dataLink(contact)
    const given = { name: 'Trần Thị Lan', role: 'Giám đốc', phone: '+84 24 3822 0000', letters: 'vi' }
    expect((await post(`${address}/correct`, { ...given, phone: 'none' })).status).toBe(422)
    expect((await post(`${address}/correct`, { ...given, name: '' })).status).toBe(422)
    expect((await post(`${address}/correct`, given)).status).toBe(303)
    const { provenance, ...kept } = await care.api.customers.getContact({ id: contact.id })
    expect(kept).toMatchObject({ name: 'Trần Thị Lan', role: 'Giám đốc', languages: ['vi', 'en'] })
    expect(provenance.phone).toMatchObject({ source: 'portal', by: null })
    expect(await actionsAbout(contact)).toContain('own-data.corrected name, role, phone, languages')
  })

  test('takes only languages that it offers, and shows also one that no dictionary knows', async () => {
    const contact = await newPerson()
    const address = await dataLink(contact)
    const given = { name: 'Lan', role: '', phone: '' }
    for (const letters of ['en-US-US', 'abc-12', 'en-x1', 'zz-aaaaaaaa-bbbbbbbb-1', 'fr', ''])
      expect([letters, (await post(`${address}/correct`, { ...given, letters })).status]).toEqual([
        letters,
        422,
      ])
    await api.ctx.db.connection
      .collection<{ _id: string }>('contacts')
      .updateOne({ _id: contact.id }, { $set: { languages: ['vi', 'en-US-US'] } })
    const page = await fetch(`${address}?language=en`, { headers: await opened(address) })
    expect([page.status, (await page.text()).includes('en-US-US')]).toEqual([200, true])
    expect((await post(`${address}/correct`, { ...given, letters: 'en-US-US' })).status).toBe(303)
  })

  test('keeps names and roles on one line, from the person as from staff', async () => {
    const contact = await newPerson()
    const address = await dataLink(contact)
    const typed = { name: 'Lan\r\nBcc: all\u202e', role: 'Head\u2028of\u0000sales', phone: '', letters: 'vi' }
    expect((await post(`${address}/correct`, typed)).status).toBe(303)
    const kept = await care.api.customers.getContact({ id: contact.id })
    expect(kept).toMatchObject({ name: 'Lan Bcc: all', role: 'Head of sales' })
    expect((await post(`${address}/correct`, { ...typed, name: '\u202e\u2029' })).status).toBe(422)
    const changes = { name: '\u2066Mai\nLan\u2069', role: 'A\u2029B' }
    const { id, revision } = kept
    expect(await care.api.customers.changeContact({ id, revision, changes })).toMatchObject({
      name: 'Mai Lan',
      role: 'A B',
    })
  })

  test('has a limit by person, whichever link it is', async () => {
    const contact = await newPerson()
    const links = [await dataLink(contact), await dataLink(contact)] as const
    const given = { name: 'Lan', role: '', phone: '', letters: 'vi' }
    for (let time = 0; time < 30; time += 1)
      expect((await post(`${links[0]}/correct`, { ...given, role: `${time}` })).status).toBe(303)
    const refused = await post(`${links[1]}/correct`, given)
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  })
})

describe('a request', () => {
  test('has two working days and fifteen days, stands in the desk, and is the owner’s task', async () => {
    // A Monday; the second of September, a Wednesday, is a holiday and lies behind both clocks.
    const contact = person(2)
    const address = await dataLink(contact)
    expect((await post(`${address}/ask`, { kind: 'correction', text: '' })).status).toBe(422)
    expect((await post(`${address}/ask`, { kind: 'erasure', text: 'x' })).status).toBe(422)
    const asked = { kind: 'correction', text: 'My address is lan@new.example now' }
    expect((await post(`${address}/ask`, asked)).status).toBe(303)
    expect((await post(`${address}/ask`, asked)).status).toBe(303)
    const { items, total } = await care.api.dataRequests.list({})
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      kind: 'correction',
      state: 'open',
      lamp: 'on_time',
      contactName: 'Trần Thị Lan',
      text: asked.text,
      answerBy: '2026-08-19T17:00:00.000Z',
      carryOutBy: '2026-09-01T17:00:00.000Z',
    })
    expect((await care.api.tasks.list({})).items).toMatchObject([
      { kind: 'data_request', state: 'open', requestKind: 'correction' },
    ])
    const [task] = (await care.api.tasks.list({})).items
    // It ends with the request alone.
    await expect(care.api.tasks.close({ id: task?.id ?? '', outcome: 'settled' })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    const letters = await mailsTo(contact)
    expect(letters.filter(({ kind }) => kind === 'data-request-received')).toHaveLength(1)
    expect(letters[0]?.text).toContain('19 tháng 8')

    const id = items[0]?.id ?? ''
    const answered = await care.api.dataRequests.answer({ id, text: 'We correct it today' })
    expect(answered).toMatchObject({ state: 'answered', dueAt: answered.carryOutBy, handledBy: care.name })
    const both = await Promise.allSettled([
      care.api.dataRequests.carryOut({ id, text: 'Corrected' }),
      care.api.dataRequests.refuse({ id, text: 'No' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await care.api.tasks.list({})).items).toEqual([])
    expect((await care.api.dataRequests.list({ state: 'ended' })).items).toMatchObject([{ lamp: 'ended' }])
    expect((await mailsTo(contact)).map(({ kind }) => kind)).toContain('data-request-answered')
  })

  test('takes in what is written while it is open, each with its day, once, and within its length', async () => {
    const contact = await newPerson()
    const address = await dataLink(contact)
    const ask = async (text: string) => (await post(`${address}/ask`, { kind: 'correction', text })).status
    const kept = async () => {
      const { items } = await care.api.dataRequests.list({ contactId: contact.id })
      expect(items).toHaveLength(1)
      return items[0]
    }
    expect(await ask('My name is wrong')).toBe(303)
    const day = api.clock.now().toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' })
    const twice = ['So is my role', 'So is my role', 'My name is wrong']
    expect(await Promise.all(twice.map(ask))).toEqual([303, 303, 303])
    const both = `My name is wrong\n\n${day}: So is my role`
    expect((await kept())?.text).toBe(both)
    expect(await ask('a'.repeat(2_001))).toBe(422)
    expect(await Promise.all([ask('b'.repeat(2_000)), ask('c'.repeat(2_000))])).toEqual([303, 303])
    expect(await ask('d'.repeat(2_000))).toBe(422)
    const { text = '', id = '' } = (await kept()) ?? {}
    expect([text.startsWith(both), text.includes('bbb'), text.includes('ccc'), text.includes('ddd')]).toEqual(
      [true, true, true, false],
    )
    const file = await fetch(`${address}/file.json`, { headers: await opened(address) })
    expect(((await file.json()) as OwnData).requests).toMatchObject([{ text }])
    await care.api.dataRequests.carryOut({ id, text: 'Done' })
  })

  test('that is late shows it, the one that is due first stands first, and other regions see none', async () => {
    for (const at of [3, 4])
      await care.api.dataRequests.note({ contactId: person(at).id, kind: 'access', text: 'By telephone' })
    const [first] = (await care.api.dataRequests.list({})).items
    await care.api.dataRequests.answer({ id: first?.id ?? '', text: 'Here it is' })
    api.clock.advance({ days: 3 })
    const { items } = await care.api.dataRequests.list({})
    expect(items.map(({ lamp, state }) => [lamp, state])).toEqual([
      ['overdue', 'open'],
      ['on_time', 'answered'],
    ])
    expect(await care.api.dataRequests.count()).toEqual({ open: 2, overdue: 1 })
    const south = await colleague(api, 'care', { regions: ['south'] })
    expect((await south.api.dataRequests.list({})).items).toEqual([])
    expect(await south.api.dataRequests.count()).toEqual({ open: 0, overdue: 0 })
  })

  test('to stop using data stops every touch at once', async () => {
    const address = await dataLink(person(1))
    await post(`${address}/ask`, { kind: 'objection', text: 'Please stop' })
    const { standing } = await care.api.contactLedger.read({ id: person(1).id })
    expect(standing.optOuts).toMatchObject([
      { purpose: 'everything', source: 'portal:data-request', ended: null },
    ])
    // A survey's link may have been forwarded: the page behind it keeps the choice and lifts nothing.
    const { path } = await makePersonalLink(api.ctx, person(1).id, 'own_page')
    await post(`${api.url}${path}/asking`, { asking: 'year' })
    expect(await (await fetch(`${api.url}${path}?language=en`)).text()).toContain(
      'once that request is lifted',
    )
    const kept = (await care.api.contactLedger.read({ id: person(1).id })).standing
    expect(kept.optOuts).toMatchObject([{ purpose: 'everything', ended: null }])
    await care.api.contactLedger.optIn({ id: person(1).id, purpose: 'everything', source: 'phone' })
    expect(await (await fetch(`${api.url}${path}?language=en`)).text()).toMatch(
      /value="year"[^>]*checked|checked[^>]*value="year"/,
    )
  })
})

describe('erasing', () => {
  test('asks once more, says goodbye, and is carried out at once where nothing speaks against it', async () => {
    const contact = person(5)
    const address = await dataLink(contact)
    const headers = await opened(address)
    const asking = await (await fetch(`${address}/erase?language=en`, { headers })).text()
    expect(asking).toContain('cannot be taken back')
    expect((await post(`${address}/erase`, {})).status).toBe(422)
    const begun = await post(`${address}/erase?language=en`, { sure: 'yes' })
    expect(await begun.text()).toContain('are being erased')
    await api.runJobs()
    await expect(care.api.customers.getContact({ id: contact.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await fetch(address)).status).toBe(404)
    expect(await mailsTo(contact)).toEqual([])
    const [ended] = (await care.api.dataRequests.list({ state: 'ended' })).items
    expect(ended).toMatchObject({
      kind: 'erasure',
      state: 'done',
      contactId: null,
      contactName: '',
      text: '',
    })
    expect(await (await fetch(`${api.url}/me/erased?language=en`)).text()).toContain('What stays')
  })

  test('a double click shows the same page twice and begins once', async () => {
    const contact = await newPerson()
    const address = await dataLink(contact)
    const clicks = Array.from({ length: 6 }, () => post(`${address}/erase?language=en`, { sure: 'yes' }))
    for (const reply of await Promise.all(clicks))
      expect([reply.status, (await reply.text()).includes('are being erased')]).toEqual([200, true])
    await api.runJobs()
    const ended = (await care.api.dataRequests.list({ state: 'ended' })).items
    expect(ended.filter(({ kind }) => kind === 'erasure')).toHaveLength(2)
  })

  test('waits for a person while a complaint is open; only some roles may carry it out', async () => {
    const contact = person(0)
    await openComplaint(api.ctx, {
      form: 'test',
      contactId: contact.id,
      text: 'Late again',
      waveId: null,
      factor: null,
      answerWanted: true,
      language: 'en',
    })
    const address = await dataLink(contact)
    const headers = await opened(address)
    expect(await (await fetch(`${address}/erase?language=en`, { headers })).text()).toContain(
      'still being worked on',
    )
    const waits = await post(`${address}/erase?language=en`, { sure: 'yes' })
    expect(await waits.text()).toContain('A colleague answers by')
    await api.runJobs()
    const request = (await care.api.dataRequests.list({})).items.find(({ kind }) => kind === 'erasure')
    expect(request).toMatchObject({ state: 'open', contactId: contact.id })
    const id = request?.id ?? ''
    const regional = await colleague(api, 'regional', { regions: ['north'] })
    await expect(regional.api.dataRequests.carryOut({ id, text: 'Gone' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await care.api.dataRequests.carryOut({ id, text: 'Gone' })).toMatchObject({ state: 'under_way' })
    await expect(care.api.dataRequests.refuse({ id, text: 'No' })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await api.runJobs()
    const done = (await care.api.dataRequests.list({ state: 'ended' })).items.find(one => one.id === id)
    expect(done).toMatchObject({ state: 'done', contactId: null, handledBy: care.name, answer: '' })
  })
})

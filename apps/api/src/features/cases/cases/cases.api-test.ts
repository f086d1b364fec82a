import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { StaffStep } from '@sixfold/contract/case-steps'
import type { CaseDetail } from '@sixfold/contract/cases'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import { samplePng } from '@sixfold/testkit/sample-files'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { mergeAccounts } from '../../customers/record-merges/service.ts'
import { eraseContact } from '../../privacy/erasures/service.ts'
import { makePersonalLink } from '../../privacy/personal-links/service.ts'
import { listFactorModels } from '../../surveys/factor-models/service.ts'
import { openCase } from './service.ts'

jest.setTimeout(60_000)

/** A Monday, 10:00 in Việt Nam. */
const monday = '2026-08-17T03:00:00.000Z'
const HOUR = 3_600_000

let api: TestApi
let hoa: Colleague
let long: Colleague
let admin: Colleague
let people: TestContact[]
let factor: { model: { key: string; version: number }; key: string }
let next = 0
let sources = 0

beforeAll(async () => {
  api = await startTestApi()
  api.clock.set(monday)
  hoa = await colleague(api, 'care', { regions: ['north'], name: 'Hoa' })
  long = await colleague(api, 'regional', { regions: ['north'], name: 'Long' })
  admin = await colleague(api, 'administrator', { name: 'An' })
  people = await addContacts(api, 'north', 20)
  const [model] = await listFactorModels(api.ctx, admin)
  factor = {
    model: { key: model?.key ?? '', version: model?.version ?? 0 },
    key: model?.factors[0]?.key ?? '',
  }
})
afterAll(() => api.close())

const nextPerson = (): TestContact => people[next++] as TestContact
const after = (hours: number) => new Date(Date.parse(monday) + hours * HOUR).toISOString()
const rows = (collection: string, filter: Record<string, unknown>) =>
  api.ctx.db.connection.collection(collection).find(filter).toArray()

async function opened(person = nextPerson(), source = `answer ${++sources}`): Promise<CaseDetail> {
  api.clock.set(monday)
  const { _id } = await openCase(api.ctx, {
    source: { kind: 'rule', id: source },
    accountId: person.accountId,
    contactId: person.id,
    factor: null,
    words: 'Two of five for delivery.',
    severity: 'normal',
    openedBy: '',
    score: 2,
    language: 'en',
  })
  return hoa.api.cases.get({ id: _id })
}
const take = (id: string, step: StaffStep, who = hoa) => who.api.caseSteps.take({ id, step })
const resolveStep = (): StaffStep => ({
  step: 'resolve',
  causeId: 'carrier',
  factor,
  told: 'A second carrier drives from Monday.',
})

async function ownPage(contactId: string) {
  const { path } = await makePersonalLink(api.ctx, contactId, 'own_page')
  const shown = async () => (await fetch(`${api.url}${path}?language=en`)).text()
  const say = async (id: string, what: string, fields: Record<string, string>) => {
    const answer = await fetch(`${api.url}${path}/cases/${id}/${what}?language=en`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    return { status: answer.status, to: answer.headers.get('location') ?? '' }
  }
  return { shown, say }
}

describe('a case', () => {
  test('is opened once for each source, by hand too, with promises in working hours', async () => {
    const person = nextPerson()
    const [one, same] = [await opened(person, 'same'), await opened(person, 'same')]
    expect(same.id).toBe(one.id)
    expect(one).toMatchObject({ kind: 'rule', state: 'open', score: 2, contactName: person.name })
    expect(one.dueAt).toBe(after(4))
    // 27 working hours: 7 on Monday, 9 on each of two days, 2 on Thursday.
    expect(one.clocks.resolve.dueAt).toBe('2026-08-20T03:00:00.000Z')
    const form = {
      form: 'one',
      accountId: person.accountId,
      contactId: null,
      factor,
      words: 'Said over lunch.',
      severity: 'critical',
    } as const
    const [hand, again] = await Promise.all([hoa.api.cases.open(form), hoa.api.cases.open(form)])
    expect(again.id).toBe(hand.id)
    expect(hand).toMatchObject({ kind: 'hand', openedBy: 'Hoa', contactId: null, dueAt: after(1) })
    await expect(
      hoa.api.cases.open({ ...form, form: 'two', contactId: nextPerson().id }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  test('that an answer opened says what was answered only to its owner and to who may read answers', async () => {
    const person = nextPerson()
    const { _id: id } = await openCase(api.ctx, {
      source: { kind: 'rule', id: 'a low answer' },
      accountId: person.accountId,
      contactId: person.id,
      factor,
      words: 'Nobody ever calls back.',
      severity: 'normal',
      openedBy: '',
      score: 2,
    })
    const other = await opened(person)
    await hoa.api.caseSteps.relate({ id: other.id, to: id, on: true })
    await take(id, resolveStep())
    await take(id, { step: 'close', reason: 'nobody_to_ask', note: 'Gone.' }).catch(() => undefined)
    const judged = { id: 'judged', at: new Date(), what: 'judged', by: 'customer', name: '', text: '5' }
    await api.ctx.db.connection.collection('cases').updateOne(
      { _id: id as never },
      {
        $set: { recovery: { askedAt: new Date(), after: 5, answeredAt: new Date() } },
        $push: { entries: judged } as never,
      },
    )
    const analyst = await colleague(api, 'analyst')
    const southern = await colleague(api, 'care', { regions: ['south'] })
    const viewsOf = async (who: Colleague) => {
      const views = [
        await who.api.cases.get({ id }),
        await who.api.cases.get({ id: other.id }),
        await who.api.cases.list({ kind: 'rule', limit: 200 }),
        await who.api.cases.list({ kind: 'rule', order: 'due' }),
        await who.api.cases.list({ accountId: person.accountId }),
        await who.api.timelines.list({ id: person.accountId, limit: 50 }),
        await who.api.myDay.read({}).catch(() => null),
      ]
      return { text: JSON.stringify(views), one: views[0] as CaseDetail }
    }
    const learns = /Nobody ever calls back|"score":[0-9]|Two of five/
    for (const who of [long, analyst]) {
      const { text, one } = await viewsOf(who)
      expect(text).not.toMatch(learns)
      expect(text).not.toContain(`"key":"${factor.key}"`)
      expect(one).toMatchObject({
        id,
        answerHidden: true,
        score: null,
        factor: null,
        factorRef: null,
        text: '',
      })
      expect(one.recovery).toMatchObject({ before: null, after: null })
      expect(one.entries.find(({ what }) => what === 'judged')).toMatchObject({ text: '' })
      expect(text).toContain(one.receipt)
    }
    await expect(southern.api.cases.get({ id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await viewsOf(hoa)).one).toMatchObject({ answerHidden: false, score: 2, recovery: { after: 5 } })
    await api.ctx.db.connection
      .collection('cases')
      .updateOne({ _id: id as never }, { $set: { ownerId: long.id } })
    expect((await viewsOf(long)).one).toMatchObject({ answerHidden: false, text: 'Nobody ever calls back.' })
  })

  test('goes its way: taken up, waiting, resolved, told, confirmed; then asked again', async () => {
    const person = nextPerson()
    const { id } = await opened(person)
    api.clock.set(after(1))
    expect(await take(id, { step: 'acknowledge' })).toMatchObject({
      state: 'in_work',
      dueAt: expect.any(String),
    })
    const waiting = await take(id, { step: 'wait' })
    expect(waiting).toMatchObject({ state: 'waiting', dueAt: null })
    api.clock.set(after(24))
    const going = await take(id, { step: 'go_on' })
    expect(going.clocks.resolve).toMatchObject({ spent: 60, running: true })
    const page = await ownPage(person.id)
    expect(await page.shown()).not.toContain(going.receipt)
    await take(id, resolveStep())
    await api.runJobs()
    const told = await hoa.api.cases.get({ id })
    expect(told).toMatchObject({ state: 'resolved', toldAt: after(24), factor: { key: factor.key } })
    const [mail] = await rows('outbox', { to: person.email, kind: 'case-resolved' })
    expect(mail).toBeDefined()
    expect(await page.shown()).toContain('A second carrier drives from Monday.')
    expect((await hoa.api.cases.get({ id })).state).toBe('resolved')
    const said = { verdict: 'solved', round: '1' }
    const clicks = await Promise.all([page.say(id, 'verdict', said), page.say(id, 'verdict', said)])
    expect(clicks.map(({ to }) => to.includes('done=confirmed'))).toEqual([true, true])
    const closed = await hoa.api.cases.get({ id })
    expect(closed).toMatchObject({ state: 'closed', closed: { reason: null } })
    expect(closed.entries.filter(({ what }) => what === 'confirmed')).toHaveLength(1)
    expect(closed.entries.map(({ what }) => what)).toEqual([
      'opened',
      'acknowledged',
      'waiting',
      'went_on',
      'resolved',
      'told',
      'confirmed',
    ])
    api.clock.set(after(24 * 28))
    const asked = { touchId: `wave ${id}`, kind: 'invitation', purpose: 'relationship_survey' } as const
    await requestTouch(api.ctx, { ...asked, contactId: person.id, subject: 'Quarter 3' })
    api.clock.set(after(24 * 32))
    await api.runJobs()
    expect((await hoa.api.contactLedger.read({ id: person.id })).lines).toContainEqual(
      expect.objectContaining({ outcome: 'refused', reason: 'touch_too_soon' }),
    )
    api.clock.set('2026-12-15T03:00:00.000Z')
    await api.runJobs()
    expect((await hoa.api.cases.get({ id })).recovery).toMatchObject({
      before: 2,
      askedAt: expect.any(String),
    })
    const later = await ownPage(person.id)
    expect(await later.shown()).toContain('How satisfied are you with this today?')
    await later.say(id, 'judgement', { score: '7' })
    await later.say(id, 'judgement', { score: '5' })
    await later.say(id, 'judgement', { score: '1' })
    expect((await hoa.api.cases.get({ id })).recovery).toMatchObject({ before: 2, after: 5 })
    expect(await later.shown()).not.toContain('How satisfied are you with this today?')
  })

  test('two people who resolve it at once: one does, the other is told', async () => {
    const { id } = await opened()
    const [first, second] = await Promise.allSettled([take(id, resolveStep()), take(id, resolveStep(), long)])
    const refused = [first, second].filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { code: 'wrong_state' } }])
    const { entries, round } = await hoa.api.cases.get({ id })
    expect([entries.filter(({ what }) => what === 'resolved').length, round]).toEqual([1, 1])
  })

  test('a customer who confirms after it was reopened changes nothing, and is told', async () => {
    const person = nextPerson()
    const { id } = await opened(person)
    await take(id, resolveStep())
    await api.runJobs()
    const page = await ownPage(person.id)
    await take(id, { step: 'reopen', note: 'We found more.' })
    const late = await page.say(id, 'verdict', { verdict: 'solved', round: '1' })
    expect(late.to).toContain('done=superseded')
    expect((await hoa.api.cases.get({ id })).state).toBe('in_work')
    await take(id, resolveStep())
    const earlier = await page.say(id, 'verdict', { verdict: 'solved', round: '1' })
    expect(earlier.to).toContain('done=superseded')
    const no = { verdict: 'not_solved', round: '2', words: 'Still late.' }
    await Promise.all([page.say(id, 'verdict', no), page.say(id, 'verdict', no)])
    const open = await hoa.api.cases.get({ id })
    expect(open.state).toBe('in_work')
    expect(
      open.entries.filter(({ what, text }) => what === 'disputed' && text === 'Still late.'),
    ).toHaveLength(1)
    const stranger = await ownPage(nextPerson().id)
    expect((await stranger.say(id, 'verdict', { verdict: 'solved', round: '2' })).status).toBe(404)
  })

  test('is closed by staff only with a reason that holds', async () => {
    const { id } = await opened()
    const note = 'Nothing heard.'
    await expect(take(id, { step: 'close', reason: 'silent', note })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await expect(take(id, { step: 'close', reason: 'nobody_to_ask', note })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await take(id, resolveStep())
    await api.runJobs()
    api.clock.set(after(24 * 13))
    await expect(take(id, { step: 'close', reason: 'silent', note })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    api.clock.set(after(24 * 15))
    expect(await take(id, { step: 'close', reason: 'silent', note })).toMatchObject({
      state: 'closed',
      closed: { reason: 'silent', note },
    })
  })

  test('a root cause in use is retired, not deleted; a retired one resolves nothing', async () => {
    const { causes } = await admin.api.caseSettings.addCause({ name: { en: 'Weather' } })
    const cause = causes.find(({ name }) => name.en === 'Weather')?.id ?? ''
    const { id } = await opened()
    await take(id, { ...resolveStep(), step: 'resolve', causeId: cause } as StaffStep)
    await expect(admin.api.caseSettings.deleteCause({ id: cause })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await admin.api.caseSettings.changeCause({ id: cause, retired: true })
    expect((await hoa.api.cases.get({ id })).resolution).toMatchObject({ causeName: { en: 'Weather' } })
    const other = await opened()
    await expect(
      take(other.id, { ...resolveStep(), step: 'resolve', causeId: cause } as StaffStep),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    const spare = await admin.api.caseSettings.addCause({ name: { en: 'Spare' } })
    const spareId = spare.causes.find(({ name }) => name.en === 'Spare')?.id ?? ''
    const left = await admin.api.caseSettings.deleteCause({ id: spareId })
    expect(left.causes.some(one => one.id === spareId)).toBe(false)
    await expect(hoa.api.caseSettings.addCause({ name: { en: 'Mine' } })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('escalates as its time passes, to more people each time', async () => {
    const { id } = await opened()
    await hoa.api.caseSteps.handOver({ id, ownerId: long.id, note: 'You know them.' })
    await api.runJobs()
    expect(await rows('outbox', { kind: 'case-new', key: new RegExp(`${id}:${long.id}`) })).toHaveLength(1)
    api.clock.set(after(5))
    await api.runJobs()
    expect(await rows('outbox', { kind: 'case-reminder', to: long.email, key: new RegExp(id) })).toHaveLength(
      1,
    )
    expect((await hoa.api.cases.get({ id })).escalated).toBe(1)
    api.clock.set('2026-08-20T03:30:00.000Z')
    await api.runJobs()
    const late = await rows('outbox', { kind: 'case-late', key: new RegExp(id) })
    expect(late.map(({ to }) => to).sort()).toEqual([hoa.email, long.email].sort())
    api.clock.set('2026-08-26T03:30:00.000Z')
    await api.runJobs()
    expect(await rows('outbox', { kind: 'case-late', to: admin.email, key: new RegExp(id) })).toHaveLength(1)
    const { entries } = await hoa.api.cases.get({ id })
    expect(entries.filter(({ what }) => what === 'escalated').map(({ text }) => text)).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  test('tells a colleague each time that they are given a case, and once', async () => {
    const { id } = await opened()
    const told = () => rows('outbox', { kind: 'case-new', key: new RegExp(`${id}:${long.id}`) })
    for (const ownerId of [long.id, hoa.id, long.id]) {
      await hoa.api.caseSteps.handOver({ id, ownerId })
      await api.runJobs()
    }
    expect(await told()).toHaveLength(2)
    await hoa.api.caseSteps.note({ id, text: 'They called again.' })
    await api.runJobs()
    expect(await told()).toHaveLength(2)
  })

  test('a day off that is proclaimed while its clock runs moves what is due', async () => {
    const { id } = await opened()
    const { revision } = await admin.api.regionCalendars.get({ id: api.regions.north })
    await admin.api.regionCalendars.save({
      id: api.regions.north,
      revision,
      entries: [
        { from: '2026-08-18', until: '2026-08-18', kind: 'holiday', name: 'Storm', source: 'Decree 7' },
      ],
    })
    expect((await hoa.api.cases.get({ id })).clocks.resolve.dueAt).toBe('2026-08-21T03:00:00.000Z')
    await take(id, { step: 'acknowledge' })
    await api.runJobs()
    expect(await rows('cases', { _id: id as never })).toMatchObject([
      { dueAt: new Date('2026-08-21T03:00:00.000Z') },
    ])
  })

  test('is merged, linked, watched and graded; notes and files stay in the house', async () => {
    const person = nextPerson()
    const [one, two] = [await opened(person), await opened(person)]
    const other = await opened()
    await expect(hoa.api.caseSteps.merge({ id: one.id, into: other.id })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await hoa.api.caseSteps.merge({ id: one.id, into: two.id })
    const gone = await hoa.api.cases.get({ id: one.id })
    expect(gone).toMatchObject({ state: 'merged', mergedInto: { receipt: two.receipt } })
    await expect(hoa.api.caseSteps.merge({ id: two.id, into: one.id })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await hoa.api.caseSteps.relate({ id: two.id, to: other.id, on: true })
    expect((await hoa.api.cases.get({ id: other.id })).related).toMatchObject([{ receipt: two.receipt }])
    await hoa.api.caseSteps.relate({ id: other.id, to: two.id, on: false })
    await long.api.caseSteps.watch({ id: two.id, on: true })
    expect((await hoa.api.cases.get({ id: two.id })).watchers).toMatchObject([{ name: 'Long' }])
    expect((await long.api.cases.list({ watched: 'true' })).items.map(({ id }) => id)).toEqual([two.id])
    const graded = await hoa.api.caseSteps.grade({ id: two.id, severity: 'critical' })
    expect(graded.clocks.acknowledge.promised).toBe(60)
    await hoa.api.caseSteps.note({ id: two.id, text: 'Their chief is angry.' })
    const picture = new File([new Uint8Array(samplePng(4, 4, 1))], 'pump.png')
    await expect(
      hoa.api.caseSteps.addFile({ id: two.id, file: new File(['MZ\u0000\u0001'], 'a.exe') }),
    ).rejects.toMatchObject({ code: 'unsupported_media_type' })
    const kept = await hoa.api.caseSteps.addFile({ id: two.id, file: picture })
    expect(kept.files).toMatchObject([{ name: 'pump.png' }])
    const fileId = kept.files[0]?.id ?? ''
    const read = await hoa.api.caseSteps.readFile({ id: two.id, fileId })
    expect(read.body.size).toBe(picture.size)
    await expect(hoa.api.caseSteps.readFile({ id: one.id, fileId })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await hoa.api.caseSteps.removeFile({ id: two.id, fileId })).files).toEqual([])
    await take(two.id, resolveStep())
    await api.runJobs()
    const page = await (await ownPage(person.id)).shown()
    expect([page.includes(two.receipt), page.includes('chief is angry')]).toEqual([true, false])
  })

  test('two cases that are merged into each other at once are not both gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = people[0] as TestContact
      const [one, two] = [await opened(person), await opened(person)]
      await Promise.allSettled([
        hoa.api.caseSteps.merge({ id: one.id, into: two.id }),
        long.api.caseSteps.merge({ id: two.id, into: one.id }),
      ])
      const states = await Promise.all(
        [one, two].map(async ({ id }) => (await hoa.api.cases.get({ id })).state),
      )
      expect(states).toContain('open')
    }
    const person = people[0] as TestContact
    const [one, two, three] = [await opened(person), await opened(person), await opened(person)]
    await hoa.api.caseSteps.merge({ id: one.id, into: two.id })
    await hoa.api.caseSteps.merge({ id: two.id, into: three.id })
    expect(await hoa.api.cases.get({ id: two.id })).toMatchObject({ mergedInto: { receipt: three.receipt } })
  })

  test('stays with its customer when the account is merged, and loses its words with an erased person', async () => {
    const [keep, drop] = [nextPerson(), nextPerson()]
    const { id } = await opened(drop)
    await hoa.api.caseSteps.note({ id, text: 'Told me in confidence.' })
    const accounts = await Promise.all(
      [keep, drop].map(({ accountId }) => admin.api.customers.getAccount({ id: accountId })),
    )
    await mergeAccounts(api.ctx, {
      keep: keep.accountId,
      drop: drop.accountId,
      revisions: { keep: accounts[0]?.revision ?? 0, drop: accounts[1]?.revision ?? 0 },
      take: [],
      at: api.clock.now(),
    })
    expect(await hoa.api.cases.get({ id })).toMatchObject({ accountId: keep.accountId, state: 'open' })
    await eraseContact(api.ctx, drop.id, 'operator')
    const erased = await hoa.api.cases.get({ id })
    expect(erased).toMatchObject({ state: 'closed', closed: { reason: 'erased' }, contactId: null, text: '' })
    expect(JSON.stringify(erased)).not.toContain('in confidence')
  })
})

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { AgendaItemInput } from '@sixfold/contract/agendas'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { samplePdf, samplePng } from '@sixfold/testkit/sample-files'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let event: Roundtable
let guest: TestContact
let link: string
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  regional = await colleague(api, 'regional', { regions: ['north'] })
  const [first] = await addContacts(api, 'north', 4)
  if (!first) throw new Error('nobody')
  guest = first
  event = await regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Round table North', vi: 'Tọa đàm miền Bắc' },
    description: {},
    date: '2026-09-24',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 10,
    answerBy: '2026-09-20',
  })
  await regional.api.roundtables.invite({ id: event.id, contactIds: [guest.id] })
  await api.runJobs()
  const mail = await api.mailSink?.waitFor(({ to }) => to.includes(guest.email))
  link = mail?.links.find(address => address.includes('/e/')) ?? ''
})
afterAll(() => api.close())

const item = (id: string, changes: Partial<AgendaItemInput> = {}): AgendaItemInput => ({
  id,
  kind: 'topic',
  title: { en: `Topic ${id}`, vi: `Chủ đề ${id}` },
  note: {},
  minutes: 60,
  speakerIds: [],
  factor: null,
  receipts: [],
  productId: null,
  embargo: null,
  materialIds: [],
  ...changes,
})
const pdf = (name: string, bytes = 500) => new File([new Uint8Array(samplePdf(bytes))], name)
const page = async (language = 'en') => (await fetch(`${link}?language=${language}`)).text()
const save = async (items: AgendaItemInput[], shown = true) => {
  const { revision } = await regional.api.agendas.get({ id: event.id })
  return regional.api.agendas.save({ id: event.id, revision, shown, items })
}

describe('the agenda', () => {
  test('is proposed from open requirements of the region, and nothing is stored', async () => {
    await regional.api.requirements.note({
      text: 'A fixed weekly delivery day',
      source: { kind: 'call', contactId: guest.id, said: 'Every week another day' },
    })
    const { items } = await regional.api.agendas.propose({ id: event.id })
    expect(items.find(({ kind }) => kind === 'topic')).toMatchObject({
      title: { en: 'A fixed weekly delivery day' },
      receipts: [expect.stringMatching(/^R-\d+$/)],
    })
    expect(await regional.api.agendas.get({ id: event.id })).toMatchObject({ items: [], revision: 0 })
  })

  test('runs on the event’s clock; the second of two savers is told', async () => {
    const saved = await save([item('a'), item('b', { minutes: 160 })], false)
    expect(saved.items[1]).toMatchObject({ startsAt: '2026-09-24T02:30:00.000Z' })
    expect(saved.overrun).toBe(10)
    const both = { id: event.id, revision: saved.revision, shown: false, items: [] }
    await regional.api.agendas.save({ ...both, items: [item('a')] })
    await expect(regional.api.agendas.save(both)).rejects.toMatchObject({ code: 'revision_conflict' })
  })

  test('is there for guests in their language once it is shown, and not before', async () => {
    await save([item('a')], false)
    expect(await page()).not.toContain('Topic a')
    await save([item('a'), item('b', { kind: 'break', title: {} })])
    expect(await page()).toMatch(/Topic a[\s\S]*Break/)
    expect(await page('vi')).toMatch(/Chủ đề a[\s\S]*Nghỉ giải lao/)
  })

  test('bad input is refused: a stranger’s file, speaker or product, an item twice, no minutes', async () => {
    const refused = { code: 'not_found' }
    await expect(save([item('a', { materialIds: ['nothing'] })])).rejects.toMatchObject(refused)
    await expect(save([item('a', { speakerIds: ['nobody'] })])).rejects.toMatchObject(refused)
    await expect(save([item('a', { productId: 'none' })])).rejects.toMatchObject(refused)
    await expect(save([item('a'), item('a')])).rejects.toMatchObject(refused)
    await expect(save([item('a', { minutes: 0 })])).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('an embargo', () => {
  const secret = 'MV-900 Titan'
  let materialId: string
  beforeAll(async () => {
    ;({ id: materialId } = await regional.api.agendas.addMaterial({
      id: event.id,
      file: pdf(`${secret}.pdf`),
    }))
    await save([
      item('a'),
      item('new', {
        kind: 'introduction',
        title: { en: secret, vi: secret },
        note: { en: `All about ${secret}` },
        embargo: { date: '2026-09-24', time: '10:00' },
        materialIds: [materialId],
      }),
    ])
  })
  const file = () => fetch(`${link}/materials/${materialId}`)

  test('lets nobody outside learn the name, the words or the file before its very moment', async () => {
    for (const at of [api.clock.now().toISOString(), '2026-09-24T02:59:59.999Z']) {
      api.clock.set(at)
      for (const language of ['en', 'vi']) expect(await page(language)).not.toContain('Titan')
      expect(await page()).toContain('More about it here from')
      expect((await file()).status).toBe(404)
      // Neither as a picture of surveys nor as a file of a response, nor without a link.
      expect((await fetch(`${api.url}/pictures/${materialId}`)).status).toBe(404)
      expect((await fetch(`${api.url}/api/files/${materialId}`)).status).toBe(401)
      expect((await fetch(`${api.url}/e/someone-elses/materials/${materialId}`)).status).toBe(404)
    }
  })

  test('is no obstacle for staff of the region, and a wall for others', async () => {
    const { body } = await regional.api.agendas.readMaterial({ id: event.id, materialId })
    expect(body.size).toBeGreaterThan(400)
    const south = await colleague(api, 'regional', { regions: ['south'] })
    await expect(south.api.agendas.readMaterial({ id: event.id, materialId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('ends at its moment: the page says what it is and gives the file, to be saved', async () => {
    api.clock.set('2026-09-24T03:00:00.000Z')
    expect(await page()).toContain(secret)
    const reply = await file()
    expect(reply.status).toBe(200)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('attachment'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    api.clock.set('2026-08-17T03:00:00.000Z')
  })

  test('of a file in two items the later one counts; hidden or cancelled, nothing is given', async () => {
    const { items, revision } = await regional.api.agendas.get({ id: event.id })
    expect(items).toHaveLength(2)
    await save([
      item('a', { materialIds: [materialId] }),
      item('new', { embargo: { date: '2026-09-24', time: '10:00' }, materialIds: [materialId] }),
    ])
    expect((await file()).status).toBe(404)
    await save([item('a', { materialIds: [materialId] })])
    expect((await file()).status).toBe(200)
    await save([item('a', { materialIds: [materialId] })], false)
    expect((await file()).status).toBe(404)
    expect(revision).toBeGreaterThan(0)
  })
})

test('a file that the agenda no longer names goes; one that nobody ever named goes after a week', async () => {
  const [kept, unused] = await Promise.all(
    ['one.pdf', 'two.pdf'].map((name, n) =>
      regional.api.agendas.addMaterial({ id: event.id, file: pdf(name, 1000 + n) }),
    ),
  )
  const read = (materialId = '') => regional.api.agendas.readMaterial({ id: event.id, materialId })
  await save([item('a', { materialIds: [kept?.id ?? ''] })])
  api.clock.set('2026-08-28T03:00:00.000Z')
  await api.runJobs()
  await read(kept?.id)
  await expect(read(unused?.id)).rejects.toMatchObject({ code: 'not_found' })
  await save([item('a')])
  await expect(read(kept?.id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a file that is given again under another name has the new one', async () => {
  const add = (name: string) => regional.api.agendas.addMaterial({ id: event.id, file: pdf(name, 3000) })
  const { id } = await add('draft.pdf')
  expect(await add('final.pdf')).toMatchObject({ id, name: 'final.pdf' })
  const read = await regional.api.agendas.readMaterial({ id: event.id, materialId: id })
  expect(read.body.name).toBe('final.pdf')
})

test('what an agenda names stays, also when the process dies while it is stored', async () => {
  const { id } = await regional.api.agendas.addMaterial({ id: event.id, file: pdf('named.pdf', 4000) })
  const { revision } = await regional.api.agendas.get({ id: event.id })
  const rows = api.ctx.db.connection.db?.collection<{ _id: string; removeAt: Date | null }>('files')
  const removeAt = async () => (await rows?.findOne({ _id: id }))?.removeAt
  const wanted = { id: event.id, shown: true, items: [item('a', { materialIds: [id] })] }
  await expect(regional.api.agendas.save({ ...wanted, revision: revision - 1 })).rejects.toMatchObject({
    code: 'revision_conflict',
  })
  expect(await removeAt()).toBeInstanceOf(Date)
  const store = jest.spyOn(api.ctx.db.connection.collection('agendas'), 'updateOne')
  store.mockRejectedValueOnce(new Error('the process died'))
  await expect(regional.api.agendas.save({ ...wanted, revision })).rejects.toThrow()
  expect(store).toHaveBeenCalledTimes(1)
  store.mockRestore()
  expect(await removeAt()).toBeNull()
})

test('what is no picture, PDF or text, and what is too large, is not kept', async () => {
  const add = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
    regional.api.agendas.addMaterial({ id: event.id, file: new File([bytes], name) })
  const page = new TextEncoder().encode('<html><script>1</script></html>')
  await expect(add(page, 'a.pdf')).rejects.toMatchObject({ status: 415 })
  await expect(add(new Uint8Array(20_000_001), 'a.png')).rejects.toMatchObject({ status: 413 })
  await expect(add(new Uint8Array(samplePng(1, 2, 3)), '../../a')).resolves.toMatchObject({ name: 'a.png' })
})

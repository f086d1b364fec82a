import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Minutes } from '@sixfold/contract/minutes'
import { editsBetween } from '@sixfold/domain/minutes/edits-between'
import { checkIn } from '@sixfold/domain/seats/seat-arrivals'
import { addContacts } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { addMinutes } from 'date-fns/addMinutes'
import { findGuests } from '../../guests/guests/service.ts'
import { decideSeats } from '../../guests/seats/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let hoa: Colleague
let long: Colleague

beforeAll(async () => {
  api = await startTestApi()
  hoa = await colleague(api, 'regional', { regions: ['north'], name: 'Hoa' })
  long = await colleague(api, 'care', { regions: ['north'], name: 'Long', language: 'vi' })
})
afterAll(() => api.close())

const plan = {
  title: { en: 'Round table North', vi: 'Tọa đàm miền Bắc' },
  description: { en: '' },
  date: '2026-09-24',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Khách sạn Metropole, Hà Nội',
  capacity: 20,
  answerBy: '2026-09-20',
}

const planned = async () => (await hoa.api.roundtables.plan({ ...plan, regionId: api.regions.north })).id

const block = (id: string, text: string, kind: Minutes['blocks'][number]['kind'] = 'note') => ({
  id,
  kind,
  text,
  refId: null,
})

let batches = 0
const writerOf = (person: Colleague) => `tab-of-${person.id}`

/** Saves what a person made of what they saw. */
function save(
  person: Colleague,
  id: string,
  seen: Minutes['blocks'],
  wanted: Minutes['blocks'],
  number = ++batches,
) {
  const edits = editsBetween(seen, wanted)
  return person.api.minutes.save({ id, revision: 0, edits, batch: { writer: writerOf(person), number } })
}

const textsOf = ({ blocks }: Pick<Minutes, 'blocks'>) => blocks.map(({ text }) => text)

describe('minutes that two people write', () => {
  test('begin empty, and hold what both wrote on the same state', async () => {
    const id = await planned()
    expect(await hoa.api.minutes.get({ id })).toMatchObject({ revision: 0, blocks: [], editable: true })
    await Promise.all([
      save(hoa, id, [], [block('h', 'From Hoa')]),
      save(long, id, [], [block('l', 'Của Long')]),
    ])
    const { blocks, revision } = await hoa.api.minutes.get({ id })
    expect(textsOf({ blocks }).sort()).toEqual(['Của Long', 'From Hoa'])
    expect(revision).toBe(2)
  })

  test('keep both texts where both wrote the same words anew', async () => {
    const id = await planned()
    const { blocks } = await save(hoa, id, [], [block('a', 'Old')])
    await save(hoa, id, blocks, [block('a', 'From Hoa')])
    const after = await save(long, id, blocks, [block('a', 'Của Long')])
    expect(textsOf(after)).toEqual(['From Hoa', 'Của Long'])
  })

  test('lose nothing when forty tabs save at once', async () => {
    const id = await planned()
    const lines = Array.from({ length: 40 }, (_, at) => `Line ${at}`)
    await Promise.all(
      lines.map((line, at) =>
        (at % 2 ? hoa : long).api.minutes.save({
          id,
          revision: 0,
          edits: editsBetween([], [block(`b${at}`, line)]),
          batch: { writer: `tab-number-${at}`, number: 1 },
        }),
      ),
    )
    const { blocks, revision } = await hoa.api.minutes.get({ id })
    expect(textsOf({ blocks }).sort()).toEqual(lines.sort())
    expect(revision).toBe(40)
  })

  test('take a save that is sent again once', async () => {
    const id = await planned()
    await save(hoa, id, [], [block('a', 'giao')], 5001)
    const seen = (await hoa.api.minutes.get({ id })).blocks
    await save(hoa, id, seen, [block('a', 'giao hàng')], 5002)
    const again = await save(hoa, id, seen, [block('a', 'giao hàng')], 5002)
    expect(again).toMatchObject({ revision: 2, blocks: [{ text: 'giao hàng' }] })
  })

  test('take a save that was overtaken by the next one of the same tab', async () => {
    const id = await planned()
    await save(hoa, id, [], [block('b', 'Second')], 6002)
    await save(hoa, id, [], [block('a', 'First')], 6001)
    const after = await save(hoa, id, [], [block('b', 'Second')], 6002)
    expect(textsOf(after)).toEqual(['First', 'Second'])
    expect(after.revision).toBe(2)
  })

  test('refuse nobody for what another wrote: neither long texts nor many blocks', async () => {
    const id = await planned()
    const old = 'x'.repeat(1_444)
    const { blocks } = await save(hoa, id, [], [block('a', old)])
    const [atStart, atEnd] = [`${'y'.repeat(2_800)} ${old}`, `${old} ${'z'.repeat(2_800)}`]
    await save(hoa, id, blocks, [block('a', atStart)])
    expect(textsOf(await save(long, id, blocks, [block('a', atEnd)]))).toEqual([atStart, atEnd])

    const many = await planned()
    const lines = Array.from({ length: 499 }, (_, at) => block(`b${at}`, 'x'))
    const full = await save(hoa, many, [], lines)
    await save(hoa, many, full.blocks, [...full.blocks, block('h', 'From Hoa')])
    const seen = { id: many, revision: full.revision }
    const insert = (name: string) => [{ op: 'insert' as const, block: block(name, name), after: null }]
    const merged = await long.api.minutes.save({
      ...seen,
      edits: insert('l'),
      batch: { writer: writerOf(long), number: ++batches },
    })
    expect(merged.blocks).toHaveLength(501)
    const now = { id: many, revision: merged.revision }
    await expect(
      long.api.minutes.save({
        ...now,
        edits: insert('more'),
        batch: { writer: writerOf(long), number: ++batches },
      }),
    ).rejects.toMatchObject({ code: 'body_too_large' })
    const fewer = await save(long, many, merged.blocks, merged.blocks.slice(1))
    expect(fewer.blocks).toHaveLength(500)
  })

  test('refuse what is too much, and an analyst reads without writing', async () => {
    const id = await planned()
    const many = Array.from({ length: 501 }, (_, at) => block(`b${at}`, 'x'))
    await expect(save(hoa, id, [], many)).rejects.toMatchObject({ code: 'invalid_input' })
    const analyst = await colleague(api, 'analyst', { regions: ['north'] })
    expect(await analyst.api.minutes.get({ id })).toMatchObject({ editable: false })
    await expect(save(analyst, id, [], [block('a', 'x')])).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('versions', () => {
  test('are kept by name, and by themselves before the first save after a while', async () => {
    const id = await planned()
    const first = await save(hoa, id, [], [block('a', 'One')])
    await hoa.api.minutes.keep({ id, name: 'Draft' })
    api.clock.set(addMinutes(api.clock.now(), 11).toISOString())
    const second = await save(hoa, id, first.blocks, [block('a', 'Two')])
    api.clock.set(addMinutes(api.clock.now(), 11).toISOString())
    await save(long, id, second.blocks, [block('a', 'Three')])
    const { items } = await hoa.api.minutes.versions({ id })
    expect(items.map(({ revision, name }) => [revision, name])).toEqual([
      [2, ''],
      [1, 'Draft'],
    ])
    expect(textsOf(await hoa.api.minutes.version({ id, revision: 2 }))).toEqual(['Two'])
    await expect(hoa.api.minutes.version({ id, revision: 99 })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of what nobody has written there are none', async () => {
    const id = await planned()
    await expect(hoa.api.minutes.keep({ id, name: 'Draft' })).rejects.toMatchObject({ code: 'wrong_state' })
  })
})

describe('a file of the minutes', () => {
  test('names who came, what was decided, asked for and agreed on, in Markdown and PDF', async () => {
    const id = await planned()
    const [guest] = await addContacts(api, 'north', 1, { name: 'Đặng Thị Ngọc Ánh' })
    await hoa.api.roundtables.invite({ id, contactIds: [guest?.id ?? ''] })
    const [row] = await findGuests(api.ctx, id)
    const party = { invitation: row?._id ?? '', seats: 2, segment: 'existing' }
    const now = new Date('2026-09-24T02:00:00Z')
    await decideSeats(api.ctx, id, ledger => checkIn(ledger, party, { now, doorsOpenAt: now }))
    await save(
      hoa,
      id,
      [],
      [block('h', 'Giao hàng', 'heading'), block('d', 'Giao cả thứ Bảy | từ tháng 10', 'decision')],
    )
    await hoa.api.requirements.note({
      text: 'Giao hàng thứ Bảy',
      source: { kind: 'round_table', aboutId: id, contactId: guest?.id ?? '' },
    })
    const action = {
      aboutKind: 'round_table' as const,
      aboutId: id,
      text: 'Hỏi kho',
      ownerId: hoa.id,
      due: '2026-10-01',
    }
    const noted = await hoa.api.actions.note({ ...action, blockId: 'x' })
    expect(await hoa.api.actions.note({ ...action, blockId: 'x' })).toMatchObject({ id: noted.id })
    expect(noted).toMatchObject({ kind: 'action', accountId: null, ownerName: 'Hoa', text: 'Hỏi kho' })
    expect((await hoa.api.tasks.list({})).items.map(one => one.id)).toContain(noted.id)

    const { body } = await long.api.minutes.file({ id, format: 'md' })
    const text = await body.text()
    expect(text).toContain('# Biên bản: Tọa đàm miền Bắc')
    expect(text).toContain('| Đặng Thị Ngọc Ánh |')
    expect(text).toContain('**Quyết định:** Giao cả thứ Bảy \\| từ tháng 10')
    expect(text).toContain('| Giao hàng thứ Bảy | Đã ghi nhận |')
    expect(text).toContain('| Hỏi kho | Hoa |')
    const pdf = await long.api.minutes.file({ id, format: 'pdf' })
    expect(pdf.headers['content-disposition']).toContain('bien-ban-toa-dam-mien-bac.pdf')
    const bytes = Buffer.from(await pdf.body.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1')).toMatch(/BeVietnamPro-Regular/)
  })
})

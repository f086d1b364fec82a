import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BlindVoter } from '@sixfold/testkit/blind-voter'
import { blindVoter } from '@sixfold/testkit/blind-voter'
import type { Dump, Row } from '@sixfold/testkit/curious-administrator'
import {
  bestMatch,
  dumpDatabase,
  ordersOf,
  ordersOfPeople,
  readDatabaseFiles,
  sharedValues,
} from '@sixfold/testkit/curious-administrator'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { newId } from '../../../db/collection.ts'

// R14: nothing stored or logged links a blind answer to a contact. Everybody fetches a ballot and answers at once, one after
// the other and a minute apart, which is the worst that can happen; then a curious administrator gets everything there is.

jest.setTimeout(120_000)

const PEOPLE = 20
/** A finding that chance makes less often than this is a link. */
const SUSPICIOUS = 1 / 2_000

interface Person {
  /** What stands on record for this person: ids, address, name. */
  marks: string[]
  /** What this person wrote, which nobody else did. */
  wrote: string
  /** The name of the ballot in the box. */
  boxId: string
}

let api: TestApi
let admin: Colleague
let voter: BlindVoter
let wave: InvitedWave
const lines: string[] = []
const people: Person[] = []
/** While the wave runs, and after its end. */
let open: { dump: Dump; files: Buffer }
let over: { dump: Dump; files: Buffer }
let quiet: { lines: string[]; figures: string[]; changed: string[] }

const words = () => `${newWord()}${'.'.repeat(Math.floor(Math.random() * 1_900))}`
const newWord = () => createHash('sha256').update(String(Math.random())).digest('hex').slice(0, 16)
const figuresOf = async () =>
  (await (await fetch(`${api.url}/metrics`)).text()).split('\n').filter(line => line.startsWith('sixfold_'))
const answersOf = ({ dump }: { dump: Dump }) =>
  (dump.get('responses') ?? []).filter(({ waveId }) => waveId === wave.waveId)

async function takeAll() {
  return { dump: await dumpDatabase(api.ctx), files: readDatabaseFiles(api.ctx) }
}

beforeAll(async () => {
  api = await startTestApi({ log: line => void lines.push(line) })
  admin = await colleague(api, 'administrator')
  voter = blindVoter(api.url)
  wave = await inviteContacts(api, { kind: 'blind', count: PEOPLE, languages: ['en', 'vi'] })
  const { items } = await admin.api.waves.invitations({ id: wave.waveId, limit: 200 })
  const invitations = new Map(items.map(({ contactId, id }) => [contactId, id]))
  for (const [at, { id, accountId, email, token }] of wave.contacts.entries()) {
    api.clock.advance({ minutes: 1 })
    const ballot = await voter.earn(wave.waveId, token)
    const before = at === 0 ? await dumpDatabase(api.ctx) : null
    const noted = { lines: lines.length, figures: at === 0 ? await figuresOf() : [] }
    const wrote = words()
    const answers = [
      { question: 'recommend', value: at % 11 },
      { question: 'do-better', value: wrote },
    ]
    const headers = { 'idempotency-key': `person ${at}`, 'x-language': at % 2 ? 'vi' : 'en' }
    const reply = await voter.cast(wave.waveId, ballot, answers, headers)
    expect(reply).toEqual({ status: 200, body: { taken: true } })
    if (before) {
      const after = await dumpDatabase(api.ctx)
      const changed = [...after]
        .filter(([name, rows]) => JSON.stringify(rows) !== JSON.stringify(before.get(name) ?? []))
        .map(([name]) => name)
      const figures = await figuresOf()
      quiet = {
        lines: lines.slice(noted.lines),
        figures: figures.filter(line => !noted.figures.includes(line)),
        changed,
      }
    }
    const boxId = createHash('sha256').update(`${wave.waveId} ${ballot.message}`).digest('base64url')
    people.push({ marks: [id, accountId, email, invitations.get(id) ?? ''], wrote, boxId })
  }
  open = await takeAll()
  await admin.api.waves.close({ id: wave.waveId })
  api.clock.advance({ minutes: 5 })
  await api.runJobs()
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await admin.api.scoreboards.get({ id: wave.waveId })).responses === PEOPLE) break
    await wait(50)
  }
  over = await takeAll()
})
afterAll(() => api.close())

/** The rows of the people's answers, in the order of the people. */
function answerRows(rows: readonly Row[]): Row[] {
  return people.map(({ wrote }) => {
    const row = rows.find(({ answers }) => (answers as Row)['do-better'] === wrote)
    if (!row) throw new Error('an answer was lost')
    return row
  })
}

const marksOf = () => people.map(({ marks }) => marks)
const ANSWERS = ['responses', 'blindBox', 'scoreboards']
const peopleOrders = ({ dump, files }: typeof over) => ordersOfPeople(dump, marksOf(), files, ANSWERS)

describe('the attack finds what there is to find', () => {
  test('in an ordinary survey: its answers share their id with their invitation', async () => {
    const ordinary = await inviteContacts(api, { count: 3 })
    for (const { token } of ordinary.contacts) await api.anonymous.responses.submit({ token, answers: [] })
    const dump = await dumpDatabase(api.ctx)
    const rows = (dump.get('responses') ?? []).filter(({ waveId }) => waveId === ordinary.waveId)
    expect(rows).toHaveLength(3)
    const shared = sharedValues(rows, JSON.stringify(dump.get('invitations')))
    expect(shared).toEqual(expect.arrayContaining(rows.map(({ _id }) => _id)))
  })

  test('where answers get ordinary ids: they tell the order of coming', () => {
    const rows = people.map(({ wrote }) => ({ _id: newId(), answers: { 'do-better': wrote } }))
    const collection = rows.toSorted(() => Math.random() - 0.5)
    const finding = bestMatch(peopleOrders(over), ordersOf(rows, collection, Buffer.alloc(0), ['answers']))
    expect(finding.agreement).toBeGreaterThan(0.95)
    expect(finding.chance).toBeLessThan(SUSPICIOUS)
  })

  test('where a time is kept with half of the answers', () => {
    const rows = people.map(({ wrote }, at) => ({
      _id: createHash('sha256').update(wrote).digest('hex'),
      ...(at % 2 ? { at: new Date(1_000_000 * at) } : {}),
    }))
    const finding = bestMatch(peopleOrders(over), ordersOf(rows, rows.toSorted(), Buffer.alloc(0)))
    expect(finding.chance).toBeLessThan(SUSPICIOUS)
  })

  test('where answers lie in the order in which they came', () => {
    const rows = people.map(() => ({ _id: newWord() }))
    const finding = bestMatch(peopleOrders(over), ordersOf(rows, rows, Buffer.alloc(0)))
    expect(finding.chance).toBeLessThan(SUSPICIOUS)
  })
})

describe('R14: the curious administrator', () => {
  test('has every answer, and everybody on record, in all orders', () => {
    expect(answersOf(over)).toHaveLength(PEOPLE)
    const orders = peopleOrders(over)
    for (const name of ['invitations', 'contacts', 'contactLedgers', 'outbox', 'accounts'])
      expect([...orders.keys()].some(order => order.startsWith(`${name} `))).toBe(true)
    expect(orders.size).toBeGreaterThan(40)
    if (api.ctx.db.embeddedDir)
      for (const { _id } of answersOf(over)) expect(over.files.includes(String(_id))).toBe(true)
  })

  test('finds no order of answers that fits an order of people better than chance', () => {
    const rows = answerRows(answersOf(over))
    const theirs = ordersOf(rows, over.dump.get('responses') ?? [], over.files, ['answers'])
    expect(bestMatch(peopleOrders(over), theirs).chance).toBeGreaterThan(SUSPICIOUS)
  })

  test('finds no value of an answer, and nothing that was written, anywhere else', () => {
    const elsewhere = JSON.stringify([...over.dump].filter(([name]) => !ANSWERS.includes(name)))
    expect(sharedValues(answersOf(over), elsewhere)).toEqual([])
    const noted = lines.join('\n')
    for (const { wrote, boxId } of people) {
      expect(elsewhere).not.toContain(wrote.slice(0, 16))
      expect(elsewhere).not.toContain(boxId)
      expect(noted).not.toContain(wrote.slice(0, 16))
      expect(noted).not.toContain(boxId)
    }
  })

  test('learns nothing from a single answer: no line, no figure, no job, no key, no entry', () => {
    expect(quiet).toEqual({ lines: [], figures: [], changed: ['blindBox'] })
    expect(lines.join('\n')).not.toMatch(/api\/blind|\/b\//)
    expect(over.dump.get('idempotencyKeys')?.filter(({ _id }) => String(_id).includes('person'))).toEqual([])
  })

  test('sees that all answers are of one day, one language and no segment', () => {
    const shapes = answersOf(over).map(({ _id, answers, ...rest }) => JSON.stringify(rest))
    expect(new Set(shapes).size).toBe(1)
    expect(shapes[0]).not.toMatch(/T(?!00:00:00\.000Z)\d\d/)
    expect(Object.keys(answersOf(over)[0] ?? {}).sort()).toEqual([
      '_id',
      'answers',
      'counted',
      'language',
      'mode',
      'revision',
      'revisions',
      'segments',
      'startedAt',
      'state',
      'submittedAt',
      'surveyId',
      'version',
      'waveId',
    ])
  })

  test('finds the box shut while the wave runs: nothing that was written can be read, not in the files either', () => {
    const written = JSON.stringify([...open.dump])
    for (const { wrote } of people) {
      expect(written).not.toContain(wrote.slice(0, 16))
      expect(open.files.includes(wrote.slice(0, 16))).toBe(false)
    }
    expect(answersOf(open)).toEqual([])
  })

  test('finds no order in the box, whose entries are all of one length', () => {
    const box = open.dump.get('blindBox') ?? []
    const rows = people.map(({ boxId }) => box.find(({ _id }) => _id === boxId) as Row)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['_id', 'sealed', 'waveId'])
    expect(new Set(rows.map(({ sealed }) => String(sealed).length)).size).toBe(1)
    const theirs = ordersOf(rows, box, Buffer.alloc(0), ['sealed'])
    expect(bestMatch(peopleOrders(open), theirs).chance).toBeGreaterThan(SUSPICIOUS)
  })

  test('who saw the box before cannot tell which of its entries became which answer', () => {
    const box = open.dump.get('blindBox') ?? []
    const before = people.map(({ boxId }) => box.find(({ _id }) => _id === boxId) as Row)
    const after = answerRows(answersOf(over))
    const ours = ordersOf(before, box, open.files)
    const theirs = ordersOf(after, over.dump.get('responses') ?? [], over.files, ['answers'])
    expect(bestMatch(ours, theirs).chance).toBeGreaterThan(SUSPICIOUS)
  })

  test('finds no key afterwards that would open, sign or name anything', () => {
    expect(over.dump.get('blindBox')).toEqual([])
    expect(over.dump.get('blindKeys')?.find(({ _id }) => _id === wave.waveId)).toEqual({
      _id: wave.waveId,
      publicKey: expect.any(String),
      sealedPrivateKey: null,
      sealedBoxKey: null,
      sealedShuffle: null,
      emptied: true,
    })
  })
})

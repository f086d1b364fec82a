import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { liveHolder } from '@sixfold/embedded-mongo/lock'
import { addContacts } from '@sixfold/testkit/customers'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

// Two processes of the product over one database, each wanting to write to the same people at the same moment (law 9).

jest.setTimeout(120_000)

const script = fileURLToPath(import.meta.resolve('@sixfold/testkit/rival-touches'))
const MONDAY = '2026-08-17T03:00:00.000Z'
const PEOPLE = 60

let api: TestApi
let database: string
beforeAll(async () => {
  api = await startTestApi()
  api.clock.set(MONDAY)
  const { dataDir, mongodbUri } = api.ctx.config
  database = mongodbUri ?? (await liveHolder(join(dataDir, 'db')))?.uri ?? ''
})
afterAll(() => api.close())

function startRival(name: string, guard: 'guarded' | 'unguarded', contactIds: readonly string[]) {
  const child = spawn(process.execPath, [script, name, guard, MONDAY, ...contactIds], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: api.ctx.config.dataDir,
      LOG_LEVEL: 'silent',
      MONGODB_URI: database,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${name} ended early`)
    return value as string
  }
  return { hear, go: () => child.stdin.write('\n') }
}

async function people(): Promise<string[]> {
  return (await addContacts(api, 'north', PEOPLE)).map(({ id }) => id)
}

const invitationsOf = async (contactId: string) => {
  const ledgers = api.ctx.db.connection.collection<{ _id: string; touches: object[] }>('contactLedgers')
  return (await ledgers.findOne({ _id: contactId }))?.touches.length ?? 0
}

async function compete(guard: 'guarded' | 'unguarded'): Promise<{ won: string[][]; contacts: string[] }> {
  const contacts = await people()
  const rivals = ['this', 'that'].map(name => startRival(`${guard}-${name}`, guard, contacts))
  for (const { hear } of rivals) expect(await hear()).toBe('ready')
  for (const { go } of rivals) go()
  if (guard === 'unguarded') {
    for (const { hear } of rivals) expect(await hear()).toBe('decided')
    for (const { go } of rivals) go()
  }
  const answers = await Promise.all(rivals.map(({ hear }) => hear()))
  return { won: answers.map(answer => answer.split(' ').filter(Boolean)), contacts }
}

test('without the condition of the update both write to everybody', async () => {
  const { won, contacts } = await compete('unguarded')
  expect(won.map(({ length }) => length)).toEqual([PEOPLE, PEOPLE])
  expect(await Promise.all(contacts.map(invitationsOf))).toEqual(contacts.map(() => 2))
})

test('with it everybody is written to once, by one of them', async () => {
  const { won, contacts } = await compete('guarded')
  expect(won.flat().sort()).toEqual([...contacts].sort())
  expect(await Promise.all(contacts.map(invitationsOf))).toEqual(contacts.map(() => 1))
})

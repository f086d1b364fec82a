import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
let rivals: ReturnType<typeof startRival>[]
beforeAll(async () => {
  api = await startTestApi()
  api.clock.set(MONDAY)
  const { dataDir, mongodbUri } = api.ctx.config
  const database = mongodbUri ?? (await liveHolder(join(dataDir, 'db')))?.uri ?? ''
  rivals = ['this', 'that'].map(name => startRival(name, database))
  for (const { hear } of rivals) expect(await hear()).toBe('ready')
})
afterAll(async () => {
  for (const { end } of rivals ?? []) await end()
  await api.close()
})

function startRival(name: string, database: string) {
  const child = spawn(process.execPath, [script, name, MONDAY], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
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
  const end = async () => {
    child.stdin.end()
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { hear, go: (line = '') => child.stdin.write(`${line}\n`), end }
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
  for (const { go } of rivals) go([guard, ...contacts].join(' '))
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

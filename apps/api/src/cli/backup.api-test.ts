import { execFile } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { StoredAnswer } from '@sixfold/contract/responses'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { testClient } from '@sixfold/testkit/api-client'
import type { InvitedContact } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import { signIn } from '@sixfold/testkit/people'
import type { ApiProcess } from '@sixfold/testkit/processes'
import { startApiProcess } from '@sixfold/testkit/processes'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'
import { createMember } from '../features/house/staff/service.ts'
import { runCommand } from './run-command.ts'

/** A backup taken while forty people answer is one consistent moment, restores, and can be proved. */

const AT_ONCE = 40
const SIGN_IN = { email: 'backup@example.com', password: 'mật khẩu đủ dài' }

const folder = temporaryFolder('backup')
const dataDir = join(folder.path, 'data')
let api: ApiProcess
let waveId: string
let people: InvitedContact[]
let answers: StoredAnswer[]

beforeAll(async () => {
  const maker = await startTestApi({ settings: { DATA_DIR: dataDir, MONGODB_URI: '' } })
  const wave = await inviteContacts(maker, { count: 2 * AT_ONCE })
  await createMember(maker.ctx, {
    ...SIGN_IN,
    name: 'Chủ',
    role: 'administrator',
    regions: 'all',
    language: 'en',
  })
  const { definition } = await maker.anonymous.responses.get({ token: wave.contacts[0]?.token ?? '' })
  await maker.close()
  waveId = wave.waveId
  people = wave.contacts
  answers = questionsOf(definition)
    .filter(({ kind }) => kind === 'satisfaction')
    .map(({ id }, index) => ({ question: id, value: (index % 5) + 1, revision: 1 }))
  api = await startApiProcess({ dataDir, settings: { MONGODB_URI: undefined } })
}, 120_000)

afterAll(async () => {
  await api?.stop()
  folder.remove()
})

test('a backup in the middle of forty submissions restores to a consistent state', async () => {
  const target = join(folder.path, 'backup')
  const anyone = testClient(api.url)
  const submit = ({ token }: InvitedContact) => anyone.responses.submit({ token, answers })
  const before = people.slice(0, AT_ONCE)
  await Promise.all(before.map(submit))
  const [made] = await Promise.all([
    sixfold(dataDir, 'backup', target),
    Promise.all(people.slice(AT_ONCE).map(submit)),
  ])
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining(target) })

  expect(await sixfold(dataDir, 'verify-backup', target)).toMatchObject({
    code: 0,
    output: expect.stringContaining('The backup is good.'),
  })

  const restoredDir = join(folder.path, 'restored')
  expect(await sixfold(restoredDir, 'restore', target)).toMatchObject({ code: 0 })
  const restored = await startApiProcess({ dataDir: restoredDir, settings: { MONGODB_URI: undefined } })
  try {
    const staff = testClient(restored.url, {
      cookie: await signIn(restored.url, SIGN_IN.email, SIGN_IN.password),
    })
    const held = await counted(restored.url, staff)
    // Everything acknowledged before the backup began is in it.
    expect(held).toBeGreaterThanOrEqual(before.length)
    for (const { token } of before)
      expect((await testClient(restored.url).responses.get({ token })).state).toBe('finished')
  } finally {
    await restored.stop()
  }
}, 240_000)

test('a backup is never written over anything, nor restored into a house that has data', async () => {
  const target = join(folder.path, 'backup')
  expect(await sixfold(dataDir, 'backup', target)).toMatchObject({
    code: 1,
    output: expect.stringContaining('exists already'),
  })
  expect(await called(dataDir, 'restore', target)).toMatchObject({
    code: 1,
    output: expect.stringContaining('is not empty'),
  })
  expect(await called(join(folder.path, 'nothing'), 'backup', join(folder.path, 'b2'))).toMatchObject({
    code: 1,
  })
  expect(existsSync(join(folder.path, 'b2'))).toBe(false)
})

test('a damaged backup is found out, and so is one with a file too many', async () => {
  const target = join(folder.path, 'backup')
  const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as {
    files: Record<string, unknown>
  }
  const [name = ''] = Object.keys(manifest.files)
  appendFileSync(join(target, name), 'x')
  for (const command of ['verify-backup', 'restore'])
    expect(await called(join(folder.path, 'elsewhere'), command, target)).toMatchObject({
      code: 1,
      output: expect.stringContaining(name),
    })
})

test('words that are off are answered with the usage, unknown commands with the list', async () => {
  expect(await called(dataDir, 'backup')).toMatchObject({
    code: 2,
    output: expect.stringContaining('Usage:'),
  })
  expect(await sixfold(dataDir, 'frobnicate')).toMatchObject({
    code: 2,
    output: expect.stringContaining('verify-backup'),
  })
  expect(await called(dataDir, 'doctor', '--frob')).toMatchObject({ code: 2 })
})

/** What a command answers, without a process of its own. */
async function called(dir: string, ...words: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = []
  const hear = (line: string) => void lines.push(line)
  jest.spyOn(console, 'log').mockImplementation(hear)
  jest.spyOn(console, 'error').mockImplementation(hear)
  const code = await runCommand(words, { DATA_DIR: dir })
  return { code, output: lines.join('\n') }
}

async function counted(url: string, staff: ReturnType<typeof testClient>): Promise<number> {
  const wave = await staff.waves.get({ id: waveId })
  for (let patience = 100; patience > 0; patience -= 1) {
    const { responses } = await staff.scoreboards.get({ id: waveId })
    if (responses === wave.responded) return wave.responded
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`the scoreboard at ${url} did not reach ${wave.responded} responses`)
}

const run = promisify(execFile)

/** What it answers as a process of its own. */
async function sixfold(dir: string, ...words: string[]): Promise<{ code: number; output: string }> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, DATA_DIR: dir }
  try {
    const { stdout, stderr } = await run(process.execPath, [main, ...words], { env })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

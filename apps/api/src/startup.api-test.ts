import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { FORMAT_KEY, openEnvironment } from '@sixfold/embedded-mongo/store/environment'
import { encode } from '@sixfold/embedded-mongo/values/decode'
import type { ApiProcess, ProcessOptions } from '@sixfold/testkit/processes'
import { StartFailed, startApiProcess } from '@sixfold/testkit/processes'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'
import { readConfig } from './config.ts'
import { startServer } from './server.ts'
import { startupMessage } from './startup-fault.ts'

jest.setTimeout(120_000)

const folder = temporaryFolder('startup')
const running: ApiProcess[] = []
afterEach(async () => {
  for (const process of running.splice(0)) await process.kill()
})
afterAll(() => folder.remove())

let serial = 0
function freshDir(): string {
  serial += 1
  return join(folder.path, `data-${serial}`)
}

async function start(options: ProcessOptions): Promise<ApiProcess> {
  const process = await startApiProcess({
    ...options,
    settings: { MONGODB_URI: undefined, ...options.settings },
  })
  running.push(process)
  return process
}

async function failure(options: ProcessOptions): Promise<StartFailed> {
  const failed = await start(options).catch((error: unknown) => error)
  if (!(failed instanceof StartFailed)) throw new Error(`it started, or failed in another way: ${failed}`)
  return failed
}

/** What a start in this process ends with: that it is printed without a stack, and ends the program, a few processes show. */
async function refusal(dataDir: string): Promise<string> {
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }, ['--empty'])
  const refused: unknown = await startServer(config).then(
    server => server.close(),
    (error: unknown) => error,
  )
  return startupMessage(refused)
}

/** One paragraph that an operator understands, and no trace of where it was thrown. */
function expectClear({ exitCode, output }: StartFailed, words: RegExp): void {
  expect(exitCode).toBe(1)
  const said = output.split('\n').filter(line => line.startsWith('Sixfold cannot start'))
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(words)
  expect(output).not.toMatch(/^\s+at /m)
}

/** The link is printed after the address. */
async function setupToken(process: ApiProcess): Promise<string> {
  for (;;) {
    const token = /\/setup\/([\w-]+)\n/.exec(process.output())?.[1]
    if (token) return token
    await pause(20)
  }
}

describe('a start that cannot be', () => {
  // It waits for some seconds, in which the others have their turn.
  let withoutDatabase: Promise<StartFailed>
  beforeAll(() => {
    withoutDatabase = failure({
      dataDir: freshDir(),
      settings: { MONGODB_URI: 'mongodb://user:hunter2@127.0.0.1:9/sixfold' },
    })
    withoutDatabase.catch(() => undefined)
  })

  test('names every wrong setting at once', async () => {
    const { exitCode, output } = await failure({
      dataDir: freshDir(),
      settings: {
        PORT: 'eighty',
        PUBLIC_URL: 'https://user:pw@listen.example.com/sixfold?x',
        MONGODB_URI: 'postgres://db',
        SMTP_URL: 'mail',
        SERVE: 'kitchen',
        SECRET_KEY: 'short',
        LOG_LEVEL: 'loud',
        TRUST_PROXY: 'yes',
        NODE_ENV: 'production',
      },
      args: ['--emtpy'],
    })
    expect(exitCode).toBe(1)
    for (const name of [
      'PORT',
      'PUBLIC_URL',
      'MONGODB_URI',
      'SMTP_URL',
      'SERVE',
      'SECRET_KEY',
      'LOG_LEVEL',
      'TRUST_PROXY',
      '--emtpy',
    ])
      expect([name, output.includes(`  ${name}: `)]).toEqual([name, true])
    expect(output).not.toContain('pw@')
  })

  test('on a port in use says so, and leaves the other program alone', async () => {
    const other = createServer((_request, response) => void response.end('other')).listen(0)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expectClear(
      await failure({ dataDir: freshDir(), settings: { PORT: String(port) } }),
      /port is in use.*PORT=/,
    )
    expect(await (await fetch(`http://localhost:${port}`)).text()).toBe('other')
    other.close()
  })

  test('on the data of a running process says who has it, and that one works on', async () => {
    const dataDir = freshDir()
    const first = await start({ dataDir })
    expectClear(await failure({ dataDir }), new RegExp(`in use by process ${first.pid}`))
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  test('on data of a newer format says which release to start, and leaves the data as they are', async () => {
    const dataDir = freshDir()
    const db = join(dataDir, 'db')
    mkdirSync(db, { recursive: true })
    const environment = await openEnvironment(db)
    environment.root.transactionSync(() => environment.meta.putSync(FORMAT_KEY, encode({ format: 99 })))
    await environment.root.close()
    const before = readFileSync(join(db, 'data.mdb'))
    expect(await refusal(dataDir)).toMatch(
      /^Sixfold cannot start: .*has format 99.*start the release that wrote it/,
    )
    expect(readFileSync(join(db, 'data.mdb')).equals(before)).toBe(true)
  })

  test('with a data directory that is a file says so and leaves it as it is', async () => {
    const dataDir = freshDir()
    writeFileSync(dataDir, 'mine')
    expect(await refusal(dataDir)).toMatch(/^Sixfold cannot start: DATA_DIR cannot be used/)
    expect(readFileSync(dataDir, 'utf8')).toBe('mine')
  })

  test('with a damaged secret key says what to do and writes no new one', async () => {
    const dataDir = freshDir()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'secret-key'), 'abc')
    expect(await refusal(dataDir)).toMatch(/^Sixfold cannot start: .*secret-key is damaged.*backup/)
    expect(readdirSync(dataDir)).toEqual(['secret-key'])
  })

  test('without its MongoDB says so within seconds, without the password', async () => {
    const failed = await withoutDatabase
    expectClear(failed, /database at MONGODB_URI does not answer/)
    expect(failed.output).not.toContain('hunter2')
  })
})

describe('a process that is asked to end', () => {
  test('finishes the request it is at, takes no more, and is gone within two seconds', async () => {
    const process = await start({ dataDir: freshDir() })
    const link = await setupToken(process)
    // Creating an account takes a while: its password is hashed.
    const answering = fetch(`${process.url}/api/setup/${link}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        organisation: 'Máy Việt',
        zone: 'Asia/Ho_Chi_Minh',
        email: 'first@example.com',
        name: 'First',
        password: 'mật khẩu đủ dài',
        language: 'vi',
      }),
    })
    // Answered while the first is at work: the process has it.
    await fetch(`${process.url}/healthz`)
    const begun = performance.now()
    const stopped = process.stop()
    expect((await answering).status).toBe(200)
    expect(await stopped).toBe(0)
    expect(performance.now() - begun).toBeLessThan(4_000)
    await expect(fetch(`${process.url}/healthz`)).rejects.toThrow()

    const again = await process.restart()
    running.push(again)
    expect(await (await fetch(`${again.url}/api/welcome`)).json()).toMatchObject({ needsSetup: false })
    expect(again.output()).not.toContain('/setup/')
  })

  test('does not wait for those who only keep a connection open', async () => {
    const process = await start({ dataDir: freshDir() })
    const begun = performance.now()
    const stream = fetch(`${process.url}/api/setup/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: controller => controller.enqueue(new TextEncoder().encode('{')) }),
      duplex: 'half',
    } as RequestInit).catch(() => undefined)
    await fetch(`${process.url}/healthz`)
    expect(await process.stop()).toBe(0)
    expect(performance.now() - begun).toBeLessThan(5_000)
    await stream
  })
})

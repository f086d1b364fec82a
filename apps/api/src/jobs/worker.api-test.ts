import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { claimDueJob } from './store.ts'
import type { JobHandler } from './worker.ts'
import { enqueue, RunLater, startWorker } from './worker.ts'

jest.setTimeout(60_000)

const heldJob = fileURLToPath(import.meta.resolve('@sixfold/testkit/held-job'))

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

let serial = 0
/** Puts a job of a kind of its own into the queue. */
async function newJob(payload: Record<string, unknown> = {}) {
  serial += 1
  const kind = `test.${serial}`
  const key = `test:${serial}`
  expect(await enqueue(api.ctx, { kind, key, payload })).toBe(true)
  return { kind, key }
}
const worker = (kind: string, handler: JobHandler) =>
  startWorker(api.ctx, { [kind]: handler }, { poll: false })
const stored = (key: string) => api.ctx.db.connection.collection('jobs').findOne({ key })

describe('a job', () => {
  test('asked for twice is one, and runs with its payload', async () => {
    const { kind, key } = await newJob({ wave: 'w1' })
    expect(await enqueue(api.ctx, { kind, key })).toBe(false)
    const seen: unknown[] = []
    const { runDue } = worker(kind, async (_ctx, payload) => void seen.push(payload))
    expect([await runDue(), await runDue()]).toEqual([1, 0])
    expect(seen).toEqual([{ wave: 'w1' }])
  })

  test('R20: that fails is tried again later and later, then waits for a person, who can replay it', async () => {
    const administrator = await colleague(api, 'administrator')
    const { kind, key } = await newJob()
    let broken = true
    let runs = 0
    const { runDue } = worker(kind, async () => {
      runs += 1
      if (broken) throw new Error('server of mai@example.com is away')
    })
    const waits: number[] = []
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await runDue()).toBe(1)
      expect(await runDue()).toBe(0)
      const job = await stored(key)
      if (attempt === 8) break
      waits.push((job?.runAt.getTime() - api.clock.now().getTime()) / 1000)
      api.clock.set(job?.runAt.toISOString())
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920])
    api.clock.advance({ days: 30 })
    expect(await runDue()).toBe(0)
    const { items } = await administrator.api.jobs.list({ state: 'dead' })
    expect(items).toMatchObject([{ kind, state: 'dead', attempts: 8, error: 'server of …@… is away' }])

    broken = false
    const id = items[0]?.id ?? ''
    expect(await administrator.api.jobs.replay({ id })).toMatchObject({ state: 'waiting' })
    await expect(administrator.api.jobs.replay({ id })).rejects.toMatchObject({ code: 'wrong_state' })
    expect([await runDue(), runs]).toEqual([1, 9])
    expect(await stored(key)).toMatchObject({ state: 'done', error: null })
  })

  test('put off does not count as failed', async () => {
    const { kind, key } = await newJob()
    const later = new Date(api.clock.now().getTime() + 3600_000)
    const { runDue } = worker(kind, async () => {
      throw new RunLater(later)
    })
    await runDue()
    expect(await stored(key)).toMatchObject({ state: 'waiting', attempts: 0, runAt: later, error: null })
  })

  test('thrown at with something that is no error fails all the same', async () => {
    const { kind, key } = await newJob()
    await worker(kind, () => Promise.reject('plain text')).runDue()
    expect(await stored(key)).toMatchObject({ state: 'waiting', attempts: 1, error: 'plain text' })
  })
})

describe('a worker that dies in the middle', () => {
  test('loses the job to another when its lease ends, and cannot end it any more', async () => {
    const { kind, key } = await newJob()
    const released = Promise.withResolvers<void>()
    const first = worker(kind, () => released.promise)
    const hanging = first.runDue()
    const runs: string[] = []
    const second = worker(kind, async () => void runs.push('second'))
    while ((await stored(key))?.state !== 'running') await new Promise(setImmediate)
    api.clock.advance({ seconds: 59 })
    expect(await second.runDue()).toBe(0)
    api.clock.advance({ seconds: 2 })
    expect(await second.runDue()).toBe(1)
    expect(runs).toEqual(['second'])
    const ended = await stored(key)
    released.resolve()
    await hanging
    expect(await stored(key)).toEqual(ended)
  })

  test('killed in a process of its own: another takes the job over once, when the lease has ended', async () => {
    const { kind, key } = await newJob()
    const child = spawn(process.execPath, [heldJob, kind], {
      env: {
        ...process.env,
        LOG_LEVEL: 'silent',
        DATA_DIR: api.ctx.config.dataDir,
        CLOCK_STARTS_AT: api.clock.now().toISOString(),
        ...(api.ctx.config.mongodbUri ? { MONGODB_URI: api.ctx.config.mongodbUri } : {}),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await stored(key)).toMatchObject({ state: 'running', attempts: 1 })
    const runs: string[] = []
    const others = ['first', 'second'].map(name => worker(kind, async () => void runs.push(name)))
    const runAll = async () =>
      (await Promise.all(others.map(({ runDue }) => runDue()))).reduce((a, b) => a + b)
    expect(await runAll()).toBe(0)
    api.clock.advance({ seconds: 61 })
    expect(await runAll()).toBe(1)
    expect(runs).toHaveLength(1)
    expect(await stored(key)).toMatchObject({ state: 'done', attempts: 2 })
  })

  test('under a clock that was an hour ahead does not hold the job for that hour', async () => {
    const { kind, key } = await newJob()
    const now = api.clock.now()
    expect(await claimDueJob(api.ctx, [kind], new Date(now.getTime() + 3600_000))).not.toBeNull()
    const runs: string[] = []
    expect(await worker(kind, async () => void runs.push('ran')).runDue()).toBe(1)
    expect([runs, await stored(key)]).toMatchObject([['ran'], { state: 'done' }])
  })

  test('each time takes the job with it only so often: a job that kills is set aside', async () => {
    const { kind, key } = await newJob()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      // Claimed and never ended, as by a process that was killed.
      await api.ctx.db.connection
        .collection('jobs')
        .updateOne({ key }, { $set: { state: 'waiting', runAt: api.clock.now() } })
      expect(await claimDueJob(api.ctx, [kind], api.clock.now())).not.toBeNull()
    }
    api.clock.advance({ minutes: 2 })
    const runs: string[] = []
    await worker(kind, async () => void runs.push('ran')).runDue()
    expect(runs).toEqual([])
    expect(await stored(key)).toMatchObject({
      state: 'dead',
      error: expect.stringContaining('process ended'),
    })
  })
})

describe('several workers', () => {
  test('share a queue: each job runs once', async () => {
    const kind = 'test.shared'
    for (let n = 0; n < 30; n += 1) await enqueue(api.ctx, { kind, key: `shared:${n}`, payload: { n } })
    const seen: unknown[] = []
    const workers = Array.from({ length: 4 }, () => worker(kind, async (_ctx, { n }) => void seen.push(n)))
    const counts = await Promise.all(workers.map(({ runDue }) => runDue()))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(new Set(seen).size).toBe(30)
  })

  test('a kind that fills the queue leaves a place for the others', async () => {
    for (let n = 0; n < 20; n += 1) await enqueue(api.ctx, { kind: 'test.many', key: `many:${n}` })
    await enqueue(api.ctx, { kind: 'test.rare', key: 'rare' })
    const held = Promise.withResolvers<void>()
    const rare = Promise.withResolvers<void>()
    let begun = 0
    const { close } = startWorker(api.ctx, {
      'test.many': () => {
        begun += 1
        return held.promise
      },
      'test.rare': async () => rare.resolve(),
    })
    await rare.promise
    expect(begun).toBe(3)
    held.resolve()
    await close()
  })

  test('end soon, and what runs may finish', async () => {
    const { kind, key } = await newJob()
    const started = Promise.withResolvers<void>()
    const { close } = startWorker(api.ctx, {
      [kind]: async () => {
        started.resolve()
        await new Promise(resolve => setTimeout(resolve, 50))
      },
    })
    await started.promise
    await close()
    expect(await stored(key)).toMatchObject({ state: 'done' })
  })
})

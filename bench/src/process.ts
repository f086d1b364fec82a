import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const root = join(import.meta.dirname, '../..')

export interface Running {
  url: string
  pid: number
  /** Milliseconds from spawning to the line that says it listens. */
  startedIn: number
  stop(): Promise<void>
}

/** Starts Sixfold as `npm start` does after installation, and waits until it listens. `serve`: only these parts of it. */
export async function startSixfold(
  dataDir: string,
  words: string[] = ['--empty'],
  serve?: string,
): Promise<Running> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts/serve.mjs'), ...words], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      ...(serve === undefined ? {} : { SERVE: serve }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await lineOf(child, 'listens at')
  const startedIn = performance.now() - began
  return {
    url,
    pid: child.pid ?? 0,
    startedIn,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function lineOf(child: ChildProcess, part: string): Promise<void> {
  if (!child.stdout) throw new Error('the process has no output')
  for await (const line of createInterface({ input: child.stdout })) if (line.includes(part)) return
  throw new Error(`the process ended before it said "${part}"`)
}

export async function withTempDir<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'sixfold-bench-'))
  try {
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Proportional set size of a process and its children, in megabytes. */
export async function memoryOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const own = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024
  const children = await Promise.all((await childrenOf(pid)).map(memoryOf))
  return children.reduce((sum, size) => sum + size, own)
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`)
  const lists = await Promise.all(
    threads.map(thread => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  return lists.flatMap(list => list.split(' ').filter(Boolean).map(Number))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

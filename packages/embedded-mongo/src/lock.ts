import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who has a data directory open. `started` and `space` tell a reused pid from the process that wrote this. */
export type Holder = { pid: number; started: string; space: string; uri?: string }
export type Lock = { publish: (uri: string) => void; release: () => void }

const BEAT_MS = 5000
const DEAD_AFTER_MS = 3 * BEAT_MS

export class DirectoryHeldError extends Error {
  override name = 'DirectoryHeldError'
  readonly holder: Holder

  constructor(directory: string, holder: Holder) {
    const where = holder.uri ? `; it answers at ${holder.uri}` : ''
    super(
      `the data directory ${directory} is in use by process ${holder.pid}${where}. Stop that process, or set MONGODB_URI`,
    )
    this.holder = holder
  }
}

const lockFile = (directory: string) => join(directory, 'embedded-mongo.lock')

/** Takes the directory for this process, also from a process that is no more. */
export async function takeLock(directory: string): Promise<Lock> {
  const path = lockFile(directory)
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), space: processSpace() }
  for (;;) {
    if (tryCreate(path, mine)) return held(path, mine)
    const holder = readHolder(directory)
    if (holder && (await isAlive(path, holder))) throw new DirectoryHeldError(directory, holder)
    await removeStale(path, holder)
  }
}

function held(path: string, mine: Holder): Lock {
  let holder = mine
  const beat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(path, now, now)
    } catch {
      // The file is only a sign for others; the next start writes it anew.
    }
  }, BEAT_MS).unref()
  return {
    publish(uri) {
      holder = { ...holder, uri }
      writeFileSync(path, JSON.stringify(holder))
    },
    release() {
      clearInterval(beat)
      const current = parse(path)
      if (current?.pid === holder.pid && current.started === holder.started) unlinkSync(path)
    },
  }
}

/** The process named in a directory's lock file, whether it still lives or not. */
export const readHolder = (directory: string): Holder | undefined => parse(lockFile(directory))

/** The process that has the directory open now. */
export async function liveHolder(directory: string): Promise<Holder | undefined> {
  const holder = readHolder(directory)
  return holder && (await isAlive(lockFile(directory), holder)) ? holder : undefined
}

function parse(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function tryCreate(path: string, holder: Holder): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeFileSync(file, JSON.stringify(holder))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** A process of another container has no meaning here; then only the beat of its lock file tells. */
async function isAlive(path: string, holder: Holder): Promise<boolean> {
  if (holder.space === processSpace()) return holder.started === startOf(holder.pid)
  for (let waited = 0; waited <= DEAD_AFTER_MS; waited += 500) {
    if (ageOf(path) > DEAD_AFTER_MS) return false
    const before = modifiedAt(path)
    await sleep(500)
    if (modifiedAt(path) > before) return true
  }
  return false
}

const modifiedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const ageOf = (path: string) => Date.now() - modifiedAt(path)

/** Two processes may find the same stale lock; the directory made here lets only one of them remove it. */
async function removeStale(path: string, seen: Holder | undefined) {
  const guard = `${path}.takeover`
  try {
    mkdirSync(guard)
  } catch {
    if (ageOf(guard) > DEAD_AFTER_MS) rmdirSync(guard)
    await sleep(50)
    return
  }
  try {
    // An unreadable lock may be one that is being written this moment.
    if (!seen) await sleep(200)
    const now = parse(path)
    if (now?.pid === seen?.pid && now?.started === seen?.started) unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  } finally {
    rmdirSync(guard)
  }
}

/** When a process started, as the system words it; empty if there is none. */
function startOf(pid: number): string {
  if (process.platform === 'linux') {
    const text = readText(`/proc/${pid}/stat`)
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
  }
  if (process.platform === 'win32') return isRunning(pid) ? 'running' : ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The boot and, in containers, the pid namespace in which a pid means something. */
function processSpace(): string {
  if (process.platform !== 'linux') return process.platform
  try {
    return `${readText('/proc/sys/kernel/random/boot_id').trim()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return 'linux'
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { ownDatabaseUri } from './test-database.ts'

const main = fileURLToPath(new URL('../../../apps/api/src/main.ts', import.meta.url))
const clocked = fileURLToPath(new URL('./clocked-main.ts', import.meta.url))

export interface ProcessOptions {
  dataDir: string
  /** Settings on top of the process' own; undefined takes one away. */
  settings?: Record<string, string | undefined>
  args?: string[]
  /** What its clock says as it starts; it goes on from there. Else the time of this machine. */
  at?: string
  /** Milliseconds it may take to listen. */
  patience?: number
}

export interface ApiProcess {
  url: string
  pid: number
  /** All it has printed. */
  output(): string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to end and returns its exit code. */
  stop(): Promise<number>
  /** Starts it again on the same data, port and settings. */
  restart(): Promise<ApiProcess>
}

/** A start that failed, with all that the process printed. */
export class StartFailed extends Error {
  override name = 'StartFailed'
  readonly exitCode: number | null
  readonly output: string
  constructor(exitCode: number | null, output: string) {
    super(`the process ended with ${exitCode} before it listened:\n${output}`)
    this.exitCode = exitCode
    this.output = output
  }
}

/** Runs the real api in a process of its own and waits until it listens; throws {@link StartFailed}. */
export async function startApiProcess(options: ProcessOptions): Promise<ApiProcess> {
  return launch({
    ...options,
    settings: { PORT: String(await freePort()), ...ownDatabase(), ...options.settings },
  })
}

/** Several processes on one database sign with one key. */
function ownDatabase(): Record<string, string> {
  const uri = ownDatabaseUri()
  return uri ? { MONGODB_URI: uri, SECRET_KEY: 'a key for tests alone, of enough length' } : {}
}

async function launch(options: ProcessOptions): Promise<ApiProcess> {
  const { dataDir, settings = {}, args = ['--empty'], at, patience = 60_000 } = options
  const child = spawn(process.execPath, [at ? clocked : main, ...args], {
    env: { ...inherited(), DATA_DIR: dataDir, ...(at ? { CLOCK_STARTS_AT: at } : {}), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close') as Promise<[number | null]>
  const killLeftover = () => void child.kill('SIGKILL')
  process.once('exit', killLeftover)
  void ended.then(() => process.off('exit', killLeftover))

  let output = ''
  const listening = new Promise<void>(resolve => {
    const note = (chunk: Buffer) => {
      output += chunk.toString()
      if (/^Sixfold listens at /m.test(output)) resolve()
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  const outcome = await Promise.race([listening.then(() => 'listens' as const), ended])
  clearTimeout(timer)
  if (outcome !== 'listens') throw new StartFailed(outcome[0], output)

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    const [code] = await ended
    return code ?? 0
  }
  return {
    url: `http://localhost:${settings.PORT}`,
    pid: child.pid ?? 0,
    output: () => output,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    restart: () => launch(options),
  }
}

/** Of this process' own settings only those that say where programs are: the rest would change what is tested. */
function inherited(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, LANG, TZ, NODE_COMPILE_CACHE } = process.env
  return { PATH, HOME, TMPDIR, LANG, TZ, NODE_COMPILE_CACHE, LOG_LEVEL: 'warn' }
}

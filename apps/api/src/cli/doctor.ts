import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { builtApps } from '../http/staff-apps.ts'
import { countByState } from '../jobs/store.ts'
import type { Command, Terminal } from './command.ts'
import { CommandFailed } from './command.ts'
import { withContext } from './with-context.ts'

type Finding = { good: boolean; what: string }

const FREE_BYTES_WANTED = 1_000_000_000

export const doctor: Command = {
  usage: 'doctor',
  summary: 'Check settings, data directory, database, mail server and builds',
  help: 'Prints one line a check and exits 1 when one of them is bad. Changes nothing.',
  async run(terminal) {
    const { config } = terminal
    const findings: Finding[] = [
      { good: Number(process.versions.node.split('.')[0]) >= 22, what: `Node.js ${process.versions.node}` },
      await dataDirectory(config.dataDir),
      ...builtApps().map(({ folder, built }) => ({
        good: built,
        what: `${folder} is ${built ? '' : 'not '}built`,
      })),
      ...(await database(terminal)),
      ...(config.smtpUrl ? [await reaches('mail server', config.smtpUrl, 25)] : []),
      ...(config.redisUrl ? [await reaches('Redis', config.redisUrl, 6379)] : []),
    ]
    for (const { good, what } of findings) terminal.say(`${good ? 'good' : 'BAD '}  ${what}`)
    const bad = findings.filter(({ good }) => !good).length
    if (bad > 0) throw new CommandFailed(`${bad} of ${findings.length} checks are bad.`)
  },
}

async function dataDirectory(dir: string): Promise<Finding> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await access(dir, constants.W_OK)
    const { bavail, bsize } = await statfs(dir)
    const free = bavail * bsize
    return {
      good: free >= FREE_BYTES_WANTED,
      what: `data directory ${dir}: ${Math.floor(free / 1e6)} MB free`,
    }
  } catch (error) {
    return { good: false, what: `data directory ${dir}: ${error instanceof Error ? error.message : error}` }
  }
}

async function database(terminal: Terminal): Promise<Finding[]> {
  const what = terminal.config.mongodbUri ? 'MongoDB' : 'embedded database'
  try {
    return await withContext(terminal, async ctx => {
      const dead = await countByState(ctx, 'dead')
      return [
        { good: true, what: `${what} answers, its indexes are built` },
        { good: dead === 0, what: `${dead} dead jobs` },
      ]
    })
  } catch (error) {
    return [{ good: false, what: `${what}: ${error instanceof Error ? error.message : error}` }]
  }
}

function reaches(name: string, address: string, defaultPort: number): Promise<Finding> {
  const { hostname, port } = new URL(address)
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port: Number(port) || defaultPort, timeout: 5_000 })
    const end = (good: boolean, why: string): void => {
      socket.destroy()
      resolve({ good, what: `${name} ${hostname}: ${why}` })
    }
    socket.once('connect', () => end(true, 'answers'))
    socket.once('timeout', () => end(false, 'does not answer'))
    socket.once('error', error => end(false, error.message))
  })
}

import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The Node.js that everything but these scripts runs on, from the `node` dependency. */
export const pinnedNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** The environment in which `node` and every tool of the project is the pinned one, and none of them phones home. */
export function projectEnvironment() {
  const { PATH = '', Path = PATH } = process.env
  const path = [join(root, 'node_modules/.bin'), process.env.PATH ?? Path].join(delimiter)
  return {
    ...process.env,
    PATH: path,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  }
}

export function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

/** Ends with a message when the Node.js that runs this cannot even install the project. */
export function requireHostNode() {
  const wanted = '20.19.0'
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Sixfold needs Node.js ${wanted} or newer; this is ${process.version} (${process.execPath}).
Newer versions: https://nodejs.org/en/download`)
  process.exit(1)
}

/** `1.3 s` or `2 min 5 s`. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { duration, pinnedNode, readJson, root } from './project.mjs'
import { runShown } from './run.mjs'

/** Installs what package-lock.json asks for and node_modules does not hold. Costs nothing when all is there. */
export function installIfNeeded() {
  if (isInstalled()) return
  const fresh = !existsSync(join(root, 'node_modules'))
  console.log(
    `Installing dependencies${fresh ? ' (once, about a minute)' : ': package-lock.json has changed'} …`,
  )
  const started = Date.now()
  // `npm ci` empties node_modules first, and with it the Node.js this may be running on.
  const how = fresh ? ['ci'] : ['install', '--no-save']
  const options = ['--include=dev', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error']
  if (!runNpm([...how, ...options])) fail(`npm ${how.join(' ')} failed; its message stands above.`)
  // The binary is put in place by an install script, which a settled install with scripts switched off left out.
  if (!existsSync(pinnedNode)) runNpm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])
  if (!existsSync(pinnedNode))
    fail(`The package "node" holds no Node.js for this system (${process.platform}, ${process.arch}).`)
  console.log(`Installed in ${duration(Date.now() - started)}.`)
}

/** Whether the versions npm put into node_modules are the locked ones; packages of other systems may be missing. */
function isInstalled() {
  if (!existsSync(pinnedNode) || !existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const locked = readJson('package-lock.json').packages
  const installed = readJson('node_modules/.package-lock.json').packages
  return Object.entries(locked).every(([path, { version, optional, peer }]) => {
    if (!path.includes('node_modules/')) return true
    return path in installed ? installed[path].version === version : Boolean(optional ?? peer)
  })
}

/** npm as it was called, so that its version stays the same; else the one on the PATH. */
function runNpm(args) {
  const npm = process.env.npm_execpath
  const env = { ...process.env, SCARF_ANALYTICS: 'false' }
  return npm?.endsWith('.js')
    ? runShown(process.execPath, [npm, ...args], { env, shell: false })
    : runShown('npm', args, { env })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { duration, readJson, root } from './project.mjs'
import { runShown } from './run.mjs'

const stampFile = join(root, 'node_modules/.cache/sixfold/build')
const notSources = new Set(['node_modules', 'dist', 'data', '.turbo', 'screenshots', 'coverage'])

/** Builds the web apps when a source of theirs has changed since the last build; false when that failed. */
export function buildIfNeeded() {
  const stamp = stampOfSources()
  if (webApps().every(isBuilt) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return true
  console.log('Building the web apps …')
  const started = Date.now()
  if (!runShown('turbo', ['run', 'build', '--output-logs=errors-only'])) return false
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  console.log(`Built in ${duration(Date.now() - started)}.`)
  return true
}

/** The apps that have something to build. */
export function webApps() {
  return readdirSync(join(root, 'apps')).filter(app => {
    const manifest = join('apps', app, 'package.json')
    return existsSync(join(root, manifest)) && readJson(manifest).scripts?.build
  })
}

const isBuilt = app => existsSync(join(root, 'apps', app, 'dist'))

/** Changes with the name, size or time of any file that a web app may be made of. */
function stampOfSources() {
  const hash = createHash('sha256')
  const folders = ['packages', ...webApps().map(app => join('apps', app))]
  for (const file of ['package-lock.json', 'turbo.json', 'tsconfig.base.json']) note(file)
  for (const folder of folders) walk(folder)
  return hash.digest('hex')

  function walk(folder) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (notSources.has(entry.name)) continue
      if (entry.isDirectory()) walk(path)
      else note(path)
    }
  }

  function note(path) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
}

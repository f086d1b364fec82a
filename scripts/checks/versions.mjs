import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { missingPlatforms } from '../lib/lock-file.mjs'
import { readJson } from '../lib/project.mjs'
import { verdict } from './scheduler.mjs'
import { workspaces } from './workspaces.mjs'

/** Packages of which a second copy would break what the first one knows: classes, contexts, open connections. */
const single = ['bson', 'mongodb', 'mongoose', 'react', 'react-dom', 'zod']

/** One exact version per dependency, one copy of those that must be single, and a lock file that fits every system. */
export async function versions() {
  const manifests = ['', ...workspaces()].map(folder => {
    const path = join(folder, 'package.json')
    return { folder, path, manifest: readJson(path) }
  })
  const lock = readJson('package-lock.json')
  return verdict([
    ...differingVersions(manifests),
    ...outOfStep(lock, manifests),
    ...secondCopies(lock),
    ...unreviewedScripts(lock, readJson('package.json').allowScripts),
    ...missingPlatforms(lock).map(
      ({ path }) => `package-lock.json lacks ${path}: run node scripts/lock-platforms.mjs.`,
    ),
  ])
}

export function differingVersions(manifests) {
  const wanted = new Map()
  for (const { path, manifest } of manifests) {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      const places = wanted.get(name) ?? new Map()
      places.set(version, [...(places.get(version) ?? []), path])
      wanted.set(name, places)
    }
  }
  const faults = []
  for (const [name, places] of wanted) {
    const list = [...places].map(([version, paths]) => `${version} in ${paths.join(', ')}`)
    if (places.size > 1) faults.push(`${name} has several versions: ${list.join('; ')}. Choose one.`)
    // An alias stands beside another version of the same package, to be measured against it.
    for (const version of places.keys())
      if (!/^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        faults.push(`${name} is not pinned to an exact version: ${list.join('; ')}.`)
  }
  return faults
}

/** An install from a lock file that is out of step fails, or is done again at every start. */
export function outOfStep(lock, manifests) {
  const wanted = ({ dependencies = {}, devDependencies = {} } = {}) => ({
    ...dependencies,
    ...devDependencies,
  })
  return manifests
    .filter(({ folder, manifest }) => !isDeepStrictEqual(wanted(lock.packages[folder]), wanted(manifest)))
    .map(({ path }) => `package-lock.json is out of step with ${path}: run npm install.`)
}

export function secondCopies(lock) {
  return single.flatMap(name => {
    const copies = Object.keys(lock.packages).filter(path => path.endsWith(`node_modules/${name}`))
    return copies.length > 1
      ? [
          `${name} is installed ${copies.length} times: ${copies.join(', ')}. Align the versions that pull them in.`,
        ]
      : []
  })
}

export function unreviewedScripts(lock, allowScripts) {
  return Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .filter(name => !(name in allowScripts))
    .map(name => `${name} has an install script: read it and enter ${name} in allowScripts of package.json.`)
}

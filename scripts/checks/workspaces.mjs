import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, root } from '../lib/project.mjs'

/** The folders of all workspaces, such as `packages/domain`. */
export function workspaces() {
  return readJson('package.json').workspaces.flatMap(pattern => {
    if (!pattern.endsWith('/*')) return [pattern]
    const parent = pattern.slice(0, -2)
    return readdirSync(join(root, parent))
      .map(name => `${parent}/${name}`)
      .filter(folder => existsSync(join(root, folder, 'package.json')))
  })
}

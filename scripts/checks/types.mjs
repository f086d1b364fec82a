import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/project.mjs'
import { capture } from './command.mjs'
import { failure, success } from './scheduler.mjs'
import { workspaces } from './workspaces.mjs'

/** Type-checks every workspace, tests included. */
export async function types() {
  const faults = []
  for (const folder of workspaces()) {
    if (!existsSync(join(root, folder, 'tsconfig.json'))) faults.push(`${folder} has no tsconfig.json.`)
    const { code, output } = await capture('tsc', ['--noEmit', '--pretty', 'false', '-p', folder])
    if (code !== 0) faults.push(output.trimEnd())
  }
  return faults.length === 0 ? success() : failure(faults.join('\n'))
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/project.mjs'
import { capture } from './command.mjs'
import { verdict } from './scheduler.mjs'
import { workspaces } from './workspaces.mjs'

/** All journeys at once: each of them brings the whole api along. */
const journeys = 'tsconfig.journeys.json'

/** Type-checks every workspace, tests included. */
export async function types() {
  // Packages are consumed as source, so one fault shows in every workspace that imports its file.
  const faults = new Set()
  for (const folder of workspaces())
    if (!existsSync(join(root, folder, 'tsconfig.json'))) faults.add(`${folder} has no tsconfig.json.`)
  for (const project of [...workspaces(), journeys]) {
    const { code, output } = await capture('tsc', ['--noEmit', '--pretty', 'false', '-p', project])
    if (code !== 0) for (const fault of output.trimEnd().split(/\n(?!\s)/)) faults.add(fault)
  }
  return verdict([...faults])
}

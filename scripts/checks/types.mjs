import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, root } from '../lib/project.mjs'
import { capture } from './command.mjs'
import { verdict } from './scheduler.mjs'
import { workspaces } from './workspaces.mjs'

/** Workspaces that may use the same globals stand together, so that what they share is checked once. */
const joint = ['tsconfig.rules.json', 'tsconfig.server.json', 'tsconfig.journeys.json']

/** Type-checks every workspace, tests included. */
export async function types() {
  // Packages are consumed as source, so one fault shows in every program that imports its file.
  const faults = new Set()
  for (const folder of workspaces())
    if (!existsSync(join(root, folder, 'tsconfig.json'))) faults.add(`${folder} has no tsconfig.json.`)
  for (const project of programs(workspaces(), joint, readJson)) {
    // Several threads would each find out again what the others know, and other checks run beside this one.
    const { code, output } = await capture('tsc', [
      '--noEmit',
      '--pretty',
      'false',
      '--singleThreaded',
      '-p',
      project,
    ])
    if (code !== 0) for (const fault of output.trimEnd().split(/\n(?!\s)/)) faults.add(fault)
  }
  return verdict([...faults])
}

/** The joint programs, and each workspace whose sources none of them includes. */
export function programs(folders, shared, read) {
  const included = new Set(shared.flatMap(project => read(project).include))
  return [...shared, ...folders.filter(folder => !included.has(`${folder}/src`))]
}

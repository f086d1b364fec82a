// Runs the checks of `npm test`, two cores' worth at a time, and ends with the one line `N passed, N failed`.
import { availableParallelism } from 'node:os'
import { duration } from '../lib/project.mjs'
import { checks } from './checks.mjs'
import { runAll } from './scheduler.mjs'

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !checks.some(check => check.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}. There are: ${checks.map(check => check.name).join(', ')}.`,
  )
  process.exit(2)
}

const started = Date.now()
const chosen = wanted.length > 0 ? withNeeds(wanted) : checks
let passed = 0
let failed = 0
await runAll(chosen, Math.max(2, availableParallelism()), (check, result, took) => {
  passed += result.passed
  failed += result.failed
  const word = result.failed > 0 ? 'FAILED' : 'passed'
  const count = result.passed + result.failed > 1 ? ` (${result.passed} passed, ${result.failed} failed)` : ''
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${check.name} ${word}${count} in ${duration(took)}`)
  if (result.failed > 0) console.log(`\n${result.output.trimEnd()}\n`)
  else if (result.remark) console.log(`\n${result.remark.trimEnd()}\n`)
})

console.log(`All of it took ${duration(Date.now() - started)}.`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function withNeeds(names) {
  const all = new Set(names)
  for (const name of all)
    for (const need of checks.find(check => check.name === name).needs ?? []) all.add(need)
  return checks.filter(check => all.has(check.name))
}

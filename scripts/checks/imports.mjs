// Checks the import rules of .dependency-cruiser.mjs in the working directory and prints each violation with its cure.
import { existsSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import rules from '../../.dependency-cruiser.mjs'

const { forbidden, options } = rules
const folders = ['apps', 'packages', 'bench'].filter(folder => existsSync(folder))
const { output } = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true })

const cures = new Map(forbidden.map(rule => [rule.name, rule.comment]))
for (const { rule, from, to, cycle } of output.summary.violations) {
  const way = cycle ? [from, ...cycle.map(step => step.name)].join(' → ') : `${from} → ${to}`
  console.log(`${rule.name}: ${way}\n  ${cures.get(rule.name)}`)
}
console.log(`${output.summary.totalCruised} files, ${output.summary.violations.length} violations`)
process.exitCode = output.summary.violations.length > 0 || output.summary.totalCruised === 0 ? 1 : 0

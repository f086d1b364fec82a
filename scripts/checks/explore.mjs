import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

// Tries every property with new cases, several times over. A failure prints its seed and its case.
const rounds = Number(process.argv[2] ?? 10)
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('Usage: npm run explore -- <rounds>')
  process.exit(2)
}
const files = globSync('{apps/*,packages/*,bench}/src/**/*.test.{ts,tsx}').filter(file =>
  readFileSync(file, 'utf8').includes("from 'fast-check'"),
)
let failed = 0
for (let round = 1; round <= rounds; round++) {
  console.log(`Round ${round} of ${rounds}: ${files.length} files`)
  const { status } = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--selectProjects=unit',
      '--silent',
      '--reporters=summary',
      '--runTestsByPath',
      ...files,
    ],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test', PROPERTY_SEED: '' } },
  )
  if (status !== 0) failed += 1
}
console.log(failed === 0 ? `No counterexample in ${rounds} rounds.` : `${failed} of ${rounds} rounds failed.`)
process.exit(failed === 0 ? 0 : 1)

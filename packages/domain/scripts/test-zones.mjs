// Reruns every test that touches time under host zones that have tripped scheduling software before. The unit tests as a
// whole run in Asia/Kathmandu: see scripts/checks/checks.mjs.
import { spawnSync } from 'node:child_process'
import process, { env } from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe']
const tests =
  'packages/domain/src/(local-date|wall-time|zone-clock|quarter|cadence|touch-decision|calendar|roundtable-times|roundtables/(event-reminders|cadence-rule|date-proposals|freeze|poll-dates))'

let failed = 0
for (const TZ of zones) {
  process.stdout.write(`\n# TZ=${TZ}\n`)
  const run = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      'unit',
      `--testPathPatterns=${tests}`,
    ],
    { cwd: root, env: { ...env, TZ }, stdio: 'inherit' },
  )
  if (run.status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1

import { buildIfNeeded } from '../lib/build.mjs'
import { chromium } from './chromium.mjs'
import { command } from './command.mjs'
import { jest } from './jest.mjs'
import { failure, success } from './scheduler.mjs'
import { structure } from './structure.mjs'
import { types } from './types.mjs'
import { versions } from './versions.mjs'

const node = process.execPath

/** The same cases of properties on every machine; `npm run explore` looks for new ones. */
const repeatable = { PROPERTY_SEED: '6' }

/** Every check of `npm test`, in the order in which they are begun. `cores` keeps two cores busy and not more. */
export const checks = [
  {
    name: 'build',
    cores: 2,
    run: async () => (buildIfNeeded() ? success() : failure('The web apps could not be built.')),
  },
  { name: 'chromium', run: chromium },
  { name: 'types', run: types },
  { name: 'zones', run: command(node, 'packages/domain/scripts/test-zones.mjs') },
  { name: 'lint', run: command('biome', 'check', '--error-on-warnings', '--max-diagnostics=none', '.') },
  { name: 'imports', run: command(node, 'scripts/checks/imports.mjs') },
  { name: 'dead-code', run: command('knip', '--no-progress') },
  { name: 'versions', run: versions },
  { name: 'structure', run: structure },
  // A zone with a fractional offset that none of the customers live in: code that forgets the zone fails here.
  {
    name: 'unit',
    cores: 2,
    run: jest('unit', { workers: 2, environment: { ...repeatable, TZ: 'Asia/Kathmandu' } }),
  },
  { name: 'api', cores: 2, needs: ['build'], run: jest('api', { workers: 2 }) },
  {
    name: 'browser',
    cores: 2,
    needs: ['build', 'chromium'],
    run: jest('browser', { workers: 2, environment: { ...repeatable, JOURNEY_ATTEMPTS: '2' } }),
  },
]

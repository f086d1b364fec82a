import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from '@jest/globals'
import rules from '../../.dependency-cruiser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** Each: a file, what it imports, the rule it breaks. The files that are imported exist, and so does each library. */
const violations = [
  ['apps/survey-builder/src/a.ts', '../../customer-desk/src/x.ts', 'apps-apart'],
  ['apps/home/src/a.tsx', '../../api/src/server.ts', 'apps-apart'],
  ['packages/ui/src/a.ts', '../../../apps/home/src/x.ts', 'packages-below-apps'],
  ['packages/domain/src/a.ts', '../../../apps/home/src/x.ts', 'packages-below-apps'],
  ['apps/home/src/a.ts', '@sixfold/embedded-mongo/start', 'web-imports-shared-packages'],
  ['packages/ui/src/a.ts', '@sixfold/embedded-mongo/start', 'ui-imports-what-is-below'],
  ['apps/api/src/a.ts', '@sixfold/ui/x', 'api-imports-what-is-below'],
  ['packages/charts/src/a.ts', '@sixfold/ui/x', 'charts-import-what-is-below'],
  ['packages/contract/src/a.ts', '@sixfold/ui/x', 'contract-imports-domain'],
  ['packages/embedded-mongo/src/a.ts', '@sixfold/domain/x', 'embedded-mongo-stands-alone'],
  ['packages/domain/src/a.ts', '@sixfold/contract/x', 'domain-is-pure'],
  ['packages/domain/src/a.ts', 'node:fs', 'domain-is-pure'],
  ['packages/domain/src/a.ts', 'zod', 'domain-is-pure'],
  ['apps/home/src/a.ts', 'mongoose', 'no-server-library-in-the-browser'],
  ['apps/home/src/a.tsx', 'express', 'no-server-library-in-the-browser'],
  ['packages/contract/src/a.ts', 'mongoose', 'no-server-library-in-the-browser'],
  ['apps/api/src/features/waves/waves/service.ts', 'mongoose', 'database-in-stores'],
  ['apps/api/src/http/a.ts', 'mongoose', 'database-in-stores'],
  [
    'apps/api/src/features/customers/timelines/service.ts',
    '../contacts/store.ts',
    'features-meet-in-services',
  ],
  [
    'apps/api/src/features/waves/waves/service.ts',
    '../../customers/contacts/routes.ts',
    'features-meet-in-services',
  ],
  [
    'apps/api/src/features/waves/waves/routes.ts',
    '../../customers/contacts/service.ts',
    'routes-call-their-own-service',
  ],
  ['apps/api/src/http/a.ts', '../features/customers/contacts/store.ts', 'stores-are-private'],
  ['apps/home/src/features/staff/components/a.tsx', '../../setup/queries.ts', 'features-apart'],
  ['apps/home/src/features/staff/queries.ts', '../../pages/start.tsx', 'features-below-pages'],
  ['apps/api/src/a.ts', '@sixfold/testkit/x', 'testkit-in-tests'],
  ['apps/home/src/a.ts', '@sixfold/testkit/x', 'testkit-in-tests'],
  ['packages/domain/src/a.ts', './x.test.ts', 'tests-are-leaves'],
  ['apps/home/src/a.ts', '../../../packages/domain/src/x.ts', 'workspaces-by-name'],
  ['packages/domain/src/a.ts', './a.ts', 'no-cycles'],
  ['packages/domain/src/a.ts', './nowhere.ts', 'resolvable'],
]

const allowed = [
  ['apps/home/src/b.tsx', '@sixfold/ui/x'],
  ['apps/home/src/b.ts', '@sixfold/domain/x'],
  ['packages/ui/src/b.ts', '@sixfold/contract/x'],
  ['packages/ui/src/b.ts', '@sixfold/charts/x'],
  ['apps/api/src/b.ts', '@sixfold/charts/x'],
  ['packages/contract/src/b.ts', '@sixfold/domain/x'],
  ['packages/domain/src/b.ts', 'date-fns'],
  ['packages/domain/src/b.test.ts', '@sixfold/testkit/x'],
  ['apps/home/src/b.journey.ts', '@sixfold/testkit/x'],
  ['apps/api/src/b.api-test.ts', 'mongoose'],
  ['apps/api/src/features/waves/waves/store.ts', 'mongoose'],
  ['apps/api/src/db/b.ts', 'mongoose'],
  ['apps/api/src/features/waves/waves/service.ts', '../../customers/contacts/service.ts'],
  ['apps/api/src/features/customers/timelines/service.ts', '../contacts/service.ts'],
  ['apps/api/src/features/waves/waves/routes.ts', './service.ts'],
  ['apps/api/src/db/b.ts', '@sixfold/embedded-mongo/start'],
  ['apps/home/src/pages/b.tsx', '../features/setup/queries.ts'],
]

const targets = [
  'apps/customer-desk/src/x.ts',
  'apps/home/src/x.ts',
  'apps/home/src/pages/start.tsx',
  'apps/home/src/features/setup/queries.ts',
  'apps/api/src/server.ts',
  'apps/api/src/features/customers/contacts/store.ts',
  'apps/api/src/features/customers/contacts/routes.ts',
  'apps/api/src/features/customers/contacts/service.ts',
  'packages/domain/src/x.test.ts',
  'packages/embedded-mongo/src/start.ts',
  ...['ui', 'charts', 'contract', 'domain', 'testkit'].map(name => `packages/${name}/src/x.ts`),
]

/** A project with these imports; returns what the check says of it. */
function check(imports) {
  const folder = mkdtempSync(join(tmpdir(), 'sixfold-imports-'))
  folders.push(folder)
  const write = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  for (const target of targets) write(target, 'export const x = 1\n')
  for (const name of ['ui', 'charts', 'contract', 'domain', 'testkit', 'embedded-mongo']) {
    write(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@sixfold/${name}`, exports: { './*': './src/*.ts' } }),
    )
    mkdirSync(join(folder, 'node_modules/@sixfold'), { recursive: true })
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@sixfold', name))
  }
  for (const library of ['mongoose', 'express', 'zod', 'date-fns']) {
    write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, main: 'index.js' }))
    write(`node_modules/${library}/index.js`, 'module.exports = {}\n')
  }
  write('package.json', '{}')
  const sources = Map.groupBy(imports, ([from]) => from)
  for (const [from, lines] of sources) write(from, lines.map(([, to]) => `import '${to}'\n`).join(''))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/checks/imports.mjs')], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('each rule reports the import that breaks it, with its cure', () => {
  const { status, said } = check(violations)
  const lines = said.split('\n')
  for (const [from, to, rule] of violations) {
    const file = to.replace(/^@sixfold\/([^/]+)\//, 'packages/$1/src/').replace(/^(\.{1,2}\/)+|^node:/g, '')
    const reported = lines.findIndex(line => line.startsWith(`${rule}: ${from} → `) && line.includes(file))
    expect({ from, to, rule, reported: reported >= 0 }).toEqual({ from, to, rule, reported: true })
    expect(lines[reported + 1]).toContain(rules.forbidden.find(({ name }) => name === rule).comment)
  }
  expect(status).toBe(1)
})

test('every rule is proven above', () => {
  expect([...new Set(violations.map(([, , rule]) => rule))].sort()).toEqual(
    rules.forbidden.map(({ name }) => name).sort(),
  )
})

test('imports in the right direction pass', () => {
  const { status, said } = check(allowed)
  expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining(' 0 violations') })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { foreignFiles, impurities } from './structure.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sixfold-structure-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a feature may hold its own file names, tests and mails, and nothing else', () => {
  mkdirSync(join(folder, 'waves/invitations/mails'), { recursive: true })
  mkdirSync(join(folder, 'waves/invitations/helpers'))
  for (const file of [
    'routes.ts',
    'service.ts',
    'store.ts',
    'service.api-test.ts',
    'mails/invitation.tsx',
    'utils.ts',
  ])
    writeFileSync(join(folder, 'waves/invitations', file), '')
  writeFileSync(join(folder, 'waves/plan.ts'), '')
  expect(
    foreignFiles(folder)
      .map(fault => fault.split(':')[0])
      .sort(),
  ).toEqual([
    'apps/api/src/features/waves/invitations/helpers',
    'apps/api/src/features/waves/invitations/utils.ts',
    'apps/api/src/features/waves/plan.ts',
  ])
})

test('a domain that looks at the clock or rolls a die is reported, comments and tests are not', () => {
  writeFileSync(
    join(folder, 'a.ts'),
    "export const f = () => new Date()\n// new Date() is the caller's\nexport const g = (d: Date) => new Date(d)\n",
  )
  writeFileSync(join(folder, 'b.ts'), '\nexport const h = () => Math.random()\n')
  writeFileSync(join(folder, 'c.test.ts'), 'new Date()\n')
  expect(impurities(folder)).toEqual([
    'packages/domain/src/a.ts:1 reads the clock: let the caller pass it in.',
    'packages/domain/src/b.ts:2 draws a random number: let the caller pass it in.',
  ])
})

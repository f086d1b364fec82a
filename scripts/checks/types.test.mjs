import { expect, test } from '@jest/globals'
import { programs } from './types.mjs'

test('a workspace is checked with others that include its sources, and else by itself', () => {
  const shared = { 'tsconfig.server.json': { include: ['apps/api/src', 'packages/store/src'] } }
  expect(
    programs(['apps/api', 'apps/home', 'packages/store'], Object.keys(shared), name => shared[name]),
  ).toEqual(['tsconfig.server.json', 'apps/home'])
})

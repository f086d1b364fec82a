import { expect, test } from '@jest/globals'
import { missingPlatforms, platformOf } from '../lib/lock-file.mjs'
import { differingVersions, outOfStep, secondCopies, unreviewedScripts } from './versions.mjs'

test('two versions of one dependency, and a range, are reported with their places', () => {
  const manifests = [
    { path: 'a/package.json', manifest: { dependencies: { zod: '4.6.7', react: '^19.0.0' } } },
    { path: 'b/package.json', manifest: { devDependencies: { zod: '4.6.8' } } },
  ]
  expect(differingVersions(manifests)).toEqual([
    'zod has several versions: 4.6.7 in a/package.json; 4.6.8 in b/package.json. Choose one.',
    'react is not pinned to an exact version: ^19.0.0 in a/package.json.',
  ])
})

test('a lock file that does not know a dependency, or knows one too many, is reported', () => {
  const packages = {
    '': {},
    'apps/a': { dependencies: { zod: '4.6.7' }, devDependencies: { vite: '8.3.8' } },
    'apps/b': {},
  }
  const a = { dependencies: { vite: '8.3.8', zod: '4.6.7' } }
  const b = { dependencies: { react: '19.3.1' } }
  expect(
    outOfStep({ packages }, [
      { folder: '', path: 'package.json', manifest: {} },
      { folder: 'apps/a', path: 'apps/a/package.json', manifest: a },
      { folder: 'apps/b', path: 'apps/b/package.json', manifest: b },
    ]),
  ).toEqual(['package-lock.json is out of step with apps/b/package.json: run npm install.'])
})

test('a second copy of bson is reported', () => {
  const packages = {
    'node_modules/bson': {},
    'node_modules/mongodb/node_modules/bson': {},
    'node_modules/js-bson': {},
  }
  expect(secondCopies({ packages })).toEqual([expect.stringContaining('bson is installed 2 times')])
})

test('an install script nobody read is reported', () => {
  const packages = {
    'node_modules/lmdb': { hasInstallScript: true },
    'node_modules/@a/b': { hasInstallScript: true },
  }
  expect(unreviewedScripts({ packages }, { lmdb: false })).toEqual([
    expect.stringContaining('@a/b has an install script'),
  ])
})

test('the binaries of other systems that the lock file lacks are found, with the entry they need', () => {
  const packages = {
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { '@tool/linux-x64-gnu': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
    },
    'node_modules/@tool/linux-x64-gnu': { version: '1.0.0' },
  }
  expect(missingPlatforms({ packages })).toEqual([
    {
      path: 'node_modules/@tool/darwin-arm64',
      entry: { version: '1.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
    },
  ])
})

test('a system is read off the name of its package', () => {
  expect(platformOf('@swc/core-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'] })
  expect(platformOf('@oxc-parser/binding-linux-riscv64-musl')).toEqual({
    os: ['linux'],
    cpu: ['riscv64'],
    libc: ['musl'],
  })
  expect(platformOf('@turbo/windows-64')).toEqual({ os: ['win32'], cpu: ['x64'] })
  expect(platformOf('left-pad')).toBeUndefined()
})

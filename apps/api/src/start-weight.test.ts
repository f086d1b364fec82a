import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'

/** What a module imports as soon as it is loaded, types left aside. */
function staticImports(file: string): string[] {
  const source = readFileSync(file, 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  return [...source.matchAll(/^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].map(
    ([, name = '']) => name,
  )
}

/** The packages that the api loads before it listens, followed through our own sources. */
function loadedAtStart(): Set<string> {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const open = [join(import.meta.dirname, 'main.ts')]
  for (let file = open.pop(); file; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const name of staticImports(file)) {
      if (name.startsWith('.')) open.push(join(dirname(file), name))
      else if (name.startsWith('@sixfold/')) open.push(createRequire(file).resolve(name))
      else packages.add(name)
    }
  }
  expect(seen.size).toBeGreaterThan(100)
  return packages
}

test('what few processes need is not loaded at start: each of these costs memory and time in all of them', () => {
  const packages = loadedAtStart()
  expect(packages).toContain('express')
  const heavy = [
    '@orpc/openapi',
    '@react-email/components',
    '@react-email/render',
    'date-fns',
    'date-holidays',
    'lmdb',
    'nodemailer',
    'react',
    'react-dom/server',
    'redis',
    'swagger-ui-dist',
  ]
  expect(heavy.filter(name => packages.has(name))).toEqual([])
})

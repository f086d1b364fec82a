import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../lib/project.mjs'

const { services } = parse(readFileSync(join(root, 'deploy/compose.yaml'), 'utf8'), { merge: true })

test('R12: of all services only the proxy is reached from outside, on the port of the web', () => {
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map(port => [name, port]),
  )
  // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in.
  expect(published).toEqual([['proxy', '${WEB_PORT:-8080}:8080']])
})

test('R12: the database and Redis are in no network with the proxy, and in none of the host', () => {
  const networksOf = name => [services[name]?.networks ?? []].flat()
  const outside = networksOf('proxy')
  const inner = Object.keys(services).filter(name => /mongo|redis|database/.test(name))
  expect(inner.length).toBeGreaterThan(1)
  for (const name of inner) {
    expect(networksOf(name).length).toBeGreaterThan(0)
    expect(networksOf(name).filter(network => outside.includes(network))).toEqual([])
    expect(services[name].network_mode).toBeUndefined()
  }
})

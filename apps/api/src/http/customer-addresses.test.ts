import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { AnyProcedure } from '@orpc/server'
import type { Router } from 'express'
import type { Context } from '../context.ts'
import { features, routerFor } from '../features/features.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../../..', path), 'utf8')

/** Addresses of pages are known without a context; only their answers need one. */
const ctx = { config: { publicUrl: 'https://listen.example' } } as Context

interface Layer {
  route?: { path: string | string[] }
  handle?: { stack?: Layer[] }
}
const addressesIn = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ route, handle }) => [
    ...(route ? [route.path].flat() : []),
    ...addressesIn(handle?.stack ?? []),
  ])

const pages = features.flatMap(feature =>
  feature.pages ? addressesIn((feature.pages(ctx) as Router).stack as unknown as Layer[]) : [],
)
const calls = Object.values(routerFor(new Set(['portal'])) as Record<string, Record<string, AnyProcedure>>)
  .flatMap(procedures => Object.values(procedures))
  .map(procedure => `/api${(procedure['~orpc'] as { route: { path: string } }).route.path}`)

/** As somebody asks for it: `/r/:token` becomes `/r/x`, `/guests/{token}` `/guests/x`. */
const asked = (path: string) => path.replace(/:\w+|\{\w+\}/g, 'x')

test('the proxy of deploy/ brings all that customers open to the processes that serve it', () => {
  const [, list = ''] = /@portal path (.+)/.exec(read('deploy/Caddyfile')) ?? []
  const goesToPortal = (path: string) =>
    list.split(' ').some(one => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one))
  expect(pages).toContain('/b/:wave')
  expect(pages).toContain('/accessibility')
  expect(calls).toContain('/api/respond/{token}')
  expect([...pages, ...calls].map(asked).filter(path => !goesToPortal(path))).toEqual([])
})

test('while one develops, pages that the API renders come from it', () => {
  const [, pattern = ''] = /const apiPaths =\s*\/(.+)\/\n/.exec(read('scripts/dev-server.mjs')) ?? []
  const comesFromApi = new RegExp(pattern)
  expect(comesFromApi.test('/builder/')).toBe(false)
  expect(pages.map(asked).filter(path => !comesFromApi.test(path))).toEqual([])
})

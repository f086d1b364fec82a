import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { failure, runAll, success } from './scheduler.mjs'

/** Runs the checks and returns their outcomes by name, and the most cores that were in use at once. */
async function outcomes(checks, cores = 2) {
  let used = 0
  let most = 0
  const results = {}
  const watched = checks.map(check => ({
    ...check,
    run: async () => {
      used += check.cores ?? 1
      most = Math.max(most, used)
      await wait(5)
      used -= check.cores ?? 1
      return check.run()
    },
  }))
  await runAll(watched, cores, (check, result) => {
    results[check.name] = result.failed === 0
  })
  return { results, most }
}

test('checks share the cores, and none is forgotten', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const { results, most } = await outcomes(
    names.map((name, index) => ({ name, cores: 1 + (index % 2), run: () => success() })),
  )
  expect(results).toEqual({ a: true, b: true, c: true, d: true, e: true })
  expect(most).toBe(2)
})

test('a check that needs a failed one fails without running', async () => {
  let ran = false
  const { results } = await outcomes([
    {
      name: 'browser',
      needs: ['build'],
      run: () => {
        ran = true
        return success()
      },
    },
    { name: 'build', run: () => failure('no') },
  ])
  expect(results).toEqual({ build: false, browser: false })
  expect(ran).toBe(false)
})

test('a check that throws is a failure', async () => {
  const { results } = await outcomes([
    {
      name: 'a',
      run: () => {
        throw new Error('broken')
      },
    },
  ])
  expect(results).toEqual({ a: false })
})

test('a check that wants more cores than there are runs alone', async () => {
  const { results } = await outcomes([
    { name: 'a', cores: 8, run: () => success() },
    { name: 'b', run: () => success() },
  ])
  expect(results).toEqual({ a: true, b: true })
})

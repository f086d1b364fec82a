import { expect, test } from '@jest/globals'
import { politeness } from './give-way.ts'

/** Keeps the process busy. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

async function timeOf(part: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await part()
  return performance.now() - began
}

test('a pause is about as long as the work before it, and none after a moment of work', async () => {
  const giveWay = politeness()
  work(40)
  // Timers may fire a millisecond early.
  expect(await timeOf(giveWay)).toBeGreaterThanOrEqual(38)
  let others = 0
  setImmediate(() => {
    others += 1
  })
  await giveWay()
  expect(others).toBe(1)
})

import { describe, expect, test } from '@jest/globals'
import type { Context } from '../context.ts'
import { remember } from './remember.ts'

const ctx = { db: {} } as Context
const keyOf = (key: string) => key

/** Reads what `answer` says, and keeps which keys it was asked for. */
function reading<Value>(answer: (key: string) => Promise<Value>) {
  const asked: string[] = []
  const read = (_ctx: Context, key: string) => {
    asked.push(key)
    return answer(key)
  }
  return { asked, read }
}

describe('remember', () => {
  test('reads once for all who ask, in each database by itself', async () => {
    const { asked, read } = reading(async key => ({ key }))
    const known = remember({ most: 10, keyOf }, read)
    const [first, second] = await Promise.all([known(ctx, 'a'), known(ctx, 'a')])
    expect(await known(ctx, 'a')).toBe(first)
    expect(second).toBe(first)
    expect(await known({ db: {} } as Context, 'a')).not.toBe(first)
    expect(asked).toEqual(['a', 'a'])
  })

  test('reads again after its time', async () => {
    const { asked, read } = reading(async key => key)
    const known = remember({ forMs: 0, most: 10, keyOf }, read)
    await known(ctx, 'a')
    await known(ctx, 'a')
    expect(asked).toEqual(['a', 'a'])
  })

  test('keeps neither null nor a failure', async () => {
    const answers = [null, 'there']
    const { read } = reading(async () => {
      const answer = answers.shift()
      if (answer === undefined) throw new Error('away')
      return answer
    })
    const known = remember({ most: 10, keyOf }, read)
    expect(await known(ctx, 'a')).toBeNull()
    expect(await known(ctx, 'a')).toBe('there')
    known.forget(ctx, 'a')
    await expect(known(ctx, 'a')).rejects.toThrow('away')
    answers.push('back')
    expect(await known(ctx, 'a')).toBe('back')
  })

  test('a read that began before something was forgotten is not kept', async () => {
    const waiting: ((value: string) => void)[] = []
    const { read } = reading(() => new Promise<string>(resolve => waiting.push(resolve)))
    const known = remember({ most: 10, keyOf }, read)
    const before = known(ctx, 'a')
    known.forget(ctx, 'a')
    const after = known(ctx, 'a')
    waiting[1]?.('new')
    waiting[0]?.('old')
    expect([await before, await after, await known(ctx, 'a')]).toEqual(['old', 'new', 'new'])
  })

  test('has room for so many; what was not asked for longest goes', async () => {
    const { asked, read } = reading(async key => key)
    const known = remember({ most: 2, keyOf }, read)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await known(ctx, key)
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })
})

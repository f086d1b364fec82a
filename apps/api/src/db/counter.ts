import type { Context } from '../context.ts'
import { defineCollection, isDuplicateKey } from './collection.ts'

interface CounterRow {
  _id: string
  last: number
}

/** Declares numbers in a row, one row for each key: none is given twice, and one may stay unused. */
export function defineCounter(name: string): (ctx: Context, key: string) => Promise<number> {
  const counters = defineCollection<CounterRow>(name, { _id: String, last: Number })
  return async (ctx, key) => {
    const count = () =>
      counters(ctx)
        .findOneAndUpdate({ _id: key }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
        .lean<CounterRow>()
        .orFail()
    try {
      return (await count()).last
    } catch (error) {
      // Two began the row in one moment: the second counts on.
      if (!isDuplicateKey(error)) throw error
      return (await count()).last
    }
  }
}

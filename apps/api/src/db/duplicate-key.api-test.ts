import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { isDuplicateKey } from './collection.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const first = { insertOne: { document: { _id: 'first', n: 'a word' } } }
const inWords = { updateOne: { filter: { _id: 'first' }, update: { $inc: { n: 1 } } } }

async function faultOf(writes: object[]): Promise<unknown> {
  const collection = api.ctx.db.connection.collection<{ _id: string }>('duplicateKeys')
  try {
    await collection.bulkWrite(writes as Parameters<typeof collection.bulkWrite>[0], { ordered: false })
  } catch (error) {
    return error
  }
  return null
}

describe('isDuplicateKey', () => {
  test('tells of many writes only when nothing else went wrong', async () => {
    expect(isDuplicateKey(await faultOf([first]))).toBe(false)
    expect(isDuplicateKey(await faultOf([first, first]))).toBe(true)
    expect(isDuplicateKey(await faultOf([first, inWords]))).toBe(false)
    expect(isDuplicateKey(await faultOf([inWords]))).toBe(false)
  })

  test('tells of one write', async () => {
    const collection = api.ctx.db.connection.collection<{ _id: string }>('duplicateKeys')
    const again = await collection.insertOne({ _id: 'first' }).catch((error: unknown) => error)
    expect(isDuplicateKey(again)).toBe(true)
    expect(isDuplicateKey(new Error('E11000 in words alone'))).toBe(false)
  })
})

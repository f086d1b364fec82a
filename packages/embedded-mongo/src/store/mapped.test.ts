import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { temporaryDirectory } from '../test-store.ts'
import { decode, encode } from '../values/decode.ts'
import { mappedBytes } from './mapped.ts'
import { Store } from './store.ts'
import { unpaused, Work } from './work.ts'

const DOCUMENTS = 6000
const text = 'x'.repeat(4000)

let store: Store
let remove: () => void

beforeEach(async () => {
  const made = temporaryDirectory()
  remove = made.remove
  store = await Store.open(made.directory)
  await store.write(({ catalogue, documents }) => {
    const collection = catalogue.create('test.things')
    for (let _id = 0; _id < DOCUMENTS; _id++) {
      const doc = { _id, text }
      documents.insert(collection, encode(doc), doc)
    }
  })
})
afterEach(async () => {
  await store.close()
  remove()
})

const read = () => unpaused(store.find(store.catalogue.get('test.things'), { filter: {} }, new Work()))

it('goes on with a read and with writing after the store was opened anew', async () => {
  const reading = read()
  const seen = [decode(reading.next().value?.raw ?? Buffer.alloc(0))._id]
  store.environment.reopen()
  await store.write(({ catalogue, documents }) => {
    const doc = { _id: DOCUMENTS, text }
    documents.insert(catalogue.create('test.things'), encode(doc), doc)
  })
  for (const { raw } of reading) seen.push(decode(raw)._id)
  expect(seen).toEqual(Array.from({ length: DOCUMENTS + 1 }, (_, id) => id))
})

it('lets go of the pages it has read when it opens the store anew', () => {
  const before = mappedBytes()
  // Only Linux tells.
  if (before === undefined) return
  expect([...read()]).toHaveLength(DOCUMENTS)
  const full = mappedBytes() ?? 0
  expect(full - before).toBeGreaterThan(15e6)
  store.environment.reopen()
  expect(full - (mappedBytes() ?? 0)).toBeGreaterThan(15e6)
})

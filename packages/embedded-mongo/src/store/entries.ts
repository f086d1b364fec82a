import { KeyWriter } from '../values/key-encoding.ts'
import { keyTuples } from '../values/key-tuples.ts'
import type { Doc } from '../values/types.ts'
import type { Index, IndexField } from './catalogue.ts'

/** Longer keys are cut: LMDB takes at most 1,978 bytes, and the document's own key follows. */
export const MAX_KEY_BYTES = 900

export type Entries = { keys: Buffer[]; multikey: boolean[]; lossy: boolean }

const NONE: Entries = { keys: [], multikey: [], lossy: false }

/** The keys (without the document's own) an index holds for a document. */
export function entriesOf(index: Index, doc: Doc): Entries {
  if (index.partial && !index.partial(doc)) return NONE
  const { tuples, multikey, present } = keyTuples(
    doc,
    index.fields.map(({ parts }) => parts),
  )
  if (index.sparse && !present) return NONE
  const keys = new Map<string, Buffer>()
  let lossy = false
  for (const tuple of tuples) {
    const { key, exact } = encodeTuple(index.fields, tuple)
    lossy ||= !exact
    keys.set(key.toString('latin1'), key)
  }
  return { keys: [...keys.values()], multikey, lossy }
}

export function encodeTuple(
  fields: readonly IndexField[],
  tuple: readonly unknown[],
): { key: Buffer; exact: boolean } {
  const writer = new KeyWriter()
  tuple.forEach((value, i) => {
    writer.field(value, fields[i]?.descending ?? false)
  })
  const key = writer.finish()
  return { key: key.subarray(0, MAX_KEY_BYTES), exact: writer.exact && key.length <= MAX_KEY_BYTES }
}

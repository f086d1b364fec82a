import type { MinutesBlock, MinutesEdit } from './blocks.ts'
import { MINUTES_LIMITS } from './blocks.ts'
import { mergeText } from './merge-text.ts'

/**
 * Minutes after changes that were made on an earlier state of them. Nothing that somebody wrote is lost: where two wrote the
 * same words anew, or more between them than one block holds, both stand, one below the other; a block that was removed while somebody wrote in it comes back, and one
 * that was written in is not removed.
 *
 * @example applyEdits([a], [{ op: 'write', id: 'a', before: 'Old', text: 'New' }])[0].text // 'New'
 */
export function applyEdits(
  blocks: readonly MinutesBlock[],
  edits: readonly MinutesEdit[],
): readonly MinutesBlock[] {
  return edits.reduce<readonly MinutesBlock[]>(applyEdit, blocks)
}

function applyEdit(blocks: readonly MinutesBlock[], edit: MinutesEdit): readonly MinutesBlock[] {
  if (edit.op === 'insert') {
    const known = blocks.some(({ id }) => id === edit.block.id)
    return known ? blocks : placed(blocks, edit.block, edit.after)
  }
  const block = blocks.find(({ id }) => id === edit.id)
  if (edit.op === 'write') return written(blocks, block, edit)
  if (!block) return blocks
  if (edit.op === 'turn')
    return blocks.map(one => (one === block ? { ...one, kind: edit.kind, refId: edit.refId } : one))
  if (edit.op === 'remove') return block.text === edit.before ? blocks.filter(one => one !== block) : blocks
  if (edit.after === edit.id) return blocks
  return placed(
    blocks.filter(one => one !== block),
    block,
    edit.after,
  )
}

function written(
  blocks: readonly MinutesBlock[],
  block: MinutesBlock | undefined,
  { id, before, text }: Extract<MinutesEdit, { op: 'write' }>,
): readonly MinutesBlock[] {
  if (!block) return text === '' ? blocks : [...blocks, { id, kind: 'note', text, refId: null }]
  const merged = mergeText(before, block.text, text)
  if (merged !== null && merged.length <= MINUTES_LIMITS.text)
    return blocks.map(one => (one === block ? { ...one, text: merged } : one))
  // What is empty says nothing against what stands.
  if (text === '' || standsBelow(blocks, id, text)) return blocks
  if (block.text === '') return blocks.map(one => (one === block ? { ...one, text } : one))
  return placed(blocks, { id: freeId(blocks, id), kind: block.kind, text, refId: null }, id)
}

/** The same words were put beside it before. */
const standsBelow = (blocks: readonly MinutesBlock[], id: string, text: string) =>
  blocks.some(one => one.id.startsWith(besides(id)) && one.text === text)

function freeId(blocks: readonly MinutesBlock[], id: string): string {
  const taken = new Set(blocks.map(one => one.id))
  let n = 1
  while (taken.has(besides(id) + n)) n += 1
  return besides(id) + n
}

/** How the id begins of what was put beside a block; cut, so that it stays an id however often that happens. */
const besides = (id: string) => `${id.slice(0, 70)}~`

/** Behind a block that is gone meanwhile is the end. */
function placed(blocks: readonly MinutesBlock[], block: MinutesBlock, after: string | null): MinutesBlock[] {
  if (after === null) return [block, ...blocks]
  const at = blocks.findIndex(({ id }) => id === after)
  return at === -1 ? [...blocks, block] : [...blocks.slice(0, at + 1), block, ...blocks.slice(at + 1)]
}

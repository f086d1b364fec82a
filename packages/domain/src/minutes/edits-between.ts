import { applyEdits } from './apply-edits.ts'
import type { MinutesBlock, MinutesEdit } from './blocks.ts'

/**
 * The changes that make one state of minutes from another, block by block.
 *
 * @example editsBetween([a], [{ ...a, text: 'New' }]) // [{ op: 'write', id: 'a', before: 'Old', text: 'New' }]
 */
export function editsBetween(before: readonly MinutesBlock[], after: readonly MinutesBlock[]): MinutesEdit[] {
  const [old, now] = [byId(before), byId(after)]
  const edits: MinutesEdit[] = before
    .filter(({ id }) => !now.has(id))
    .map(({ id, text }) => ({ op: 'remove', id, before: text }))
  let at: readonly MinutesBlock[] = applyEdits(before, edits)
  let previous: string | null = null
  for (const block of after) {
    const { id, kind, text, refId } = block
    const known = old.get(id)
    const place: string | null = previous
    const step: MinutesEdit[] = []
    if (!known) step.push({ op: 'insert', block, after: place })
    else if (isElsewhere(at, id, place)) step.push({ op: 'move', id, after: place })
    if (known && known.text !== text) step.push({ op: 'write', id, before: known.text, text })
    if (known && (known.kind !== kind || known.refId !== refId)) step.push({ op: 'turn', id, kind, refId })
    at = applyEdits(at, step)
    edits.push(...step)
    previous = id
  }
  return edits
}

const byId = (blocks: readonly MinutesBlock[]) => new Map(blocks.map(block => [block.id, block]))

function isElsewhere(blocks: readonly MinutesBlock[], id: string, after: string | null): boolean {
  const at = blocks.findIndex(block => block.id === id)
  return (blocks[at - 1]?.id ?? null) !== after
}

/** What became of a block between two states. */
export interface BlockDifference {
  id: string
  change: 'same' | 'added' | 'removed' | 'changed'
  before: MinutesBlock | null
  after: MinutesBlock | null
}

/**
 * Two states side by side, in the order of the later one; what was removed stands where it stood.
 *
 * @example compareMinutes([a], [a, b]).map(({ change }) => change) // ['same', 'added']
 */
export function compareMinutes(
  before: readonly MinutesBlock[],
  after: readonly MinutesBlock[],
): BlockDifference[] {
  const [old, now] = [byId(before), byId(after)]
  const removedAfter = Map.groupBy(
    before.filter(({ id }) => !now.has(id)),
    ({ id }) => lastKept(before, id, now),
  )
  const removed = (place: string | null): BlockDifference[] =>
    (removedAfter.get(place) ?? []).map(block => ({
      id: block.id,
      change: 'removed',
      before: block,
      after: null,
    }))
  return [
    ...removed(null),
    ...after.flatMap(block => [
      {
        id: block.id,
        change: changeOf(old.get(block.id), block),
        before: old.get(block.id) ?? null,
        after: block,
      },
      ...removed(block.id),
    ]),
  ]
}

function changeOf(before: MinutesBlock | undefined, after: MinutesBlock): BlockDifference['change'] {
  if (!before) return 'added'
  return before.text === after.text && before.kind === after.kind ? 'same' : 'changed'
}

function lastKept(
  blocks: readonly MinutesBlock[],
  id: string,
  kept: ReadonlyMap<string, MinutesBlock>,
): string | null {
  const at = blocks.findIndex(block => block.id === id)
  return blocks.slice(0, at).findLast(block => kept.has(block.id))?.id ?? null
}

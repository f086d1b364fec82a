import type { BlockKind, MinutesBlock } from '@sixfold/domain/minutes/blocks'

export function newBlock(kind: BlockKind = 'note'): MinutesBlock {
  return { id: crypto.randomUUID(), kind, text: '', refId: null }
}

export function withBlockAfter(
  blocks: readonly MinutesBlock[],
  at: number,
  block: MinutesBlock,
): MinutesBlock[] {
  return [...blocks.slice(0, at + 1), block, ...blocks.slice(at + 1)]
}

export function withBlock(
  blocks: readonly MinutesBlock[],
  id: string,
  change: Partial<Omit<MinutesBlock, 'id'>>,
): MinutesBlock[] {
  return blocks.map(block => (block.id === id ? { ...block, ...change } : block))
}

/** @example withMoved([a, b], 1, -1) // [b, a] */
export function withMoved(blocks: readonly MinutesBlock[], at: number, by: -1 | 1): MinutesBlock[] {
  const to = at + by
  const block = blocks[at]
  if (!block || to < 0 || to >= blocks.length) return [...blocks]
  const rest = blocks.filter((_, place) => place !== at)
  return withBlockAfter(rest, to - 1, block)
}

/** What a piece of minutes is; `requirement` and `action` stand for a record that was made of it. */
export const BLOCK_KINDS = ['heading', 'note', 'decision', 'requirement', 'action'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** One piece of minutes: what two people who write at once are kept apart by. */
export interface MinutesBlock {
  id: string
  kind: BlockKind
  text: string
  /** The requirement or the task that was made of it; null: none. */
  refId: string | null
}

/**
 * What one writer may make of the minutes that they see. Several at once may together come to more blocks than that, up to
 * `merged`: nobody is refused for what others wrote.
 */
export const MINUTES_LIMITS = { blocks: 500, merged: 2000, text: 5000 } as const

/**
 * One change of minutes, as its writer saw them: `before` is the text that stood there then. `after`: the block that it
 * follows; null: it comes first.
 */
export type MinutesEdit =
  | { op: 'insert'; block: MinutesBlock; after: string | null }
  | { op: 'write'; id: string; before: string; text: string }
  | { op: 'turn'; id: string; kind: BlockKind; refId: string | null }
  | { op: 'move'; id: string; after: string | null }
  | { op: 'remove'; id: string; before: string }

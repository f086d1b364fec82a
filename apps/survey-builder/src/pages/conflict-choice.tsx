import { ConflictDialog } from '../features/editor/components/conflict-dialog.tsx'
import type { DraftSession } from '../features/editor/use-draft.ts'
import { useSides } from './use-sides.ts'

/** Asks for a choice where two people changed the same things. */
export function ConflictChoice({ session }: { session: Pick<DraftSession, 'draft' | 'choose'> }) {
  const { conflict, definition } = session.draft
  const sides = useSides(conflict ? { before: conflict.theirs.definition, after: definition } : undefined)
  if (!conflict || !sides) return null
  return (
    <ConflictDialog
      conflict={conflict}
      sides={{ theirs: sides.before, mine: sides.after }}
      onChoose={session.choose}
    />
  )
}

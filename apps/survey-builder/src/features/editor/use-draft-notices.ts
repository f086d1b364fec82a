import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { togetherWords } from '../../words/together.ts'
import type { SessionListeners } from './draft-session.ts'
import { useKeepDraft } from './queries.ts'

/** Says in a word what became of a draft by somebody else's hand. */
export function useDraftNotices(): SessionListeners {
  const say = useSay(togetherWords)
  return {
    onSaved: useKeepDraft(),
    onMerged: theirs => toast.attention(say('merged', { name: theirs.updatedBy })),
    onReturned: (n, toChoose) => toast.attention(say(toChoose ? 'returnedToChoose' : 'returned', { n })),
    onRefused: ({ lostTo }) =>
      toast.attention(lostTo === null ? say('undoGone') : say('undoLost', { name: lostTo })),
  }
}

import { useDeferredValue, useLayoutEffect, useRef } from 'react'
import type { Draft } from './draft.ts'
import type { Editor } from './editor-context.ts'

/**
 * What the screen is drawn from. A typed letter stands in its field by itself, so everything else may come a moment later and waits
 * for the next letter; what is switched or chosen shows at once. It never goes back: whoever begins to type before the last
 * change has settled goes on in what is on the screen.
 */
export function useShownEditor(editor: Editor): Editor {
  const count = useRef(0)
  count.current += 1
  const now = { editor, at: count.current }
  const settled = useDeferredValue(now)
  const before = useRef(now)
  const later = settled.at > before.current.at ? settled : before.current
  const shown = isTyping(editor.session.draft) ? later : now
  useLayoutEffect(() => {
    before.current = shown
  })
  return shown.editor
}

/** The latest change is a text, and a text has the keyboard: a switch may write texts, too, and has to show at once. */
function isTyping({ pending }: Draft): boolean {
  const latest = pending.at(-1)
  return latest !== undefined && 'language' in latest && document.activeElement?.tagName === 'TEXTAREA'
}

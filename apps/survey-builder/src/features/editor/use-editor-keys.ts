import type { RefObject } from 'react'
import { useEffect } from 'react'
import type { EditorActions } from './editor-context.ts'

/** Undo, redo, moving and adding, from wherever the keyboard is in the editor, or when it is nowhere yet. Not in dialogs. */
export function useEditorKeys(
  place: RefObject<HTMLElement | null>,
  { now, step, openPalette }: EditorActions,
): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const inside = event.target === document.body || place.current?.contains(event.target as Node)
      if (!inside || event.defaultPrevented || document.querySelector('[aria-modal="true"]')) return
      const key = event.key.toLowerCase()
      const command = event.ctrlKey || event.metaKey
      if (command && !event.altKey && (key === 'z' || key === 'y')) {
        event.preventDefault()
        const { session } = now()
        if (key === 'y' || event.shiftKey) session.redo()
        else session.undo()
      }
      if (event.altKey && !command && (key === 'arrowup' || key === 'arrowdown')) {
        event.preventDefault()
        step(key === 'arrowup' ? -1 : 1)
      }
      // By its place on the keyboard: with Alt some keyboards write another letter there.
      if (event.altKey && !command && !event.shiftKey && event.code === 'KeyN') {
        event.preventDefault()
        openPalette()
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [place, now, step, openPalette])
}

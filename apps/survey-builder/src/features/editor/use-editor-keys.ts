import type { KeyboardEvent } from 'react'
import type { EditorActions } from './editor-context.ts'

/** Undo, redo, moving and adding, from wherever the keyboard is in the editor. */
export function useEditorKeys({ now, step, openPalette }: EditorActions) {
  return (event: KeyboardEvent) => {
    // React passes on what happens in dialogs opened from here.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
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
}

import { useCallback, useLayoutEffect, useState } from 'react'

/** A field that is to have the keyboard, until it has it. */
type WantedField = { id: string } | null

/** Asks for the keyboard in a field by its id; {@link useFocusWhenDrawn} gives it. */
export function useFieldFocus() {
  const [wanted, setWanted] = useState<WantedField>(null)
  return {
    focus: useCallback((id: string) => setWanted({ id }), []),
    wanted,
    done: useCallback(() => setWanted(null), []),
  }
}

/**
 * Focuses the field that is wanted as soon as it is drawn: the element itself, or the first text or button in it. `drawn`: the screen
 * shows the draft as it is now; before that the element may be the one that is about to go.
 */
export function useFocusWhenDrawn({ wanted, done }: ReturnType<typeof useFieldFocus>, drawn: boolean): void {
  useLayoutEffect(() => {
    if (!wanted || !drawn) return
    const place = document.getElementById(wanted.id)
    const field = place?.matches('input, textarea, button, select')
      ? place
      : (place?.querySelector('textarea') ?? place?.querySelector('input, button'))
    if (!(field instanceof HTMLElement)) return
    field.focus()
    field.scrollIntoView({ block: 'nearest' })
    done()
  })
}

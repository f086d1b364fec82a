import { useCallback, useEffect, useState } from 'react'

/** Focuses a field by its id as soon as it is drawn: the element itself, or the first text or button in it. */
export function useFieldFocus(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (!wanted) return
    const place = document.getElementById(wanted.id)
    const field = place?.matches('input, textarea, button, select')
      ? place
      : (place?.querySelector('textarea') ?? place?.querySelector('input, button'))
    if (!(field instanceof HTMLElement)) return
    field.focus()
    field.scrollIntoView({ block: 'nearest' })
    setWanted(null)
  })
  return useCallback(id => setWanted({ id }), [])
}

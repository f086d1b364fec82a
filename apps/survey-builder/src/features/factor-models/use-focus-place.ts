import { useEffect, useState } from 'react'

/** Focuses a field by its id, as soon as it is drawn. */
export function useFocusPlace(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string } | null>(null)
  useEffect(() => {
    const field = wanted && document.getElementById(wanted.id)
    if (!field) return
    field.focus()
    field.scrollIntoView({ block: 'center' })
    setWanted(null)
  })
  return id => setWanted({ id })
}

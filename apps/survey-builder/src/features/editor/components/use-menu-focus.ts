import { useState } from 'react'

/** A menu gives the keyboard back to its button, save after an item that sends it somewhere else. */
export function useMenuFocus() {
  const [leaving, setLeaving] = useState(false)
  return {
    menu: { returnFocus: !leaving, onOpen: () => setLeaving(false) },
    /** Does something after which the keyboard goes on elsewhere. */
    leave: (act: () => void) => () => {
      setLeaving(true)
      act()
    },
  }
}

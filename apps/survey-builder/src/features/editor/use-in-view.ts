import { useLayoutEffect, useRef } from 'react'

/** Pixels that stay free around what was brought into view. */
const AROUND = 24

/**
 * Brings a place of the canvas into view when it is selected from elsewhere: the outline, the review, an address. Whoever works in it
 * already sees it, and nothing may move below the pointer.
 */
export function useInView<Place extends HTMLElement>(selected: boolean) {
  const ref = useRef<Place>(null)
  useLayoutEffect(() => {
    const place = ref.current
    const canvas = place?.closest('[data-column="canvas"]')
    if (!selected || !place || !canvas || place.contains(document.activeElement)) return
    const room = canvas.getBoundingClientRect()
    const { top, bottom } = place.getBoundingClientRect()
    const above = top - room.top - AROUND
    if (above < 0) canvas.scrollTop += above
    // The beginning of what is higher than the canvas.
    else canvas.scrollTop += Math.max(0, Math.min(bottom - room.bottom + AROUND, above))
  }, [selected])
  return ref
}

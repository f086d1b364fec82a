import { useLayoutEffect, useRef, useState } from 'react'

/**
 * What is typed stands in its field at once; the draft, and everything that is drawn from it, may follow a moment later. A value
 * that was not typed here, such as an undone one, replaces what stands there.
 */
export function useEcho(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value)
  /** What was typed here and has not come back from the draft yet, the oldest first. */
  const onItsWay = useRef<string[]>([])
  useLayoutEffect(() => {
    const at = onItsWay.current.indexOf(value)
    onItsWay.current = onItsWay.current.slice(at + 1)
    if (at >= 0) return
    onItsWay.current = []
    setText(value)
  }, [value])
  return {
    text,
    write(next: string) {
      setText(next)
      if (next === text) return
      onItsWay.current.push(next)
      onChange(next)
    },
  }
}

import type { ComponentProps, Ref } from 'react'
import { useEcho } from '../use-echo.ts'
import styles from './growing-text.module.css'

interface GrowingTextProps
  extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className' | 'ref'> {
  value: string
  onChange: (value: string) => void
  /** Line breaks become spaces. */
  oneLine?: boolean
  /** Of the frame around it, which gives it its face. */
  className: string | undefined
  ref?: Ref<HTMLTextAreaElement>
}

/**
 * A text field that is as high as its text. It grows by a hidden copy of its words behind it: measuring each one by script would
 * make a long page slow to open and slow to type in.
 */
export function GrowingText({ value, onChange, oneLine, className, ref, ...field }: GrowingTextProps) {
  const { text, write } = useEcho(value, onChange)
  return (
    <span className={`${styles.growing} ${className}`} data-copy={text || field.placeholder}>
      <textarea
        rows={1}
        dir="auto"
        maxLength={5000}
        {...field}
        ref={ref}
        value={text}
        onChange={event => {
          const words = event.currentTarget.value
          write(oneLine ? words.replace(/[\r\n]+/g, ' ') : words)
        }}
      />
    </span>
  )
}

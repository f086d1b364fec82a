import type { ClipboardEvent, KeyboardEvent } from 'react'
import { memo } from 'react'
import styles from './in-place-text.module.css'

export interface InPlaceTextProps {
  id?: string | undefined
  /** Names the field for who cannot see where it stands. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Shown while empty. */
  placeholder: string
  look: 'title' | 'question' | 'lead' | 'help' | 'part' | 'small'
  /** The language that the text is in. */
  lang: string
  onFocus?: (() => void) | undefined
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined
  onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined
}

/**
 * A text that is edited where a customer will read it. It grows by a hidden copy of its words behind it: measuring each one by
 * script would make a long page slow to open and slow to type in.
 */
export const InPlaceText = memo(function InPlaceText({
  id,
  label,
  value,
  onChange,
  placeholder,
  look,
  lang,
  onFocus,
  onKeyDown,
  onPaste,
}: InPlaceTextProps) {
  return (
    <span className={`${styles.inPlace} ${styles[look]}`} data-copy={value || placeholder}>
      <textarea
        id={id}
        rows={1}
        dir="auto"
        aria-label={label}
        value={value}
        placeholder={placeholder}
        maxLength={5000}
        lang={lang}
        onChange={event => onChange(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </span>
  )
})

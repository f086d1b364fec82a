import type { ComponentProps } from 'react'
import { memo } from 'react'
import { GrowingText } from './growing-text.tsx'
import styles from './in-place-text.module.css'

export interface InPlaceTextProps
  extends Pick<ComponentProps<'textarea'>, 'id' | 'onFocus' | 'onKeyDown' | 'onPaste'> {
  /** Names the field for who cannot see where it stands. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Shown while empty. */
  placeholder: string
  look: 'title' | 'question' | 'lead' | 'help' | 'part' | 'small'
  /** The language that the text is in. */
  lang: string
}

/** A text that is edited where a customer will read it. */
export const InPlaceText = memo(function InPlaceText({ label, look, ...field }: InPlaceTextProps) {
  return <GrowingText {...field} oneLine aria-label={label} className={`${styles.inPlace} ${styles[look]}`} />
})

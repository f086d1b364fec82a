import { Textarea } from '@mantine/core'
import styles from './canvas.module.css'

interface InPlaceTextProps {
  /** Names the field for who cannot see where it stands. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Shown while empty. */
  placeholder: string
  look: 'title' | 'question' | 'lead' | 'help'
  /** The language that the text is in. */
  lang: string
  onFocus?: () => void
}

/** A text that is edited where a customer will read it. */
export function InPlaceText({ label, value, onChange, placeholder, look, lang, onFocus }: InPlaceTextProps) {
  return (
    <Textarea
      variant="unstyled"
      autosize
      minRows={1}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={5000}
      lang={lang}
      onChange={event => onChange(event.currentTarget.value.replaceAll('\n', ' '))}
      {...(onFocus ? { onFocus } : {})}
      className={styles.inPlace ?? ''}
      classNames={{ input: styles[look] ?? '' }}
    />
  )
}

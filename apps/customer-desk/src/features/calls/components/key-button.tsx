import { Button } from '@mantine/core'
import styles from './calls.module.css'

interface KeyButtonProps {
  letter: string
  label: string
  variant?: 'filled' | 'default' | 'subtle'
  loading?: boolean
  onClick: () => void
}

/** A button with the key that does the same. */
export function KeyButton({ letter, label, variant = 'default', loading = false, onClick }: KeyButtonProps) {
  return (
    <Button
      className={styles.key ?? ''}
      variant={variant}
      loading={loading}
      aria-keyshortcuts={letter}
      rightSection={
        <span className={styles.letter} aria-hidden="true">
          {letter.toUpperCase()}
        </span>
      }
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

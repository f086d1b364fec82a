import { initials } from '../initials.ts'
import styles from './person.module.css'

/** A person as initials in a disc; the name is said by the text beside it, or by `title` where there is none. */
export function Person({
  name,
  other = false,
  size = 28,
}: {
  name: string
  other?: boolean
  size?: 24 | 28 | 36
}) {
  return (
    <span
      className={`${styles.person} ${other ? styles.other : ''}`}
      data-size={size}
      title={name}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  )
}

import type { DueThing } from '@sixfold/contract/due'
import styles from './due.module.css'
import { DueRow } from './due-row.tsx'

export function DueList({ things, now }: { things: readonly DueThing[]; now: string }) {
  return (
    <ul className={styles.list}>
      {things.map(thing => (
        <DueRow key={thing.id} thing={thing} now={now} />
      ))}
    </ul>
  )
}

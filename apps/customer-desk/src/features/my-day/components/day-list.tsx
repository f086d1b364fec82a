import type { DayItem } from '@sixfold/contract/my-day'
import { DAY_GROUPS } from '@sixfold/domain/my-day/order-day'
import { useSay } from '@sixfold/ui/parts/language'
import { dayWords } from '../../../words/my-day.ts'
import { DayRow } from './day-row.tsx'
import styles from './my-day.module.css'

/** The list of the day under when things are due; the order is the server's. */
export function DayList({ items, zone }: { items: readonly DayItem[]; zone: string }) {
  const say = useSay(dayWords)
  const groups = Map.groupBy(items, ({ group }) => group)
  return DAY_GROUPS.map(group => {
    const members = groups.get(group)
    return (
      members && (
        <section key={group} className={styles.group}>
          <h2 className={styles.when}>
            {say(`group.${group}`)} <span className={styles.n}>{members.length}</span>
          </h2>
          <ul className={styles.list}>
            {members.map(item => (
              <DayRow key={`${item.kind} ${item.id}`} item={item} zone={zone} />
            ))}
          </ul>
        </section>
      )
    )
  })
}

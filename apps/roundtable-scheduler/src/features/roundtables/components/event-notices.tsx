import type { Roundtable } from '@sixfold/contract/roundtables'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { planWords } from '../../../words/plan.ts'
import styles from './event.module.css'

type Noticed = Pick<Roundtable, 'timeNotice' | 'holiday' | 'startsAt' | 'zone'>

/** What people must know of an event's time and day; nothing is moved for it. */
export function EventNotices({ event, fallbackZone }: { event: Noticed; fallbackZone: string }) {
  const say = useSay(planWords)
  const { timeNotice, holiday, startsAt, zone } = event
  if (!timeNotice && !holiday) return null
  const { time } = wallTimeIn(new Date(startsAt), zone, fallbackZone)
  return (
    <div className={styles.notices}>
      {timeNotice && <Lamp tone="attention">{say(`time.${timeNotice}`, { time })}</Lamp>}
      {holiday && <Lamp tone="attention">{say('holidayNotice', { name: holiday })}</Lamp>}
    </div>
  )
}

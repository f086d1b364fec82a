import type { Roundtable } from '@sixfold/contract/roundtables'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { freezeWords } from '../../../words/freeze.ts'
import { planWords } from '../../../words/plan.ts'
import styles from './event.module.css'

type Noticed = Pick<Roundtable, 'timeNotice' | 'holiday' | 'startsAt' | 'zone'> &
  Partial<Pick<Roundtable, 'dayKind'>>

/** What people must know of an event's time and day; nothing is moved for it. */
export function EventNotices({ event, fallbackZone }: { event: Noticed; fallbackZone: string }) {
  const say = useSay(planWords)
  const sayDay = useSay(freezeWords)
  const { timeNotice, holiday, startsAt, zone, dayKind: kind } = event
  const off = kind === 'half' || kind === 'quiet' || kind === 'weekend' ? kind : null
  if (!timeNotice && !holiday && !off) return null
  const { time } = wallTimeIn(new Date(startsAt), zone, fallbackZone)
  return (
    <div className={styles.notices}>
      {timeNotice && <Lamp tone="attention">{say(`time.${timeNotice}`, { time })}</Lamp>}
      {off ? (
        <Lamp tone="attention">{sayDay(`day.${off}`, { name: holiday ?? '' })}</Lamp>
      ) : (
        holiday && <Lamp tone="attention">{say('holidayNotice', { name: holiday })}</Lamp>
      )}
    </div>
  )
}

import type { DayItem } from '@sixfold/contract/my-day'
import { myDayWords } from '@sixfold/contract/my-day-words'
import { formatInstant } from '@sixfold/ui/format'
import { AppLink } from '@sixfold/ui/parts/app-link'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconChecklist, IconMessageReport, IconPhone, IconUserCheck } from '@tabler/icons-react'
import { dayWords } from '../../../words/my-day.ts'
import styles from './my-day.module.css'

const icons = {
  call: IconPhone,
  case: IconMessageReport,
  task: IconChecklist,
  approval: IconUserCheck,
} as const

/** One thing that is due: what, for whom, by when, and why it stands here. */
export function DayRow({ item, zone }: { item: DayItem; zone: string }) {
  const sayTopic = useSay(myDayWords)
  const Icon = icons[item.kind]
  const about = [item.accountName, item.contactName].filter(text => text !== '').join(' · ')
  // That it is late is said by its group and by when it was due.
  const reasons = item.reasons.filter(reason => reason !== 'late')
  return (
    <li className={styles.item}>
      <span className={styles.icon}>
        <Icon size={16} stroke={1.5} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <h3 className={styles.what}>
          <AppLink href={item.path}>
            {sayTopic(`topic.${item.topic}`)}
            {item.title !== '' && `: ${item.title}`}
          </AppLink>
        </h3>
        {about !== '' && <p className={styles.about}>{about}</p>}
        {reasons.length > 0 && (
          <p className={styles.reasons}>{reasons.map(reason => sayTopic(`reason.${reason}`)).join(' · ')}</p>
        )}
      </div>
      <Due item={item} zone={zone} />
    </li>
  )
}

function Due({ item: { group, days, dueAt }, zone }: { item: DayItem; zone: string }) {
  const say = useSay(dayWords)
  const { language } = useLanguage()
  if (dueAt === null || days === null) return <span className={styles.due}>{say('noDay')}</span>
  const text =
    group === 'late'
      ? say('lateDays', { n: Math.abs(days) })
      : days === 0
        ? say('today', { time: formatInstant(dueAt, language, { zone, show: 'time' }) })
        : say('inDays', { n: days })
  const exact = formatInstant(dueAt, language, { zone })
  return (
    <time className={styles.due} dateTime={dueAt} title={exact}>
      {group === 'late' || group === 'today' ? (
        <Lamp tone={group === 'late' ? 'problem' : 'attention'}>{text}</Lamp>
      ) : (
        text
      )}
    </time>
  )
}

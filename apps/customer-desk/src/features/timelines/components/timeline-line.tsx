import type { TimelineLine } from '@sixfold/contract/timelines'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { AppLink } from '@sixfold/ui/parts/app-link'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { LineIcon } from './line-icon.tsx'
import styles from './timelines.module.css'
import { useLineWords } from './use-line-words.ts'

type Lines = readonly [TimelineLine, ...TimelineLine[]]

/** One thing that was said, or the same said to several people. */
export function TimelineRow({ lines, zone }: { lines: Lines; zone: string }) {
  const { language } = useLanguage()
  const { heading } = useLineWords()
  const [line] = lines
  const open = addressOf(line)
  // Of what was installed the day is known, not the hour.
  const timed = line.kind !== 'installed'
  return (
    <li className={styles.entry}>
      <time className={styles.time} dateTime={line.at}>
        {timed && clockTime(line.at, language, zone)}
      </time>
      <LineIcon line={line} />
      <div className={styles.words}>
        <p className={styles.heading}>
          {open ? <AppLink href={open}>{heading(lines)}</AppLink> : heading(lines)}
        </p>
        <Body lines={lines} zone={zone} />
      </div>
    </li>
  )
}

function Body({ lines, zone }: { lines: Lines; zone: string }) {
  const { language } = useLanguage()
  const { cause, say } = useLineWords()
  const [line] = lines
  const why = cause(line)
  const names = lines.flatMap(({ contactName }) => contactName || [])
  return (
    <>
      {lines.length > 1 && <p className={styles.body}>{names.join(', ')}</p>}
      {why && <p className={styles.body}>{why}</p>}
      {line.text && (
        <p className={line.side === 'they' ? styles.quote : styles.body}>
          {line.side === 'they' ? say('quote', { text: line.text }) : line.text}
        </p>
      )}
      {line.kind === 'held_back' && line.detail && (
        <p className={styles.body}>
          <TouchReason reason={line.detail} />.{' '}
          {line.earliest
            ? say('from', { time: formatInstant(line.earliest, language, { zone }) })
            : say('never')}
        </p>
      )}
      {line.detail === 'blind' && <p className={styles.body}>{say('blindNote')}</p>}
      {line.factor && (
        <p className={styles.tie}>
          <FactorName index={line.factor.index} name={textIn(line.factor.name, language, 'en')} />
        </p>
      )}
      {line.by && line.kind !== 'task' && <p className={styles.tie}>{say('byName', { by: line.by })}</p>}
    </>
  )
}

/** Without the zone, which is the account's for every line. */
const clockTime = (at: string, language: string, zone: string) =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))

const addresses = {
  case: '/desk/cases/',
  wave: '/builder/waves/',
  round_table: '/scheduler/events/',
  requirement: '/scheduler/requirements/',
  deal: '/desk/deals/',
  study: '/desk/studies/',
  contact: '/desk/contacts/',
} as const

const addressOf = ({ about }: TimelineLine) => about && `${addresses[about.kind]}${about.id}`

import type { LedgerLine as Line } from '@sixfold/contract/contact-ledger'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { deskWords } from '../../../words/desk.ts'
import styles from './ledger.module.css'

/** Every touch with a contact, day by day in the contact's own zone, the latest first. */
export function LedgerLines({ lines, zone }: { lines: readonly Line[]; zone: string }) {
  const { language } = useLanguage()
  const dayOf = (line: Line) => formatInstant(line.at, language, { zone, show: 'date' })
  const days = [...new Set(lines.map(dayOf))]
  return (
    <div className={styles.days}>
      {days.map(day => (
        <section key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul className={styles.lines}>
            {lines
              .filter(line => dayOf(line) === day)
              .map(line => (
                <LedgerLine
                  key={`${line.at} ${line.subject} ${line.kind} ${line.outcome}`}
                  line={line}
                  zone={zone}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const kinds = ['invitation', 'reminder', 'call', 'roundtable_invitation', 'follow_up', 'service'] as const

function LedgerLine({ line, zone }: { line: Line; zone: string }) {
  const say = useSay(deskWords)
  const { language } = useLanguage()
  const kind = kinds.find(known => known === line.kind) ?? 'other'
  const Icon = kind === 'call' ? IconPhone : IconMail
  // The name under which the mails about the own data are noted.
  const ownData = kind === 'service' && line.subject === 'own data'
  const refused = line.outcome === 'refused'
  return (
    <li className={styles.line} data-outcome={line.outcome}>
      <time className={styles.time} dateTime={line.at}>
        {formatInstant(line.at, language, { zone, show: 'time' })}
      </time>
      <span className={styles.icon}>
        <Icon size={15} stroke={1.5} aria-hidden="true" />
      </span>
      <div>
        <p className={styles.title}>{say(ownData ? 'ownData' : `kind.${kind}`)}</p>
        {!ownData && <p className={styles.subject}>{line.subject}</p>}
        {refused ? (
          <p className={styles.outcome}>
            <Lamp tone="attention">{say('refused')}</Lamp>
            <span>{line.reason && <TouchReason reason={line.reason} />}</span>
            <span className={styles.quiet}>
              {line.earliest
                ? say('earliest', { time: formatInstant(line.earliest, language, { zone }) })
                : say('neverAgain')}
            </span>
          </p>
        ) : (
          <p className={styles.outcome}>
            <Lamp tone="good">{say('sent')}</Lamp>
          </p>
        )}
      </div>
    </li>
  )
}

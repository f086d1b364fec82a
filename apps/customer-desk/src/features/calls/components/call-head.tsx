import type { CallView } from '@sixfold/contract/calls'
import { displayName } from '@sixfold/domain/language-name'
import { dayText } from '@sixfold/ui/day-text'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { callWords } from '../../../words/calls.ts'
import styles from './calls.module.css'

/** Who, where, in which language, and the number to dial. */
export function CallHead({ view: { call }, now }: { view: CallView; now: string }) {
  const say = useSay(callWords)
  const { language } = useLanguage()
  const { contact, accountId, accountName, callers } = call
  return (
    <div className={styles.head}>
      {contact?.phone ? (
        <a className={styles.number} href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>
          {contact.phone}
        </a>
      ) : (
        <p className={styles.quiet}>{say('noPhone')}</p>
      )}
      <ul className={styles.facts}>
        {contact && (
          <li>
            <Link to="/contacts/$id" params={{ id: contact.id }}>
              {contact.name}
            </Link>
            {contact.role && `, ${contact.role}`}
          </li>
        )}
        <li>
          <Link to="/accounts/$id" params={{ id: accountId }}>
            {accountName}
          </Link>
        </li>
        <li>{say('about', { product: call.productName, day: dayText(call.since, language) })}</li>
        {call.language && <li>{say('speaks', { language: displayName(call.language, language) })}</li>}
        {contact && (
          <li>
            {say('localTime', { time: formatInstant(now, language, { zone: contact.zone, show: 'time' }) })}
          </li>
        )}
        {call.callBackAt && contact && (
          <li>
            {say('callBackAt', { time: formatInstant(call.callBackAt, language, { zone: contact.zone }) })}
          </li>
        )}
        {callers.length > 0 && <li>{say('callers', { names: callers.join(', ') })}</li>}
      </ul>
    </div>
  )
}

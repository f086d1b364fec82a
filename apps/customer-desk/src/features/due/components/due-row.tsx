import { Button } from '@mantine/core'
import type { DueThing } from '@sixfold/contract/due'
import { dayText } from '@sixfold/ui/day-text'
import { formatInstant } from '@sixfold/ui/format'
import { AppLink } from '@sixfold/ui/parts/app-link'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { dueWords } from '../../../words/due.ts'
import styles from './due.module.css'
import { DueReason } from './due-reason.tsx'

/** Fewer days than these want attention. */
const FEW_DAYS = 7

/** Who, what they bought, until when, and why it waits. */
export function DueRow({ thing, now }: { thing: DueThing; now: string }) {
  const say = useSay(dueWords)
  const { language } = useLanguage()
  const { kind, state, contact, accountId, accountName, productName, since, reason, tries } = thing
  const Icon = kind === 'installation_call' ? IconPhone : IconMail
  const day = dayText(since, language)
  const isOpen = state === 'waiting' || state === 'due'
  return (
    <li className={styles.thing}>
      <span className={styles.icon}>
        <Icon size={16} stroke={1.75} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <p className={styles.who}>
          {contact ? (
            <Link to="/contacts/$id" params={{ id: contact.id }}>
              {contact.name}
            </Link>
          ) : (
            say('nobodyToAsk')
          )}
        </p>
        <p className={styles.place}>
          {contact?.role && <span>{contact.role}</span>}
          <Link to="/accounts/$id" params={{ id: accountId }}>
            {accountName}
          </Link>
        </p>
        <p className={styles.detail}>
          {productName}, {say(kind === 'installation_call' ? 'installed' : 'bought', { day })}
        </p>
        {reason !== null && (
          <p className={styles.reason}>
            <DueReason reason={reason} />
          </p>
        )}
        {state === 'waiting' && thing.dueAt === null && <p className={styles.detail}>{say('notInTime')}</p>}
        {thing.callBackAt !== null && (
          <p className={styles.detail}>
            {say('callBackAt', {
              time: formatInstant(thing.callBackAt, language, contact ? { zone: contact.zone } : {}),
            })}
          </p>
        )}
        {isOpen && tries > 0 && <p className={styles.detail}>{say('tries', { n: tries })}</p>}
        {kind === 'installation_call' && isOpen && contact && <CallLink call={thing} />}
      </div>
      <div className={styles.side}>
        <WindowText thing={thing} now={now} />
        <span className={styles.owner}>
          {thing.callers.length > 0 ? thing.callers.join(', ') : thing.ownerName || say('noOwner')}
        </span>
      </div>
    </li>
  )
}

/** To the console of the call; who calls right now is named. */
function CallLink({ call: { id, state, contact, accountName, begun } }: { call: DueThing }) {
  const say = useSay(dueWords)
  return (
    <div className={styles.actions}>
      <Button
        component={AppLink}
        href={`/desk/calls/${id}`}
        variant={state === 'due' ? 'default' : 'subtle'}
        leftSection={<IconPhone size={16} stroke={1.75} aria-hidden="true" />}
        aria-label={say('callPerson', { name: contact?.name ?? '', account: accountName })}
      >
        {say('call')}
      </Button>
      {begun && <span className={styles.quiet}>{say('callingNow', { name: begun.byName })}</span>}
    </div>
  )
}

function WindowText({ thing, now }: { thing: DueThing; now: string }) {
  const say = useSay(dueWords)
  const { language } = useLanguage()
  const { state, opensOn, closesOn, daysLeft, dueAt, contact, settledAt } = thing
  if (state === 'done' || state === 'cancelled')
    return (
      <span className={styles.until}>
        {say('doneOn', { day: settledAt ? formatInstant(settledAt, language, { show: 'date' }) : '' })}
      </span>
    )
  if (state === 'lapsed')
    return <span className={styles.until}>{say('closed', { day: dayText(closesOn, language) })}</span>
  const isOpen = opensOn <= now.slice(0, 10)
  const zone = contact?.zone
  return (
    <>
      {isOpen ? (
        <Lamp tone={daysLeft <= FEW_DAYS ? 'attention' : 'none'}>{say('daysLeft', { n: daysLeft })}</Lamp>
      ) : (
        <span className={styles.until}>{say('opens', { day: dayText(opensOn, language) })}</span>
      )}
      <span className={styles.until}>{say('until', { day: dayText(closesOn, language) })}</span>
      {dueAt !== null && dueAt > now && (isOpen || dueAt.slice(0, 10) > opensOn) && (
        <span className={styles.until}>
          {say('from', { time: formatInstant(dueAt, language, zone ? { zone } : {}) })}
        </span>
      )}
    </>
  )
}

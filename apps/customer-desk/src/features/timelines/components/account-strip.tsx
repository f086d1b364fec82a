import { Popover, UnstyledButton } from '@mantine/core'
import type { AccountOutline, NextTouch } from '@sixfold/contract/timelines'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { timelineWords } from '../../../words/timelines.ts'
import styles from './timelines.module.css'

/** What one must know of an account at a glance: whose it is, whom one may ask, who was heard, what is open. */
export function AccountStrip({ outline, ownerName }: { outline: AccountOutline; ownerName: string }) {
  const say = useSay(timelineWords)
  return (
    <div className={styles.strip}>
      <Fact title={say('owner')}>
        <p className={styles.fact}>
          {ownerName && <Person name={ownerName} size={28} />}
          {ownerName || say('nobody')}
        </p>
      </Fact>
      <Fact title={say('nextTouch')}>
        <Touches outline={outline} />
      </Fact>
      <Fact title={say('heard')}>
        <Heard {...outline.heard} />
      </Fact>
      <Fact title={say('open')}>
        <Open outline={outline} />
      </Fact>
    </div>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.cell} aria-label={title}>
      <p className={styles.over}>{title}</p>
      {children}
    </section>
  )
}

function Touches({ outline: { touches, zone } }: { outline: AccountOutline }) {
  const say = useSay(timelineWords)
  const { language } = useLanguage()
  const dayOf = (at: string) => formatInstant(at, language, { zone, show: 'date', readerZone: zone })
  const lineOf = ({ name, now, at }: NextTouch) =>
    now ? say('nowFor', { who: name }) : at ? say('fromFor', { who: name, day: dayOf(at) }) : null
  const [first, second] = touches
  if (!first) return <p className={styles.fact}>{say('noContacts')}</p>
  return (
    <>
      <p className={styles.fact}>{lineOf(first) ?? say('neverFor')}</p>
      <p className={styles.more}>
        {second && lineOf(second)}{' '}
        {touches.length > 1 && (
          <Popover position="bottom-start" withinPortal={false} trapFocus returnFocus>
            <Popover.Target>
              <UnstyledButton className={styles.all}>
                {say('allPeople', { n: touches.length })}
              </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown>
              <h2 className={styles.over}>{say('touchesTitle')}</h2>
              <ul className={styles.touches}>
                {touches.map(touch => (
                  <li key={touch.id}>
                    <Link to="/contacts/$id" params={{ id: touch.id }}>
                      {touch.name}
                    </Link>
                    <span>
                      {touch.now ? say('mayNow') : touch.at ? dayOf(touch.at) : say('never')}
                      {touch.reason && (
                        <span className={styles.quiet}>
                          {' '}
                          <TouchReason reason={touch.reason} />
                        </span>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </Popover.Dropdown>
          </Popover>
        )}
      </p>
    </>
  )
}

const NAMED = 2

function Heard({ heard, of, silent }: AccountOutline['heard']) {
  const say = useSay(timelineWords)
  const names = silent
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ')
  if (of === 0) return <p className={styles.fact}>{say('noContacts')}</p>
  return (
    <>
      <p className={styles.fact}>{say('heardOf', { n: heard, of })}</p>
      <p className={styles.more}>
        {silent.length === 0 && say('nobodySilent')}
        {silent.length > 0 && silent.length <= NAMED && say('silent', { names })}
        {silent.length > NAMED && say('silentMore', { names, n: silent.length - NAMED })}
      </p>
    </>
  )
}

function Open({ outline: { open, zone } }: { outline: AccountOutline }) {
  const say = useSay(timelineWords)
  const { language } = useLanguage()
  const { cases, requirements, event } = open
  const parts = [
    ...(cases > 0 ? [say('openCases', { n: cases })] : []),
    ...(requirements > 0 ? [say('openRequirements', { n: requirements })] : []),
  ]
  return (
    <>
      <p className={styles.fact}>{parts.join(', ') || say('openNothing')}</p>
      <p className={styles.more}>
        {event
          ? say('seats', {
              title: textIn(event.title, language, 'en'),
              day: formatInstant(event.startsAt, language, { zone, show: 'date', readerZone: zone }),
              n: event.seats,
            })
          : say('noSeats')}
      </p>
    </>
  )
}

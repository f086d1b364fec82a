import { ActionIcon, Button } from '@mantine/core'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { eventWords } from '../../../words/event.ts'
import { dayText, hoursText, titleOf } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'
import styles from './event.module.css'
import { EventNotices } from './event-notices.tsx'

interface EventPanelProps {
  event: Roundtable
  regionName: string
  fallbackZone: string
  mayInvite: boolean
  onClose: () => void
  /** What the event's rooms hold already. */
  children?: ReactNode
}

/** The event that is open beside the year. */
export function EventPanel({
  event,
  regionName,
  fallbackZone,
  mayInvite,
  onClose,
  children,
}: EventPanelProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const sayEvent = useSay(eventWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const { id, seats } = event
  // Opened by a mark of the year: reading goes on here, and Tab leads to the panel's own links.
  useEffect(() => {
    if (id) heading.current?.focus({ preventScroll: true })
  }, [id])
  const invited = Math.max(0, seats.invited - seats.taken - seats.waitlisted - seats.declined)
  return (
    <aside className={styles.panel} aria-labelledby="panel-title">
      <div className={styles.panelTop}>
        <p className={styles.over}>
          {say('panel', { region: regionName, kind: say('kindShort', { kind: event.kind }) })}
        </p>
        <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={say('close')}>
          <IconX size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </div>
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {dayText(event.date, language, 'full')}
      </h2>
      <p className={styles.quiet}>{hoursText(event, fallbackZone)}</p>
      <p className={styles.panelTitle}>{titleOf(event, language)}</p>
      <p className={styles.quiet}>{event.venue}</p>
      {event.state === 'cancelled' && <Lamp tone="attention">{sayEvent('isCancelled')}</Lamp>}
      <EventNotices event={event} fallbackZone={fallbackZone} />
      <div className={styles.block}>
        <p className={styles.figure}>
          {seats.taken}
          <small>
            {seats.capacity === null ? say('takenOpen') : say('taken', { capacity: seats.capacity })}
            {invited > 0 && `, ${say('moreInvited', { count: invited })}`}
          </small>
        </p>
        {seats.waitlisted > 0 && (
          <p className={styles.quiet}>{say('waiting', { count: seats.waitlisted })}</p>
        )}
      </div>
      {children}
      <div className={styles.panelActions}>
        <Button flex={1} renderRoot={props => <Link {...props} to="/events/$id" params={{ id }} />}>
          {say('openEvent')}
        </Button>
        {mayInvite && (
          <Button
            renderRoot={props => (
              <Link {...props} to="/events/$id" params={{ id }} search={{ invite: true }} />
            )}
          >
            {say('invite')}
          </Button>
        )}
      </div>
    </aside>
  )
}

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Guest } from '@sixfold/contract/guests'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { useLiveState } from '@sixfold/ui/live'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { CalendarReplies } from '../features/calendar-replies/components/calendar-replies.tsx'
import { AnswerDialog } from '../features/guests/components/answer-dialog.tsx'
import { type GuestAnswer, GuestTable } from '../features/guests/components/guest-table.tsx'
import { InviteDialog } from '../features/guests/components/invite-dialog.tsx'
import { LinkDialog } from '../features/guests/components/link-dialog.tsx'
import { CancelDialog } from '../features/roundtables/components/cancel-dialog.tsx'
import { RestoreDialog } from '../features/roundtables/components/restore-dialog.tsx'
import { SeatFigures } from '../features/roundtables/components/seat-figures.tsx'
import { calendarWords } from '../words/calendar.ts'
import { eventWords } from '../words/event.ts'
import { EventFrame } from './event-frame.tsx'
import styles from './page.module.css'

const route = getRouteApi('/events/$id')

/** One event: its seats, its guests, and what can be done with it. Figures move as guests answer. */
export function EventPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id" actions={event => <EventActions event={event} />}>
      {(event, guests) => <Guests event={event} guests={guests} />}
    </EventFrame>
  )
}

/** Whether this event may still be planned, by this person. */
function useMayPlan(event: Roundtable): boolean {
  const session = useSession().data
  if (!session) return false
  const open = event.state === 'planned' && event.startsAt > session.now
  return open && can(session.actor, 'roundtable.plan', { regionId: event.regionId })
}

/** Whether this event was cancelled and may still be taken up again, by this person. */
function useMayRestore(event: Roundtable): boolean {
  const session = useSession().data
  if (!session || event.state !== 'cancelled' || event.startsAt <= session.now) return false
  return can(session.actor, 'roundtable.plan', { regionId: event.regionId })
}

function EventActions({ event }: { event: Roundtable }) {
  const say = useSay(eventWords)
  const sayCalendar = useSay(calendarWords)
  const [cancelling, cancelDialog] = useDisclosure(false)
  const [restoring, restoreDialog] = useDisclosure(false)
  const mayPlan = useMayPlan(event)
  if (useMayRestore(event))
    return (
      <>
        <Button onClick={restoreDialog.open}>{sayCalendar('restore')}</Button>
        <RestoreDialog event={event} opened={restoring} onClose={restoreDialog.close} />
      </>
    )
  if (!mayPlan) return null
  return (
    <>
      <Button variant="subtle" color="problem" onClick={cancelDialog.open}>
        {say('cancelEvent')}
      </Button>
      <Button renderRoot={props => <Link {...props} to="/events/$id/change" params={{ id: event.id }} />}>
        {say('change')}
      </Button>
      <CancelDialog event={event} opened={cancelling} onClose={cancelDialog.close} />
    </>
  )
}

function Guests({ event, guests }: { event: Roundtable; guests: readonly Guest[] }) {
  const say = useSay(eventWords)
  const session = useSession().data
  const live = useLiveState()
  const navigate = route.useNavigate()
  const { invite: inviting = false } = route.useSearch()
  const [noting, setNoting] = useState<{ guest: Guest; answer: GuestAnswer } | null>(null)
  const mayPlan = useMayPlan(event)
  const [linking, setLinking] = useState<Guest | null>(null)
  if (!session) return null
  const region = session.regions.find(({ id }) => id === event.regionId)
  const showInvite = (shown: boolean) =>
    void navigate({ search: shown ? { invite: true } : {}, resetScroll: false })
  const inviteButton = mayPlan && (
    <InviteButton onClick={() => showInvite(true)}>{say('invite')}</InviteButton>
  )
  return (
    <>
      <div className={styles.columns}>
        <Sheet title={say('guests')} aside={guests.length > 0 && inviteButton}>
          {guests.length > 0 ? (
            <GuestTable
              guests={guests}
              zone={region?.zone ?? session.organisation.zone}
              onSendLink={setLinking}
              onAnswer={mayPlan ? (guest, answer) => setNoting({ guest, answer }) : null}
            />
          ) : (
            <EmptyState title={say('noGuests')} action={inviteButton}>
              {say('noGuestsText')}
            </EmptyState>
          )}
        </Sheet>
        <Sheet
          title={say('seats')}
          aside={
            <Lamp tone={live === 'connected' ? 'good' : 'attention'}>
              {say(live === 'connected' ? 'live' : 'connecting')}
            </Lamp>
          }
        >
          <SeatFigures event={event} />
        </Sheet>
      </div>
      {guests.length > 0 && (
        <div className={styles.table}>
          <CalendarReplies
            event={event}
            guests={guests}
            zone={region?.zone ?? session.organisation.zone}
            mayPlan={can(session.actor, 'roundtable.plan', { regionId: event.regionId })}
          />
        </div>
      )}
      {noting && <AnswerDialog eventId={event.id} {...noting} onClose={() => setNoting(null)} />}
      {linking && (
        <LinkDialog
          eventId={event.id}
          guest={linking}
          zone={region?.zone ?? session.organisation.zone}
          onClose={() => setLinking(null)}
        />
      )}
      {mayPlan && region && (
        <InviteDialog
          opened={inviting}
          onClose={() => showInvite(false)}
          roundtableId={event.id}
          region={region}
          guests={guests}
        />
      )}
    </>
  )
}

function InviteButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

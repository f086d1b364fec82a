import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Guest, Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { useLiveState } from '@sixfold/ui/live'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { GuestTable } from '../features/guests/components/guest-table.tsx'
import { InviteDialog } from '../features/guests/components/invite-dialog.tsx'
import { CancelDialog } from '../features/roundtables/components/cancel-dialog.tsx'
import { EventNotices } from '../features/roundtables/components/event-notices.tsx'
import { SeatFigures } from '../features/roundtables/components/seat-figures.tsx'
import { dayText, hoursText, titleOf } from '../features/roundtables/event-text.ts'
import { eventQuery, useLiveRoundtable } from '../features/roundtables/queries.ts'
import { eventWords } from '../words/event.ts'
import styles from './page.module.css'

const route = getRouteApi('/events/$id')

/** One event: its seats, its guests, and what can be done with it. Figures move as guests answer. */
export function EventPage() {
  const { id } = route.useParams()
  useLiveRoundtable(id)
  const query = useQuery(eventQuery(id))
  return (
    <div className={styles.page}>
      <QueryStates query={query}>
        {({ roundtable, guests }) => <Event event={roundtable} guests={guests} />}
      </QueryStates>
    </div>
  )
}

function Event({ event, guests }: { event: Roundtable; guests: readonly Guest[] }) {
  const { language } = useLanguage()
  const say = useSay(eventWords)
  const session = useSession().data
  const live = useLiveState()
  const navigate = route.useNavigate()
  const { invite: inviting = false } = route.useSearch()
  const [cancelling, cancelDialog] = useDisclosure(false)
  if (!session) return null
  const zone = session.organisation.zone
  const open = event.state === 'planned' && event.startsAt > session.now
  const mayPlan = can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  const region = session.regions.find(({ id }) => id === event.regionId)
  const showInvite = (shown: boolean) =>
    void navigate({ search: shown ? { invite: true } : {}, resetScroll: false })
  const inviteButton = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => showInvite(true)}
    >
      {say('invite')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={titleOf(event, language)}
        lead={
          <>
            {region?.name} · {dayText(event.date, language, 'day')}, {hoursText(event, zone)}
            <br />
            {event.venue}
          </>
        }
        actions={
          open &&
          mayPlan && (
            <>
              <Button variant="subtle" color="problem" onClick={cancelDialog.open}>
                {say('cancelEvent')}
              </Button>
              <Button
                renderRoot={props => <Link {...props} to="/events/$id/change" params={{ id: event.id }} />}
              >
                {say('change')}
              </Button>
              {guests.length > 0 && inviteButton}
            </>
          )
        }
      />
      <div className={styles.stack}>
        {event.state === 'cancelled' && <Lamp tone="attention">{say('isCancelled')}</Lamp>}
        <EventNotices event={event} fallbackZone={zone} />
        <div className={styles.columns}>
          <Sheet title={say('guests')}>
            {guests.length > 0 ? (
              <GuestTable guests={guests} zone={region?.zone ?? zone} />
            ) : (
              <EmptyState title={say('noGuests')} action={open && mayPlan && inviteButton}>
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
      </div>
      <CancelDialog event={event} opened={cancelling} onClose={cancelDialog.close} />
      {open && mayPlan && region && (
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

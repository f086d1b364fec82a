import { Button, Switch } from '@mantine/core'
import type { LiveRoom } from '@sixfold/contract/live-rooms'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { BigScreen } from '../features/live/components/big-screen.tsx'
import { EntryQueue } from '../features/live/components/entry-queue.tsx'
import { ItemList } from '../features/live/components/item-list.tsx'
import liveStyles from '../features/live/components/live.module.css'
import { liveRoomQuery, useLiveActions, useLiveModeration } from '../features/live/queries.ts'
import { liveWords } from '../words/live.ts'
import { EventFrame } from './event-frame.tsx'
import styles from './page.module.css'

const route = getRouteApi('/events/$id/live')
const screenRoute = getRouteApi('/events/$id/live/screen')

/** The moderator's page of a live room. */
export function LiveRoomPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/live">
      {event => <Moderation event={event} />}
    </EventFrame>
  )
}

/** The same room on the big screen. */
export function LiveScreenPage() {
  const { id } = screenRoute.useParams()
  const say = useSay(liveWords)
  const query = useQuery(liveRoomQuery(id))
  return (
    <QueryStates query={query}>
      {({ room }) =>
        room ? (
          <BigScreen room={room} />
        ) : (
          <EmptyState
            title={say('empty')}
            action={
              <Button renderRoot={props => <Link {...props} to="/events/$id/live" params={{ id }} />}>
                {say('open')}
              </Button>
            }
          >
            {say('emptyText')}
          </EmptyState>
        )
      }
    </QueryStates>
  )
}

function Moderation({ event }: { event: Roundtable }) {
  useLiveModeration(event.id)
  const say = useSay(liveWords)
  const session = useSession().data
  const query = useQuery(liveRoomQuery(event.id))
  const actions = useLiveActions()
  const mayModerate =
    session !== undefined && can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  const open = mayModerate && event.state === 'planned' && (
    <Button
      variant="filled"
      loading={actions.open.isPending}
      onClick={() => actions.open.mutate({ id: event.id })}
    >
      {say('open')}
    </Button>
  )
  return (
    <QueryStates query={query}>
      {({ room }) =>
        room ? (
          <div className={`${styles.columns} ${liveStyles.moderation}`}>
            <Sheet title={say('queue')}>
              <EntryQueue room={room} actions={actions} mayModerate={mayModerate} />
            </Sheet>
            <div className={styles.stack}>
              <RoomSheet room={room} actions={actions} mayModerate={mayModerate} />
              <Sheet title={say('items')}>
                <ItemList room={room} actions={actions} mayModerate={mayModerate} />
              </Sheet>
            </div>
          </div>
        ) : (
          <EmptyState title={say('empty')} action={open}>
            {say('emptyText')}
          </EmptyState>
        )
      }
    </QueryStates>
  )
}

function RoomSheet({
  room,
  actions,
  mayModerate,
}: {
  room: LiveRoom
  actions: ReturnType<typeof useLiveActions>
  mayModerate: boolean
}) {
  const say = useSay(liveWords)
  const id = room.roundtableId
  return (
    <Sheet title={say('code')}>
      <p className={liveStyles.bigCode}>{room.code}</p>
      <p className={liveStyles.muted}>{room.address}</p>
      <p>{say('people', { n: room.people })}</p>
      {!room.open && <Lamp tone="attention">{say('closed')}</Lamp>}
      {mayModerate && (
        <Switch
          my={12}
          label={say('moderated')}
          disabled={!room.open}
          checked={room.moderated}
          onChange={event => actions.setModerated.mutate({ id, moderated: event.currentTarget.checked })}
        />
      )}
      <div className={liveStyles.row}>
        <Button
          variant={room.open ? 'filled' : 'default'}
          renderRoot={props => (
            <Link {...props} to="/events/$id/live/screen" params={{ id }} target="_blank" />
          )}
        >
          {say('screen')}
        </Button>
        {mayModerate && (
          <Button
            variant={room.open ? 'subtle' : 'filled'}
            loading={actions.close.isPending || actions.open.isPending}
            onClick={() => (room.open ? actions.close : actions.open).mutate({ id })}
          >
            {say(room.open ? 'close' : 'reopen')}
          </Button>
        )}
      </div>
    </Sheet>
  )
}

import { Button, SegmentedControl } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import { invitationState } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { useSession } from '@sixfold/ui/session'
import { useInfiniteQuery } from '@tanstack/react-query'
import { waveWords } from '../../../words/waves.ts'
import type { InvitationState } from '../queries.ts'
import { invitationsQuery } from '../queries.ts'
import { EndLink } from './end-link.tsx'
import styles from './waves.module.css'

const tones: Record<InvitationState, Tone> = {
  planned: 'none',
  sent: 'none',
  opened: 'none',
  started: 'attention',
  finished: 'good',
  // The contact policy did what it is for.
  refused: 'none',
  opted_out: 'attention',
  bounced: 'problem',
}

interface InvitationsProps {
  waveId: string
  regions: readonly Region[]
  state: InvitationState | undefined
  onState: (state: InvitationState | undefined) => void
}

/** Every contact of the frame and what became of the invitation; with the reason where there is none. */
export function Invitations({ waveId, regions, state, onState }: InvitationsProps) {
  const say = useSay(waveWords)
  const invitations = useInfiniteQuery(invitationsQuery(waveId, state))
  const items = invitations.data?.pages.flatMap(page => page.items) ?? []
  return (
    <Sheet
      title={say('invitations')}
      aside={
        <div className={styles.filter}>
          <SegmentedControl
            aria-label={say('state')}
            value={state ?? 'all'}
            onChange={value => onState(invitationState.options.find(one => one === value))}
            data={[
              { value: 'all', label: say('allStates') },
              ...invitationState.options.map(value => ({ value, label: stateText(value, say) })),
            ]}
          />
        </div>
      }
    >
      <QueryStates
        query={invitations}
        isEmpty={() => items.length === 0}
        empty={<p className={styles.quiet}>{say('noInvitations')}</p>}
      >
        {() => (
          <>
            <InvitationTable waveId={waveId} items={items} regions={regions} />
            {invitations.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={invitations.isFetchingNextPage}
                onClick={() => void invitations.fetchNextPage()}
              >
                {say('more')}
              </Button>
            )}
          </>
        )}
      </QueryStates>
    </Sheet>
  )
}

function stateText(state: InvitationState, say: ReturnType<typeof waveWords>): string {
  return say(state === 'refused' ? 'refusedState' : state)
}

interface Invitation {
  id: string
  contactName: string
  accountName: string
  regionId: string
  state: InvitationState
  reason: string | null
  dueAt: string | null
  sentAt: string | null
  finishedAt: string | null
}

interface TableProps {
  waveId: string
  items: readonly Invitation[]
  regions: readonly Region[]
}

/** From these a link can still be ended. */
const open: readonly InvitationState[] = ['planned', 'sent', 'opened', 'started', 'bounced']

function InvitationTable({ waveId, items, regions }: TableProps) {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const mayEnd = ({ state, regionId }: Invitation) =>
    open.includes(state) && actor !== undefined && can(actor, 'wave.launch', { regionId })
  return (
    <DataTable
      caption={say('invitations')}
      stacked
      rows={items}
      rowKey={invitation => invitation.id}
      columns={[
        { key: 'contact', header: say('contact'), rowHeader: true, cell: ({ contactName }) => contactName },
        { key: 'account', header: say('account'), cell: ({ accountName }) => accountName },
        {
          key: 'region',
          header: say('region'),
          cell: ({ regionId }) => regions.find(({ id }) => id === regionId)?.name ?? '',
        },
        {
          key: 'state',
          header: say('state'),
          cell: ({ state, reason }) => (
            <span className={styles.state}>
              <Lamp tone={tones[state]}>{stateText(state, say)}</Lamp>
              {reason && (
                <span className={styles.quiet}>
                  <TouchReason reason={reason} />
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'when',
          header: say('when'),
          cell: ({ dueAt, sentAt, finishedAt }) => {
            const done = finishedAt ?? sentAt
            if (done) return formatInstant(done, language)
            return dueAt ? say('due', { at: formatInstant(dueAt, language) }) : ''
          },
        },
        {
          key: 'end',
          header: say('endLink'),
          headerHidden: true,
          cell: invitation =>
            mayEnd(invitation) && (
              <EndLink waveId={waveId} invitationId={invitation.id} name={invitation.contactName} />
            ),
        },
      ]}
    />
  )
}

import { ActionIcon, Menu } from '@mantine/core'
import type { SeatGuest } from '@sixfold/contract/seats'
import { formatInstant } from '@sixfold/ui/format'
import { type Column, DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { IconDots } from '@tabler/icons-react'
import { seatWords } from '../../../words/seats.ts'
import type { Step } from './move-dialog.tsx'

interface SeatTableProps {
  caption: string
  guests: readonly SeatGuest[]
  zone: string
  hybrid: boolean
  /** Null: only looked at. */
  onStep: ((guest: SeatGuest, step: Step) => void) | null
}

/** People with a seat, an offer or a place on the waiting list; what can be done with each at the right. */
export function SeatTable({ caption, guests, zone, hybrid, onStep }: SeatTableProps) {
  const { language } = useLanguage()
  const say = useSay(seatWords)
  const waits = guests.some(({ standing }) => standing === 'waiting')
  const when = (instant: string) => formatInstant(instant, language, { zone })
  const nameOf = ({ name }: SeatGuest) => name || say('erased')
  const columns: Column<SeatGuest>[] = [
    ...(waits
      ? [
          {
            key: 'place',
            header: say('columnPlace'),
            figure: true,
            width: 70,
            cell: (one: SeatGuest) => one.position,
          },
        ]
      : []),
    { key: 'name', header: say('columnName'), rowHeader: true, cell: nameOf },
    { key: 'account', header: say('columnAccount'), cell: ({ accountName }) => accountName },
    { key: 'party', header: say('columnParty'), figure: true, width: 90, cell: ({ seats }) => seats },
    { key: 'segment', header: say('columnSegment'), width: 130, cell: ({ segment }) => segment },
    waits
      ? {
          key: 'since',
          header: say('columnSince'),
          width: 180,
          cell: ({ since }) => (since ? when(since) : ''),
        }
      : { key: 'state', header: say('columnState'), width: 220, cell: stateOf },
    ...(onStep
      ? [{ key: 'actions', header: say('columnActions'), headerHidden: true, width: 56, cell: actionsOf }]
      : []),
  ]
  return <DataTable caption={caption} stacked rows={guests} rowKey={({ id }) => id} columns={columns} />

  function stateOf({ arrived, expiresAt, walkIn }: SeatGuest) {
    if (arrived) return <Lamp tone="good">{say('came', { when: when(arrived.at) })}</Lamp>
    if (expiresAt) return <Lamp tone="attention">{say('offeredUntil', { when: when(expiresAt) })}</Lamp>
    return <Lamp tone="good">{say(walkIn ? 'walkIn' : 'confirmed')}</Lamp>
  }

  function actionsOf(guest: SeatGuest) {
    if (!onStep) return null
    return (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={say('actionsOf', { name: nameOf(guest) })}>
            <IconDots size={18} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {guest.standing === 'waiting' && (
            <Menu.Item onClick={() => onStep(guest, 'Move')}>{say('moveUp')}</Menu.Item>
          )}
          {hybrid && !guest.walkIn && (
            <Menu.Item onClick={() => onStep(guest, 'Side')}>
              {say(guest.side === 'remote' ? 'toRoom' : 'toRemote')}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => onStep(guest, 'Release')}>{say('release')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    )
  }
}

import { ActionIcon, Menu } from '@mantine/core'
import type { Guest } from '@sixfold/contract/guests'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { isKnownReason, touchRefusalWords } from '@sixfold/ui/words/touch-refusals'
import { IconDots } from '@tabler/icons-react'
import { eventWords } from '../../../words/event.ts'

const tones: Record<Guest['state'], Tone> = {
  accepted: 'good',
  offered: 'attention',
  waitlisted: 'attention',
  invited: 'none',
  planned: 'none',
  declined: 'none',
  refused: 'problem',
}

export type GuestAnswer = 'accept' | 'decline'

/** What a guest may still say to a colleague. */
const answersTo: Record<Guest['state'], readonly GuestAnswer[]> = {
  accepted: ['decline'],
  offered: ['accept', 'decline'],
  waitlisted: ['decline'],
  invited: ['accept', 'decline'],
  planned: [],
  declined: ['accept'],
  refused: [],
}

/** Seated people first, then those who wait in their order, then who may still answer. */
const order: readonly Guest['state'][] = [
  'accepted',
  'offered',
  'waitlisted',
  'invited',
  'planned',
  'declined',
  'refused',
]

interface GuestTableProps {
  guests: readonly Guest[]
  zone: string
  /** Null: only looked at. */
  onAnswer: ((guest: Guest, answer: GuestAnswer) => void) | null
  onSendLink: (guest: Guest) => void
}

/** Guests with how they stand, and why somebody was not invited; what one said elsewhere is noted at the right. */
export function GuestTable({ guests, zone, onAnswer, onSendLink }: GuestTableProps) {
  const { language } = useLanguage()
  const say = useSay(eventWords)
  const sayRefusal = useSay(touchRefusalWords)
  const rows = guests.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0) ||
      a.name.localeCompare(b.name, language),
  )
  return (
    <DataTable
      caption={say('guests')}
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: say('columnName'),
          rowHeader: true,
          cell: ({ name }) => name || say('erasedName'),
        },
        { key: 'account', header: say('columnAccount'), cell: ({ accountName }) => accountName },
        {
          key: 'state',
          header: say('columnState'),
          width: 190,
          cell: guest => <Lamp tone={tones[guest.state]}>{stateText(guest)}</Lamp>,
        },
        {
          key: 'note',
          header: say('columnNote'),
          width: 200,
          cell: reasonText,
        },
        {
          key: 'answered',
          header: say('columnAnswered'),
          width: 190,
          cell: ({ answeredAt }) => (answeredAt ? formatInstant(answeredAt, language, { zone }) : ''),
        },
        ...(onAnswer
          ? [{ key: 'actions', header: say('columnActions'), headerHidden: true, width: 56, cell: actionsOf }]
          : []),
      ]}
    />
  )

  function actionsOf(guest: Guest) {
    const answers = answersTo[guest.state]
    if (!onAnswer || answers.length === 0 || guest.name === '') return null
    return (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={say('actionsOf', { name: guest.name })}>
            <IconDots size={18} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {answers.map(answer => (
            <Menu.Item key={answer} onClick={() => onAnswer(guest, answer)}>
              {say(`note.${answer}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => onSendLink(guest)}>{say('sendLink')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    )
  }

  /** Why somebody is not invited, or not yet. */
  function reasonText({ state, reason }: Guest): string {
    if (reason === null || (state !== 'planned' && state !== 'refused')) return ''
    if (reason === 'too_late' || reason === 'event_cancelled') return say(`reason.${reason}`)
    return isKnownReason(reason) ? sayRefusal(reason) : reason
  }

  function stateText({ state, waitlistPosition, heldUntil, dueAt }: Guest): string {
    switch (state) {
      case 'accepted':
        return say('accepted')
      case 'offered':
        return say('offeredUntil', { when: heldUntil ? formatInstant(heldUntil, language, { zone }) : '' })
      case 'waitlisted':
        return say('waitlistedAt', { position: waitlistPosition ?? 0 })
      case 'invited':
        return say('invitedState')
      case 'declined':
        return say('declinedState')
      case 'refused':
        return say('refusedState')
      case 'planned':
        return dueAt
          ? say('plannedState', { when: formatInstant(dueAt, language, { zone }) })
          : say('plannedSoon')
    }
  }
}

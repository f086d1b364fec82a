import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Contact } from '@sixfold/contract/customers'
import type { Guest, InviteOutlook } from '@sixfold/contract/roundtables'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { commonWords } from '@sixfold/ui/words/common'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { eventWords } from '../../../words/event.ts'
import type { ContactSearch } from '../queries.ts'
import { contactsQuery, previewQuery, useInvite } from '../queries.ts'
import styles from './invite-dialog.module.css'

interface InviteProps {
  roundtableId: string
  region: { id: string; name: string }
  guests: readonly Guest[]
  onClose: () => void
}

/** Chooses guests from the customer record. */
export function InviteDialog({ opened, ...props }: InviteProps & { opened: boolean }) {
  const say = useSay(eventWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('inviteTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <InviteForm {...props} />
    </Modal>
  )
}

const kinds = ['existing', 'prospect', 'former'] as const

// Mounted with the dialog, so that each opening begins with nobody chosen.
function InviteForm({ roundtableId, region, guests, onClose }: InviteProps) {
  const say = useSay(eventWords)
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<ContactSearch['kind']>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [typed] = useDebouncedValue(search.trim(), 250)
  const contacts = useInfiniteQuery(contactsQuery({ regionId: region.id, search: typed, kind }))
  const invite = useInvite()
  const standing = new Map(guests.map(guest => [guest.contactId, guest.state]))
  const shown = (contacts.data?.pages ?? [])
    .flatMap(({ items }) => items.map(({ id }) => id))
    .filter(id => !isStanding(standing.get(id)))
  const preview = useQuery(previewQuery(roundtableId, shown))
  const outlooks = new Map((preview.data?.items ?? []).map(item => [item.contactId, item]))

  function send() {
    invite.mutate(
      { id: roundtableId, contactIds: [...chosen] },
      {
        onSuccess(result) {
          toast.done(say('invitedNow', countsOf(result.guests, chosen)))
          onClose()
        },
      },
    )
  }
  function toggle(id: string, on: boolean) {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{say('inviteText', { region: region.name })}</p>
      <div className={styles.filters}>
        <TextInput
          type="search"
          label={say('search')}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={say('kind')}
          value={kind ?? 'all'}
          allowDeselect={false}
          data={[
            { value: 'all', label: say('kind.all') },
            ...kinds.map(value => ({ value, label: say(`kind.${value}`) })),
          ]}
          onChange={value => setKind(kinds.find(one => one === value))}
        />
      </div>
      <QueryStates
        query={contacts}
        isEmpty={data => data.pages.every(page => page.items.length === 0)}
        empty={<p className={styles.quiet}>{say('nobodyFound')}</p>}
      >
        {data => (
          <fieldset className={styles.list} aria-label={say('contacts')}>
            {data.pages.flatMap(({ items }) =>
              items.map(contact => (
                <ContactChoice
                  key={contact.id}
                  contact={contact}
                  standing={standing.get(contact.id)}
                  outlook={outlooks.get(contact.id)}
                  chosen={chosen.has(contact.id)}
                  onToggle={on => toggle(contact.id, on)}
                />
              )),
            )}
            {contacts.hasNextPage && (
              <Button
                variant="subtle"
                loading={contacts.isFetchingNextPage}
                onClick={() => void contacts.fetchNextPage()}
              >
                {say('more')}
              </Button>
            )}
          </fieldset>
        )}
      </QueryStates>
      {invite.error != null && <FailureNotice error={asApiError(invite.error)} />}
      <div className={styles.actions}>
        <Button variant="filled" disabled={chosen.size === 0} loading={invite.isPending} onClick={send}>
          {chosen.size === 0 ? say('choosePeople') : say('doInvite', { count: chosen.size })}
        </Button>
      </div>
    </div>
  )
}

interface ContactChoiceProps {
  contact: Contact
  standing: Guest['state'] | undefined
  /** What would come of an invitation; undefined until it is known. */
  outlook: InviteOutlook | undefined
  chosen: boolean
  onToggle: (on: boolean) => void
}

/** Who was refused may be asked about again; every other guest stands already. */
function ContactChoice({ contact, standing, outlook, chosen, onToggle }: ContactChoiceProps) {
  const say = useSay(eventWords)
  const { language } = useLanguage()
  const isGuest = isStanding(standing)
  const notes = [contact.accountName, contact.role, ...(isGuest ? [say('alreadyGuest')] : [])].filter(
    note => note !== '',
  )
  return (
    <Checkbox
      className={styles.choice ?? ''}
      label={contact.name}
      description={
        <>
          {notes.join(' · ')}
          {!isGuest && outlook?.reason && (
            <span className={styles.outlook}>
              <Lamp tone={outlook.state === 'planned' ? 'attention' : 'problem'}>
                <TouchReason reason={outlook.reason} />
                {outlook.dueAt &&
                  `; ${say('leaves', { time: formatInstant(outlook.dueAt, language, { zone: contact.zone }) })}`}
              </Lamp>
            </span>
          )}
        </>
      }
      checked={chosen || isGuest}
      disabled={isGuest}
      onChange={event => onToggle(event.currentTarget.checked)}
    />
  )
}

const isStanding = (state: Guest['state'] | undefined) => state !== undefined && state !== 'refused'

function countsOf(guests: readonly Guest[], chosen: ReadonlySet<string>) {
  const count = (state: Guest['state']) =>
    guests.filter(guest => chosen.has(guest.contactId) && guest.state === state).length
  return { invited: count('invited'), planned: count('planned'), refused: count('refused') }
}

import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Contact } from '@sixfold/contract/customers'
import type { DatePoll } from '@sixfold/contract/date-polls'
import type { InviteOutlook } from '@sixfold/contract/guests'
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
import { pollWords } from '../../../words/poll.ts'
import { contactsQuery, previewQuery, useAsk } from '../queries.ts'
import styles from './ask-dialog.module.css'

interface AskProps {
  poll: DatePoll
  region: { id: string; name: string }
  onClose: () => void
}

/** Chooses whom to ask from the customer record. */
export function AskDialog({ opened, ...props }: AskProps & { opened: boolean }) {
  const say = useSay(pollWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={say('askTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <AskForm {...props} />
    </Modal>
  )
}

// Mounted with the dialog, so that each opening begins with nobody chosen.
function AskForm({ poll, region, onClose }: AskProps) {
  const say = useSay(pollWords)
  const [search, setSearch] = useState('')
  const [core, setCore] = useState(true)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [typed] = useDebouncedValue(search.trim(), 250)
  const contacts = useInfiniteQuery(contactsQuery({ regionId: region.id, search: typed }))
  const ask = useAsk()
  const standing = new Set(
    poll.voters.filter(({ state }) => state !== 'refused').map(({ contactId }) => contactId),
  )
  const shown = (contacts.data?.pages ?? [])
    .flatMap(({ items }) => items.map(({ id }) => id))
    .filter(id => !standing.has(id))
  const preview = useQuery(previewQuery(poll.id, shown))
  const outlooks = new Map((preview.data?.items ?? []).map(item => [item.contactId, item]))

  function send() {
    ask.mutate(
      { id: poll.id, contactIds: [...chosen], core },
      {
        onSuccess(result) {
          toast.done(say('askedNow', countsOf(result, chosen)))
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
      <p className={styles.quiet}>{say('askText', { region: region.name })}</p>
      <TextInput
        type="search"
        label={say('search')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
        data-autofocus
      />
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
                  isVoter={standing.has(contact.id)}
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
      <Checkbox
        label={say('askCore')}
        checked={core}
        onChange={event => setCore(event.currentTarget.checked)}
      />
      {ask.error != null && <FailureNotice error={asApiError(ask.error)} />}
      <div className={styles.actions}>
        <Button variant="filled" disabled={chosen.size === 0} loading={ask.isPending} onClick={send}>
          {chosen.size === 0 ? say('choosePeople') : say('doAsk', { count: chosen.size })}
        </Button>
      </div>
    </div>
  )
}

interface ContactChoiceProps {
  contact: Contact
  isVoter: boolean
  /** What would come of asking; undefined until it is known. */
  outlook: InviteOutlook | undefined
  chosen: boolean
  onToggle: (on: boolean) => void
}

function ContactChoice({ contact, isVoter, outlook, chosen, onToggle }: ContactChoiceProps) {
  const say = useSay(pollWords)
  const { language } = useLanguage()
  const notes = [contact.accountName, contact.role, isVoter ? say('alreadyAsked') : ''].filter(Boolean)
  return (
    <Checkbox
      className={styles.choice ?? ''}
      label={contact.name}
      description={
        <>
          {notes.join(' · ')}
          {!isVoter && outlook?.reason && (
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
      checked={chosen || isVoter}
      disabled={isVoter}
      onChange={event => onToggle(event.currentTarget.checked)}
    />
  )
}

function countsOf({ voters }: DatePoll, chosen: ReadonlySet<string>) {
  const count = (state: DatePoll['voters'][number]['state']) =>
    voters.filter(voter => chosen.has(voter.contactId) && voter.state === state).length
  return { invited: count('invited'), planned: count('planned'), refused: count('refused') }
}

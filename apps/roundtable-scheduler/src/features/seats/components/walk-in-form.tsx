import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { SeatGuest } from '@sixfold/contract/seats'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { seatWords } from '../../../words/seats.ts'
import type { Errand } from '../arrival-queue.ts'
import { peopleQuery } from '../queries.ts'
import styles from './door.module.css'

const PAUSE_MS = 250

interface WalkInFormProps {
  regionId: string
  /** Those who are here already are found in the list above. */
  guests: readonly SeatGuest[]
  say: (errand: Errand) => void
}

/** Somebody whom nobody expected: chosen from the customer record, or taken by name. */
export function WalkInForm({ regionId, guests, say: tell }: WalkInFormProps) {
  const say = useSay(seatWords)
  const [name, setName] = useState('')
  const [accountName, setAccountName] = useState('')
  const [search] = useDebouncedValue(name.trim(), PAUSE_MS)
  const query = useQuery(peopleQuery(regionId, search))
  const here = new Set(guests.map(guest => `${guest.name}\n${guest.accountName}`))
  const found = (search.length > 1 && name.trim() !== '' ? (query.data?.items ?? []) : []).filter(
    person => !here.has(`${person.name}\n${person.accountName}`),
  )

  function letIn(person: { contactId?: string; name: string; accountName: string }) {
    const key = crypto.randomUUID()
    tell({ kind: 'walkIn', guestId: `walk-in:${key}`, key, ...person, admit: false })
    setName('')
    setAccountName('')
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') letIn({ name: name.trim(), accountName: accountName.trim() })
  }

  return (
    <form className={styles.walkIn} onSubmit={submit}>
      <TextInput
        label={say('walkInName')}
        description={say('walkInHelp')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        maxLength={120}
        required
        withAsterisk={false}
        autoComplete="off"
      />
      {found.length > 0 && (
        <ul className={styles.found} aria-label={say('walkInFound')}>
          {found.map(person => (
            <li key={person.id} className={styles.row}>
              <div className={styles.who}>
                <strong>{person.name}</strong>
                <span>{person.accountName}</span>
              </div>
              <div className={styles.act}>
                <Button
                  aria-label={say('checkInName', { name: person.name })}
                  onClick={() =>
                    letIn({ contactId: person.id, name: person.name, accountName: person.accountName })
                  }
                >
                  {say('checkIn')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        label={say('walkInAccount')}
        value={accountName}
        onChange={event => setAccountName(event.currentTarget.value)}
        maxLength={160}
        autoComplete="off"
      />
      <Button type="submit">{say('doWalkIn')}</Button>
    </form>
  )
}

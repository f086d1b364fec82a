import { Button, TextInput } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { type FormEvent, useState } from 'react'
import { seatWords } from '../../../words/seats.ts'
import type { Errand } from '../arrival-queue.ts'
import styles from './door.module.css'

/** Somebody whom nobody expected, by name. */
export function WalkInForm({ say: tell }: { say: (errand: Errand) => void }) {
  const say = useSay(seatWords)
  const [name, setName] = useState('')
  const [accountName, setAccountName] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') return
    const key = crypto.randomUUID()
    tell({
      kind: 'walkIn',
      guestId: `walk-in:${key}`,
      key,
      name: name.trim(),
      accountName: accountName.trim(),
      admit: false,
    })
    setName('')
    setAccountName('')
  }

  return (
    <form className={styles.walkIn} onSubmit={submit}>
      <TextInput
        label={say('walkInName')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        maxLength={120}
        required
        withAsterisk={false}
      />
      <TextInput
        label={say('walkInAccount')}
        value={accountName}
        onChange={event => setAccountName(event.currentTarget.value)}
        maxLength={160}
      />
      <Button type="submit">{say('doWalkIn')}</Button>
    </form>
  )
}

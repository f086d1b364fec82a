import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import { touchPurposes } from '@sixfold/domain/contact-policy'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { touchWords } from '@sixfold/ui/words/touches'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { courtesyWords } from '../../../words/courtesy.ts'
import { contactsFound, useTryOut } from '../queries.ts'
import styles from './courtesy.module.css'
import { TryOutAnswer } from './try-out-answer.tsx'

const WAIT_MS = 300

/** Asks what would be decided about one person; `draft` null: by the policy as it is kept. */
export function TryOutSheet({ draft, sound }: { draft: PolicyDraft | null; sound: boolean }) {
  const say = useSay(courtesyWords)
  const sayTouch = useSay(touchWords)
  const [purpose, setPurpose] = useState<TouchPurpose>('relationship_survey')
  const [contact, setContact] = useState<{ id: string; label: string } | null>(null)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, WAIT_MS)
  const found = useQuery({ ...contactsFound(search), placeholderData: keepPreviousData })
  const { mutate, data, error } = useTryOut()
  const [asked] = useDebouncedValue(draft, WAIT_MS)
  useEffect(() => {
    if (contact && sound) mutate({ contactId: contact.id, purpose, ...(asked ? { draft: asked } : {}) })
  }, [contact, purpose, asked, sound, mutate])
  const choices = (found.data?.items ?? []).map(({ id, name, accountName }) => ({
    value: id,
    label: `${name}, ${accountName}`,
  }))
  const all =
    contact && !choices.some(({ value }) => value === contact.id)
      ? [{ value: contact.id, label: contact.label }, ...choices]
      : choices
  return (
    <Sheet title={say('tryOut')}>
      <p className={styles.text}>
        {draft ? `${say('tryOutText')} ${say('tryOutDraft')}` : say('tryOutText')}
      </p>
      <div className={styles.answer}>
        <Select
          label={say('contact')}
          placeholder={say('searchContact')}
          searchable
          clearable
          filter={({ options }) => options}
          nothingFoundMessage={search === '' ? say('searchContact') : say('nobodyFound')}
          data={all}
          value={contact?.id ?? null}
          searchValue={typed}
          onSearchChange={setTyped}
          onChange={(id, option) => setContact(id === null || !option ? null : { id, label: option.label })}
        />
        <Select
          label={say('purpose')}
          allowDeselect={false}
          data={touchPurposes.map(value => ({ value, label: sayTouch(value) }))}
          value={purpose}
          onChange={value => value && setPurpose(value as TouchPurpose)}
        />
        {error && contact && <FailureNotice error={error} />}
        {contact && data && !error && <TryOutAnswer answer={data} />}
      </div>
    </Sheet>
  )
}

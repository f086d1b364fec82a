import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Contact } from '@sixfold/contract/customers'
import { useSay } from '@sixfold/ui/parts/language'
import { IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { previewWords } from '../../../words/preview.ts'
import { contactsQuery, SHORTEST_SEARCH } from '../queries.ts'
import styles from './preview.module.css'

interface ContactPickerProps {
  chosen: Contact | undefined
  onChoose: (id: string | undefined) => void
}

/** Finds a contact by name, company or e-mail address; the house's search knows Vietnamese without its marks. */
export function ContactPicker({ chosen, onChoose }: ContactPickerProps) {
  const say = useSay(previewWords)
  const [typed, setTyped] = useState('')
  const search = typed === chosen?.name ? '' : typed.trim()
  const [sought] = useDebouncedValue(search, 250)
  const found = useQuery(contactsQuery(sought))
  const isLooking = search !== sought || (found.isFetching && found.isPlaceholderData)
  const shown = search.length < SHORTEST_SEARCH ? [] : (found.data?.items ?? [])
  const people = new Map([...(chosen ? [chosen] : []), ...shown].map(contact => [contact.id, contact]))
  return (
    <Select
      className={styles.person}
      aria-label={say('asContact')}
      placeholder={say('pickContact')}
      leftSection={<IconUser size={16} stroke={1.5} aria-hidden="true" />}
      data={[...people.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen?.id ?? null}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={
        search.length < SHORTEST_SEARCH
          ? say('typeName')
          : isLooking
            ? say('searching')
            : say('noContact', { search })
      }
      renderOption={({ option }) => {
        const contact = people.get(option.value)
        return (
          <span className={styles.found}>
            {option.label}
            <small>{[contact?.role, contact?.accountName].filter(Boolean).join(', ')}</small>
          </span>
        )
      }}
      onChange={id => onChoose(id ?? undefined)}
    />
  )
}

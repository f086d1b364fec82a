import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import { contactChoicesQuery } from '../queries.ts'

interface ContactPickerProps {
  contactId: string | null
  regionId: string | undefined
  onChange: (contactId: string | null) => void
}

/** A person of the customer record, found by name. */
export function ContactPicker({ contactId, regionId, onChange }: ContactPickerProps) {
  const say = useSay(requirementWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const [kept, setKept] = useState<{ value: string; label: string }[]>([])
  const found = useQuery(contactChoicesQuery(search, regionId)).data?.items ?? []
  const choices = found.map(({ id, name, accountName }) => ({ value: id, label: `${name}, ${accountName}` }))
  const data = [...kept.filter(({ value }) => choices.every(one => one.value !== value)), ...choices]
  return (
    <Select
      label={say('contact')}
      description={say('contactHelp')}
      value={contactId}
      data={data}
      searchable
      clearable
      onSearchChange={setTyped}
      // The server has searched already, also without diacritics.
      filter={({ options }) => options}
      nothingFoundMessage={search === '' ? null : say('noContact')}
      onChange={next => {
        setKept(data.filter(({ value }) => value === next))
        onChange(next)
      }}
    />
  )
}

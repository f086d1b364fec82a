import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dealWords } from '../../../words/deals.ts'
import { accountChoices } from '../queries.ts'

const SEARCH_AFTER_MS = 200

interface AccountPickerProps {
  accountId: string | null
  onChange: (accountId: string | null) => void
}

/** A company of the customer record, found by name. */
export function AccountPicker({ accountId, onChange }: AccountPickerProps) {
  const say = useSay(dealWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS)
  const [kept, setKept] = useState<{ value: string; label: string }[]>([])
  const found = useQuery(accountChoices(search)).data?.items ?? []
  const choices = found.map(({ id, name }) => ({ value: id, label: name }))
  const data = [...kept.filter(({ value }) => choices.every(one => one.value !== value)), ...choices]
  return (
    <Select
      label={say('account')}
      description={say('accountHelp')}
      value={accountId}
      data={data}
      searchable
      data-autofocus
      onSearchChange={setTyped}
      // The server has searched already, also without diacritics.
      filter={({ options }) => options}
      onChange={next => {
        setKept(data.filter(({ value }) => value === next))
        onChange(next)
      }}
    />
  )
}

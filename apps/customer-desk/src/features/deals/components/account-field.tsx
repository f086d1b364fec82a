import { useDebouncedValue } from '@mantine/hooks'
import { SelectField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { dealWords } from '../../../words/deals.ts'
import { accountChoices } from '../queries.ts'

const SEARCH_AFTER_MS = 200

interface AccountFieldProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
  onChosen: () => void
}

/** A company of the customer record, found by name. */
export function AccountField<Values extends FieldValues, Output>({
  control,
  name,
  onChosen,
}: AccountFieldProps<Values, Output>) {
  const say = useSay(dealWords)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS)
  const [kept, setKept] = useState<{ value: string; label: string }[]>([])
  const found = useQuery(accountChoices(search)).data?.items ?? []
  const others = found.map(({ id, name: label }) => ({ value: id, label }))
  const choices = [...kept.filter(({ value }) => others.every(one => one.value !== value)), ...others]
  return (
    <SelectField
      control={control}
      name={name}
      label={say('account')}
      help={say('accountHelp')}
      choices={choices}
      autoFocus
      onSearch={setTyped}
      onChosen={next => {
        setKept(choices.filter(({ value }) => value === next))
        onChosen()
      }}
    />
  )
}

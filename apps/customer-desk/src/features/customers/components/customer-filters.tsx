import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './customers.module.css'

export interface FilterChoice {
  name: string
  /** What the choice of everything is called. */
  all: string
  value: string | undefined
  choices: readonly { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

export interface CustomerFiltersProps {
  label: string
  search: string | undefined
  onSearch: (words: string | undefined) => void
  choices: readonly FilterChoice[]
}

const ALL = ''

/** Words and choices that narrow a list. A choice of one thing is none, and is left out. */
export function CustomerFilters({ label, search, onSearch, choices }: CustomerFiltersProps) {
  const [typed, setTyped] = useState(search ?? '')
  const [shown, setShown] = useState(search)
  // Changed from outside, as by Back or "show all".
  if (search !== shown) {
    setShown(search)
    if ((search ?? '') !== typed.trim()) setTyped(search ?? '')
  }
  const find = useDebouncedCallback((words: string) => onSearch(words.trim() || undefined), 250)
  return (
    <search className={styles.filters}>
      <TextInput
        className={styles.words ?? ''}
        type="search"
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      {choices
        .filter(({ choices: { length }, value }) => length > 1 || value !== undefined)
        .map(({ name, all, value, choices: data, onChange }) => (
          <Select
            key={name}
            aria-label={name}
            data-chosen={value !== undefined || undefined}
            value={value ?? ALL}
            allowDeselect={false}
            searchable={data.length > 8}
            onChange={next => onChange(next || undefined)}
            data={[{ value: ALL, label: all }, ...data]}
          />
        ))}
    </search>
  )
}

import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import type { CustomerFilter } from '../queries.ts'
import styles from './customers.module.css'

export interface CustomerFiltersProps {
  label: string
  filter: CustomerFilter
  onChange: (filter: CustomerFilter) => void
}

/** Words and region; who sees one region only has nothing to choose. */
export function CustomerFilters({ label, filter, onChange }: CustomerFiltersProps) {
  const say = useSay(deskWords)
  const regions = useSession().data?.regions ?? []
  const [typed, setTyped] = useState(filter.search ?? '')
  const search = useDebouncedCallback(
    (words: string) => onChange({ ...filter, search: words.trim() || undefined }),
    250,
  )
  return (
    <div className={styles.filters} data-regions={regions.length > 1 || undefined}>
      <TextInput
        type="search"
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      {regions.length > 1 && (
        <Select
          aria-label={say('region')}
          value={filter.region ?? 'all'}
          allowDeselect={false}
          onChange={next => onChange({ ...filter, region: next === 'all' ? undefined : (next ?? undefined) })}
          data={[
            { value: 'all', label: say('allRegions') },
            ...regions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </div>
  )
}

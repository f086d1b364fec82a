import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { mailState } from '@sixfold/contract/operations'
import { useSay } from '@sixfold/ui/parts/language'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { houseWords } from '../../../words/house.ts'
import type { MailFilter } from '../queries.ts'
import { mailStateWord } from './mail-state.tsx'
import styles from './outbox.module.css'

export function MailFilters({
  filter,
  onChange,
}: {
  filter: MailFilter
  onChange: (filter: MailFilter) => void
}) {
  const say = useSay(houseWords)
  const [typed, setTyped] = useState(filter.search ?? '')
  const search = useDebouncedCallback(
    (words: string) => onChange({ ...filter, search: words.trim() || undefined }),
    300,
  )
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        aria-label={say('search')}
        placeholder={say('search')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <Select
        aria-label={say('state')}
        value={filter.state ?? 'all'}
        allowDeselect={false}
        onChange={next => onChange({ ...filter, state: mailState.options.find(state => state === next) })}
        data={[
          { value: 'all', label: say('all') },
          ...mailState.options.map(state => ({ value: state, label: say(mailStateWord(state)) })),
        ]}
      />
    </div>
  )
}

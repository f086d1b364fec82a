import { Select, TextInput } from '@mantine/core'
import { reasonKinds } from '@sixfold/contract/guest-choice'
import { GUEST_KINDS } from '@sixfold/domain/roundtables/guest-mix'
import { useSay } from '@sixfold/ui/parts/language'
import { IconSearch } from '@tabler/icons-react'
import { eventWords } from '../../../words/event.ts'
import { guestChoiceWords } from '../../../words/guest-choice.ts'
import type { ChoiceSearch } from '../queries.ts'
import styles from './guest-chooser.module.css'

export interface ChoiceFilter {
  search: string
  kind?: ChoiceSearch['kind']
  segment?: ChoiceSearch['segment']
  reason?: ChoiceSearch['reason']
}

interface ChoiceFiltersProps {
  filter: ChoiceFilter
  segments: readonly string[]
  /** How many people each reason speaks for. */
  reasonCounts: Readonly<Record<string, number>>
  onChange: (filter: ChoiceFilter) => void
}

export function ChoiceFilters({ filter, segments, reasonCounts, onChange }: ChoiceFiltersProps) {
  const say = useSay(eventWords)
  const sayChoice = useSay(guestChoiceWords)
  const reasons = reasonKinds.filter(kind => (reasonCounts[kind] ?? 0) > 0 || kind === filter.reason)
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        label={say('search')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={filter.search}
        onChange={event => onChange({ ...filter, search: event.currentTarget.value })}
        data-autofocus
      />
      <Select
        label={sayChoice('why')}
        value={filter.reason ?? ''}
        allowDeselect={false}
        data={[
          { value: '', label: sayChoice('anyReason') },
          ...reasons.map(kind => ({
            value: kind,
            label: sayChoice('reasonCount', {
              reason: sayChoice(`reason.${kind}`),
              count: reasonCounts[kind] ?? 0,
            }),
          })),
        ]}
        onChange={value => onChange({ ...filter, reason: reasonKinds.find(one => one === value) })}
      />
      <Select
        label={say('kind')}
        value={filter.kind ?? 'all'}
        allowDeselect={false}
        data={[
          { value: 'all', label: say('kind.all') },
          ...GUEST_KINDS.map(value => ({ value, label: say(`kind.${value}`) })),
        ]}
        onChange={value => onChange({ ...filter, kind: GUEST_KINDS.find(one => one === value) })}
      />
      <Select
        label={sayChoice('segment')}
        value={filter.segment ?? ''}
        allowDeselect={false}
        data={[
          { value: '', label: sayChoice('anySegment') },
          ...segments.map(value => ({ value, label: value })),
        ]}
        onChange={value => onChange({ ...filter, segment: value || undefined })}
      />
    </div>
  )
}

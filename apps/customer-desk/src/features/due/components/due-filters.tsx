import { SegmentedControl, Select } from '@mantine/core'
import type { DueView } from '@sixfold/contract/due'
import { dueOwners, dueView } from '@sixfold/contract/due'
import { dueKinds } from '@sixfold/domain/due/due-window'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { RegionSelect } from '@sixfold/ui/parts/region-select'
import { dueWords } from '../../../words/due.ts'
import type { DueFilter } from '../queries.ts'
import { kindOf, viewOf } from '../queries.ts'
import styles from './due.module.css'

export interface DueFiltersProps {
  filter: DueFilter
  counts: Partial<Record<DueView, number>> | undefined
  onChange: (filter: DueFilter) => void
}

/** Calls or surveys, whose accounts, and of which region; who sees one region only has nothing to choose there. */
export function DueFilters({ filter, onChange }: Omit<DueFiltersProps, 'counts'>) {
  const say = useSay(dueWords)
  return (
    <div className={styles.filters}>
      <SegmentedControl
        aria-label={say('what')}
        value={kindOf(filter)}
        onChange={what => onChange({ ...filter, what: dueKinds.find(one => one === what) })}
        data={(['installation_call', 'product_survey'] as const).map(value => ({ value, label: say(value) }))}
      />
      <Select
        className={styles.choice ?? ''}
        aria-label={say('whose')}
        value={filter.of ?? 'all'}
        allowDeselect={false}
        onChange={of => onChange({ ...filter, of: dueOwners.options.find(one => one === of) })}
        data={(['all', 'me', 'nobody'] as const).map(value => ({
          value,
          label: say(kindOf(filter) === 'installation_call' ? `of.${value}` : value),
        }))}
      />
      <RegionSelect region={filter.region} onChange={region => onChange({ ...filter, region })} />
    </div>
  )
}

/** What is to do, waits, has lapsed or is done; how many there are where somebody has to care. */
export function DueViews({ filter, counts, onChange }: DueFiltersProps) {
  const say = useSay(dueWords)
  const { language } = useLanguage()
  const nameOf = (view: DueView) => (view === 'now' ? say(`now.${kindOf(filter)}`) : say(view))
  const labelOf = (view: DueView) => {
    const n = view === 'done' ? 0 : counts?.[view]
    return n ? say('counted', { name: nameOf(view), n: formatNumber(n, language) }) : nameOf(view)
  }
  return (
    <SegmentedControl
      className={styles.views ?? ''}
      aria-label={say('view')}
      value={viewOf(filter)}
      onChange={view => onChange({ ...filter, view: dueView.options.find(one => one === view) })}
      data={dueView.options.map(value => ({ value, label: labelOf(value) }))}
    />
  )
}

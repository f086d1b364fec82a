import { SegmentedControl } from '@mantine/core'
import { taskOwners, taskState } from '@sixfold/contract/tasks'
import { useSay } from '@sixfold/ui/parts/language'
import { RegionSelect } from '@sixfold/ui/parts/region-select'
import { taskWords } from '../../../words/tasks.ts'
import type { TaskFilter } from '../queries.ts'
import styles from './tasks.module.css'

export interface TaskFiltersProps {
  filter: TaskFilter
  onChange: (filter: TaskFilter) => void
}

/** Whose, whether done, and of which region; who sees one region only has nothing to choose there. */
export function TaskFilters({ filter, onChange }: TaskFiltersProps) {
  const say = useSay(taskWords)
  return (
    <div className={styles.filters}>
      <SegmentedControl
        aria-label={say('whose')}
        value={filter.of ?? 'me'}
        onChange={of => onChange({ ...filter, of: taskOwners.options.find(one => one === of) })}
        data={taskOwners.options.map(value => ({ value, label: say(value) }))}
      />
      <SegmentedControl
        aria-label={say('state')}
        value={filter.state ?? 'open'}
        onChange={state => onChange({ ...filter, state: taskState.options.find(one => one === state) })}
        data={taskState.options.map(value => ({ value, label: say(value) }))}
      />
      <RegionSelect region={filter.region} onChange={region => onChange({ ...filter, region })} />
    </div>
  )
}

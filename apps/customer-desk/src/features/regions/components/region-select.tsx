import { Select } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { deskWords } from '../../../words/desk.ts'
import styles from './region-select.module.css'

interface RegionSelectProps {
  region: string | undefined
  onChange: (region: string | undefined) => void
}

/** One region or all; who sees one region only has nothing to choose. */
export function RegionSelect({ region, onChange }: RegionSelectProps) {
  const say = useSay(deskWords)
  const regions = useSession().data?.regions ?? []
  if (regions.length < 2) return null
  return (
    <Select
      className={styles.region ?? ''}
      aria-label={say('region')}
      value={region ?? 'all'}
      allowDeselect={false}
      onChange={next => onChange(next === 'all' ? undefined : (next ?? undefined))}
      data={[
        { value: 'all', label: say('allRegions') },
        ...regions.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

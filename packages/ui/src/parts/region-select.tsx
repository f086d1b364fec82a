import { Select } from '@mantine/core'
import { useSession } from '../session.ts'
import { partWords } from '../words/parts.ts'
import { useSay } from './language.tsx'
import styles from './region-select.module.css'

interface RegionSelectProps {
  region: string | undefined
  onChange: (region: string | undefined) => void
}

/** One region or all; who sees one region only has nothing to choose. */
export function RegionSelect({ region, onChange }: RegionSelectProps) {
  const say = useSay(partWords)
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

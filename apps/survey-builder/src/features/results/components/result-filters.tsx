import { SegmentedControl, Select } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import { formatShare } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { resultWords } from '../../../words/results.ts'
import styles from './results.module.css'

interface FiltersProps {
  quarters: readonly string[]
  quarter: string | undefined
  region: string | undefined
  confidence: Confidence
  onChange: (search: {
    quarter?: string | undefined
    region?: string | undefined
    confidence?: Confidence | undefined
  }) => void
}

/** Percent, as it stands in the address. */
type Confidence = 80 | 90 | 95

const CONFIDENCES: readonly Confidence[] = [80, 90, 95]

/** Which quarter, of which region, and how sure one wants to be. */
export function ResultFilters({ quarters, quarter, region, confidence, onChange }: FiltersProps) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  return (
    <>
      {regions.length > 1 && (
        <RegionFilter regions={regions} region={region} onChange={one => onChange({ region: one })} />
      )}
      {quarters.length > 1 && (
        <Select
          aria-label={say('quarter')}
          w={124}
          data={[...quarters]}
          value={quarter ?? null}
          allowDeselect={false}
          onChange={value => onChange({ quarter: value ?? undefined })}
        />
      )}
      <Select
        aria-label={say('confidence')}
        title={say('confidenceWhy')}
        w={150}
        data={CONFIDENCES.map(level => ({
          value: String(level),
          label: say('confidenceLevel', { confidence: formatShare(level / 100, language) }),
        }))}
        value={String(confidence)}
        allowDeselect={false}
        onChange={value => {
          const level = CONFIDENCES.find(one => String(one) === value)
          onChange({ confidence: level === 95 ? undefined : level })
        }}
      />
    </>
  )
}

interface RegionFilterProps {
  regions: readonly Region[]
  region: string | undefined
  onChange: (region: string | undefined) => void
}

/** Segments while they fit beside each other, a list when there are many. */
function RegionFilter({ regions, region, onChange }: RegionFilterProps) {
  const say = useSay(resultWords)
  const data = [
    { value: 'all', label: say('allRegions') },
    ...regions.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const value = region ?? 'all'
  const choose = (next: string | null) => onChange(next === null || next === 'all' ? undefined : next)
  return regions.length <= 5 ? (
    <div className={styles.regions}>
      <SegmentedControl aria-label={say('region')} data={data} value={value} onChange={choose} />
    </div>
  ) : (
    <Select aria-label={say('region')} data={data} value={value} allowDeselect={false} onChange={choose} />
  )
}

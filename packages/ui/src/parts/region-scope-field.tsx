import { Input, SegmentedControl } from '@mantine/core'
import type { Region, StaffMember } from '@sixfold/contract/staff'
import { type Control, type FieldPath, type FieldPathValue, useController } from 'react-hook-form'
import { partWords } from '../words/parts.ts'
import { MultiSelectField } from './fields.tsx'
import { useSay } from './language.tsx'
import styles from './region-scope-field.module.css'

/** All regions, or only some: two different promises, so they are two different choices. */
export function RegionScopeField<Values extends Pick<StaffMember, 'regions'>, Output>({
  control,
  regions,
}: {
  control: Control<Values, unknown, Output>
  regions: readonly Region[]
}) {
  const say = useSay(partWords)
  const name = 'regions' as FieldPath<Values>
  const { field } = useController({ control, name })
  const all = field.value === 'all'
  return (
    <div className={styles.scope}>
      <Input.Label component="span">{say('regions')}</Input.Label>
      <SegmentedControl
        aria-label={say('regions')}
        value={all ? 'all' : 'some'}
        onChange={next =>
          field.onChange((next === 'all' ? 'all' : []) as FieldPathValue<Values, typeof name>)
        }
        data={[
          { value: 'all', label: say('allRegions') },
          { value: 'some', label: say('onlyThese') },
        ]}
      />
      {!all && (
        <MultiSelectField
          control={control}
          name={name}
          label={say('chooseRegions')}
          choices={regions.map(region => ({ value: region.id, label: region.name }))}
        />
      )}
    </div>
  )
}

import { Input, SegmentedControl } from '@mantine/core'
import type { Region, StaffMember } from '@sixfold/contract/staff'
import { MultiSelectField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import { type Control, type FieldPath, type FieldPathValue, useController } from 'react-hook-form'
import { houseWords } from '../../../words/house.ts'
import styles from './staff.module.css'

/** All regions, or only some: two different promises, so they are two different choices. */
export function RegionScopeField<Values extends Pick<StaffMember, 'regions'>, Output>({
  control,
  regions,
}: {
  control: Control<Values, unknown, Output>
  regions: readonly Region[]
}) {
  const say = useSay(houseWords)
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

import { Input, SegmentedControl } from '@mantine/core'
import type { Region, staffInvitationInput } from '@sixfold/contract/staff'
import { MultiSelectField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import { type Control, useController } from 'react-hook-form'
import type { z } from 'zod'
import { houseWords } from '../../../words/house.ts'
import styles from './staff.module.css'

type InvitationInput = z.input<typeof staffInvitationInput>

/** All regions, or only some: two different promises, so they are two different choices. */
export function RegionScopeField({
  control,
  regions,
}: {
  control: Control<InvitationInput>
  regions: readonly Region[]
}) {
  const say = useSay(houseWords)
  const { field } = useController({ control, name: 'regions' })
  const all = field.value === 'all'
  return (
    <div className={styles.scope}>
      <Input.Label component="span">{say('regions')}</Input.Label>
      <SegmentedControl
        aria-label={say('regions')}
        value={all ? 'all' : 'some'}
        onChange={next => field.onChange(next === 'all' ? 'all' : [])}
        data={[
          { value: 'all', label: say('allRegions') },
          { value: 'some', label: say('onlyThese') },
        ]}
      />
      {!all && (
        <MultiSelectField
          control={control}
          name="regions"
          label={say('chooseRegions')}
          choices={regions.map(region => ({ value: region.id, label: region.name }))}
        />
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import type { CalendarEntry } from '@sixfold/contract/region-calendars'
import { calendarEntry } from '@sixfold/contract/region-calendars'
import { calendarEntryKinds } from '@sixfold/domain/calendar/region-calendar'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { z } from 'zod'
import { calendarWords } from '../../../words/calendars.ts'
import styles from './courtesy.module.css'

/** An empty last day is the first one. */
const dayForm = calendarEntry.extend({ until: z.iso.date().or(z.literal('')) })

/** Adds a day or a span to the region's own list. */
export function AddDayForm({ onAdd }: { onAdd: (entry: CalendarEntry) => Promise<unknown> }) {
  const say = useSay(calendarWords)
  const state = useContractForm<Partial<z.input<typeof dayForm>>, z.output<typeof dayForm>>({
    schema: dayForm,
    defaultValues: { from: '', until: '', kind: 'holiday', name: '', source: '' },
    refusals: { revision_conflict: say('conflict') },
    async submit(entry) {
      await onAdd({ ...entry, until: entry.until || entry.from })
      state.form.reset({ ...state.form.getValues(), from: '', until: '', name: '' })
    },
  })
  const { control, formState } = state.form
  return (
    <Sheet title={say('add')}>
      <p className={styles.text}>{say('addText')}</p>
      <ContractForm of={state} label={say('add')}>
        <div className={styles.pair}>
          <TextField control={control} name="from" type="date" label={say('firstDay')} />
          <TextField control={control} name="until" type="date" label={say('lastDay')} optional />
        </div>
        <SelectField
          control={control}
          name="kind"
          label={say('kind')}
          choices={calendarEntryKinds.map(value => ({ value, label: say(value) }))}
        />
        <TextField control={control} name="name" label={say('name')} />
        <TextField control={control} name="source" label={say('source')} help={say('sourceHelp')} />
        <FormActions>
          <Button type="submit" variant="filled" loading={formState.isSubmitting}>
            {say('addDay')}
          </Button>
        </FormActions>
      </ContractForm>
    </Sheet>
  )
}

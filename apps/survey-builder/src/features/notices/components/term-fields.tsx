import { NumberInput, Select } from '@mantine/core'
import { LEGAL_BASES } from '@sixfold/domain/privacy-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { noticeWords } from '../../../words/notices.ts'

interface TermFieldProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
  /** What leaving it out means. */
  help: string
}

/** On what basis answers are used. */
export function BasisField<Values extends FieldValues, Output>({
  control,
  name,
  help,
}: TermFieldProps<Values, Output>) {
  const say = useSay(noticeWords)
  const { field } = useController({ control, name })
  return (
    <Select
      label={say('basis')}
      description={help}
      clearable
      clearButtonProps={{ 'aria-label': say('clear') }}
      data={LEGAL_BASES.map(value => ({ value, label: say(`basis.${value}`) }))}
      {...field}
      value={field.value ?? null}
    />
  )
}

/** How many months answers are kept with a name. */
export function MonthsField<Values extends FieldValues, Output>({
  control,
  name,
  help,
}: TermFieldProps<Values, Output>) {
  const say = useSay(noticeWords)
  const { field, fieldState } = useController({ control, name })
  return (
    <NumberInput
      label={say('months')}
      description={help}
      min={1}
      max={240}
      allowDecimal={false}
      maw={220}
      {...field}
      value={field.value ?? ''}
      onChange={value => field.onChange(typeof value === 'number' ? value : null)}
      error={fieldState.error?.message}
    />
  )
}

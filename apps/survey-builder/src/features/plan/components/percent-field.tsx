import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'

interface PercentFieldProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
  /** Above the field, or where it stands in a table, its name for those who hear it. */
  label?: string
  hiddenLabel?: string
  help?: ReactNode
  placeholder?: string
  min: number
  max: number
}

/** A proportion, written as a percentage; empty is null. */
export function PercentField<Values extends FieldValues, Output>(props: PercentFieldProps<Values, Output>) {
  const { control, name, label, hiddenLabel, help, placeholder, min, max } = props
  const { field, fieldState } = useController({ control, name })
  const share: number | null = field.value
  return (
    <TextInput
      {...field}
      {...(label === undefined ? {} : { label })}
      {...(hiddenLabel === undefined ? {} : { 'aria-label': hiddenLabel })}
      {...(help === undefined ? {} : { description: help })}
      {...(placeholder === undefined ? {} : { placeholder })}
      type="number"
      inputMode="decimal"
      min={min}
      max={max}
      step="any"
      // A tenth of a percent is exact enough to be read, and does not show how numbers are kept.
      value={share === null || Number.isNaN(share) ? '' : Math.round(share * 1000) / 10}
      error={fieldState.error?.message}
      onChange={event =>
        field.onChange(
          event.currentTarget.value === ''
            ? null
            : Number((event.currentTarget.valueAsNumber / 100).toFixed(6)),
        )
      }
    />
  )
}

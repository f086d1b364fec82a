import { TextInput } from '@mantine/core'

interface NumberBoxProps {
  label: string
  help?: string
  /** Null: left empty. */
  value: number | null
  onChange: (value: number | null) => void
  placeholder?: string
  disabled?: boolean
  step?: number
}

/** A number that may be left empty. */
export function NumberBox({ label, help, value, onChange, placeholder, disabled, step = 1 }: NumberBoxProps) {
  return (
    <TextInput
      type="number"
      inputMode="decimal"
      min={0}
      step={step}
      label={label}
      {...(help === undefined ? {} : { description: help })}
      {...(placeholder === undefined ? {} : { placeholder })}
      disabled={disabled ?? false}
      value={value === null || Number.isNaN(value) ? '' : value}
      onChange={event =>
        onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)
      }
    />
  )
}

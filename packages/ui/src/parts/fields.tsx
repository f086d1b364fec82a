import { Checkbox, MultiSelect, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { commonWords } from '../words/common.ts'
import styles from './form.module.css'
import { LampShape } from './lamp.tsx'
import { useSay } from './language.tsx'

interface FieldProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
  label: string
  help?: ReactNode
  /** What may be left out is marked; what is needed is the rule. */
  optional?: boolean
  disabled?: boolean
}

/** What every kind of field shares: label above, help below, the error in words beside its lamp. */
function useField<Values extends FieldValues, Output>({
  control,
  name,
  label,
  help,
  optional,
  disabled,
}: FieldProps<Values, Output>) {
  const say = useSay(commonWords)
  const { field, fieldState } = useController({ control, name })
  return {
    field,
    shared: {
      label: optional ? (
        <>
          {label} <span className={styles.optional}>({say('optional')})</span>
        </>
      ) : (
        label
      ),
      required: !optional,
      withAsterisk: false,
      ...(help === undefined ? {} : { description: help }),
      ...(disabled === undefined ? {} : { disabled }),
      ...(fieldState.error?.message === undefined
        ? {}
        : { error: <FieldError message={fieldState.error.message} /> }),
    },
  }
}

function FieldError({ message }: { message: string }) {
  return (
    <span className={styles.error}>
      <LampShape tone="problem" />
      {message}
    </span>
  )
}

interface TextFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'search'
  autoComplete?: HTMLInputAutoCompleteAttribute
  autoFocus?: boolean
  placeholder?: string
}

export function TextField<Values extends FieldValues, Output>(props: TextFieldProps<Values, Output>) {
  const { field, shared } = useField(props)
  const { type = 'text', autoComplete, autoFocus, placeholder } = props
  return (
    <TextInput
      {...field}
      {...shared}
      value={field.value ?? ''}
      type={type}
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(autoFocus ? { 'data-autofocus': true, autoFocus } : {})}
    />
  )
}

/** A whole or broken number; empty is null. */
export function NumberField<Values extends FieldValues, Output>(
  props: FieldProps<Values, Output> & { min?: number; max?: number; step?: number },
) {
  const { field, shared } = useField(props)
  return (
    <TextInput
      {...field}
      {...shared}
      type="number"
      inputMode="decimal"
      min={props.min}
      max={props.max}
      step={props.step}
      value={field.value ?? ''}
      onChange={event =>
        field.onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)
      }
    />
  )
}

export function PasswordField<Values extends FieldValues, Output>(
  props: FieldProps<Values, Output> & { autoComplete: 'current-password' | 'new-password' },
) {
  const say = useSay(commonWords)
  const { field, shared } = useField(props)
  return (
    <PasswordInput
      {...field}
      {...shared}
      value={field.value ?? ''}
      aria-invalid={shared.error !== undefined}
      autoComplete={props.autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
    />
  )
}

export function TextAreaField<Values extends FieldValues, Output>(
  props: FieldProps<Values, Output> & { rows?: number; autoFocus?: boolean },
) {
  const { field, shared } = useField(props)
  return (
    <Textarea
      {...field}
      {...shared}
      {...(props.autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
      value={field.value ?? ''}
      autosize
      minRows={props.rows ?? 3}
      maxRows={16}
    />
  )
}

export interface Choice {
  value: string
  label: string
}

interface SelectFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  choices: readonly Choice[]
  searchable?: boolean
  /** The server finds the choices by what is typed. */
  onSearch?: (typed: string) => void
  onChosen?: (value: string | null) => void
  autoFocus?: boolean
}

export function SelectField<Values extends FieldValues, Output>(props: SelectFieldProps<Values, Output>) {
  const { field, shared } = useField(props)
  const { choices, searchable = false, onSearch, onChosen, autoFocus } = props
  return (
    <Select
      {...field}
      {...shared}
      value={field.value ?? null}
      data={[...choices]}
      allowDeselect={props.optional ?? false}
      searchable={searchable || onSearch !== undefined}
      checkIconPosition="right"
      onChange={value => {
        field.onChange(value)
        onChosen?.(value)
      }}
      // The server has searched already, also without diacritics.
      {...(onSearch ? { onSearchChange: onSearch, filter: ({ options }) => options } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  )
}

export function MultiSelectField<Values extends FieldValues, Output>(
  props: FieldProps<Values, Output> & {
    choices: readonly Choice[]
    placeholder?: string
    searchable?: boolean
  },
) {
  const { field, shared } = useField(props)
  const chosen: string[] = field.value ?? []
  return (
    <MultiSelect
      {...field}
      {...shared}
      value={chosen}
      data={[...props.choices]}
      searchable={props.searchable ?? false}
      {...(chosen.length === 0 && props.placeholder ? { placeholder: props.placeholder } : {})}
    />
  )
}

export function CheckboxField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const { field, shared } = useField(props)
  const { value, ...rest } = field
  const { required: _required, withAsterisk: _asterisk, ...look } = shared
  return <Checkbox {...rest} {...look} checked={value ?? false} />
}

export function SwitchField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const { field, shared } = useField(props)
  const { value, ...rest } = field
  const { required: _required, withAsterisk: _asterisk, ...look } = shared
  return <Switch {...rest} {...look} labelPosition="left" checked={value ?? false} />
}

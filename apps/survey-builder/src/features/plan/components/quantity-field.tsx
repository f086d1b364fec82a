import { NumberInput } from '@mantine/core'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import type { ReactNode } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { planWords } from '../../../words/plan.ts'
import styles from './plan.module.css'

interface QuantityFieldProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
  label?: ReactNode
  /** Its name for those who hear it, where a table says it for those who see. */
  hiddenLabel?: string
  help?: ReactNode
  placeholder?: string
  min: number
  max?: number
  /** Digits after the point. */
  decimals?: number
  /** What is shown for 1: 100 writes a proportion as a percentage. */
  scale?: number
}

/** A number with the reader's separators; empty is null. */
export function QuantityField<Values extends FieldValues, Output>(props: QuantityFieldProps<Values, Output>) {
  const { control, name, label, hiddenLabel, help, placeholder, min, max, decimals = 0, scale = 1 } = props
  const say = useSay(planWords)
  const { language } = useLanguage()
  const { field, fieldState } = useController({ control, name })
  const value: unknown = field.value
  const shown = typeof value === 'number' && Number.isFinite(value) ? value : null
  return (
    <NumberInput
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      {...(label === undefined ? {} : { label })}
      {...(hiddenLabel === undefined ? {} : { 'aria-label': hiddenLabel })}
      {...(help === undefined ? {} : { description: help })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(max === undefined ? {} : { max })}
      min={min}
      clampBehavior="none"
      hideControls
      allowNegative={false}
      decimalScale={decimals}
      decimalSeparator={language === 'vi' ? ',' : '.'}
      thousandSeparator={language === 'vi' ? '.' : ','}
      // Proportions are kept as fractions; what was written comes back as it was written.
      value={shown === null ? '' : Number((shown * scale).toFixed(decimals))}
      onChange={next => field.onChange(next === '' ? null : Number((Number(next) / scale).toPrecision(12)))}
      error={
        fieldState.error && (
          <span className={styles.fault}>
            <LampShape tone="problem" />
            {/* The schema speaks of the number that is kept, the reader of the one that is shown. */}
            {scale === 1 || shown === null
              ? fieldState.error.message
              : say('between', { min, max: max ?? '' })}
          </span>
        )
      }
    />
  )
}

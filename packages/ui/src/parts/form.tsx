import { zodResolver } from '@hookform/resolvers/zod'
import type { ErrorCode } from '@sixfold/contract/errors'
import { type ReactNode, useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type ApiError, asApiError } from '../api-error.ts'
import { splitFaults } from '../field-faults.ts'
import { issueText } from '../issue-words.ts'
import { FailureNotice } from './failure-notice.tsx'
import styles from './form.module.css'
import { useLanguage } from './language.tsx'

export interface ContractFormOptions<Input extends FieldValues, Output> {
  /** The contract's schema, or a `pick` or `extend` of it; never a copy. */
  schema: z.ZodType<Output, Input>
  defaultValues: DefaultValues<Input>
  /** Sends the values. What it throws is shown: at the fields when the server named them, else above the form. */
  submit: (values: Output) => Promise<unknown>
  /** Refusals that this form can say better than the code's own words. */
  refusals?: Partial<Record<ErrorCode, string>>
}

export interface ContractFormState<Input extends FieldValues, Output> {
  form: UseFormReturn<Input, unknown, Output>
  onSubmit: () => void
  failure: ApiError | undefined
  refusals: Partial<Record<ErrorCode, string>>
}

/** A form on a schema of the contract. */
export function useContractForm<Input extends FieldValues, Output extends FieldValues>(
  options: ContractFormOptions<Input, Output>,
): ContractFormState<Input, Output> {
  const { language } = useLanguage()
  const [failure, setFailure] = useState<ApiError>()
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver(options.schema, { error: issue => issueText(issue, language) }),
    defaultValues: options.defaultValues,
    mode: 'onSubmit',
  })

  const submit = form.handleSubmit(async values => {
    setFailure(undefined)
    try {
      await options.submit(values)
    } catch (thrown) {
      const error = asApiError(thrown)
      const { known, rest } = splitFaults(error.fields, form.getValues())
      known.forEach((fault, place) => {
        form.setError(
          fault.path as Path<Input>,
          { type: 'server', message: fault.message },
          { shouldFocus: place === 0 },
        )
      })
      if (known.length === 0 || rest.length > 0) setFailure(error)
    }
  })
  return { form, onSubmit: () => void submit(), failure, refusals: options.refusals ?? {} }
}

interface ContractFormProps<Input extends FieldValues, Output> {
  of: ContractFormState<Input, Output>
  /** The fields, then the buttons. */
  children: ReactNode
  label?: string
}

/** Draws a form with what went wrong above it. */
export function ContractForm<Input extends FieldValues, Output>({
  of,
  children,
  label,
}: ContractFormProps<Input, Output>) {
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        of.onSubmit()
      }}
    >
      {of.failure && (
        <FormFailure error={of.failure} values={of.form.getValues()} text={of.refusals[of.failure.code]} />
      )}
      {children}
    </form>
  )
}

function FormFailure({ error, values, text }: { error: ApiError; values: object; text: string | undefined }) {
  const { rest } = splitFaults(error.fields, values)
  return (
    <FailureNotice error={error} text={text}>
      {rest.map(fault => (
        <p key={fault.path}>{`${fault.path}: ${fault.message}`}</p>
      ))}
    </FailureNotice>
  )
}

/** The row of buttons that ends a form: the one that does it first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}

import { Textarea } from '@mantine/core'
import type { ConfirmDialogProps } from '@sixfold/ui/parts/confirm-dialog'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'

interface ReasonDialogProps extends Omit<ConfirmDialogProps, 'onConfirm' | 'children'> {
  label: string
  help?: string
  maxLength: number
  /** Nothing happens without a reason. */
  required?: boolean
  onConfirm: (reason: string) => void
  children?: ReactNode
}

/** A step that says why it is taken. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { label, help, maxLength, required = false, onConfirm, children, ...dialog } = props
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  function confirm() {
    if (required && reason.trim() === '') field.current?.focus()
    else onConfirm(reason)
  }
  return (
    <ConfirmDialog {...dialog} onConfirm={confirm}>
      {children}
      <Textarea
        ref={field}
        label={label}
        description={help}
        value={reason}
        required={required}
        withAsterisk={false}
        maxLength={maxLength}
        autosize
        minRows={3}
        data-autofocus
        onChange={event => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

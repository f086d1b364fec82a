import { Button, Modal } from '@mantine/core'
import type { ContractFormState } from '@sixfold/ui/parts/form'
import { ContractForm, FormActions } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { recordWords } from '../../../words/record.ts'
import type { RecordClash } from '../use-record-form.ts'
import { ClashNotice } from './clash-notice.tsx'

interface RecordDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
}

/** Holds a form, mounted with it: each opening begins anew. */
export function RecordDialog({ opened, onClose, title, children }: RecordDialogProps) {
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {children}
    </Modal>
  )
}

interface RecordFormProps<Input extends FieldValues, Output> {
  state: ContractFormState<Input, Output>
  label: string
  /** Of the button that sends it. */
  send: string
  onClose: () => void
  children: ReactNode
}

/** Fields between their frame and their buttons. */
export function RecordForm<Input extends FieldValues, Output>({
  state,
  label,
  send,
  onClose,
  children,
}: RecordFormProps<Input, Output>) {
  const sayCommon = useSay(commonWords)
  return (
    <ContractForm of={state} label={label}>
      {children}
      <FormActions>
        <Button type="submit" variant="filled" loading={state.form.formState.isSubmitting}>
          {send}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

interface RecordClashNoticeProps<Fields> {
  clash: RecordClash<Fields> | undefined
  texts: { label: (field: string) => string; value: (field: string, record: Fields) => string }
}

/** What somebody else wrote into the same fields, if anybody did. */
export function RecordClashNotice<Fields>({ clash, texts }: RecordClashNoticeProps<Fields>) {
  const say = useSay(recordWords)
  if (!clash) return null
  return (
    <ClashNotice
      lines={clash.fields.map(field => ({
        field: texts.label(field),
        theirs: texts.value(field, clash.current) || say('unknown'),
        mine: texts.value(field, clash.mine) || say('unknown'),
      }))}
      onKeepMine={clash.keepMine}
      onTakeTheirs={clash.takeTheirs}
    />
  )
}

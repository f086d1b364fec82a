import { Button, Modal } from '@mantine/core'
import { silenceReason, silenceReasons } from '@sixfold/contract/account-silences'
import { SelectField, TextAreaField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { z } from 'zod'
import { courtesyWords } from '../../../words/courtesy.ts'
import { useOpenSilence } from '../queries.ts'

interface SilenceDialogProps {
  accountId: string
  zone: string
  opened: boolean
  onClose: () => void
}

/** A field of a form holds a text; an empty day is none. */
const silenceForm = z.strictObject({
  reason: silenceReason,
  note: z.string().trim().max(500),
  lastDay: z.iso.date().or(z.literal('')),
})

/** Reasons that people choose; a case opens its silence by itself. */
const chosen = silenceReasons.filter(reason => reason !== 'case')

export function SilenceDialog(props: SilenceDialogProps) {
  const say = useSay(courtesyWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={say('silence')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <SilenceForm {...props} />
    </Modal>
  )
}

function SilenceForm({ accountId, zone, onClose }: SilenceDialogProps) {
  const say = useSay(courtesyWords)
  const sayCommon = useSay(commonWords)
  const open = useOpenSilence()
  const state = useContractForm<Partial<z.input<typeof silenceForm>>, z.output<typeof silenceForm>>({
    schema: silenceForm,
    defaultValues: { note: '', lastDay: '' },
    refusals: { wrong_state: say('dayPassed', { zone }) },
    async submit({ lastDay, ...values }) {
      await open.mutateAsync({ id: accountId, ...values, lastDay: lastDay || null })
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('silence')}>
      <p>{say('silenceText')}</p>
      <SelectField
        control={control}
        name="reason"
        label={say('reason')}
        choices={chosen.map(value => ({ value, label: say(`reason.${value}`) }))}
      />
      <TextField
        control={control}
        name="lastDay"
        type="date"
        label={say('lastDay')}
        help={say('lastDayHelp', { zone })}
        optional
      />
      <TextAreaField
        control={control}
        name="note"
        label={say('note')}
        help={say('noteHelp')}
        rows={2}
        optional
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('silence')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

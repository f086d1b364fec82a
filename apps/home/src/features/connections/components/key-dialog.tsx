import { Button, Modal } from '@mantine/core'
import { newApiKey } from '@sixfold/contract/api-keys'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { z } from 'zod'
import { connectionWords } from '../../../words/connections.ts'
import { useMakeKey } from '../queries.ts'

interface KeyDialogProps {
  opened: boolean
  onClose: () => void
  onMade: (key: string) => void
}

export function KeyDialog(props: KeyDialogProps) {
  const say = useSay(connectionWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={say('makeKey')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <KeyForm {...props} />
    </Modal>
  )
}

const keyForm = newApiKey.extend({ days: z.enum(['30', '365', 'never']) })

function KeyForm({ onClose, onMade }: KeyDialogProps) {
  const say = useSay(connectionWords)
  const sayCommon = useSay(commonWords)
  const make = useMakeKey()
  const state = useContractForm({
    schema: keyForm,
    defaultValues: { name: '', scope: 'read' as const, days: '365' as const },
    async submit({ days, ...values }) {
      const { key } = await make.mutateAsync({ ...values, days: days === 'never' ? null : Number(days) })
      onMade(key)
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('makeKey')}>
      <TextField control={control} name="name" label={say('keyName')} help={say('keyNameHelp')} autoFocus />
      <SelectField
        control={control}
        name="scope"
        label={say('scope')}
        choices={newApiKey.shape.scope.options.map(value => ({ value, label: say(value) }))}
      />
      <SelectField
        control={control}
        name="days"
        label={say('days')}
        choices={[
          { value: '30', label: say('days30') },
          { value: '365', label: say('days365') },
          { value: 'never', label: say('never') },
        ]}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('makeKeyDo')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

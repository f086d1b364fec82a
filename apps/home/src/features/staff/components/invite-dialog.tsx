import { Button, Modal } from '@mantine/core'
import { type Region, role, staffInvitationInput } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { RegionScopeField } from '@sixfold/ui/parts/region-scope-field'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { shellWords } from '@sixfold/ui/words/shell'
import { houseWords } from '../../../words/house.ts'
import { useInvite } from '../queries.ts'

interface InviteDialogProps {
  opened: boolean
  onClose: () => void
  regions: readonly Region[]
}

export function InviteDialog({ opened, onClose, regions }: InviteDialogProps) {
  const say = useSay(houseWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('inviteTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <InviteForm onClose={onClose} regions={regions} />
    </Modal>
  )
}

// Mounted with the dialog, so that each opening begins with an empty form.
function InviteForm({ onClose, regions }: Omit<InviteDialogProps, 'opened'>) {
  const say = useSay(houseWords)
  const sayShell = useSay(shellWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const invite = useInvite()
  const state = useContractForm({
    schema: staffInvitationInput,
    defaultValues: {
      email: '',
      role: 'marketing',
      regions: 'all' as const,
      language: language satisfies UiLanguage,
    },
    refusals: { already_exists: say('inviteExists') },
    async submit(values) {
      await invite.mutateAsync(values)
      toast.done(say('invited', { email: values.email }))
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('inviteTitle')}>
      <TextField
        control={control}
        name="email"
        type="email"
        label={say('email')}
        help={say('inviteHelp')}
        autoFocus
      />
      <SelectField
        control={control}
        name="role"
        label={say('role')}
        choices={role.options.map(value => ({ value, label: sayShell(value) }))}
      />
      <RegionScopeField control={control} regions={regions} />
      <SelectField
        control={control}
        name="language"
        label={say('language')}
        choices={[
          { value: 'en', label: 'English' },
          { value: 'vi', label: 'Tiếng Việt' },
        ]}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('inviteDo')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

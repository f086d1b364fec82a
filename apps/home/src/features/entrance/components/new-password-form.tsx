import { Button } from '@mantine/core'
import { newPassword } from '@sixfold/contract/staff'
import { api } from '@sixfold/ui/api-client'
import { PasswordField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { entranceWords } from '../../../words/entrance.ts'

/** Chooses a new password by the link in the mail. */
export function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const say = useSay(entranceWords)
  const state = useContractForm({
    schema: newPassword,
    defaultValues: { password: '' },
    async submit(values) {
      await api.passwordResets.complete({ token, ...values })
      onDone()
    },
  })
  return (
    <ContractForm of={state} label={say('newPasswordTitle')}>
      <PasswordField
        control={state.form.control}
        name="password"
        autoComplete="new-password"
        label={say('newPassword')}
        help={say('passwordHelp')}
      />
      <FormActions>
        <Button type="submit" variant="filled" fullWidth loading={state.form.formState.isSubmitting}>
          {say('newPasswordDo')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

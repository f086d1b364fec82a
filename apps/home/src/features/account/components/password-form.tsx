import { Button } from '@mantine/core'
import { passwordChange } from '@sixfold/contract/staff'
import { api } from '@sixfold/ui/api-client'
import { PasswordField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { houseWords } from '../../../words/house.ts'

/** Changes the own password; every session ends, this one too. */
export function PasswordForm() {
  const say = useSay(houseWords)
  const state = useContractForm({
    schema: passwordChange,
    defaultValues: { current: '', password: '' },
    refusals: { wrong_credentials: say('passwordWrong') },
    async submit(values) {
      await api.session.changePassword(values)
      window.location.assign('/')
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('passwordTitle')}>
      <PasswordField
        control={control}
        name="current"
        autoComplete="current-password"
        label={say('currentPassword')}
      />
      <PasswordField
        control={control}
        name="password"
        autoComplete="new-password"
        label={say('newPassword')}
        help={say('passwordHelp')}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('passwordDo')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

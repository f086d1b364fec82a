import { Button } from '@mantine/core'
import { signInInput } from '@sixfold/contract/staff'
import { nextAddress } from '@sixfold/ui/next-address'
import { PasswordField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { sessionQuery, signIn } from '@sixfold/ui/session'
import { useQueryClient } from '@tanstack/react-query'
import { entranceWords } from '../../../words/entrance.ts'

/** Signs in, then goes on to where the person was going. */
export function SignInForm({ next }: { next: string | undefined }) {
  const say = useSay(entranceWords)
  const queryClient = useQueryClient()
  const state = useContractForm({
    schema: signInInput,
    defaultValues: { email: '', password: '' },
    async submit(values) {
      await signIn(values)
      const address = nextAddress(next)
      if (address) window.location.assign(address)
      else await queryClient.resetQueries({ queryKey: sessionQuery().queryKey })
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('signIn')}>
      <TextField
        control={control}
        name="email"
        type="email"
        autoComplete="username"
        label={say('email')}
        autoFocus
      />
      <PasswordField
        control={control}
        name="password"
        autoComplete="current-password"
        label={say('password')}
      />
      <FormActions>
        <Button type="submit" variant="filled" fullWidth loading={formState.isSubmitting}>
          {say('signIn')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

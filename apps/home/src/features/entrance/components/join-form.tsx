import { Button } from '@mantine/core'
import { newMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { api } from '@sixfold/ui/api-client'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { signIn } from '@sixfold/ui/session'
import { entranceWords } from '../../../words/entrance.ts'
import { NewAccountFields } from './new-account-fields.tsx'

/** Accepts a staff invitation, and is signed in afterwards. */
export function JoinForm({ token, email, language }: { token: string; email: string; language: UiLanguage }) {
  const say = useSay(entranceWords)
  const state = useContractForm({
    schema: newMember,
    defaultValues: { name: '', password: '', language },
    async submit(values) {
      await api.staff.join({ token, ...values })
      await signIn({ email, password: values.password })
      window.location.assign('/')
    },
  })
  return (
    <ContractForm of={state} label={say('joinDo')}>
      <NewAccountFields control={state.form.control} />
      <FormActions>
        <Button type="submit" variant="filled" fullWidth loading={state.form.formState.isSubmitting}>
          {say('joinDo')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

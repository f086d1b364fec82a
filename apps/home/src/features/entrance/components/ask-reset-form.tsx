import { Button } from '@mantine/core'
import { resetRequest } from '@sixfold/contract/staff'
import { api } from '@sixfold/ui/api-client'
import { TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { entranceWords } from '../../../words/entrance.ts'

/** Asks for a link to choose a new password with. The answer is the same for every address. */
export function AskResetForm() {
  const say = useSay(entranceWords)
  const [askedFor, setAskedFor] = useState<string>()
  const state = useContractForm({
    schema: resetRequest,
    defaultValues: { email: '' },
    async submit(values) {
      await api.passwordResets.ask(values)
      setAskedFor(values.email)
    },
  })
  if (askedFor) return <p role="status">{say('resetAsked', { email: askedFor })}</p>
  return (
    <ContractForm of={state} label={say('resetTitle')}>
      <TextField
        control={state.form.control}
        name="email"
        type="email"
        autoComplete="username"
        label={say('email')}
        autoFocus
      />
      <FormActions>
        <Button type="submit" variant="filled" fullWidth loading={state.form.formState.isSubmitting}>
          {say('resetAsk')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

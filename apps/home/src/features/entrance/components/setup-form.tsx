import { Button } from '@mantine/core'
import { setupInput } from '@sixfold/contract/staff'
import { api } from '@sixfold/ui/api-client'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { signIn } from '@sixfold/ui/session'
import { entranceWords } from '../../../words/entrance.ts'
import { presentZone, zoneChoices } from '../zones.ts'
import { NewAccountFields } from './new-account-fields.tsx'

const here = presentZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
const zones = zoneChoices(Intl.supportedValuesOf('timeZone'), here)

/** Creates the first administrator and names the house, and is signed in afterwards. */
export function SetupForm({ token }: { token: string }) {
  const say = useSay(entranceWords)
  const { language } = useLanguage()
  const state = useContractForm({
    schema: setupInput,
    defaultValues: { organisation: '', zone: here, email: '', name: '', password: '', language },
    async submit(values) {
      await api.setup.complete({ token, ...values })
      await signIn({ email: values.email, password: values.password })
      window.location.assign('/')
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('setupTitle')}>
      <TextField
        control={control}
        name="organisation"
        autoComplete="organization"
        label={say('organisation')}
        help={say('organisationHelp')}
      />
      <SelectField control={control} name="zone" label={say('zone')} choices={zones} searchable />
      <TextField control={control} name="email" type="email" autoComplete="username" label={say('email')} />
      <NewAccountFields control={control} />
      <FormActions>
        <Button type="submit" variant="filled" fullWidth loading={formState.isSubmitting}>
          {say('setupDo')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

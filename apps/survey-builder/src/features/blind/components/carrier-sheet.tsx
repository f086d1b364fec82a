import { Button } from '@mantine/core'
import type { BlindSettings } from '@sixfold/contract/blind'
import { blindSettings } from '@sixfold/contract/blind'
import { TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { blindWords } from '../../../words/blind.ts'
import { blindSettingsQuery, useSaveBlindSettings } from '../queries.ts'
import styles from './blind.module.css'

/** Names who carries out blind surveys, beside a draft of one. */
export function CarrierSheet() {
  const say = useSay(blindWords)
  const settings = useQuery(blindSettingsQuery())
  return (
    <div className={styles.place}>
      <Sheet title={say('sheet')}>
        <p className={styles.text}>{say('text', { host: location.hostname })}</p>
        <div className={styles.name}>
          <QueryStates query={settings}>{data => <CarrierForm settings={data} />}</QueryStates>
        </div>
      </Sheet>
    </div>
  )
}

function CarrierForm({ settings }: { settings: BlindSettings }) {
  const say = useSay(blindWords)
  const { mutateAsync } = useSaveBlindSettings()
  const state = useContractForm({
    schema: blindSettings,
    defaultValues: settings,
    async submit(named) {
      await mutateAsync(named)
      toast.done(say('saved'))
    },
  })
  return (
    <ContractForm of={state} label={say('sheet')}>
      <TextField control={state.form.control} name="carriedOutBy" label={say('carrier')} optional />
      <FormActions>
        <Button type="submit" loading={state.form.formState.isSubmitting}>
          {say('save')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

import { Button } from '@mantine/core'
import { consentInput } from '@sixfold/contract/contact-ledger'
import { touchPurposes } from '@sixfold/domain/contact-policy'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { touchWords } from '@sixfold/ui/words/touches'
import { z } from 'zod'
import { recordWords } from '../../../words/record.ts'
import { standingWords } from '../../../words/standing.ts'
import { useRecordConsent } from '../queries.ts'

/** The day is enough for people; what is kept is the noon of it. */
const consentForm = consentInput.omit({ id: true, at: true }).extend({ givenOn: z.iso.date() })

/** Nothing is ticked or filled in beforehand: who asks writes down what was said. */
export function ConsentForm({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const say = useSay(standingWords)
  const sayTouch = useSay(touchWords)
  const sayRecord = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const recordConsent = useRecordConsent()
  const state = useContractForm<Partial<z.input<typeof consentForm>>, z.output<typeof consentForm>>({
    schema: consentForm,
    defaultValues: { wordingVersion: '', proof: '', source: '', givenOn: '' },
    async submit({ givenOn, ...consent }) {
      await recordConsent.mutateAsync({ id: contactId, ...consent, at: `${givenOn}T12:00:00.000Z` })
      toast.done(sayRecord('saved'))
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('addConsent')}>
      <SelectField
        control={control}
        name="purpose"
        label={say('purpose')}
        choices={touchPurposes.map(value => ({ value, label: sayTouch(value) }))}
      />
      <TextField
        control={control}
        name="wordingVersion"
        label={say('wordingVersion')}
        help={say('wordingVersionHelp')}
      />
      <TextField control={control} name="proof" label={say('proof')} help={say('proofHelp')} />
      <TextField control={control} name="source" label={say('source')} help={say('sourceHelp')} />
      <TextField control={control} name="givenOn" type="date" label={say('givenOn')} />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say('recordConsent')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

import { Button } from '@mantine/core'
import { optOutPurpose } from '@sixfold/contract/contact-ledger'
import { SelectField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { touchWords } from '@sixfold/ui/words/touches'
import { z } from 'zod'
import { recordWords } from '../../../words/record.ts'
import { standingWords } from '../../../words/standing.ts'
import { useDoNotCall, useOptIn, useOptOut, useWithdrawConsent } from '../queries.ts'
import type { StandingStep } from './standing-dialog.tsx'

interface SourceFormProps {
  contactId: string
  step: Exclude<StandingStep, { kind: 'consent' }>
  title: string
  onClose: () => void
}

const source = z.string().trim().min(1).max(500)

/** How the house knows, and for a refusal of what. It counts from this moment on. */
export function SourceForm({ contactId, step, title, onClose }: SourceFormProps) {
  const say = useSay(standingWords)
  const sayTouch = useSay(touchWords)
  const sayRecord = useSay(recordWords)
  const sayCommon = useSay(commonWords)
  const note = useNote(contactId, step)
  const schema = z.strictObject({
    purpose: step.kind === 'optOut' ? optOutPurpose : optOutPurpose.optional(),
    source: step.kind === 'withdraw' ? source.or(z.literal('')) : source,
  })
  const state = useContractForm<Partial<z.input<typeof schema>>, z.output<typeof schema>>({
    schema,
    defaultValues: { source: '' },
    async submit(values) {
      await note(values)
      toast.done(sayRecord('saved'))
      onClose()
    },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={title}>
      {step.kind === 'optOut' && (
        <SelectField
          control={control}
          name="purpose"
          label={say('purpose')}
          choices={optOutPurpose.options.map(value => ({ value, label: sayTouch(value) }))}
        />
      )}
      {step.kind === 'withdraw' ? (
        <p>{say('withdrawText')}</p>
      ) : (
        <TextField control={control} name="source" label={say('source')} help={say('sourceHelp')} autoFocus />
      )}
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say(doWords[step.kind === 'doNotCall' && !step.doNotCall ? 'call' : step.kind])}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )
}

const doWords = {
  withdraw: 'withdraw',
  optOut: 'recordOptOut',
  optIn: 'optIn',
  doNotCall: 'setDoNotCall',
  call: 'clearDoNotCall',
} as const

function useNote(id: string, step: SourceFormProps['step']) {
  const withdraw = useWithdrawConsent()
  const optOut = useOptOut()
  const optIn = useOptIn()
  const doNotCall = useDoNotCall()
  return async ({
    purpose,
    source: how,
  }: {
    purpose?: z.output<typeof optOutPurpose> | undefined
    source: string
  }): Promise<unknown> => {
    switch (step.kind) {
      case 'withdraw':
        return withdraw.mutateAsync({ id, purpose: step.purpose })
      case 'optOut':
        return purpose && optOut.mutateAsync({ id, purpose, source: how })
      case 'optIn':
        return optIn.mutateAsync({ id, purpose: step.purpose, source: how })
      case 'doNotCall':
        return doNotCall.mutateAsync({ id, doNotCall: step.doNotCall, source: how })
    }
  }
}

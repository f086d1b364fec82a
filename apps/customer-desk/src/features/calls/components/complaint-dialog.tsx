import { Button } from '@mantine/core'
import type { CallView } from '@sixfold/contract/calls'
import { caseSeverity, caseWords } from '@sixfold/contract/cases'
import { SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { textIn } from '@sixfold/domain/local-text'
import { SelectField, TextAreaField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { callWords } from '../../../words/calls.ts'
import { useComplain } from '../queries.ts'
import { CallDialog } from './call-dialog.tsx'

const form = z.strictObject({ text: caseWords, factor: z.string().nullable(), severity: caseSeverity })

/** One step from what somebody says to a case. Sending it twice opens it once. */
export function ComplaintDialog({ view, onClose }: { view: CallView; onClose: () => void }) {
  const say = useSay(callWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const complain = useComplain()
  const [formId] = useState(() => crypto.randomUUID())
  const state = useContractForm<z.input<typeof form>, z.output<typeof form>>({
    schema: form,
    defaultValues: { text: '', factor: null, severity: 'normal' },
    async submit(values) {
      const { caseId, receipt } = await complain.mutateAsync({ id: view.call.id, form: formId, ...values })
      onClose()
      toast.done(say('toast.complaint', { receipt }), {
        label: say('openCase'),
        run: () => void navigate({ to: '/cases/$id', params: { id: caseId } }),
      })
    },
  })
  const { control, formState } = state.form
  return (
    <CallDialog title={say('complaintTitle')} onClose={onClose}>
      <ContractForm of={state} label={say('complaintTitle')}>
        <p>{say('complaintText')}</p>
        <TextAreaField control={control} name="text" label={say('words')} rows={3} autoFocus />
        <SelectField
          control={control}
          name="factor"
          label={say('factor')}
          choices={view.factors.map(({ key, name }) => ({ value: key, label: textIn(name, language, 'en') }))}
          optional
        />
        <SelectField
          control={control}
          name="severity"
          label={say('severity')}
          choices={SEVERITIES.map(value => ({ value, label: say(`severity.${value}`) }))}
        />
        <FormActions>
          <Button type="submit" variant="filled" loading={formState.isSubmitting}>
            {say('openIt')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </FormActions>
      </ContractForm>
    </CallDialog>
  )
}

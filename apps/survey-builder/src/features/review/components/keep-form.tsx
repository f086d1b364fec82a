import { Button } from '@mantine/core'
import { keepReason } from '@sixfold/contract/reviews'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import { findingKey } from '@sixfold/domain/survey/review/finding-key'
import { TextAreaField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useEffect } from 'react'
import { z } from 'zod'
import { reviewWords } from '../../../words/review.ts'
import { useKeep } from '../queries.ts'

interface KeepFormProps {
  surveyId: string
  finding: Finding
  title: string
  onClose: () => void
  onKept: () => void
}

const schema = z.strictObject({ reason: keepReason })

/** Asks why a finding is kept as it is. */
export function KeepForm({ surveyId, finding, title, onClose, onKept }: KeepFormProps) {
  const say = useSay(reviewWords)
  const keep = useKeep(surveyId)
  const state = useContractForm({
    schema,
    defaultValues: { reason: '' },
    submit: async ({ reason }) => {
      await keep.mutateAsync({ id: surveyId, key: findingKey(finding), reason })
      toast.done(say('keptDone'))
      onKept()
    },
  })
  const { setFocus } = state.form
  useEffect(() => setFocus('reason'), [setFocus])
  return (
    <ContractForm of={state} label={title}>
      <TextAreaField
        control={state.form.control}
        name="reason"
        label={say('keepReason')}
        help={say('keepHelp')}
        rows={2}
      />
      <FormActions>
        <Button type="submit" size="xs" loading={keep.isPending}>
          {say('keepDo')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {say('cancel')}
        </Button>
      </FormActions>
    </ContractForm>
  )
}

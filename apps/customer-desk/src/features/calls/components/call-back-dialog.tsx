import { Button } from '@mantine/core'
import { callBackTime } from '@sixfold/contract/calls'
import type { DueThing } from '@sixfold/contract/due'
import { addLocalDays } from '@sixfold/domain/local-date'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { formatInstant } from '@sixfold/ui/format'
import { TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { z } from 'zod'
import { callWords } from '../../../words/calls.ts'
import { CallDialog } from './call-dialog.tsx'

export interface CallBackDialogProps {
  contact: NonNullable<DueThing['contact']>
  now: string
  onClose: () => void
  onChoose: (callBack: { date: string; time: string }) => Promise<unknown>
}

const form = z.strictObject({ callBack: callBackTime })

/** When the person would like to be called, on their own clock. */
export function CallBackDialog({ contact, now, onClose, onChoose }: CallBackDialogProps) {
  const say = useSay(callWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const time = formatInstant(now, language, { zone: contact.zone, show: 'time' })
  const { date } = wallTimeIn(new Date(now), contact.zone)
  const state = useContractForm<z.input<typeof form>, z.output<typeof form>>({
    schema: form,
    defaultValues: { callBack: { date: addLocalDays(date, 1), time: '10:00' } },
    submit: ({ callBack }) => onChoose(callBack),
  })
  const { control, formState } = state.form
  return (
    <CallDialog title={say('callBackTitle')} onClose={onClose}>
      <ContractForm of={state} label={say('callBackTitle')}>
        <p>{say('callBackText', { name: contact.name, time })}</p>
        <TextField control={control} name="callBack.date" type="date" label={say('day')} autoFocus />
        <TextField control={control} name="callBack.time" type="time" label={say('time')} />
        <FormActions>
          <Button type="submit" variant="filled" loading={formState.isSubmitting}>
            {say('noteIt')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </FormActions>
      </ContractForm>
    </CallDialog>
  )
}

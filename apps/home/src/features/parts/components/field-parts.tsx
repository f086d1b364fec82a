import { Button } from '@mantine/core'
import { emailAddress } from '@sixfold/contract/common'
import { ApiError } from '@sixfold/ui/api-error'
import {
  CheckboxField,
  MultiSelectField,
  NumberField,
  PasswordField,
  SelectField,
  SwitchField,
  TextAreaField,
  TextField,
} from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useEffect } from 'react'
import { z } from 'zod'
import { partsPageWords } from '../../../words/parts-page.ts'
import styles from './parts.module.css'

const sample = z.object({
  company: z.string().min(1),
  email: emailAddress,
  region: z.enum(['north', 'central', 'south']),
  regions: z.array(z.string()).min(1),
  seats: z.number().int().min(1),
  note: z.string(),
  secret: z.string().min(12),
  offerNa: z.boolean(),
  remind: z.boolean(),
})

/** Every kind of field; the address is wrong from the start, and sending ends as a server's refusal does. */
export function FieldParts() {
  const say = useSay(partsPageWords)
  const state = useContractForm({
    schema: sample,
    defaultValues: {
      company: 'Sao Biển Seafood',
      email: 'ha@',
      region: 'south',
      regions: ['south'],
      seats: 36,
      note: '',
      secret: '',
      offerNa: true,
      remind: true,
    },
    submit: () =>
      Promise.reject(new ApiError({ code: 'revision_conflict', message: '', requestId: 'b7c1-40fe' })),
  })
  const { control, trigger } = state.form
  const regions = [
    { value: 'north', label: say('north') },
    { value: 'central', label: say('central') },
    { value: 'south', label: say('south') },
  ]

  useEffect(() => {
    void trigger('email')
  }, [trigger])

  return (
    <Sheet title={say('fields')}>
      <ContractForm of={state} label={say('fields')}>
        <div className={styles.columns}>
          <TextField control={control} name="company" label={say('company')} help={say('companyHelp')} />
          <TextField control={control} name="email" type="email" label={say('emailWrong')} />
          <SelectField control={control} name="region" label={say('region')} choices={regions} />
          <MultiSelectField control={control} name="regions" label={say('regions')} choices={regions} />
          <NumberField control={control} name="seats" label={say('seats')} min={1} />
          <PasswordField control={control} name="secret" label={say('secret')} autoComplete="new-password" />
        </div>
        <TextAreaField control={control} name="note" label={say('note')} optional />
        <div className={styles.row}>
          <SwitchField control={control} name="offerNa" label={say('offerNa')} />
          <CheckboxField control={control} name="remind" label={say('remind')} />
        </div>
        <FormActions>
          <Button type="submit">{say('sendIt')}</Button>
        </FormActions>
      </ContractForm>
    </Sheet>
  )
}

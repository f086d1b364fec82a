import { contactFields, seniority } from '@sixfold/contract/customers'
import { channels } from '@sixfold/domain/contact-policy'
import { zonesOfCountry } from '@sixfold/domain/customers/country-zones'
import { countries } from '@sixfold/ui/countries'
import { knownLanguages } from '@sixfold/ui/known-languages'
import { languageName } from '@sixfold/ui/language-name'
import { MultiSelectField, SelectField, TextField } from '@sixfold/ui/parts/fields'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { deskWords } from '../../../words/desk.ts'
import { recordWords } from '../../../words/record.ts'
import styles from './record.module.css'

/** An empty line is no number. */
const phone = z
  .string()
  .nullable()
  .transform(text => text || null)
  .pipe(contactFields.shape.phone)

/** The number in another system is given once, with the person. */
export const contactForm = contactFields.extend({ phone, externalId: z.string().trim().max(100) })
export type ContactForm = z.infer<typeof contactForm>

/** The fields of a person, for a new one as for a change. */
export function ContactFormFields({ form, isNew }: { form: UseFormReturn<ContactForm>; isNew: boolean }) {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const { language } = useLanguage()
  const { control, getFieldState, getValues, setValue } = form
  const [country, zone] = useWatch({ control, name: ['country', 'zone'] })
  const zones = zonesOfCountry(country)
  const countryNames = new Intl.DisplayNames([language], { type: 'region' })

  useEffect(() => {
    const [first] = zonesOfCountry(country)
    // Who moves to another country lives by its clocks.
    if (first && getFieldState('country').isDirty && !zonesOfCountry(country).includes(getValues('zone')))
      setValue('zone', first, { shouldDirty: true })
  }, [country, getFieldState, getValues, setValue])

  return (
    <>
      <TextField control={control} name="name" label={sayRecord('name')} autoFocus={isNew} />
      <div className={styles.pair}>
        <TextField control={control} name="role" label={say('role')} optional />
        <SelectField
          control={control}
          name="seniority"
          label={sayRecord('seniority')}
          choices={seniority.options.map(value => ({
            value,
            label: sayRecord(value === '' ? 'unknown' : value),
          }))}
        />
        <TextField control={control} name="email" type="email" label={sayRecord('email')} />
        <TextField control={control} name="phone" type="tel" label={sayRecord('phone')} optional />
        <MultiSelectField
          control={control}
          name="languages"
          label={sayRecord('languages')}
          help={sayRecord('languagesHelp')}
          searchable
          choices={knownLanguages.map(value => ({ value, label: languageName(value, language) }))}
        />
        <MultiSelectField
          control={control}
          name="channels"
          label={sayRecord('channels')}
          help={sayRecord('channelsHelp')}
          choices={channels.map(value => ({ value, label: sayRecord(value) }))}
        />
        <SelectField
          control={control}
          name="country"
          label={sayRecord('country')}
          searchable
          choices={countries(language).map(code => ({ value: code, label: countryNames.of(code) ?? code }))}
        />
        <SelectField
          control={control}
          name="zone"
          label={say('zone')}
          searchable
          choices={[...new Set([...zones, ...(zone ? [zone] : [])])].map(name => ({
            value: name,
            label: name.replaceAll('_', ' '),
          }))}
        />
      </div>
      {isNew && (
        <TextField
          control={control}
          name="externalId"
          label={sayRecord('optionalNumber')}
          help={sayRecord('optionalNumberHelp')}
          optional
        />
      )}
    </>
  )
}

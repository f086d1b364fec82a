import type { UiLanguage } from '@sixfold/contract/words'
import { PasswordField, SelectField, TextField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import type { Control, FieldPath } from 'react-hook-form'
import { entranceWords } from '../../../words/entrance.ts'

interface NewAccount {
  name: string
  password: string
  language: UiLanguage
}

/** Name, password and language: what every new account begins with, in any form that has them. */
export function NewAccountFields<Values extends NewAccount, Output>({
  control,
}: {
  control: Control<Values, unknown, Output>
}) {
  const say = useSay(entranceWords)
  const at = (key: keyof NewAccount) => key as FieldPath<Values>
  return (
    <>
      <TextField control={control} name={at('name')} autoComplete="name" label={say('yourName')} />
      <PasswordField
        control={control}
        name={at('password')}
        autoComplete="new-password"
        label={say('newPassword')}
        help={say('passwordHelp')}
      />
      <SelectField
        control={control}
        name={at('language')}
        label={say('screens')}
        choices={[
          { value: 'en', label: 'English' },
          { value: 'vi', label: 'Tiếng Việt' },
        ]}
      />
    </>
  )
}

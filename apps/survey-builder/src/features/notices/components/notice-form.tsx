import { Button } from '@mantine/core'
import type { KeptNotice } from '@sixfold/contract/privacy-notices'
import { noticeContent } from '@sixfold/contract/privacy-notices'
import { displayName } from '@sixfold/domain/language-name'
import { TextAreaField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { noticeWords } from '../../../words/notices.ts'
import { useSaveNotice } from '../queries.ts'
import styles from './notices.module.css'
import { BasisField, MonthsField } from './term-fields.tsx'

export interface NoticeFormProps {
  kept: KeptNotice
  /** Stands where no legal name is given. */
  organisation: string
  languages: readonly string[]
  mayEdit: boolean
}

/** What every survey of the house says about who asks. */
export function NoticeForm({ kept, organisation, languages, mayEdit }: NoticeFormProps) {
  const say = useSay(noticeWords)
  const { language } = useLanguage()
  const { mutateAsync } = useSaveNotice()
  const state = useContractForm({
    schema: noticeContent,
    defaultValues: {
      ...kept.content,
      readers: Object.fromEntries(languages.map(tag => [tag, kept.content.readers[tag] ?? ''])),
    },
    async submit(content) {
      await mutateAsync({ revision: kept.revision, content })
      toast.done(say('saved'))
    },
    refusals: { revision_conflict: say('conflict') },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('title')}>
      <fieldset className={styles.plain} disabled={!mayEdit}>
        <Sheet title={say('who')}>
          <div className={styles.fields}>
            <TextField
              control={control}
              name="responsible"
              label={say('responsible')}
              help={say('responsibleHelp', { organisation })}
              optional
            />
            <TextAreaField control={control} name="address" label={say('address')} rows={2} optional />
            <div className={styles.row}>
              <TextField control={control} name="contactName" label={say('contactName')} optional />
              <TextField
                control={control}
                name="contactEmail"
                type="email"
                label={say('contactEmail')}
                optional
              />
              <TextField
                control={control}
                name="contactPhone"
                type="tel"
                label={say('contactPhone')}
                optional
              />
            </div>
          </div>
        </Sheet>
        <Sheet title={say('use')}>
          <div className={styles.fields}>
            {languages.map(tag => (
              <TextAreaField
                key={tag}
                control={control}
                name={`readers.${tag}`}
                label={say('readers', { language: displayName(tag, language) })}
                help={say('readersHelp')}
                rows={2}
                optional
              />
            ))}
            <BasisField control={control} name="basis" help={say('basisHelp')} />
            <MonthsField control={control} name="retentionMonths" help={say('monthsHelp')} />
          </div>
        </Sheet>
      </fieldset>
      {mayEdit ? (
        <FormActions>
          <Button type="submit" variant="filled" loading={formState.isSubmitting}>
            {say('save')}
          </Button>
        </FormActions>
      ) : (
        <p className={styles.quiet}>{say('readOnly')}</p>
      )}
    </ContractForm>
  )
}

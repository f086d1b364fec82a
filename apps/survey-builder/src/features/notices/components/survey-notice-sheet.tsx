import { Button } from '@mantine/core'
import type { KeptSurveyNotice } from '@sixfold/contract/privacy-notices'
import { surveyNoticeContent } from '@sixfold/contract/privacy-notices'
import { displayName } from '@sixfold/domain/language-name'
import { TextAreaField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticeWords } from '../../../words/notices.ts'
import { surveyNoticeQuery, useSaveSurveyNotice } from '../queries.ts'
import styles from './notices.module.css'
import { BasisField, MonthsField } from './term-fields.tsx'

/** What whoever answers this survey is told it is for; begun from what its plan says. */
export function SurveyNoticeSheet({ surveyId, mayEdit }: { surveyId: string; mayEdit: boolean }) {
  const say = useSay(noticeWords)
  const notice = useQuery(surveyNoticeQuery(surveyId))
  return (
    <div className={styles.beside}>
      <Sheet title={say('ofSurvey')} aside={<Link to="/courtesy/notice">{say('forAll')}</Link>}>
        <p className={styles.quiet}>{say('ofSurveyText')}</p>
        <QueryStates query={notice}>
          {kept => <SurveyNoticeForm key={kept.revision} kept={kept} mayEdit={mayEdit} />}
        </QueryStates>
      </Sheet>
    </div>
  )
}

function SurveyNoticeForm({ kept, mayEdit }: { kept: KeptSurveyNotice; mayEdit: boolean }) {
  const say = useSay(noticeWords)
  const { language } = useLanguage()
  const { mutateAsync } = useSaveSurveyNotice()
  const { purpose } = kept.content
  const stated = Object.values(purpose).some(text => text !== '')
  const state = useContractForm({
    schema: surveyNoticeContent,
    defaultValues: {
      ...kept.content,
      purpose: Object.fromEntries(
        kept.languages.map((tag, at) => [
          tag,
          purpose[tag] ?? (at === 0 && !stated ? (kept.planned ?? '') : ''),
        ]),
      ),
    },
    async submit(content) {
      await mutateAsync({ id: kept.surveyId, revision: kept.revision, content })
      toast.done(say('saved'))
    },
    refusals: { revision_conflict: say('conflict') },
  })
  const { control, formState } = state.form
  return (
    <ContractForm of={state} label={say('ofSurvey')}>
      {!stated && <Lamp tone="attention">{say(kept.planned ? 'fromPlan' : 'noPurpose')}</Lamp>}
      <fieldset className={styles.plain} disabled={!mayEdit}>
        <div className={styles.fields}>
          {kept.languages.map(tag => (
            <TextAreaField
              key={tag}
              control={control}
              name={`purpose.${tag}`}
              label={say('purpose', { language: displayName(tag, language) })}
              rows={2}
              optional
            />
          ))}
          <BasisField control={control} name="basis" help={say('asForAll')} />
          <MonthsField control={control} name="retentionMonths" help={say('asForAll')} />
        </div>
      </fieldset>
      {mayEdit && (
        <FormActions>
          <Button type="submit" loading={formState.isSubmitting}>
            {say('saveOfSurvey')}
          </Button>
        </FormActions>
      )}
    </ContractForm>
  )
}

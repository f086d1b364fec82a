import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import type { Programme, ProgrammeContent } from '@sixfold/contract/programmes'
import type { Region } from '@sixfold/contract/staff'
import type { Survey } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import { asApiError } from '@sixfold/ui/api-error'
import { formatQuarter } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { programmeWords } from '../../../words/programmes.ts'
import { blankPlan } from '../plan-state.ts'
import { useCreateProgramme, useSaveProgramme } from '../programme-queries.ts'
import fields from './plan-fields.module.css'
import { PlanFields } from './plan-fields.tsx'

interface ProgrammeFormProps {
  /** Null: a new one. */
  programme: Programme | null
  surveys: readonly Survey[]
  regions: readonly Region[]
  mayEdit: boolean
  onCreated: (id: string) => void
}

/** What the waves of a programme are drafted from. */
export function ProgrammeForm({ programme, surveys, regions, mayEdit, onCreated }: ProgrammeFormProps) {
  const say = useSay(programmeWords)
  const { language } = useLanguage()
  const [content, setContent] = useState<ProgrammeContent>(() =>
    programme
      ? contentOf(programme)
      : {
          ...blankPlan(regions.map(({ id }) => id)),
          name: '',
          surveyId: surveys.find(({ latestVersion }) => latestVersion !== null)?.id ?? surveys[0]?.id ?? '',
          days: 21,
        },
  )
  const create = useCreateProgramme()
  const save = useSaveProgramme()
  const error = create.error ?? save.error
  const conflict = error && asApiError(error).code === 'revision_conflict'
  const change = (part: Partial<ProgrammeContent>) => setContent({ ...content, ...part })
  const isDirty = !programme || JSON.stringify(content) !== JSON.stringify(contentOf(programme))

  function submit() {
    if (programme)
      save.mutate(
        { id: programme.id, revision: programme.revision, content },
        { onSuccess: () => toast.done(say('saved')) },
      )
    else create.mutate(content, { onSuccess: ({ id }) => onCreated(id) })
  }

  return (
    <Sheet label={say('programmes')}>
      <form
        className={fields.form}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput
          label={say('name')}
          value={content.name}
          required
          maxLength={200}
          readOnly={!mayEdit}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <div className={fields.pair}>
          <Select
            label={say('survey')}
            description={say('surveyHelp')}
            value={content.surveyId}
            allowDeselect={false}
            data={surveys.map(survey => ({ value: survey.id, label: labelOf(survey) }))}
            onChange={surveyId => change({ surveyId: surveyId ?? content.surveyId })}
          />
          <NumberInput
            label={say('days')}
            min={1}
            max={365}
            allowDecimal={false}
            value={content.days}
            onChange={days => change({ days: typeof days === 'number' ? days : content.days })}
          />
        </div>
        <PlanFields plan={content} regions={regions} panels onChange={plan => change(plan)} />
        {conflict && (
          <p className={fields.problem} role="alert">
            {say('conflict')}
          </p>
        )}
        {error && !conflict && <FailureNotice error={error} />}
        {mayEdit && (
          <div className={fields.actions}>
            <Button
              type="submit"
              variant={programme ? 'default' : 'filled'}
              loading={create.isPending || save.isPending}
              disabled={!isDirty || content.name.trim() === '' || content.regionIds.length === 0}
            >
              {say(programme ? 'save' : 'create')}
            </Button>
          </div>
        )}
      </form>
    </Sheet>
  )

  function labelOf(survey: Survey): string {
    const title = `${formatQuarter(survey.quarter)}, ${textIn(survey.title, language, 'en')}`
    return survey.latestVersion === null ? say('draftOnly', { title }) : title
  }
}

function contentOf(programme: Programme): ProgrammeContent {
  const { name, surveyId, days, regionIds, audience, design, reminders, sending } = programme
  return { regionIds, audience, design, reminders, sending, name, surveyId, days }
}

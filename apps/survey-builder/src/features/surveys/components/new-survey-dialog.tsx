import { Button, Input, Modal, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import type { KeptFactorModel } from '@sixfold/contract/factor-models'
import { carriesQuarterlySurvey } from '@sixfold/domain/factor-model'
import { displayName } from '@sixfold/domain/language-name'
import { textIn } from '@sixfold/domain/local-text'
import { parseQuarter } from '@sixfold/domain/quarter'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { SURVEY_KINDS } from '@sixfold/domain/survey/kind'
import { asApiError } from '@sixfold/ui/api-error'
import { errorText } from '@sixfold/ui/error-words'
import { formatQuarter } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { builderWords } from '../../../words/builder.ts'
import { quarterAt, quartersAhead } from '../house-quarter.ts'
import { factorModelsQuery, useCreateSurvey } from '../queries.ts'
import styles from './surveys.module.css'

interface NewSurveyDialogProps {
  opened: boolean
  /** The factor model to begin with; the first one otherwise. */
  model?: string | undefined
  onClose: () => void
  onCreated: (id: string) => void
}

export function NewSurveyDialog({ opened, model, onClose, onCreated }: NewSurveyDialogProps) {
  const say = useSay(builderWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  return (
    <Modal
      opened={opened && session !== undefined}
      onClose={onClose}
      title={say('newSurveyTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {session && (
        <NewSurveyForm
          now={session.now}
          organisation={session.organisation}
          model={model}
          onClose={onClose}
          onCreated={onCreated}
        />
      )}
    </Modal>
  )
}

interface NewSurveyFormProps extends Omit<NewSurveyDialogProps, 'opened'> {
  now: string
  organisation: { zone: string; fiscalStartMonth: number; languages: readonly string[] }
}

function NewSurveyForm({ now, organisation, model: wanted, onClose, onCreated }: NewSurveyFormProps) {
  const say = useSay(builderWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const models = useQuery(factorModelsQuery())
  const create = useCreateSurvey()
  const here = quarterAt(now, organisation)
  const [quarter, setQuarter] = useState(formatQuarter(here.next))
  const [languages, setLanguages] = useState<readonly string[]>(organisation.languages)
  const items = models.data?.items ?? []
  const [kind, setKind] = useState<SurveyKind>('quarterly')
  const carries = (one: KeptFactorModel) => kind !== 'quarterly' || carriesQuarterlySurvey(one)
  const fitting = orderFor(kind, items.filter(carries))
  const [model, setModel] = useState<string | null>(null)
  const keyOf = (key: string | null | undefined) => fitting.find(one => one.key === key)?.key
  const chosen = keyOf(model) ?? keyOf(wanted) ?? fitting[0]?.key ?? null
  const groups = (['preset', 'own'] as const)
    .map(origin => ({
      group: say(origin === 'preset' ? 'presetModels' : 'ownModels'),
      items: items.filter(one => one.origin === origin).map(choiceOf),
    }))
    .filter(({ items: some }) => some.length > 0)

  /** A model that cannot carry the survey is shown and says why. */
  function choiceOf(one: KeptFactorModel) {
    const name = textIn(one.name, language, 'en')
    const fits = carries(one)
    return {
      value: one.key,
      label: fits ? name : say('modelWithFactors', { name, n: one.factors.length }),
      disabled: !fits,
    }
  }
  const parsed = parseQuarter(quarter)

  function submit() {
    if (!chosen || !parsed || languages.length === 0) return
    create.mutate(
      { kind, factorModel: chosen, quarter: parsed, languages: [...languages] },
      { onSuccess: draft => onCreated(draft.id) },
    )
  }

  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={styles.lead}>{say('newSurveyText')}</p>
      <Input.Wrapper label={say('kind')} description={say(`${kind}Text`)} labelElement="div">
        <SegmentedControl
          fullWidth
          mt="xs"
          aria-label={say('kind')}
          data={SURVEY_KINDS.map(one => ({ value: one, label: say(one) }))}
          value={kind}
          onChange={setKind}
        />
      </Input.Wrapper>
      <Select
        label={say('forQuarter')}
        data={quartersAhead(here.quarter).map(formatQuarter)}
        value={quarter}
        data-autofocus
        allowDeselect={false}
        onChange={value => setQuarter(value ?? quarter)}
      />
      <Select
        label={say('model')}
        description={say('modelHelp')}
        data={groups}
        value={chosen}
        allowDeselect={false}
        onChange={setModel}
      />
      <MultiSelect
        label={say('inLanguages')}
        description={say('languagesHelp')}
        data={[...new Set([...organisation.languages, 'en', 'vi'])].map(one => ({
          value: one,
          label: displayName(one, language),
        }))}
        value={[...languages]}
        onChange={setLanguages}
      />
      {create.error && (
        <p className={styles.problem} role="alert">
          {errorText(asApiError(create.error), language)}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={create.isPending}
          disabled={!chosen || languages.length === 0}
        >
          {say('create')}
        </Button>
      </div>
    </form>
  )
}

/** A product is asked about by its qualities, so those models come first for it. */
function orderFor(kind: SurveyKind, models: readonly KeptFactorModel[]): readonly KeptFactorModel[] {
  if (kind === 'post_event')
    return [...models].sort((a, b) => Number(b.key === 'event') - Number(a.key === 'event'))
  if (kind !== 'product') return models
  return [...models].sort((a, b) => Number(carriesQuarterlySurvey(a)) - Number(carriesQuarterlySurvey(b)))
}

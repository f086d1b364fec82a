import { Button, Modal } from '@mantine/core'
import type { Study } from '@sixfold/contract/studies'
import { studyConflictData, studyFields, studyMeans } from '@sixfold/contract/studies'
import { can } from '@sixfold/domain/permissions'
import { asApiError } from '@sixfold/ui/api-error'
import {
  MultiSelectField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { studyWords } from '../../../words/studies.ts'
import {
  competitorChoices,
  memberChoices,
  productChoices,
  useChangeStudy,
  useCreateStudy,
} from '../queries.ts'
import styles from './studies.module.css'

interface StudyDialogProps {
  /** The study whose plan is changed; `new` for one more; null: closed. */
  study: Study | 'new' | null
  onClose: () => void
  onPlanned?: (study: Study) => void
}

/** Plans a study, or changes its plan. */
export function StudyDialog({ study, onClose, onPlanned }: StudyDialogProps) {
  const say = useSay(studyWords)
  const sayCommon = useSay(commonWords)
  return (
    <Modal
      opened={study !== null}
      onClose={onClose}
      size="lg"
      title={say(study === 'new' ? 'planTitle' : 'editTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {study !== null && (
        <StudyForm study={study === 'new' ? null : study} onClose={onClose} onPlanned={onPlanned} />
      )}
    </Modal>
  )
}

const plan = studyFields.pick({
  title: true,
  competitorId: true,
  rivalProductId: true,
  rivalVersionId: true,
  oursId: true,
  regionId: true,
  means: true,
  obtainedOn: true,
  returnBy: true,
  cost: true,
  plan: true,
  testerIds: true,
})

interface StudyFormProps {
  study: Study | null
  onClose: () => void
  onPlanned: ((study: Study) => void) | undefined
}

function StudyForm({ study, onClose, onPlanned }: StudyFormProps) {
  const say = useSay(studyWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const create = useCreateStudy()
  const change = useChangeStudy()
  const [base, setBase] = useState(study)
  const state = useContractForm({
    schema: plan,
    defaultValues: study ? planOf(study) : { ...blank, regionId: ownRegion() },
    refusals: { revision_conflict: say('clash') },
    async submit(values) {
      if (!base) {
        const planned = await create.mutateAsync({
          ...values,
          criteria: [],
          findings: [],
          conclusion: '',
        })
        toast.done(say('planned'))
        onPlanned?.(planned)
      } else {
        try {
          await change.mutateAsync({ id: base.id, revision: base.revision, changes: values })
        } catch (error) {
          const theirs = studyConflictData.safeParse(asApiError(error).data).data?.current
          if (theirs) {
            setBase(theirs)
            state.form.reset(planOf(theirs))
          }
          throw error
        }
        toast.done(say('saved'))
      }
      onClose()
    },
  })
  const { control, formState, watch } = state.form
  const [competitorId, productId, means] = watch(['competitorId', 'rivalProductId', 'means'])
  const competitors = useQuery(competitorChoices()).data?.items ?? []
  const products = useQuery(productChoices()).data?.items ?? []
  const members = useQuery(memberChoices()).data?.items ?? []
  const theirs = competitors.find(({ id }) => id === competitorId)?.products ?? []
  const versions = theirs.find(({ id }) => id === productId)?.versions ?? []
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ContractForm of={state} label={say(study ? 'editTitle' : 'planTitle')}>
      <TextField control={control} name="title" label={say('name')} autoFocus />
      <div className={styles.pair}>
        <SelectField
          control={control}
          name="competitorId"
          label={say('competitor')}
          searchable
          choices={named(competitors)}
        />
        <SelectField control={control} name="rivalProductId" label={say('product')} choices={named(theirs)} />
        <SelectField
          control={control}
          name="rivalVersionId"
          label={say('version')}
          optional
          choices={named(versions)}
        />
        <SelectField
          control={control}
          name="oursId"
          label={say('ours')}
          optional
          searchable
          choices={named(products)}
        />
        <SelectField
          control={control}
          name="means"
          label={say('means')}
          choices={studyMeans.options.map(value => ({ value, label: say(`means.${value}`) }))}
        />
        <SelectField
          control={control}
          name="regionId"
          label={say('region')}
          optional={mayForAll()}
          help={mayForAll() ? say('allRegions') : undefined}
          choices={named(session?.regions ?? [])}
        />
        <TextField control={control} name="obtainedOn" label={say('obtained')} type="date" optional />
        {means === 'bought' ? (
          <NumberField control={control} name="cost" label={say('cost')} min={0} optional />
        ) : (
          <TextField control={control} name="returnBy" label={say('returnBy')} type="date" optional />
        )}
        {means !== 'bought' && (
          <NumberField control={control} name="cost" label={say('cost')} min={0} optional />
        )}
      </div>
      <MultiSelectField
        control={control}
        name="testerIds"
        label={say('testers')}
        optional
        searchable
        choices={named(members)}
      />
      <TextAreaField control={control} name="plan" label={say('planText')} optional />
      <FormActions>
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {say(study ? 'save' : 'plan')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </FormActions>
    </ContractForm>
  )

  function mayForAll(): boolean {
    return session !== undefined && can(session.actor, 'study.edit', { regionId: null })
  }
  /** Who works for some regions plans for one of them. */
  function ownRegion(): string | null {
    return mayForAll() ? null : (session?.regions[0]?.id ?? null)
  }
}

const blank = {
  title: '',
  competitorId: '',
  rivalProductId: '',
  rivalVersionId: null,
  oursId: null,
  means: 'bought' as const,
  obtainedOn: null,
  returnBy: null,
  cost: null,
  plan: '',
  testerIds: [],
}

const planOf = (study: Study): z.input<typeof plan> => ({
  title: study.title,
  competitorId: study.competitorId,
  rivalProductId: study.rivalProductId,
  rivalVersionId: study.rivalVersionId,
  oursId: study.oursId,
  regionId: study.regionId,
  means: study.means,
  obtainedOn: study.obtainedOn,
  returnBy: study.returnBy,
  cost: study.cost,
  plan: study.plan,
  testerIds: [...study.testerIds],
})

import { Button } from '@mantine/core'
import type { PlanContent, SavedPlan } from '@sixfold/contract/collection-plans'
import { planConflictData, planContent } from '@sixfold/contract/collection-plans'
import { ApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { ContractForm, useContractForm } from '@sixfold/ui/parts/form'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { SaveState } from '@sixfold/ui/parts/save-state'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { planWords } from '../../../words/plan.ts'
import type { AskedField } from '../asked-fields.ts'
import type { PlanControl } from '../plan-form-state.ts'
import { useSavePlan } from '../queries.ts'
import { withUsesFor } from '../uses.ts'
import { AmountFields } from './amount-fields.tsx'
import { CostFields } from './cost-fields.tsx'
import { Figures } from './figures.tsx'
import styles from './plan.module.css'
import { PurposeFields } from './purpose-fields.tsx'
import { UseFields } from './use-fields.tsx'

interface PlanFormProps {
  surveyId: string
  saved: SavedPlan | null
  /** What to begin with: what was saved, or nothing. */
  initial: PlanContent
  onRecord: { executives: number; others: number }
  asked: readonly AskedField[]
  /** Whether there is something that is not saved. */
  onDirty: (dirty: boolean) => void
}

/** Figures need every number and no words: they stand beside the form before it can be saved. */
const numbersOnly = planContent.extend({ purpose: z.string(), uses: z.array(z.unknown()) })

/** States the plan; beside it stands at once what it will bring and cost. */
export function PlanForm({ surveyId, saved, initial, onRecord, asked, onDirty }: PlanFormProps) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const save = useSavePlan(surveyId)
  const [base, setBase] = useState(saved)
  const [theirs, setTheirs] = useState<SavedPlan | null>(null)
  const state = useContractForm({
    schema: planContent,
    defaultValues: initial,
    submit: content => submit(content, base?.revision ?? 0),
  })
  const { form } = state
  const { isDirty } = form.formState
  useEffect(() => onDirty(isDirty), [onDirty, isDirty])

  async function submit(content: PlanContent, revision: number) {
    try {
      const now = await save.mutateAsync({ id: surveyId, revision, content })
      setBase(now)
      setTheirs(null)
      form.reset({ ...content, uses: form.getValues('uses') })
    } catch (error) {
      const current = conflictOf(error)
      if (!current) throw error
      setTheirs(current)
    }
  }

  return (
    <ContractForm of={state} label={say('plan')}>
      <div className={styles.columns}>
        <div className={styles.sheets}>
          <PurposeFields control={form.control} />
          <AmountFields form={form} onRecord={onRecord} />
          <CostFields control={form.control} />
          <UseFields control={form.control} asked={asked} />
          {theirs && (
            <Conflict
              theirs={theirs}
              onTake={() => {
                form.reset(withUsesFor(theirs.content, form.getValues('uses')))
                setBase(theirs)
                setTheirs(null)
              }}
              onOverwrite={() => void form.handleSubmit(content => submit(content, theirs.revision))()}
            />
          )}
          <div className={styles.save}>
            <Button
              type="submit"
              variant="filled"
              loading={save.isPending}
              disabled={!isDirty && base !== null}
            >
              {say('save')}
            </Button>
            {base && !isDirty ? (
              <span className={styles.quiet} role="status">
                {say('savedAt', { name: base.savedBy, at: formatInstant(base.savedAt, language) })}
              </span>
            ) : (
              <SaveState state={save.isPending ? 'saving' : 'unsaved'} />
            )}
          </div>
        </div>
        <aside className={styles.aside} aria-label={say('expectTitle')}>
          <Sheet title={say('expectTitle')}>
            <LiveFigures control={form.control} />
          </Sheet>
        </aside>
      </div>
    </ContractForm>
  )
}

/** Follows every number while it is typed. */
function LiveFigures({ control }: { control: PlanControl }) {
  const say = useSay(planWords)
  const values = useWatch({ control })
  const parsed = numbersOnly.safeParse(values)
  if (!parsed.success) return <p className={styles.quiet}>{say('incomplete')}</p>
  return (
    <div aria-live="polite">
      <Figures content={{ ...parsed.data, uses: [] }} />
    </div>
  )
}

interface ConflictProps {
  theirs: SavedPlan
  onTake: () => void
  onOverwrite: () => void
}

function Conflict({ theirs, onTake, onOverwrite }: ConflictProps) {
  const say = useSay(planWords)
  return (
    <div className={styles.conflict} role="alert">
      <Lamp tone="attention">{say('conflictTitle', { name: theirs.savedBy })}</Lamp>
      <p>{say('conflictText')}</p>
      <div className={styles.buttons}>
        <Button size="xs" onClick={onTake}>
          {say('showTheirs')}
        </Button>
        <Button size="xs" onClick={onOverwrite}>
          {say('saveMine')}
        </Button>
      </div>
    </div>
  )
}

function conflictOf(error: unknown): SavedPlan | null {
  if (!(error instanceof ApiError) || error.code !== 'revision_conflict') return null
  return planConflictData.safeParse(error.data).data?.current ?? null
}

import { Button } from '@mantine/core'
import type { StaffStep } from '@sixfold/contract/case-steps'
import type { CaseDetail } from '@sixfold/contract/cases'
import { stepsFrom } from '@sixfold/domain/cases/case-state'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { caseWords } from '../../../words/cases.ts'
import { useTakeStep } from '../queries.ts'
import styles from './cases.module.css'
import { CloseForm } from './close-form.tsx'
import { NoteForm } from './note-form.tsx'
import { ResolveForm } from './resolve-form.tsx'

type Chosen = StaffStep['step']

const ORDER: readonly Chosen[] = ['acknowledge', 'go_on', 'resolve', 'wait', 'reopen', 'close']
const WITH_FORM: readonly Chosen[] = ['resolve', 'reopen', 'close']

/** What can be done next. What needs words opens its form in place; everything else is one press. */
export function NextSteps({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const [chosen, choose] = useState<Chosen | null>(null)
  const step = useTakeStep()
  const possible = stepsFrom(one.state)
  const steps = ORDER.filter(name => possible.includes(name))
  if (!one.editable || steps.length === 0) return null
  const take = (given: StaffStep) =>
    step.mutate(
      { id: one.id, step: given },
      {
        onSuccess(found) {
          choose(null)
          toast.done(`${found.receipt}: ${say(`state.${found.state}`)}`)
        },
      },
    )
  const tooLate = step.isError && asApiError(step.error).code === 'wrong_state'
  const form = { busy: step.isPending, onCancel: () => choose(null) }
  return (
    <Sheet title={say('next')}>
      {step.isError && (
        <FailureNotice error={step.error} text={tooLate ? say('toast.alreadyText') : undefined} />
      )}
      {chosen === null && (
        <div className={styles.buttons}>
          {steps.map((name, place) => (
            <Button
              key={name}
              variant={place === 0 ? 'filled' : 'default'}
              disabled={step.isPending}
              onClick={() => (WITH_FORM.includes(name) ? choose(name) : take({ step: name } as StaffStep))}
            >
              {say(name)}
            </Button>
          ))}
        </div>
      )}
      {chosen === 'resolve' && <ResolveForm one={one} onSend={take} {...form} />}
      {chosen === 'close' && <CloseForm one={one} onSend={take} {...form} />}
      {chosen === 'reopen' && (
        <NoteForm
          label={say('note.needed')}
          send={say('reopen')}
          onSend={note => take({ step: 'reopen', note })}
          {...form}
        />
      )}
    </Sheet>
  )
}

import { Button, Textarea } from '@mantine/core'
import type { Task } from '@sixfold/contract/tasks'
import type { TaskOutcome } from '@sixfold/domain/tasks'
import { TASK_OUTCOMES } from '@sixfold/domain/tasks'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { taskWords } from '../../../words/tasks.ts'
import { useClose, useReopen } from '../queries.ts'
import { whyText } from './task-text.ts'
import styles from './tasks.module.css'

/** How a task ended, in one step that can be undone; what has no word of its own is told in a note. */
export function OutcomeChoice({ task }: { task: Task }) {
  const say = useSay(taskWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const [telling, setTelling] = useState(false)
  const [note, setNote] = useState('')
  const close = useClose()
  const reopen = useReopen()
  const onError = (error: unknown) => toast.failed(error, language)
  const end = (outcome: TaskOutcome) =>
    close.mutate(
      { id: task.id, outcome, note: note.trim() },
      {
        onSuccess: () =>
          toast.done(say('closedToast', { outcome: say(`outcome.${outcome}`) }), {
            label: sayCommon('undo'),
            run: () => reopen.mutate({ id: task.id }, { onError }),
          }),
        onError,
      },
    )
  if (telling)
    return (
      <form
        className={styles.telling}
        onSubmit={event => {
          event.preventDefault()
          end('other')
        }}
      >
        <Textarea
          label={say('note')}
          description={say('noteHelp')}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          ref={field => field?.focus()}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button size="xs" type="submit" loading={close.isPending} disabled={note.trim() === ''}>
            {say('finish')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setTelling(false)}>
            {sayCommon('cancel')}
          </Button>
        </div>
      </form>
    )
  return (
    <fieldset className={styles.actions} aria-label={say('outcomes', { task: whyText(task, say) })}>
      {TASK_OUTCOMES[task.kind].map(outcome => (
        <Button
          key={outcome}
          size="xs"
          variant={outcome === 'other' ? 'subtle' : 'default'}
          loading={close.isPending && close.variables.outcome === outcome}
          disabled={close.isPending}
          onClick={() => (outcome === 'other' ? setTelling(true) : end(outcome))}
        >
          {say(`outcome.${outcome}`)}
        </Button>
      ))}
    </fieldset>
  )
}

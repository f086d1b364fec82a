import { Button, TextInput } from '@mantine/core'
import type { Task } from '@sixfold/contract/tasks'
import { addLocalDays } from '@sixfold/domain/local-date'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useToday } from '@sixfold/ui/today'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requirementWords } from '../../../words/requirements.ts'
import type { ActionsAbout } from '../queries.ts'
import { actionsQuery, useFinishAction, useNoteAction } from '../queries.ts'
import type { Duty } from './duty-fields.tsx'
import { DutyFields } from './duty-fields.tsx'
import styles from './requirements.module.css'

interface ActionsProps {
  about: ActionsAbout
  regionIds: readonly string[]
  editable: boolean
}

/** What was agreed on: who does what by when. Each is a task of its owner. */
export function Actions({ about, regionIds, editable }: ActionsProps) {
  const say = useSay(requirementWords)
  const query = useQuery(actionsQuery(about))
  const [adding, setAdding] = useState(false)
  return (
    <Sheet
      title={say('actions')}
      aside={
        editable &&
        !adding && (
          <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
            {say('addAction')}
          </Button>
        )
      }
    >
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={adding ? null : <p className={styles.quiet}>{say('noActions')}</p>}
      >
        {({ items }) => (
          <ul className={styles.list}>
            {items.map(task => (
              <Action key={task.id} task={task} editable={editable} />
            ))}
          </ul>
        )}
      </QueryStates>
      {adding && <ActionForm about={about} regionIds={regionIds} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}

function Action({ task, editable }: { task: Task; editable: boolean }) {
  const say = useSay(requirementWords)
  const { language } = useLanguage()
  const finish = useFinishAction()
  const session = useSession().data
  const day = formatInstant(task.dueAt, language, { show: 'date' })
  const isLate = session !== undefined && task.dueAt < session.now
  return (
    <li className={styles.action}>
      <div className={styles.words}>
        <p>{task.text}</p>
        <p className={styles.place}>
          <span>{task.ownerName || say('noOwner')}</span>
          {task.state === 'open' &&
            (isLate ? (
              <Lamp tone="problem">{say('wasDue', { day })}</Lamp>
            ) : (
              <span>{say('dueOn', { day })}</span>
            ))}
        </p>
      </div>
      {task.state === 'done' ? (
        <Lamp tone="good">{say('actionDone')}</Lamp>
      ) : (
        editable && (
          <Button
            size="xs"
            variant="subtle"
            loading={finish.isPending}
            aria-label={say('finishAction', { text: task.text })}
            onClick={() =>
              finish.mutate(
                { id: task.id, outcome: 'done' },
                { onError: error => toast.failed(error, language) },
              )
            }
          >
            {say('finish')}
          </Button>
        )
      )}
    </li>
  )
}

interface ActionFormProps {
  about: ActionsAbout
  regionIds: readonly string[]
  text?: string
  blockId?: string
  onClose: () => void
  onNoted?: (task: Task) => void
}

const DAYS_GIVEN = 14

/** Who does what by when. */
export function ActionForm({
  about,
  regionIds,
  text: begun = '',
  blockId,
  onClose,
  onNoted,
}: ActionFormProps) {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const note = useNoteAction()
  const today = useToday()
  const [text, setText] = useState(begun)
  const [duty, setDuty] = useState<Duty>({
    ownerId: session?.actor.id ?? null,
    due: addLocalDays(today, DAYS_GIVEN),
  })
  const isReady = text.trim() !== '' && duty.due !== ''
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!isReady || note.isPending) return
        note.mutate(
          { ...about, text, ...duty, ...(blockId === undefined ? {} : { blockId }) },
          {
            onSuccess(task) {
              toast.done(say('actionToast'))
              onNoted?.(task)
              onClose()
            },
          },
        )
      }}
    >
      {note.isError && <FailureNotice error={note.error} />}
      <TextInput
        label={say('actionText')}
        value={text}
        maxLength={1000}
        autoFocus
        data-autofocus
        onChange={event => setText(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <DutyFields duty={duty} regionIds={regionIds} onChange={setDuty} />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" disabled={!isReady} loading={note.isPending}>
          {say('addAction')}
        </Button>
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </div>
    </form>
  )
}

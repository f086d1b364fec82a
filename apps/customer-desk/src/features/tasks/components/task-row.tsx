import { Button } from '@mantine/core'
import type { Task } from '@sixfold/contract/tasks'
import { endsByHand } from '@sixfold/domain/tasks'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import {
  IconCalendarPlus,
  IconChecklist,
  IconMailOff,
  IconMessageOff,
  IconPhoneIncoming,
  IconShieldLock,
  IconUserQuestion,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dataRequestWords } from '../../../words/data-requests.ts'
import { taskWords } from '../../../words/tasks.ts'
import { dueGroup } from '../due.ts'
import { useReopen } from '../queries.ts'
import { OutcomeChoice } from './outcome-choice.tsx'
import { OwnerMenu } from './owner-menu.tsx'
import { detailText, whyText } from './task-text.ts'
import styles from './tasks.module.css'

const icons = {
  bounce: IconMailOff,
  silence: IconMessageOff,
  call_request: IconPhoneIncoming,
  not_me: IconUserQuestion,
  roundtable_wish: IconCalendarPlus,
  data_request: IconShieldLock,
  action: IconChecklist,
}

/** One thing to look after: what, where, by when, by whom, and how it may end. */
export function TaskRow({ task, now, children }: { task: Task; now: string; children: ReactNode }) {
  const say = useSay(taskWords)
  const sayRequest = useSay(dataRequestWords)
  const Icon = icons[task.kind]
  return (
    <li className={styles.task}>
      <span className={styles.icon}>
        <Icon size={16} stroke={1.5} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <h3 className={styles.why}>
          <Subject task={task}>{whyText(task, say)}</Subject>
        </h3>
        <p className={styles.detail}>{detailText(task, say)}</p>
        <p className={styles.place}>
          {task.contactId !== null && task.accountId !== null && (
            <Link to="/accounts/$id" params={{ id: task.accountId }}>
              {task.accountName}
            </Link>
          )}
          {task.waveName !== '' && <span>{task.waveName}</span>}
        </p>
        {children}
        {task.kind === 'action' && <AgreedAt task={task} />}
        {task.kind === 'data_request' && (
          <p className={styles.place}>
            {task.requestKind !== null && <span>{sayRequest(`kind.${task.requestKind}`)}</span>}
            <Link to="/data-requests">{say('toDataRequests')}</Link>
          </p>
        )}
        {task.state === 'done' && <Outcome task={task} />}
        {/* A data request ends its task by itself. */}
        {task.state === 'open' && endsByHand(task.kind) && <OutcomeChoice task={task} />}
      </div>
      <div className={styles.side}>
        {task.state === 'open' && <Due task={task} now={now} />}
        <OwnerMenu task={task} />
      </div>
    </li>
  )
}

/** The way to the person or the company that it is about; an action may be about neither. */
function Subject({ task: { contactId, accountId }, children }: { task: Task; children: ReactNode }) {
  if (contactId !== null)
    return (
      <Link to="/contacts/$id" params={{ id: contactId }}>
        {children}
      </Link>
    )
  if (accountId === null) return children
  return (
    <Link to="/accounts/$id" params={{ id: accountId }}>
      {children}
    </Link>
  )
}

/** The way to where an action was agreed on. */
function AgreedAt({ task: { aboutKind, aboutId } }: { task: Task }) {
  const say = useSay(taskWords)
  if (aboutKind === null || aboutId === null) return null
  const isEvent = aboutKind === 'round_table'
  const id = encodeURIComponent(aboutId)
  return (
    <p className={styles.place}>
      <a href={isEvent ? `/scheduler/events/${id}/minutes` : `/scheduler/requirements/${id}`}>
        {say(isEvent ? 'openMinutes' : 'openRequirement')}
      </a>
    </p>
  )
}

function Due({ task, now }: { task: Task; now: string }) {
  const say = useSay(taskWords)
  const { language } = useLanguage()
  const group = dueGroup(task.dueAt, now)
  const day = formatInstant(task.dueAt, language, { show: 'date' })
  const text = say(group === 'overdue' ? 'wasDue' : 'due', { day })
  return (
    <span className={styles.due}>
      {group === 'later' ? text : <Lamp tone={group === 'overdue' ? 'problem' : 'attention'}>{text}</Lamp>}
    </span>
  )
}

function Outcome({ task }: { task: Task }) {
  const say = useSay(taskWords)
  const { language } = useLanguage()
  const reopen = useReopen()
  return (
    <div className={styles.outcome}>
      <Lamp tone="good">{say(`outcome.${task.outcome ?? 'other'}`)}</Lamp>
      {task.note !== '' && <p className={styles.note}>{task.note}</p>}
      <span className={styles.by}>
        {say('doneBy', {
          name: task.closedBy,
          day: formatInstant(task.closedAt ?? task.openedAt, language, { show: 'date' }),
        })}
      </span>
      {endsByHand(task.kind) && (
        <Button
          size="xs"
          variant="subtle"
          loading={reopen.isPending}
          aria-label={`${say('reopen')}: ${whyText(task, say)}`}
          onClick={() =>
            reopen.mutate(
              { id: task.id },
              {
                onSuccess: () => toast.done(say('reopenedToast')),
                onError: error => toast.failed(error, language),
              },
            )
          }
        >
          {say('reopen')}
        </Button>
      )}
    </div>
  )
}

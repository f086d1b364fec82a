import type { Task } from '@sixfold/contract/tasks'
import { useSay } from '@sixfold/ui/parts/language'
import type { ReactNode } from 'react'
import { taskWords } from '../../../words/tasks.ts'
import { DUE_GROUPS, dueGroup } from '../due.ts'
import { TaskRow } from './task-row.tsx'
import styles from './tasks.module.css'

interface TaskListProps {
  tasks: readonly Task[]
  now: string
  /** What else is to be known of a task. */
  detailOf: (task: Task) => ReactNode
}

/** Open tasks under when they are due, done ones in one list. */
export function TaskList({ tasks, now, detailOf }: TaskListProps) {
  const say = useSay(taskWords)
  const groups = Map.groupBy(tasks, task => (task.state === 'done' ? 'closed' : dueGroup(task.dueAt, now)))
  return [...DUE_GROUPS, 'closed' as const].map(group => {
    const members = groups.get(group)
    return (
      members && (
        <section key={group} className={styles.group}>
          <h2 className={styles.when}>{say(group)}</h2>
          <ul className={styles.list}>
            {members.map(task => (
              <TaskRow key={task.id} task={task} now={now}>
                {detailOf(task)}
              </TaskRow>
            ))}
          </ul>
        </section>
      )
    )
  })
}

import { Menu, UnstyledButton } from '@mantine/core'
import type { Task } from '@sixfold/contract/tasks'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Person } from '@sixfold/ui/parts/person'
import { toast } from '@sixfold/ui/parts/toast'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { taskWords } from '../../../words/tasks.ts'
import { colleaguesQuery, useAssign } from '../queries.ts'
import { whyText } from './task-text.ts'
import styles from './tasks.module.css'

/** Who looks after a task; an open one can be given to a colleague of its region. */
export function OwnerMenu({ task }: { task: Task }) {
  const say = useSay(taskWords)
  if (task.state === 'done') return task.ownerName === '' ? null : <Owner name={task.ownerName} />
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={styles.ownerButton ?? ''}
          aria-label={`${say('owner')}: ${task.ownerName || say('noOwner')}. ${say('assignTask', { task: whyText(task, say) })}`}
        >
          <Owner name={task.ownerName} />
          <IconChevronDown size={14} stroke={1.5} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        <Colleagues task={task} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Owner({ name }: { name: string }) {
  const say = useSay(taskWords)
  return (
    <span className={styles.owner}>
      {name !== '' && <Person name={name} size={24} />}
      <span data-nobody={name === '' || undefined}>{name || say('noOwner')}</span>
    </span>
  )
}

/** Asked for when the menu opens. */
function Colleagues({ task }: { task: Task }) {
  const say = useSay(taskWords)
  const { language } = useLanguage()
  const colleagues = useQuery(colleaguesQuery(task))
  const assign = useAssign()
  const give = (ownerId: string | null, name: string) =>
    assign.mutate(
      { id: task.id, ownerId },
      {
        onSuccess: () =>
          toast.done(ownerId === null ? say('unassignedToast') : say('assignedToast', { name })),
        onError: error => toast.failed(error, language),
      },
    )
  return (
    <>
      <Menu.Label>{say('assign')}</Menu.Label>
      {(colleagues.data ?? []).map(({ id, name }) => (
        <Menu.Item
          key={id}
          disabled={id === task.ownerId}
          leftSection={<Person name={name} size={24} />}
          onClick={() => give(id, name)}
        >
          {name}
        </Menu.Item>
      ))}
      {task.ownerId !== null && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={() => give(null, '')}>{say('giveToNobody')}</Menu.Item>
        </>
      )}
    </>
  )
}

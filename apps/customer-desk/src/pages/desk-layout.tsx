import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { taskCountQuery } from '../features/tasks/queries.ts'
import { deskWords } from '../words/desk.ts'
import { taskWords } from '../words/tasks.ts'

export function DeskLayout() {
  const say = useSay(deskWords)
  const tasksLabel = useTasksLabel()
  return (
    <SignedIn>
      {({ actor }) => (
        <Shell
          app="desk"
          tabs={[
            { to: '/', label: say('accounts') },
            { to: '/contacts', label: say('contacts') },
            ...(can(actor, 'task.read') ? [{ to: '/tasks', label: tasksLabel }] : []),
            ...(can(actor, 'customers.import') ? [{ to: '/imports', label: say('imports') }] : []),
          ]}
        >
          <Outlet />
        </Shell>
      )}
    </SignedIn>
  )
}

/** With the number of one's own, once it is known and there are some. */
function useTasksLabel(): string {
  const say = useSay(taskWords)
  const mine = useQuery(taskCountQuery()).data?.mine ?? 0
  return mine > 0 ? say('tasksCount', { n: mine }) : say('tasks')
}

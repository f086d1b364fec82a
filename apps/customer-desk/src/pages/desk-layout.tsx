import { can } from '@sixfold/domain/permissions'
import { useOpenAddress } from '@sixfold/ui/parts/app-link'
import { useSay } from '@sixfold/ui/parts/language'
import { Shell } from '@sixfold/ui/parts/shell'
import { SignedIn } from '@sixfold/ui/parts/signed-in'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { dataRequestCountQuery } from '../features/data-requests/queries.ts'
import { taskCountQuery } from '../features/tasks/queries.ts'
import { caseWords } from '../words/cases.ts'
import { dataRequestWords } from '../words/data-requests.ts'
import { dealWords } from '../words/deals.ts'
import { deskWords } from '../words/desk.ts'
import { dueWords } from '../words/due.ts'
import { duplicateWords } from '../words/duplicates.ts'
import { evidenceWords } from '../words/evidence.ts'
import { dayWords } from '../words/my-day.ts'
import { recordWords } from '../words/record.ts'
import { studyWords } from '../words/studies.ts'
import { taskWords } from '../words/tasks.ts'

export function DeskLayout() {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const sayDuplicates = useSay(duplicateWords)
  const sayCases = useSay(caseWords)
  const sayDeals = useSay(dealWords)
  const sayStudies = useSay(studyWords)
  const sayDay = useSay(dayWords)
  const open = useOpenAddress()
  const sayDue = useSay(dueWords)
  const sayEvidence = useSay(evidenceWords)
  const tasksLabel = useTasksLabel()
  const requestsLabel = useRequestsLabel()
  return (
    <SignedIn>
      {({ actor }) => (
        <Shell
          app="desk"
          commands={[
            {
              id: 'new-account',
              label: sayRecord('addAccount'),
              open: '/desk/accounts?create=true',
              may: can(actor, 'customers.edit'),
            },
            {
              id: 'my-accounts',
              label: sayRecord('myAccounts'),
              open: `/desk/accounts?owner=${encodeURIComponent(actor.id)}`,
              may: true,
            },
            {
              id: 'import',
              label: say('importCustomers'),
              open: '/desk/imports',
              may: can(actor, 'customers.import'),
            },
          ]
            .filter(({ may }) => may)
            .map(({ id, label, open: address }) => ({ id, label, run: () => open(address) }))}
          tabs={[
            { to: '/', label: sayDay('myDay') },
            { to: '/accounts', label: say('accounts') },
            { to: '/contacts', label: say('contacts') },
            { to: '/calls', label: sayDue('calls') },
            ...(can(actor, 'case.read') ? [{ to: '/cases', label: sayCases('cases') }] : []),
            ...(can(actor, 'deal.read') ? [{ to: '/deals', label: sayDeals('deals') }] : []),
            ...(can(actor, 'study.read') ? [{ to: '/studies', label: sayStudies('studies') }] : []),
            ...(can(actor, 'scoreboard.read') ? [{ to: '/evidence', label: sayEvidence('tab') }] : []),
            ...(can(actor, 'task.read') ? [{ to: '/tasks', label: tasksLabel }] : []),
            ...(can(actor, 'data-request.read') ? [{ to: '/data-requests', label: requestsLabel }] : []),
            { to: '/products', label: sayRecord('products'), rare: true },
            ...(can(actor, 'customers.edit')
              ? [{ to: '/duplicates', label: sayDuplicates('tab'), rare: true }]
              : []),
            ...(can(actor, 'customers.import')
              ? [{ to: '/imports', label: say('imports'), rare: true }]
              : []),
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

/** With the number of those that have not ended, once there are some. */
function useRequestsLabel(): string {
  const say = useSay(dataRequestWords)
  const n = useQuery(dataRequestCountQuery()).data?.open ?? 0
  return n > 0 ? say('tabCount', { n }) : say('tab')
}

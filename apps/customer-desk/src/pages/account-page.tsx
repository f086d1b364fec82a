import { Button } from '@mantine/core'
import type { AccountRecord } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { SilencesSheet } from '../features/account-silences/components/silences-sheet.tsx'
import { CasesSheet } from '../features/cases/components/cases-sheet.tsx'
import { EditAccountDialog } from '../features/customers/components/account-dialogs.tsx'
import { AccountFacts } from '../features/customers/components/account-facts.tsx'
import { NewContactDialog } from '../features/customers/components/contact-dialogs.tsx'
import { ContactTable } from '../features/customers/components/contact-table.tsx'
import styles from '../features/customers/components/record.module.css'
import { accountQuery, peopleQuery } from '../features/customers/queries.ts'
import { AccountInstallations } from '../features/installations/components/account-installations.tsx'
import { RivalsSheet } from '../features/rivalries/components/rivals-sheet.tsx'
import { TaskList } from '../features/tasks/components/task-list.tsx'
import { accountTasksQuery } from '../features/tasks/queries.ts'
import { deskWords } from '../words/desk.ts'
import { recordWords } from '../words/record.ts'
import { taskWords } from '../words/tasks.ts'
import { taskDetail } from './task-detail.tsx'

/** `/desk/accounts/…`: all that is known of one customer company. */
export function AccountPage() {
  const { id } = useParams({ from: '/accounts/$id' })
  const account = useQuery(accountQuery(id))
  return <QueryStates query={account}>{known => <KnownAccount key={known.id} account={known} />}</QueryStates>
}

function KnownAccount({ account }: { account: AccountRecord }) {
  const sayRecord = useSay(recordWords)
  const session = useSession().data
  const people = useQuery(peopleQuery(account.id))
  const [editing, setEditing] = useState(false)
  const mayEdit = session !== undefined && can(session.actor, 'customers.edit', account)
  return (
    <>
      <PageHeader
        title={account.name}
        lead={useLead(account)}
        actions={
          mayEdit && (
            <Button
              leftSection={<IconPencil size={16} stroke={1.5} aria-hidden="true" />}
              onClick={() => setEditing(true)}
            >
              {sayRecord('edit')}
            </Button>
          )
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          {session !== undefined && can(session.actor, 'task.read') && <OpenTasks accountId={account.id} />}
          {session !== undefined && can(session.actor, 'case.read') && (
            <CasesSheet of={{ accountId: account.id }} />
          )}
          <AccountInstallations accountId={account.id} people={people.data?.items ?? []} mayEdit={mayEdit} />
          <People account={account} mayEdit={mayEdit} />
        </div>
        <div className={styles.column}>
          <AccountFacts account={account} mayEdit={mayEdit} />
          <SilencesSheet
            accountId={account.id}
            mayEdit={session !== undefined && can(session.actor, 'account.silence', account)}
          />
          <RivalsSheet accountId={account.id} mayEdit={mayEdit} />
        </div>
      </div>
      <EditAccountDialog opened={editing} onClose={() => setEditing(false)} account={account} />
    </>
  )
}

/** What somebody is told first: what kind of customer this is, where, and in whose care. */
function useLead({ kind, regionId, segment, ownerName }: AccountRecord): string {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const region = useSession().data?.regions.find(({ id }) => id === regionId)?.name
  const owner = ownerName && sayRecord('inCareOf', { name: ownerName })
  return [say(kind), region, segment, owner].filter(Boolean).join(' · ')
}

/** What needs a person at this account; nothing is said where nothing does. */
function OpenTasks({ accountId }: { accountId: string }) {
  const say = useSay(taskWords)
  const now = useSession().data?.now ?? ''
  const { items = [] } = useQuery(accountTasksQuery(accountId)).data ?? {}
  if (items.length === 0) return null
  return (
    <Sheet title={say('tasks')}>
      <TaskList tasks={items} now={now} detailOf={taskDetail} />
    </Sheet>
  )
}

function People({ account, mayEdit }: { account: AccountRecord; mayEdit: boolean }) {
  const say = useSay(recordWords)
  const people = useQuery(peopleQuery(account.id))
  const [adding, setAdding] = useState(false)
  return (
    <Sheet
      title={say('people')}
      aside={
        mayEdit && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {say('addContact')}
          </Button>
        )
      }
    >
      <QueryStates
        query={people}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('noPeople')}</p>}
      >
        {({ items }) => <ContactTable contacts={items} showAccount={false} />}
      </QueryStates>
      <NewContactDialog opened={adding} onClose={() => setAdding(false)} account={account} />
    </Sheet>
  )
}

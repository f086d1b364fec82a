import { Button, Skeleton } from '@mantine/core'
import type { AccountRecord } from '@sixfold/contract/customers'
import { can } from '@sixfold/domain/permissions'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPencil, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { SilencesSheet } from '../features/account-silences/components/silences-sheet.tsx'
import { CasesSheet } from '../features/cases/components/cases-sheet.tsx'
import { EditAccountDialog } from '../features/customers/components/account-dialogs.tsx'
import { AccountFacts } from '../features/customers/components/account-facts.tsx'
import { NewContactDialog } from '../features/customers/components/contact-dialogs.tsx'
import { PeopleList } from '../features/customers/components/people-list.tsx'
import { accountQuery, peopleQuery } from '../features/customers/queries.ts'
import { AccountInstallations } from '../features/installations/components/account-installations.tsx'
import { RivalsSheet } from '../features/rivalries/components/rivals-sheet.tsx'
import { TaskList } from '../features/tasks/components/task-list.tsx'
import { accountTasksQuery } from '../features/tasks/queries.ts'
import { AccountStrip } from '../features/timelines/components/account-strip.tsx'
import { FactorScores } from '../features/timelines/components/factor-scores.tsx'
import { TimelineSection } from '../features/timelines/components/timeline-section.tsx'
import { outlineQuery } from '../features/timelines/queries.ts'
import { deskWords } from '../words/desk.ts'
import { recordWords } from '../words/record.ts'
import { taskWords } from '../words/tasks.ts'
import { timelineWords } from '../words/timelines.ts'
import styles from './account-page.module.css'
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
  const say = useSay(timelineWords)
  const outline = useQuery(outlineQuery(account.id))
  const navigate = useNavigate({ from: '/accounts/$id' })
  const filter = useSearch({ from: '/accounts/$id' })
  const { actor } = session ?? {}
  return (
    <>
      <PageHeader
        title={account.name}
        lead={useLead(account)}
        actions={
          <div className={styles.actions}>
            <Button
              leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {say('print')}
            </Button>
            {mayEdit && (
              <Button
                leftSection={<IconPencil size={16} stroke={1.5} aria-hidden="true" />}
                onClick={() => setEditing(true)}
              >
                {sayRecord('edit')}
              </Button>
            )}
          </div>
        }
      />
      <QueryStates query={outline} skeleton={<Skeleton height={96} mb="lg" />}>
        {known => <AccountStrip outline={known} ownerName={account.ownerName} />}
      </QueryStates>
      <div className={styles.columns}>
        <TimelineSection
          accountId={account.id}
          zone={outline.data?.zone ?? 'UTC'}
          filter={filter}
          onFilter={search => void navigate({ search, replace: true, resetScroll: false })}
        />
        <div className={styles.column}>
          {actor && can(actor, 'case.read') && <CasesSheet of={{ accountId: account.id }} />}
          {outline.data && <FactorScores {...outline.data} />}
          {actor && can(actor, 'task.read') && <OpenTasks accountId={account.id} />}
          <AccountInstallations accountId={account.id} people={people.data?.items ?? []} mayEdit={mayEdit} />
          <People account={account} mayEdit={mayEdit} />
          <div className={styles.rest}>
            <AccountFacts account={account} mayEdit={mayEdit} />
            <SilencesSheet
              accountId={account.id}
              mayEdit={actor !== undefined && can(actor, 'account.silence', account)}
            />
            <RivalsSheet accountId={account.id} mayEdit={mayEdit} />
          </div>
        </div>
      </div>
      <EditAccountDialog opened={editing} onClose={() => setEditing(false)} account={account} />
    </>
  )
}

/** What somebody is told first: what kind of customer this is, where, and what it brings. */
function useLead({ kind, regionId, segment, annualRevenue }: AccountRecord): string {
  const say = useSay(deskWords)
  const sayTimeline = useSay(timelineWords)
  const { language } = useLanguage()
  const region = useSession().data?.regions.find(({ id }) => id === regionId)?.name
  const revenue =
    annualRevenue === null ? '' : sayTimeline('revenue', { amount: formatNumber(annualRevenue, language) })
  return [say(kind), region, segment, revenue].filter(Boolean).join(' · ')
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
        {({ items }) => <PeopleList contacts={items} />}
      </QueryStates>
      <NewContactDialog opened={adding} onClose={() => setAdding(false)} account={account} />
    </Sheet>
  )
}

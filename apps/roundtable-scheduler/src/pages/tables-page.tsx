import { Button, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { SeatedPerson, TablePlan } from '@sixfold/contract/table-plans'
import { can } from '@sixfold/domain/permissions'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { PersonDialog } from '../features/tables/components/person-dialog.tsx'
import { SetupDialog } from '../features/tables/components/setup-dialog.tsx'
import { TableCard } from '../features/tables/components/table-card.tsx'
import { PersonDot } from '../features/tables/components/table-figure.tsx'
import { TablePapers } from '../features/tables/components/table-papers.tsx'
import styles from '../features/tables/components/tables.module.css'
import { tablesQuery, useLiveTables, usePlacePerson, useProposeTables } from '../features/tables/queries.ts'
import { useTableText } from '../features/tables/table-text.ts'
import { titleOf } from '../words/event-text.ts'
import { tableWords } from '../words/tables.ts'
import { EventFrame } from './event-frame.tsx'

const route = getRouteApi('/events/$id/tables')

/** Who sits at which table of an event, and why. */
export function TablesPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/tables">
      {event => <Tables event={event} />}
    </EventFrame>
  )
}

function Tables({ event }: { event: Roundtable }) {
  const say = useSay(tableWords)
  const session = useSession().data
  const query = useQuery(tablesQuery(event.id))
  const [settingUp, setup] = useDisclosure(false)
  useLiveTables(event.id)
  if (!session) return null
  const isOpen = event.state === 'planned' && event.endsAt > session.now
  const mayPlan = isOpen && can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  return (
    <QueryStates query={query}>
      {plan => (
        <>
          {plan.tables.length === 0 ? (
            <Sheet label={say('tables')}>
              <EmptyState
                title={say('noTables')}
                action={
                  mayPlan && (
                    <Button variant="filled" onClick={setup.open}>
                      {say('setUp')}
                    </Button>
                  )
                }
              >
                {say('noTablesText')}
              </EmptyState>
            </Sheet>
          ) : (
            <Plan event={event} plan={plan} mayPlan={mayPlan} onSetUp={setup.open} />
          )}
          <SetupDialog
            id={event.id}
            plan={plan}
            expected={event.seats.capacity ?? event.seats.taken}
            opened={settingUp}
            onClose={setup.close}
          />
        </>
      )}
    </QueryStates>
  )
}

interface PlanProps {
  event: Roundtable
  plan: TablePlan
  mayPlan: boolean
  onSetUp: () => void
}

function Plan({ event, plan, mayPlan, onSetUp }: PlanProps) {
  const say = useSay(tableWords)
  const { language } = useLanguage()
  const place = usePlacePerson()
  const [opened, setOpened] = useState<string>()
  const { nameOf, tableName } = useTableText(plan)
  const [said, setSaid] = useState('')

  function move(person: SeatedPerson, table: string | null) {
    place.mutate(
      { id: event.id, personId: person.id, table },
      {
        onSuccess: () =>
          setSaid(
            table
              ? say('moved', { name: nameOf(person), table: tableName(table) })
              : say('unseated', { name: nameOf(person) }),
          ),
        onError: error => toast.failed(error, language),
      },
    )
  }

  const seating = { mayPlan, onMove: move, onOpen: ({ id }: SeatedPerson) => setOpened(id) }
  return (
    <>
      <div className={styles.onScreen}>
        <div className={styles.bar}>
          <Standing plan={plan} />
          <Button variant="subtle" onClick={() => window.print()}>
            {say('print')}
          </Button>
          {mayPlan && <Button onClick={onSetUp}>{say('setUp')}</Button>}
          {mayPlan && <ProposeButtons id={event.id} plan={plan} />}
        </div>
        <KindKey />
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        <div className={styles.grid}>
          {plan.people.some(({ table }) => table === null) && (
            <TableCard plan={plan} table={null} {...seating} />
          )}
          {plan.tables.map(table => (
            <TableCard key={table.id} plan={plan} table={table} {...seating} />
          ))}
        </div>
      </div>
      <TablePapers plan={plan} title={titleOf(event, language)} />
      <PersonDialog
        id={event.id}
        plan={plan}
        person={plan.people.find(({ id }) => id === opened)}
        onClose={() => setOpened(undefined)}
      />
    </>
  )
}

/** Whether the rules are kept, and if not, which. */
function Standing({ plan }: { plan: TablePlan }) {
  const say = useSay(tableWords)
  const { broken } = useTableText(plan)
  if (plan.broken.length === 0)
    return <div>{plan.people.some(({ table }) => table) && <Lamp tone="good">{say('allKept')}</Lamp>}</div>
  return (
    <section aria-label={say('broken')}>
      <ul className={styles.broken}>
        {plan.broken.map(rule => (
          <li key={JSON.stringify(rule)}>
            <Lamp tone={rule.rule === 'no_host' ? 'attention' : 'problem'}>{broken(rule)}</Lamp>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ProposeButtons({ id, plan }: { id: string; plan: TablePlan }) {
  const say = useSay(tableWords)
  const { language } = useLanguage()
  const propose = useProposeTables()
  const [asking, ask] = useDisclosure(false)
  const isByHand = plan.people.some(({ reasons }) => reasons.some(({ kind }) => kind === 'by_hand'))
  const run = (afresh: boolean) =>
    propose.mutate(
      { id, afresh },
      {
        onSuccess({ people }) {
          ask.close()
          const left = people.filter(({ table }) => table === null).length
          if (left > 0) toast.attention(say('proposedSome', { count: left }))
          else toast.done(say('proposed'))
        },
        onError: error => toast.failed(error, language),
      },
    )
  return (
    <>
      {isByHand && <Button onClick={ask.open}>{say('afresh')}</Button>}
      <Button variant="filled" loading={propose.isPending} onClick={() => run(false)}>
        {say('propose')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={say('afreshTitle')}
        confirmLabel={say('afresh')}
        busy={propose.isPending}
        onConfirm={() => run(true)}
      >
        {say('afreshText')}
      </ConfirmDialog>
    </>
  )
}

function KindKey() {
  const say = useSay(tableWords)
  return (
    <ul className={styles.key} aria-label={say('key')}>
      {(['existing', 'prospect', 'former', 'host'] as const).map(kind => (
        <li key={kind}>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <PersonDot kind={kind} />
          </svg>
          {say(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}

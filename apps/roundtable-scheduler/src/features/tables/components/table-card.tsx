import { ActionIcon, NativeSelect } from '@mantine/core'
import type { PlanTable, SeatedPerson, TablePlan } from '@sixfold/contract/table-plans'
import { useSay } from '@sixfold/ui/parts/language'
import { IconDots } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import { tableWords } from '../../../words/tables.ts'
import { useTableText } from '../table-text.ts'
import { PersonDot, TableFigure } from './table-figure.tsx'
import styles from './tables.module.css'

const DRAGGED = 'application/x-sixfold-person'

export interface Seating {
  mayPlan: boolean
  onMove: (person: SeatedPerson, table: string | null) => void
  onOpen: (person: SeatedPerson) => void
}

interface TableCardProps extends Seating {
  plan: TablePlan
  /** Null: those who are not seated yet. */
  table: PlanTable | null
}

const hostsFirst = (a: SeatedPerson, b: SeatedPerson) =>
  Number(b.kind === 'host') - Number(a.kind === 'host') || a.name.localeCompare(b.name)

/** One table, or those without one; people are moved by dragging, or by the list beside each name. */
export function TableCard({ plan, table, ...seating }: TableCardProps) {
  const say = useSay(tableWords)
  const heading = useId()
  const { factors } = useTableText(plan)
  const people = plan.people.filter(person => person.table === (table?.id ?? null)).toSorted(hostsFirst)
  const index = factors.findIndex(({ value }) => value === table?.factor)
  const taken = people.reduce((sum, { seats }) => sum + seats, 0)
  const drop = (id: string) => {
    const person = plan.people.find(one => one.id === id)
    if (person && person.table !== (table?.id ?? null)) seating.onMove(person, table?.id ?? null)
  }
  return (
    <DropZone labelledBy={heading} may={seating.mayPlan} onDrop={drop}>
      <header className={styles.head}>
        {table && <TableFigure table={table} people={people} factorIndex={index} />}
        <div>
          <h3 id={heading}>{table?.name ?? say('notSeated')}</h3>
          {table && factors[index] && <p className={styles.quiet}>{factors[index].label}</p>}
          <p className={styles.quiet}>{table ? say('fills', { taken, seats: table.seats }) : taken}</p>
        </div>
      </header>
      {people.length > 0 ? (
        <ul className={styles.people}>
          {people.map(person => (
            <PersonRow key={person.id} plan={plan} person={person} {...seating} />
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{say(table ? 'nobodyHere' : 'everybodySits')}</p>
      )}
    </DropZone>
  )
}

interface DropZoneProps {
  labelledBy: string
  may: boolean
  onDrop: (id: string) => void
  children: ReactNode
}

function DropZone({ labelledBy, may, onDrop, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const takes = (event: DragEvent) => may && event.dataTransfer.types.includes(DRAGGED)
  return (
    <section
      className={styles.card}
      aria-labelledby={labelledBy}
      data-over={over || undefined}
      onDragOver={event => {
        if (!takes(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false)
        if (!takes(event)) return
        event.preventDefault()
        onDrop(event.dataTransfer.getData(DRAGGED))
      }}
    >
      {children}
    </section>
  )
}

function PersonRow({
  plan,
  person,
  mayPlan,
  onMove,
  onOpen,
}: Seating & { plan: TablePlan; person: SeatedPerson }) {
  const say = useSay(tableWords)
  const { nameOf, why } = useTableText(plan)
  const name = nameOf(person)
  return (
    <li
      draggable={mayPlan}
      onDragStart={event => {
        event.dataTransfer.setData(DRAGGED, person.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <svg width="14" height="14" viewBox="-7 -7 14 14" role="img" aria-label={say(`kind.${person.kind}`)}>
        <PersonDot kind={person.kind} />
      </svg>
      <div className={styles.who}>
        <p>
          <b>{name}</b>
          {person.accountName && `, ${person.accountName}`}
          {person.seats > 1 && ` (${say('party', { count: person.seats })})`}
        </p>
        {person.reasons.length > 0 && <p className={styles.why}>{person.reasons.map(why).join(' ')}</p>}
      </div>
      {mayPlan && (
        <div className={styles.move}>
          <NativeSelect
            size="xs"
            aria-label={say('moveTo', { name })}
            value={person.table ?? ''}
            data={[
              { value: '', label: say('none') },
              ...plan.tables.map(one => ({ value: one.id, label: one.name })),
            ]}
            onChange={event => onMove(person, event.currentTarget.value || null)}
          />
          {person.kind !== 'host' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={say('about', { name })}
              onClick={() => onOpen(person)}
            >
              <IconDots size={16} stroke={1.5} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      )}
    </li>
  )
}

import type { PlanTable, SeatedPerson } from '@sixfold/contract/table-plans'
import { factorLook } from '@sixfold/ui/factor-shape'
import { useSay } from '@sixfold/ui/parts/language'
import { tableWords } from '../../../words/tables.ts'

const AROUND = 50
const SHOWN_AT_MOST = 24

/** A person's kind as a dot: full, open, half, or the accent with a ring for the house. */
export function PersonDot({ kind }: { kind: SeatedPerson['kind'] | null }) {
  if (kind === null) return <circle r="5" fill="none" stroke="var(--line-strong)" strokeDasharray="1.5 1.5" />
  if (kind === 'host')
    return (
      <>
        <circle r="6.5" fill="none" stroke="var(--accent)" strokeWidth="1.2" />
        <circle r="4.6" fill="var(--accent)" />
      </>
    )
  if (kind === 'existing') return <circle r="5" fill="var(--text-2)" />
  return (
    <>
      <circle r="4.4" fill="var(--surface)" stroke="var(--text-2)" strokeWidth="1.6" />
      {kind === 'former' && <path d="M0 -4.4a4.4 4.4 0 0 1 0 8.8z" fill="var(--text-2)" />}
    </>
  )
}

interface TableFigureProps {
  table: PlanTable
  people: readonly SeatedPerson[]
  factorIndex: number
}

/** A round table with a dot at each seat; the factor it talks about stands in the middle. */
export function TableFigure({ table, people, factorIndex }: TableFigureProps) {
  const say = useSay(tableWords)
  const look = factorLook(factorIndex)
  const kinds = people.flatMap(({ kind, seats }) => Array.from({ length: seats }, () => kind))
  const count = (kind: SeatedPerson['kind']) => kinds.filter(one => one === kind).length
  const dots = Array.from(
    { length: Math.min(SHOWN_AT_MOST, Math.max(table.seats, kinds.length)) },
    (_, at) => ({ kind: kinds[at] ?? null, at }),
  )
  const label = say('figure', {
    name: table.name,
    taken: kinds.length,
    seats: table.seats,
    existing: count('existing'),
    prospect: count('prospect'),
    former: count('former'),
    host: count('host'),
  })
  return (
    <svg width="120" height="120" viewBox="-62 -62 124 124" role="img" aria-label={label}>
      <circle r="30" fill={look?.tint ?? 'var(--sunken)'} />
      {look && (
        <g transform="translate(-9 -9) scale(1.5)">
          <path d={look.path} fill={look.color} />
        </g>
      )}
      {dots.map(({ kind, at }) => {
        const angle = (at / dots.length) * 2 * Math.PI - Math.PI / 2
        const [x, y] = [AROUND * Math.cos(angle), AROUND * Math.sin(angle)]
        return (
          <g key={at} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
            <PersonDot kind={kind} />
          </g>
        )
      })}
    </svg>
  )
}

const RADIUS = 15
const AROUND = 2 * Math.PI * RADIUS

interface SeatRingProps {
  taken: number
  /** Null: no limit; the ring is closed as soon as anybody comes. */
  capacity: number | null
  chosen?: boolean
}

/** A ring that is closed as far as the seats are taken; the number stands in it. */
export function SeatRing({ taken, capacity, chosen = false }: SeatRingProps) {
  const full = capacity === null ? taken > 0 : capacity > 0 && taken >= capacity
  const share = full ? 1 : capacity ? taken / capacity : 0
  return (
    <svg width="36" height="36" viewBox="-18 -18 36 36" aria-hidden="true">
      <circle r={RADIUS} fill="var(--surface)" stroke="var(--line)" strokeWidth="4" />
      {share > 0 && (
        <circle
          r={RADIUS}
          fill="none"
          stroke={chosen ? 'var(--accent)' : 'var(--text-2)'}
          strokeWidth="4"
          strokeDasharray={`${share * AROUND} ${AROUND}`}
          transform="rotate(-90)"
        />
      )}
      <text
        y="4.5"
        textAnchor="middle"
        fill="var(--text)"
        fontSize={taken > 999 ? 9 : 12}
        fontWeight="600"
        fontFamily="var(--font)"
      >
        {taken}
      </text>
    </svg>
  )
}

/** A due date without an event. */
export function DueRing({ overdue }: { overdue: boolean }) {
  return (
    <svg width="36" height="36" viewBox="-18 -18 36 36" aria-hidden="true">
      <circle
        r={RADIUS}
        fill="var(--surface)"
        stroke={overdue ? 'var(--problem)' : 'var(--attention)'}
        strokeWidth="1.5"
        strokeDasharray="3 3"
      />
    </svg>
  )
}

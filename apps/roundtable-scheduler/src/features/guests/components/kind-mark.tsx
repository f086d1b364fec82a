/** What an account is to the house, as a shape: full, empty, half. Decoration: the word stands beside it. */
export function KindMark({ kind }: { kind: string }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <circle
        cx="5"
        cy="5"
        r="4"
        fill={kind === 'existing' ? 'var(--text-2)' : 'none'}
        stroke="var(--text-2)"
        strokeWidth="1.5"
      />
      {kind === 'former' && <path d="M5 1a4 4 0 0 1 0 8z" fill="var(--text-2)" />}
    </svg>
  )
}

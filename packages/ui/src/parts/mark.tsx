/** Sixfold's sign: a hexagon of six facets, three of them inked. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M12 1.5 21.1 6.75V17.25L12 22.5 2.9 17.25V6.75z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M12 12V1.5l9.1 5.25zM12 12l9.1 5.25L12 22.5zM12 12l-9.1 5.25V6.75z" fill="currentColor" />
    </svg>
  )
}

/** One figure, ready to print. */
export interface Figure {
  row: string
  figure: string
  value: string
  /** What it is measured against, from README. */
  target?: string
}

/** A row of `npm run bench`: measures something for itself and leaves nothing behind. */
export interface Row {
  name: string
  run(say: (line: string) => void): Promise<Figure[]>
}

/** The value at a share of the sorted values: 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
}

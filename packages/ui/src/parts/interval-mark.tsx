import { factorLook } from '../factor-shape.ts'
import { formatNumber } from '../format.ts'
import { partWords } from '../words/parts.ts'
import styles from './interval-mark.module.css'
import { useLanguage, useSay } from './language.tsx'

export interface IntervalMarkProps {
  value: number
  low: number
  high: number
  /** The same measure a quarter before: a stroke. */
  before?: number | null
  /** The factor's place, 0-based; a plain disc without one. */
  index?: number
  from?: number
  to?: number
}

/** A value with its interval on a quiet line, all in the same units. */
export function IntervalMark({
  value,
  low,
  high,
  before = null,
  index = -1,
  from = 0,
  to = 100,
}: IntervalMarkProps) {
  const { language } = useLanguage()
  const say = useSay(partWords)
  const at = (amount: number) => `${(100 * (Math.min(Math.max(amount, from), to) - from)) / (to - from)}%`
  const text = (amount: number) => formatNumber(amount, language)
  const said = { value: text(value), low: text(low), high: text(high) }
  const look = factorLook(index)
  return (
    <svg
      className={styles.mark}
      role="img"
      aria-label={
        before === null ? say('interval', said) : say('intervalBefore', { ...said, before: text(before) })
      }
    >
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--line)" strokeWidth="2" />
      <line x1={at(low)} x2={at(high)} y1="10" y2="10" stroke="var(--text)" strokeWidth="1.5" />
      {before !== null && (
        <line x1={at(before)} x2={at(before)} y1="2" y2="18" stroke="var(--text)" strokeWidth="1.5" />
      )}
      <svg x={at(value)} y="10" overflow="visible" aria-hidden="true">
        {look ? (
          <path d={look.path} fill={look.color} transform="translate(-6 -6)" />
        ) : (
          <circle r="4.5" fill="var(--text-2)" />
        )}
      </svg>
    </svg>
  )
}

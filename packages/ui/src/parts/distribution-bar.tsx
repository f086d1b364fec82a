import { formatShare } from '../format.ts'
import { partWords } from '../words/parts.ts'
import styles from './distribution-bar.module.css'
import { useLanguage, useSay } from './language.tsx'

const steps = [5, 4, 3, 2, 1] as const

/** Counts from very satisfied to very dissatisfied, as one bar and one sentence. */
export function DistributionBar({ counts, height = 14 }: { counts: readonly number[]; height?: number }) {
  const { language } = useLanguage()
  const say = useSay(partWords)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const share = (place: number) => formatShare(n === 0 ? 0 : (counts[place] ?? 0) / n, language)
  return (
    <div
      className={styles.bar}
      style={{ height }}
      role="img"
      aria-label={say('distribution', { n, a: share(0), b: share(1), c: share(2), d: share(3), e: share(4) })}
    >
      {steps.map((step, place) => {
        const count = counts[place] ?? 0
        return (
          count > 0 && <span key={step} style={{ flexGrow: count, background: `var(--scale-${step})` }} />
        )
      })}
    </div>
  )
}

/** What the five cells mean; once a page that has bars. */
export function DistributionKey() {
  const say = useSay(partWords)
  const words = {
    5: 'verySatisfied',
    4: 'satisfied',
    3: 'neutralShort',
    2: 'dissatisfied',
    1: 'veryDissatisfied',
  } as const
  return (
    <ul className={styles.key}>
      {steps.map(step => (
        <li key={step}>
          <span style={{ background: `var(--scale-${step})` }} />
          {say(words[step])}
        </li>
      ))}
    </ul>
  )
}

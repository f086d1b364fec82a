import type { LiveItemView } from '@sixfold/contract/live-rooms'
import { meanRating, SMALLEST_SHOWN_ROOM, topWords } from '@sixfold/domain/live-room/live-tally'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { liveWords } from '../../../words/live.ts'
import styles from './live.module.css'

/** What the room answered, as far as it may be seen; large enough for the other end of a hall. */
export function ItemResults({ item }: { item: LiveItemView }) {
  const say = useSay(liveWords)
  const { language } = useLanguage()
  const { tally, revealed, input } = item
  if (input.kind === 'ideas') return null
  if (!revealed || tally.answers < SMALLEST_SHOWN_ROOM)
    return (
      <>
        <p className={styles.count}>{say('hiddenResults', { n: tally.answers })}</p>
        {revealed && <p className={styles.muted}>{say('few')}</p>}
      </>
    )
  if (input.kind === 'rating') {
    const mean = (meanRating(tally) ?? 0).toLocaleString(language, { maximumFractionDigits: 1 })
    const most = Math.max(...Object.values(tally.counts))
    const points = Array.from({ length: input.high - input.low + 1 }, (_, at) => input.low + at)
    return (
      <>
        <p className={styles.mean}>
          <b>{mean}</b> {say('mean', { n: tally.answers })}
        </p>
        <div className={styles.columns} role="img" aria-label={say('chart', { n: tally.answers, mean })}>
          {points.map(point => (
            <span key={point}>
              <i style={{ height: `${((tally.counts[point] ?? 0) / most) * 100}%` }} />
              <small>{point}</small>
            </span>
          ))}
        </div>
        <p className={styles.ends}>
          <span>{input.lowWord}</span>
          <span>{input.highWord}</span>
        </p>
      </>
    )
  }
  if (input.kind === 'words') {
    const words = topWords(tally, 24)
    const most = words[0]?.people ?? 1
    return (
      <ul className={styles.cloud}>
        {words.map(({ word, people }) => (
          <li key={word} style={{ fontSize: `${1 + (people / most) * 1.6}em` }}>
            {word} <small>{people}</small>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ul className={styles.bars}>
      {input.options.map(option => {
        const people = tally.counts[option] ?? 0
        return (
          <li key={option}>
            <span>{option}</span>
            <b>{people}</b>
            <i style={{ width: `${(people / tally.answers) * 100}%` }} />
          </li>
        )
      })}
    </ul>
  )
}

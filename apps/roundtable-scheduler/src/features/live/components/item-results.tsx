import type { LiveItemInput, LiveItemView } from '@sixfold/contract/live-rooms'
import { meanRating, SMALLEST_SHOWN_ROOM, topWords } from '@sixfold/domain/live-room/live-tally'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { dayText } from '../../../words/event-text.ts'
import { liveWords } from '../../../words/live.ts'
import styles from './live.module.css'

/** What the room answered, as far as it may be seen; large enough for the other end of a hall. */
export function ItemResults({ item }: { item: LiveItemView }) {
  const say = useSay(liveWords)
  const { tally, revealed, input } = item
  if (input.kind === 'ideas') return null
  if (!revealed || tally.answers < SMALLEST_SHOWN_ROOM)
    return (
      <>
        <p className={styles.count}>{say('hiddenResults', { n: tally.answers })}</p>
        {revealed && <p className={styles.muted}>{say('few')}</p>}
      </>
    )
  if (input.kind === 'rating') return <Rating item={item} input={input} />
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

/** More dots than this over one another would push the rest off the screen. */
const MOST_DOTS = 10

/** One dot for each person, or for a few, over the scale with its average. */
function Rating({
  item: { tally, before },
  input,
}: {
  item: LiveItemView
  input: Extract<LiveItemInput, { kind: 'rating' }>
}) {
  const say = useSay(liveWords)
  const { language } = useLanguage()
  const mean = meanRating(tally) ?? 0
  const oneDigit = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 })
  const each = Math.ceil(Math.max(...Object.values(tally.counts)) / MOST_DOTS)
  const points = Array.from({ length: input.high - input.low + 1 }, (_, at) => input.low + at)
  const place = ((mean - input.low + 0.5) / points.length) * 100
  return (
    <>
      <div className={styles.mean}>
        <b>{oneDigit(mean)}</b>
        <p>
          {say('mean', { n: tally.answers })}
          {before && (
            <span>
              {say('before', {
                date: dayText(before.date, language, 'short'),
                mean: oneDigit(before.mean),
                n: before.answers,
              })}
            </span>
          )}
        </p>
      </div>
      <div
        className={styles.dots}
        role="img"
        aria-label={say('chart', { n: tally.answers, mean: oneDigit(mean) })}
      >
        {points.map(point => (
          <span key={point}>
            {Array.from({ length: Math.ceil((tally.counts[point] ?? 0) / each) }, (_, at) => at).map(at => (
              <i key={at} />
            ))}
          </span>
        ))}
        <b style={{ insetInlineStart: `${place}%` }} />
      </div>
      <p className={styles.ends}>
        <span>
          {input.low} {input.lowWord}
        </span>
        <span>
          {input.high} {input.highWord}
        </span>
      </p>
      {each > 1 && <p className={styles.muted}>{say('dots', { n: each })}</p>}
    </>
  )
}

import type { GuestMix, MixPart } from '@sixfold/domain/roundtables/guest-mix'
import { formatShare } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { guestChoiceWords } from '../../../words/guest-choice.ts'
import { KindMark } from './kind-mark.tsx'
import styles from './mix-gauge.module.css'

/** How the guests stand against the aims: a bar for what is there, a stroke for the aim. */
export function MixGauge({ mix }: { mix: GuestMix }) {
  const say = useSay(guestChoiceWords)
  const aimed = mix.segments.filter(({ aim }) => aim !== null)
  return (
    <ul className={styles.gauge} aria-label={say('mix')}>
      {mix.kinds.map(part => (
        <Line key={part.key} part={part} name={say(`kind.${part.key as 'existing'}`)} kind={part.key} />
      ))}
      {aimed.map(part => (
        <Line key={`segment ${part.key}`} part={part} name={part.key} />
      ))}
    </ul>
  )
}

function Line({ part, name, kind }: { part: MixPart; name: string; kind?: string }) {
  const { language } = useLanguage()
  const say = useSay(guestChoiceWords)
  const { count, share, aim } = part
  const text = { name, count, share: formatShare(share ?? 0, language) }
  return (
    <li className={styles.line}>
      <span className={styles.name} aria-hidden="true">
        {kind && <KindMark kind={kind} />}
        {name}
      </span>
      <svg
        className={styles.bar}
        role="img"
        aria-label={
          aim === null
            ? say('partTextFree', text)
            : say('partText', { ...text, aim: formatShare(aim, language) })
        }
      >
        <rect width="100%" height="6" y="5" rx="1" fill="var(--sunken)" />
        <rect width={`${100 * (share ?? 0)}%`} height="6" y="5" rx="1" fill="var(--text-2)" />
        {aim !== null && (
          <line
            x1={`${100 * aim}%`}
            x2={`${100 * aim}%`}
            y1="0"
            y2="16"
            stroke="var(--text)"
            strokeWidth="2"
          />
        )}
      </svg>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      <span className={styles.share} aria-hidden="true">
        {text.share}
      </span>
    </li>
  )
}

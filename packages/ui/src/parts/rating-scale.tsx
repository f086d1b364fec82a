import { useId } from 'react'
import { partWords } from '../words/parts.ts'
import { useSay } from './language.tsx'
import styles from './rating-scale.module.css'

export type Rating = 1 | 2 | 3 | 4 | 5 | 'na'

const cells = [
  { value: 1, word: 'veryDissatisfied' },
  { value: 2, word: 'dissatisfied' },
  { value: 3, word: 'neutral' },
  { value: 4, word: 'satisfied' },
  { value: 5, word: 'verySatisfied' },
] as const

export interface RatingScaleProps {
  /** The question; the group's name for who cannot see it. */
  label: string
  /** Hides the visible question where the page already shows it. */
  labelHidden?: boolean
  value: Rating | null
  onChange?: (value: Rating) => void
  /** Shows what a customer will see, answering nothing. */
  preview?: boolean
  offerNotApplicable?: boolean
}

/** Five equal cells that grow with satisfaction, a gap, then a dashed "not applicable"; the chosen one's words below. */
export function RatingScale(props: RatingScaleProps) {
  const { label, labelHidden = false, value, onChange, preview = false, offerNotApplicable = true } = props
  const say = useSay(partWords)
  const group = useId()
  const cell = (rating: Rating, word: string) => ({
    type: 'radio',
    name: group,
    value: rating,
    checked: value === rating,
    disabled: preview,
    onChange: () => onChange?.(rating),
    'aria-label': word,
  })
  return (
    <fieldset className={styles.scale} data-without-na={!offerNotApplicable || undefined}>
      <legend className={labelHidden ? styles.hidden : styles.question}>{label}</legend>
      <div className={styles.cells}>
        {cells.map(({ value: rating, word }) => (
          <label className={styles.cell} key={rating}>
            <input {...cell(rating, say(word))} />
            <span className={styles.dot} data-size={rating} />
          </label>
        ))}
        {offerNotApplicable && (
          <label className={`${styles.cell} ${styles.na}`}>
            <input {...cell('na', say('notApplicable'))} />
            <span aria-hidden="true">{say('notApplicable')}</span>
          </label>
        )}
      </div>
      <Ends value={value} />
    </fieldset>
  )
}

/** Both ends are named until something is chosen; then the choice is. */
function Ends({ value }: { value: Rating | null }) {
  const say = useSay(partWords)
  const chosen = cells.find(cell => cell.value === value)
  return (
    <div className={styles.ends} aria-hidden="true">
      {chosen ? (
        <span className={styles.pick} data-at={chosen.value}>
          {say(chosen.value === 3 ? 'neutralShort' : chosen.word)}
        </span>
      ) : (
        <>
          <span className={styles.low}>{say('veryDissatisfied')}</span>
          <span className={styles.high}>{say('verySatisfied')}</span>
        </>
      )}
    </div>
  )
}

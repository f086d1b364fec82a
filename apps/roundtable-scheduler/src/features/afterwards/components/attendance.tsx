import type { AfterwardsView } from '@sixfold/contract/afterwards'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { afterwardsWords } from '../../../words/afterwards.ts'
import styles from './afterwards.module.css'

/** Who came, and who did not. */
export function Attendance({ view }: { view: AfterwardsView }) {
  const say = useSay(afterwardsWords)
  const { came, seats, ...rest } = view.attendance
  // A door that nobody kept says nothing about who came.
  const unknown = view.ended && came === 0 && seats > 0
  const lines = (['invited', 'declined', 'silent', 'missed', 'walkIns'] as const)
    .filter(key => !unknown || (key !== 'missed' && key !== 'walkIns'))
    .map(key => ({ key, count: rest[key] }))
  return (
    <Sheet title={say('attendance')}>
      {!view.ended && <p className={styles.quiet}>{say('notYet')}</p>}
      {unknown ? (
        <p>{say('nobodyChecked', { seats })}</p>
      ) : (
        <p className={styles.figure}>
          {came}
          <small>
            {say('came', { count: came })}, {say('ofSeats', { seats })}
          </small>
        </p>
      )}
      <dl className={styles.facts}>
        {lines.map(({ key, count }) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}

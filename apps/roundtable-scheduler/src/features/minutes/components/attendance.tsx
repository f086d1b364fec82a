import type { Minutes } from '@sixfold/contract/minutes'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { minutesWords } from '../../../words/minutes.ts'
import styles from './minutes.module.css'

const MOST_SHOWN = 40

/** Who was checked in, as the seat ledger has it. */
export function Attendance({ attendance: { arrived, expected, people } }: Pick<Minutes, 'attendance'>) {
  const say = useSay(minutesWords)
  return (
    <Sheet title={say('attendance')}>
      <p className={styles.quiet}>
        {say('arrived', { arrived })}
        {expected > 0 && `; ${say('expected', { n: expected })}`}
      </p>
      {people.length > 0 && (
        <ul className={styles.came}>
          {people.slice(0, MOST_SHOWN).map(({ name, accountName, seats, at }) => (
            <li key={`${name} ${accountName} ${at}`}>
              {name || say('nameless')}
              <span>
                {[accountName, seats > 1 ? say('party', { n: seats }) : ''].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {people.length > MOST_SHOWN && (
        <p className={styles.quiet}>{say('moreCame', { n: people.length - MOST_SHOWN })}</p>
      )}
    </Sheet>
  )
}

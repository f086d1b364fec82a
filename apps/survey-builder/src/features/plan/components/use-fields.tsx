import { TextAreaField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { planWords } from '../../../words/plan.ts'
import type { AskedField } from '../asked-fields.ts'
import type { PlanControl } from '../plan-form-state.ts'
import styles from './plan.module.css'

interface UseFieldsProps {
  control: PlanControl
  /** In the order of the form's uses. */
  asked: readonly AskedField[]
}

/** What each piece of personal data will be used for: what has no use is not asked. */
export function UseFields({ control, asked }: UseFieldsProps) {
  const say = useSay(planWords)
  return (
    <Sheet title={say('usesTitle')}>
      {asked.length === 0 ? (
        <p className={styles.quiet}>{say('usesNone')}</p>
      ) : (
        <div className={styles.fields}>
          <p className={styles.quiet}>
            {say('usesText')} {say('noUse')}
          </p>
          {asked.map(({ question, field, topic, number, text, said }, at) => (
            <div key={`${question}:${field}`} className={styles.use}>
              <h3>{say(`topic.${topic}`)}</h3>
              <p className={styles.quiet}>
                {say('usedAt', { number, text })}
                {said && ` ${say('saidThere', { said })}`}
              </p>
              <TextAreaField
                control={control}
                name={`uses.${at}.use`}
                label={say('use')}
                rows={1}
                optional={said !== ''}
              />
            </div>
          ))}
        </div>
      )}
    </Sheet>
  )
}

import { TextAreaField } from '@sixfold/ui/parts/fields'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { planWords } from '../../../words/plan.ts'
import type { PlanControl } from '../plan-form-state.ts'
import styles from './plan.module.css'

/** The decision behind the survey, and what need not be asked. */
export function PurposeFields({ control }: { control: PlanControl }) {
  const say = useSay(planWords)
  return (
    <Sheet title={say('purposeTitle')}>
      <div className={styles.fields}>
        <TextAreaField
          control={control}
          name="purpose"
          label={say('purpose')}
          help={say('purposeHelp')}
          rows={2}
        />
        <TextAreaField
          control={control}
          name="known"
          label={say('known')}
          help={say('knownHelp')}
          rows={2}
          optional
        />
      </div>
    </Sheet>
  )
}

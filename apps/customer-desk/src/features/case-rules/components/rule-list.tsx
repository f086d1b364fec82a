import type { CaseRule } from '@sixfold/contract/case-rules'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { ruleWords } from '../../../words/case-rules.ts'
import { useTermsText } from '../use-terms-text.ts'
import styles from './case-rules.module.css'

export function RuleState({ state }: Pick<CaseRule, 'state'>) {
  const say = useSay(ruleWords)
  return <Lamp tone={state === 'on' ? 'good' : 'none'}>{say(`state.${state}`)}</Lamp>
}

/** Every rule: its name, what it says, and whether it is on. */
export function RuleList({ rules }: { rules: readonly CaseRule[] }) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const textOf = useTermsText()
  return (
    <ul className={styles.list}>
      {rules.map(rule => (
        <li key={rule.id} className={styles.rule}>
          <div className={styles.words}>
            <h2 className={styles.name}>
              <Link to="/cases/rules/$id" params={{ id: rule.id }}>
                {rule.name}
              </Link>
            </h2>
            <p className={styles.says}>{textOf(rule.terms).join(' · ')}</p>
          </div>
          <div className={styles.side}>
            <RuleState state={rule.state} />
            {rule.opened !== null && <span>{say('opened', { n: rule.opened })}</span>}
            {rule.readable && (
              <span>
                {rule.trial
                  ? say('triedOn', {
                      name: rule.trial.startedBy,
                      day: formatInstant(rule.trial.startedAt, language, { show: 'date' }),
                    })
                  : say('notTried')}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

import { Button, Select } from '@mantine/core'
import type { CaseRule, RuleTrial } from '@sixfold/contract/case-rules'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { RunProgress } from '@sixfold/ui/parts/run-progress'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { ruleWords } from '../../../words/case-rules.ts'
import { useStopTrial, useTryRule } from '../queries.ts'
import styles from './case-rules.module.css'
import { TrialTables } from './trial-tables.tsx'

const QUARTERS = [1, 2, 4, 8] as const

/** What the rule would have done in past quarters, and the way to find out. */
export function TrialSheet({ rule }: { rule: CaseRule }) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const [quarters, setQuarters] = useState<number>(rule.trial?.quarters ?? 4)
  const attempt = useTryRule()
  const stop = useStopTrial()
  const onError = (error: unknown) => toast.failed(error, language)
  const { trial } = rule
  const isRunning = trial?.state === 'running'
  const isTried = trial?.state === 'done' && trial.edition === rule.edition
  return (
    <Sheet title={say('trial')}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{say(rule.readable ? 'trialText' : 'trialHidden')}</p>
        {rule.editable && !isRunning && (
          <div className={styles.actions}>
            <Select
              aria-label={say('quarters')}
              value={`${quarters}`}
              onChange={value => setQuarters(Number(value))}
              data={QUARTERS.map(n => ({ value: `${n}`, label: say('quartersN', { n }) }))}
              allowDeselect={false}
            />
            <Button
              variant={isTried ? 'default' : 'filled'}
              loading={attempt.isPending}
              onClick={() => attempt.mutate({ id: rule.id, quarters }, { onError })}
            >
              {say(trial ? 'tryAgain' : 'try')}
            </Button>
          </div>
        )}
        {isRunning && (
          <RunProgress
            label={say('trying')}
            state={stop.isPending ? 'cancelling' : 'running'}
            done={trial.done}
            total={trial.total === 0 ? null : trial.total}
            {...(rule.editable ? { onCancel: () => stop.mutate({ id: rule.id }, { onError }) } : {})}
          />
        )}
        {trial && !isRunning && <Result rule={rule} trial={trial} />}
      </div>
    </Sheet>
  )
}

function Result({ rule, trial }: { rule: CaseRule; trial: RuleTrial }) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const looked = formatNumber(trial.done, language)
  if (trial.state === 'stopped') return <p>{say('stopped', { looked })}</p>
  return (
    <>
      <p className={styles.result} role="status">
        {say('result', { n: trial.cases, looked, quarters: say('quartersN', { n: trial.quarters }) })}
      </p>
      {trial.edition !== rule.edition && <p>{say('stale')}</p>}
      {trial.cases > 0 && <TrialTables trial={trial} />}
    </>
  )
}

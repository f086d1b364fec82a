import { Button, Switch } from '@mantine/core'
import type { CadenceRules } from '@sixfold/contract/cadence-rules'
import { addLocalMonths } from '@sixfold/domain/local-date'
import { ruleFault } from '@sixfold/domain/roundtables/cadence-rule'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { cadenceWords } from '../../../words/cadence.ts'
import { dayText } from '../../../words/event-text.ts'
import { previewQuery, type Rules, useSaveRules } from '../queries.ts'
import styles from './cadence.module.css'
import { RuleChanges } from './rule-changes.tsx'
import { RuleFields } from './rule-fields.tsx'

/** A first conference needs its time. */
const HALF_A_YEAR = 6

interface RulesFormProps {
  stored: CadenceRules
  today: string
  zone: string
}

/** Both rules of a region beside what they would change; nothing counts before it is saved. */
export function RulesForm({ stored, today, zone }: RulesFormProps) {
  const { language } = useLanguage()
  const say = useSay(cadenceWords)
  const navigate = useNavigate()
  const save = useSaveRules()
  const [rules, setRules] = useState<Rules>({ roundTable: stored.roundTable, conference: stored.conference })
  const { roundTable, conference } = rules
  const valid =
    ruleFault('round_table', roundTable) === null &&
    (conference === null || ruleFault('conference', conference) === null)
  const preview = useQuery({ ...previewQuery(stored.regionId, rules), enabled: valid })
  const changed = (['roundTable', 'conference'] as const).some(
    kind => JSON.stringify(rules[kind]) !== JSON.stringify(stored[kind]),
  )
  const error = save.error ? asApiError(save.error) : null

  async function submit() {
    const { regionId: id, revision } = stored
    try {
      await save.mutateAsync({ id, revision, ...rules })
    } catch {
      // What went wrong stands in `save.error`.
      return
    }
    toast.done(say('saved'))
    await navigate({ to: '/' })
  }

  return (
    <div className={styles.columns}>
      <div className={styles.forms}>
        <Sheet title={say('round_table')}>
          <RuleFields
            kind="round_table"
            rule={roundTable}
            onChange={rule => setRules({ ...rules, roundTable: rule })}
          />
        </Sheet>
        <Sheet title={say('conference')}>
          <Switch
            className={styles.switch ?? ''}
            label={say('hasConference')}
            checked={conference !== null}
            onChange={event =>
              setRules({
                ...rules,
                conference: event.currentTarget.checked
                  ? (stored.conference ?? {
                      anchor: addLocalMonths(today, HALF_A_YEAR),
                      everyMonths: 12,
                      on: null,
                    })
                  : null,
              })
            }
          />
          {conference && (
            <RuleFields
              kind="conference"
              rule={conference}
              onChange={rule => setRules({ ...rules, conference: rule })}
            />
          )}
        </Sheet>
        {error && (
          <FailureNotice error={error} text={error.code === 'revision_conflict' ? say('clash') : undefined} />
        )}
        <div className={styles.foot}>
          <Button
            variant="filled"
            disabled={!changed || !valid || !preview.isSuccess}
            loading={save.isPending}
            onClick={() => void submit()}
          >
            {say('save')}
          </Button>
          <Button renderRoot={props => <Link {...props} to="/" />}>{say('back')}</Button>
        </div>
        <p className={styles.quiet}>
          {stored.savedAt !== null
            ? say('savedBy', {
                name: stored.savedBy,
                date: dayText(wallTimeIn(new Date(stored.savedAt), zone).date, language, 'day'),
              })
            : say('notSaved')}
        </p>
      </div>
      <Sheet title={say('changes')}>
        <div role="status">
          <QueryStates query={preview}>
            {shown => (
              <>
                <RuleChanges kind="round_table" preview={shown.roundTable} />
                {(conference ?? stored.conference) !== null && (
                  <RuleChanges kind="conference" preview={shown.conference} />
                )}
              </>
            )}
          </QueryStates>
        </div>
      </Sheet>
    </div>
  )
}

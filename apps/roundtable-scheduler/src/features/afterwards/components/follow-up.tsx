import { Button, Switch } from '@mantine/core'
import type { AfterwardsView } from '@sixfold/contract/afterwards'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { afterwardsWords } from '../../../words/afterwards.ts'
import { useAskNow, useSaveAfterwards } from '../queries.ts'
import styles from './afterwards.module.css'

interface FollowUpProps {
  event: Roundtable
  view: AfterwardsView
  mayEdit: boolean
}

/** Whether, when and by what those who came are asked how it was. */
export function FollowUp({ event, view, mayEdit }: FollowUpProps) {
  const say = useSay(afterwardsWords)
  const { language } = useLanguage()
  const session = useSession().data
  const save = useSaveAfterwards()
  const ask = useAskNow()
  const { followUp: follow, cost } = view
  const { state, at, programmeName: programme, waveId, unasked } = follow
  const time = at ? formatInstant(at, language, { zone: event.zone }) : ''
  const due = at !== null && session !== undefined && at <= session.now
  const failure = save.error ?? ask.error
  const switchable = mayEdit && ['off', 'waiting', 'no_programme', 'nobody'].includes(state)
  return (
    <Sheet
      title={say('followUp')}
      aside={waveId && <a href={`/builder/waves/${waveId}`}>{say('results')}</a>}
    >
      <div className={styles.stack}>
        {state === 'asked' && (
          <p className={styles.figure}>
            {follow.finished}
            <small>{say('answeredOf', { sent: follow.sent })}</small>
          </p>
        )}
        <p className={styles.quiet}>{say(`follow.${state}`, { time, programme })}</p>
        {state === 'asked' && (follow.planned > 0 || follow.refused > 0) && (
          <p className={styles.quiet}>
            {[
              follow.planned > 0 && say('planned', { count: follow.planned }),
              follow.refused > 0 && say('refused', { count: follow.refused }),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        )}
        {switchable && (
          <Switch
            label={say('ask')}
            checked={state !== 'off'}
            disabled={save.isPending}
            onChange={({ currentTarget: { checked } }) =>
              save.mutate({
                id: event.id,
                revision: view.revision,
                currency: cost.currency,
                costs: cost.items,
                ask: checked,
              })
            }
          />
        )}
        {mayEdit && due && unasked > 0 && ['asked', 'waiting'].includes(state) && (
          <div className={styles.row}>
            <span className={styles.quiet}>{say('unasked', { count: unasked })}</span>
            <Button size="xs" loading={ask.isPending} onClick={() => ask.mutate({ id: event.id })}>
              {say('askNow')}
            </Button>
          </div>
        )}
        {failure != null && <FailureNotice error={asApiError(failure)} />}
      </div>
    </Sheet>
  )
}

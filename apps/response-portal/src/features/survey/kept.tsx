import type { Say } from '@sixfold/contract/words'
import { CheckIcon, ProblemIcon, WaitingIcon } from '../../frame/icons.tsx'
import type { KeepingStatus } from './keeper.ts'

type KeptWord = 'saved.saved' | 'saved.saving' | 'saved.waiting' | 'saved.failed'

/** Whether what was answered is safe, always in sight and announced when it changes. */
export function Kept({ status, say }: { status: KeepingStatus; say: Say<KeptWord> }) {
  return (
    <span className={status === 'waiting' || status === 'failed' ? 'kept waiting' : 'kept'} role="status">
      {status === 'saved' ? <CheckIcon /> : null}
      {status === 'waiting' ? <WaitingIcon /> : null}
      {status === 'failed' ? <ProblemIcon /> : null}
      {/* On the way is no news to a listener; arrived is. */}
      {status === 'saving' ? <span aria-hidden="true">{say('saved.saving')}</span> : null}
      {status === 'untouched' || status === 'saving' ? null : say(`saved.${status}`)}
    </span>
  )
}

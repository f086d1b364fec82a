import type { Task } from '@sixfold/contract/tasks'
import { CallRequestDetail } from '../features/call-requests/components/call-request-detail.tsx'

/** What a wish to be called says: the task itself holds no telephone number. */
export function taskDetail({ kind, aboutId, state }: Task) {
  return kind === 'call_request' && aboutId !== null && state === 'open' ? (
    <CallRequestDetail id={aboutId} />
  ) : null
}

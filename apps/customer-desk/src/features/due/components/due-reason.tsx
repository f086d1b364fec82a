import { ownDueReasons } from '@sixfold/domain/due/due-step'
import { useSay } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { dueWords } from '../../../words/due.ts'

/** Why something waits or lapsed, in words. */
export function DueReason({ reason }: { reason: string }) {
  const say = useSay(dueWords)
  const own = ownDueReasons.find(one => one === reason)
  return own ? say(`reason.${own}`) : <TouchReason reason={reason} />
}

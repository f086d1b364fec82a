import { isKnownReason, touchRefusalWords } from '../words/touch-refusals.ts'
import { useSay } from './language.tsx'

/** Why a contact is not touched, in words; a reason that only a newer server knows is shown as it is called. */
export function TouchReason({ reason }: { reason: string }) {
  const say = useSay(touchRefusalWords)
  return <>{isKnownReason(reason) ? say(reason) : say('other', { reason })}</>
}

import { hourlyPace, portionAt, takeFrom } from '@sixfold/domain/sending/pace'
import type { Context } from '../../../context.ts'
import type { TouchRequest } from '../../contact-policy/contact-ledger/service.ts'
import { previewTouches } from '../../contact-policy/contact-ledger/service.ts'
import { findUse, storeUse } from './store.ts'

/** What the pace of a wave depends on. */
export interface PacedWave {
  id: string
  /** People who are asked. */
  people: number
  sending: { perHour: number | null }
}

export interface Admission<Request> {
  /** Those that the contact policy is asked about now: it may still refuse them. */
  admitted: Request[]
  /** When the others can leave; null: there are none. */
  heldUntil: Date | null
}

/**
 * Lets through as many touches as the pace of a wave allows now. What the contact policy would refuse in any case costs
 * nothing of it, so refusals show at once however slowly mails leave.
 */
export async function admitAtPace<Request extends TouchRequest>(
  ctx: Context,
  wave: PacedWave,
  requests: readonly Request[],
): Promise<Admission<Request>> {
  const foreseen = await previewTouches(ctx, requests)
  const leaving = requests.filter(({ touchId }) => foreseen.get(touchId)?.decision === 'allow')
  const { taken, endsAt } = await takePlaces(ctx, wave, leaving.length)
  const held = new Set(leaving.slice(taken))
  return {
    admitted: requests.filter(request => !held.has(request)),
    heldUntil: held.size > 0 ? endsAt : null,
  }
}

/** Places in the current portion; however many workers send at once, no more are given away than it has. */
async function takePlaces(
  ctx: Context,
  { id, people, sending }: PacedWave,
  wanted: number,
): Promise<{ taken: number; endsAt: Date }> {
  const portion = portionAt(ctx.clock.now(), hourlyPace(people, sending.perHour))
  for (;;) {
    const before = await findUse(ctx, id)
    const { taken, use } = takeFrom(before, portion, wanted)
    if (taken === 0 || (await storeUse(ctx, id, before, use))) return { taken, endsAt: portion.endsAt }
  }
}

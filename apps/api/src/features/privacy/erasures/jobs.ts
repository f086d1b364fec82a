import { addDays } from 'date-fns/addDays'
import { addSeconds } from 'date-fns/addSeconds'
import { z } from 'zod'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { RunLater } from '../../../jobs/worker.ts'
import type { DataRequestRow } from '../data-requests/service.ts'
import { findRequest, finishErasure, noteEffects, sayGoodbye } from '../data-requests/service.ts'
import { eraseContact } from './service.ts'

const payloadSchema = z.object({ requestId: z.string() })

const LOOK_AGAIN_SECONDS = 20
/** A mail server that is away does not hold up the law. */
const PATIENCE_DAYS = 1

export const erasureJobs: JobHandlers = {
  'contact.erase': async (ctx, payload) => {
    const request = await findRequest(ctx, payloadSchema.parse(payload).requestId)
    if (request?.state === 'under_way') await eraseAfterGoodbye(ctx, request)
  },
}

/** The last mail leaves first: afterwards nobody knows where to. */
async function eraseAfterGoodbye(ctx: Context, request: DataRequestRow): Promise<void> {
  const now = ctx.clock.now()
  const onItsWay = await sayGoodbye(ctx, request)
  const begun = request.answeredAt ?? request.askedAt
  if (onItsWay && now < addDays(begun, PATIENCE_DAYS)) throw new RunLater(addSeconds(now, LOOK_AGAIN_SECONDS))
  const member = request.handledBy === null ? null : await findMember(ctx, request.handledBy)
  const by = member ?? (request.source === 'portal' ? 'customer' : 'operator')
  const effects = await eraseContact(ctx, request.contactId, by, {
    known: request.effects,
    note: coming => noteEffects(ctx, request, coming),
  })
  await finishErasure(ctx, request, effects)
}

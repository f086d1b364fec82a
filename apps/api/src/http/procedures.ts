import { implement } from '@orpc/server'
import { contract } from '@sixfold/contract/contract'
import { AppError } from '../errors.ts'
import type { RequestContext } from './request.ts'

/** For procedures anybody may call; the handler checks the link itself. */
export const forAnybody = implement(contract).$context<RequestContext>()

/** For procedures of signed-in staff: `context.actor` is there. */
export const forStaff = forAnybody.use(({ context, next }) => {
  if (!context.actor) throw new AppError('unauthenticated')
  return next({ context: { actor: context.actor } })
})

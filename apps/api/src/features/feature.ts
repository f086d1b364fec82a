import type { Router } from 'express'
import type { Server } from 'socket.io'
import type { Context } from '../context.ts'
import type { JobHandlers } from '../jobs/worker.ts'
import type { LiveRooms, TopicRules } from '../live/live.ts'

/** What a feature brings; each lists only what it has. */
export interface Feature<Routes = Record<string, unknown>> {
  /** Its procedures, by the name they have in the contract. */
  routes?: Routes
  /** HTML pages for customers, outside /api. */
  pages?: (ctx: Context) => Router
  /** Calls of other programs below /api that are not of the contract; they read their bodies themselves. */
  calls?: (ctx: Context) => Router
  /** Files for customers and staff alike, outside /api; served wherever one of them is. */
  assets?: (ctx: Context) => Router
  jobs?: JobHandlers
  /** Who may follow its live topics. */
  topics?: TopicRules
  /** Opens the live rooms for people without an account. */
  rooms?: (io: Server, ctx: Context) => LiveRooms
  /** Work to take up again after a start, such as folds a crash interrupted. */
  onStart?: (ctx: Context) => Promise<void>
}

/** Keeps the exact types of the routes, so that the router can be checked against the contract. */
export function defineFeature<Routes>(feature: Feature<Routes>): Feature<Routes> {
  return feature
}

import { Router } from 'express'
import type { Context } from '../context.ts'
import { isReachable } from '../db/connect.ts'
import type { Readiness } from './app.ts'

/** `/healthz`: the process is up. `/readyz`: it can work. `/metrics`: figures for Prometheus. */
export function serveHealth(ctx: Context, { isPrepared, jobsRun }: Readiness): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => void response.json({ status: 'up' }))
  router.get('/readyz', async (_request, response) => {
    const database = await isReachable(ctx.db.connection)
    const jobs = jobsRun()
    const ready = database && jobs && isPrepared()
    if (!ready) response.setHeader('Retry-After', '5')
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', database, jobs })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(ctx.metrics.registry.contentType).send(await ctx.metrics.registry.metrics())
  })
  return router
}

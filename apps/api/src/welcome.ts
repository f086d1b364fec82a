import type { Context } from './context.ts'
import { buildIndexes } from './db/collection.ts'
import { DEMONSTRATION_SIGN_IN } from './demonstration/sign-in.ts'
import {
  isUnfinishedDemonstration,
  organisationExists,
  readOrganisation,
} from './features/house/organisation/service.ts'
import { createSetupLink } from './features/house/staff/service.ts'
import type { RunningServer } from './server.ts'

type Say = (line: string) => void

/** Fills a fresh database with the demonstration, unless it shall stay empty. Runs before anybody is served. */
export async function prepareDemonstration(ctx: Context, say: Say): Promise<void> {
  if (ctx.config.empty || !ctx.config.serve.has('staff') || !ctx.config.serve.has('jobs')) return
  if (await isUnfinishedDemonstration(ctx)) {
    await ctx.db.connection.dropDatabase()
    await buildIndexes(ctx.db.connection)
  }
  if (await organisationExists(ctx)) return
  say('Making the demonstration organisation: four regions, five quarters (about two minutes) ...')
  // Needed once in the life of a database, and large.
  const { createDemonstration } = await import('./demonstration/demonstration.ts')
  await createDemonstration(ctx, { onProgress: step => say(`  ${step}`) })
}

/** Prints where Sixfold is and how to get in. */
export async function announceAccess({ ctx, url }: RunningServer, say: Say): Promise<void> {
  const { config } = ctx
  say(`Sixfold listens at ${config.port === 0 ? url : config.publicUrl}`)
  if (!config.serve.has('staff')) return
  if (!(await organisationExists(ctx))) {
    say(`It is empty. Create the first administrator here, once:\n  ${await createSetupLink(ctx)}`)
    return
  }
  const { demonstration } = await readOrganisation(ctx)
  const { email, password } = DEMONSTRATION_SIGN_IN
  if (demonstration) say(`Sign in as ${email} with the password: ${password}`)
}

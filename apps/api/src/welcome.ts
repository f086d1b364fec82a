import { createDemonstration, DEMONSTRATION_SIGN_IN } from './demonstration/demonstration.ts'
import { organisationExists, readOrganisation } from './features/organisation/service.ts'
import { createSetupLink } from './features/staff/service.ts'
import type { RunningServer } from './server.ts'

/** Prints where Sixfold is and how to get in; a fresh database gets the demonstration, or a set-up link with `--empty`. */
export async function announceAccess(
  { ctx, url }: RunningServer,
  say: (line: string) => void,
): Promise<void> {
  const { config } = ctx
  const staff = config.serve.has('staff')
  if (!(await organisationExists(ctx))) {
    if (config.empty) {
      say(`Sixfold is empty. Create the first administrator here, once:\n  ${await createSetupLink(ctx)}`)
    } else {
      say('Making the demonstration organisation (five quarters, four regions) ...')
      await createDemonstration(ctx, { onProgress: step => say(`  ${step}`) })
    }
  }
  say(`Sixfold listens at ${config.port === 0 ? url : config.publicUrl}`)
  if (!staff || !(await organisationExists(ctx))) return
  const { demonstration } = await readOrganisation(ctx)
  if (demonstration)
    say(
      `Sign in as ${DEMONSTRATION_SIGN_IN.email} with ${DEMONSTRATION_SIGN_IN.password} (demonstration data)`,
    )
}

import { createDemonstration, DEMONSTRATION_SIGN_IN } from './demonstration/demonstration.ts'
import { organisationExists, readOrganisation } from './features/organisation/service.ts'
import { createSetupLink } from './features/staff/service.ts'
import type { RunningServer } from './server.ts'

/** Prints where Sixfold is and how to get in; a fresh database gets the demonstration, or a set-up link with `--empty`. */
export async function announceAccess({ ctx, url }: RunningServer): Promise<void> {
  const { config } = ctx
  const staff = config.serve.has('staff')
  if (!(await organisationExists(ctx))) {
    if (config.empty) {
      console.log(
        `Sixfold is empty. Create the first administrator here, once:\n  ${await createSetupLink(ctx)}`,
      )
    } else {
      console.log('Making the demonstration organisation (five quarters, four regions) ...')
      await createDemonstration(ctx, { onProgress: step => console.log(`  ${step}`) })
    }
  }
  console.log(`Sixfold listens at ${config.port === 0 ? url : config.publicUrl}`)
  if (!staff || !(await organisationExists(ctx))) return
  const { demonstration } = await readOrganisation(ctx)
  if (demonstration)
    console.log(
      `Sign in as ${DEMONSTRATION_SIGN_IN.email} with ${DEMONSTRATION_SIGN_IN.password} (demonstration data)`,
    )
}

import type { Context } from '../context.ts'
import { createOrganisation } from '../features/organisation/service.ts'
import { createMember } from '../features/staff/service.ts'

/** Known to everybody: it is printed at every start of a demonstration. */
export const DEMONSTRATION_SIGN_IN = { email: 'admin@sixfold.example', password: 'sixfold demonstration' }

/** Makes the demonstration organisation through the same services as real data. */
export async function createDemonstration(
  ctx: Context,
  { onProgress }: { onProgress: (step: string) => void },
): Promise<void> {
  onProgress('organisation')
  await createOrganisation(ctx, { name: 'Hải Vân Controls', zone: 'Asia/Ho_Chi_Minh', demonstration: true })
  await createMember(ctx, {
    ...DEMONSTRATION_SIGN_IN,
    name: 'Lê An',
    language: 'en',
    role: 'administrator',
    regions: 'all',
  })
}

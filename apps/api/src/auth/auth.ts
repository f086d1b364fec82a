import { mongodbAdapter } from '@better-auth/mongo-adapter'
import type { UiLanguage } from '@sixfold/contract/words'
import { betterAuth } from 'better-auth/minimal'
import type { Config } from '../config.ts'
import { declareIndexes, isDuplicateKey } from '../db/collection.ts'
import type { Database } from '../db/connect.ts'
import type { Secrets } from '../secrets.ts'

// better-auth counts on these but does not make them: one account an address, sessions found by their token.
declareIndexes('user', [{ fields: { email: 1 }, unique: true }])
declareIndexes('account', [{ fields: { userId: 1 } }])
declareIndexes('session', [
  { fields: { token: 1 }, unique: true },
  { fields: { userId: 1 } },
  { fields: { expiresAt: 1 }, expireAfterSeconds: 0 },
])

/** Staff accounts and sessions, kept by better-auth. Nobody signs up: accounts come from set-up and staff invitations. */
export function createAuth(config: Config, database: Database, secrets: Secrets) {
  const { connection } = database
  if (!connection.db) throw new Error('the database is not connected')
  return betterAuth({
    appName: 'Sixfold',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: secrets.auth,
    // No client is passed: with one the adapter opens transactions, which a standalone server has not.
    database: mongodbAdapter(connection.db as unknown as Parameters<typeof mongodbAdapter>[0], {
      transaction: false,
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        regions: { type: 'string[]', required: true, input: false },
        language: { type: 'string', required: true, input: false },
      },
    },
    // Its routes are not mounted; the limits stand in http/limits.ts.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: config.publicUrl.startsWith('https://'),
      cookiePrefix: 'sixfold',
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof createAuth>

/** `*` in the stored list stands for all regions. */
export const ALL_REGIONS = '*'

export interface NewStaff {
  name: string
  email: string
  password: string
  role: string
  regions: 'all' | string[]
  language: UiLanguage
}

/** Creates an account with a password; null when the address has one. */
export async function createStaffAccount(auth: Auth, person: NewStaff): Promise<{ id: string } | null> {
  const { internalAdapter, password } = await auth.$context
  const hash = await password.hash(person.password)
  try {
    const user = await internalAdapter.createUser(
      {
        name: person.name,
        email: person.email.toLowerCase(),
        emailVerified: true,
        role: person.role,
        regions: toStoredRegions(person.regions),
        language: person.language,
      },
      { method: 'email-password' },
    )
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    })
    return { id: user.id }
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

export function toStoredRegions(regions: 'all' | readonly string[]): string[] {
  return regions === 'all' ? [ALL_REGIONS] : [...regions]
}

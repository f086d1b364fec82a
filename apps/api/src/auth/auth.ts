import { mongodbAdapter } from '@better-auth/mongo-adapter'
import type { UiLanguage } from '@sixfold/contract/words'
import { betterAuth } from 'better-auth/minimal'
import type { Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import type { Secrets } from '../secrets.ts'

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
    // Per address, and generous: whole companies share one. The limit per person stands in http/limits.ts.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 60 } },
    },
    advanced: {
      useSecureCookies: config.publicUrl.startsWith('https://'),
      cookiePrefix: 'sixfold',
      ...(config.trustProxy > 0 ? { ipAddress: { ipAddressHeaders: ['x-forwarded-for'] } } : {}),
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

/** Creates an account with a password; the caller has checked that the address is free. */
export async function createStaffAccount(auth: Auth, person: NewStaff): Promise<{ id: string }> {
  const store = await auth.$context
  const user = await store.internalAdapter.createUser(
    {
      name: person.name,
      email: person.email.toLowerCase(),
      emailVerified: true,
      role: person.role,
      regions: person.regions === 'all' ? [ALL_REGIONS] : person.regions,
      language: person.language,
    },
    { method: 'email-password' },
  )
  await store.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await store.password.hash(person.password),
  })
  return { id: user.id }
}

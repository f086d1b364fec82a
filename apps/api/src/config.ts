import { resolve } from 'node:path'
import { z } from 'zod'

const part = z.enum(['staff', 'portal', 'jobs'])
export type ServedPart = z.infer<typeof part>

const urlOf = (...schemes: string[]) =>
  z
    .string()
    .refine(value => schemes.some(scheme => value.startsWith(`${scheme}://`)) && URL.canParse(value), {
      error: `must be an address that starts with ${schemes.map(scheme => `${scheme}://`).join(' or ')}`,
    })

const environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
    PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
    PUBLIC_URL: urlOf('http', 'https').optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    MONGODB_URI: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/.+/, { error: 'must start with mongodb:// or mongodb+srv://' })
      .optional(),
    REDIS_URL: urlOf('redis', 'rediss').optional(),
    SMTP_URL: urlOf('smtp', 'smtps').optional(),
    MAIL_FROM: z.string().min(3).optional(),
    SERVE: z
      .string()
      .default('staff,portal,jobs')
      .transform(value => value.split(',').map(word => word.trim()))
      .pipe(z.array(part, { error: 'must be a list of staff, portal, jobs' }).min(1)),
    SECRET_KEY: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    TRUST_PROXY: z.coerce
      .number({ error: 'must be the number of proxies in front' })
      .int()
      .min(0)
      .max(10)
      .default(0),
  })
  .superRefine((env, check) => {
    if (env.NODE_ENV === 'production' && env.MONGODB_URI && !env.SECRET_KEY)
      check.addIssue({
        code: 'custom',
        path: ['SECRET_KEY'],
        message: 'is required in production with MONGODB_URI: several processes must share it',
      })
  })

export interface Config {
  production: boolean
  port: number
  publicUrl: string
  dataDir: string
  mongodbUri: string | null
  redisUrl: string | null
  smtpUrl: string | null
  mailFrom: string
  serve: ReadonlySet<ServedPart>
  secretKey: string | null
  logLevel: string
  trustProxy: number
  /** Start without demonstration data. */
  empty: boolean
}

/** Names every wrong setting at once. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Settings from the environment; an empty variable counts as unset. Throws {@link ConfigError}. */
export function readConfig(env: Record<string, string | undefined>, argv: readonly string[]): Config {
  const unknown = argv.filter(word => word !== '--empty')
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(set)
  if (!parsed.success || unknown.length > 0) {
    const faults = parsed.success
      ? []
      : parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    for (const word of unknown) faults.push(`  ${word}: is no option; the only one is --empty`)
    throw new ConfigError(`Sixfold cannot start; these settings are wrong:\n${faults.join('\n')}`)
  }
  const settings = parsed.data
  return {
    production: settings.NODE_ENV === 'production',
    port: settings.PORT,
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(settings.DATA_DIR),
    mongodbUri: settings.MONGODB_URI ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? 'Sixfold <sixfold@localhost>',
    serve: new Set(settings.SERVE),
    secretKey: settings.SECRET_KEY ?? null,
    logLevel: settings.LOG_LEVEL,
    trustProxy: settings.TRUST_PROXY,
    empty: argv.includes('--empty'),
  }
}

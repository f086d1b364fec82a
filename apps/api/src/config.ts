import { resolve } from 'node:path'
import { z } from 'zod'

const part = z.enum(['staff', 'portal', 'jobs'], { error: 'must be a list of staff, portal, jobs' })
export type ServedPart = z.infer<typeof part>

const urlOf = (...schemes: string[]) =>
  z
    .string()
    .refine(value => schemes.some(scheme => value.startsWith(`${scheme}://`)) && URL.canParse(value), {
      abort: true,
      error: `must be an address that starts with ${schemes.map(scheme => `${scheme}://`).join(' or ')}`,
    })

/** Pages and links lie at fixed paths below the host. */
function isBare({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535' })
    .transform(Number)
    .refine(port => port <= 65_535, { error: 'must be a number from 0 to 65535' })
    .default(3000),
  PUBLIC_URL: urlOf('http', 'https')
    .refine(value => URL.canParse(value) && isBare(new URL(value)), {
      error: 'must be an address alone, such as https://listen.example.com, without a path',
    })
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/.+/, { error: 'must start with mongodb:// or mongodb+srv://' })
    .optional(),
  REDIS_URL: urlOf('redis', 'rediss').optional(),
  SMTP_URL: urlOf('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  BLIND_MAIL_FROM: z.email({ error: 'must be an address alone, such as studies@example.com' }).optional(),
  MAIL_RETURN_PATH: z.email({ error: 'must be an e-mail address alone' }).optional(),
  MAIL_RETURNS_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform(value =>
      value
        .split(',')
        .map(host => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  SERVE: z
    .string()
    .default('staff,portal,jobs')
    .transform(value => value.split(',').map(word => word.trim()))
    .pipe(z.array(part).min(1)),
  SECRET_KEY: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be the number of proxies in front' })
    .int()
    .min(0)
    .max(10)
    .default(0),
})

/** The key that one process made for itself is not known to the others. */
function missingKey(env: Record<string, string | undefined>): string[] {
  if (env.NODE_ENV !== 'production' || !env.MONGODB_URI || env.SECRET_KEY) return []
  return ['  SECRET_KEY: is required in production with MONGODB_URI: several processes must share it']
}

export interface Config {
  production: boolean
  port: number
  publicUrl: string
  dataDir: string
  mongodbUri: string | null
  redisUrl: string | null
  smtpUrl: string | null
  mailFrom: string
  /** The address from which invitations to blind surveys come; null: the same as all mail. */
  blindMailFrom: string | null
  /** Where mail servers send what comes back; null: to the sender. */
  mailReturnPath: string | null
  /** What a mail server that hands over returned mail has to know; null: none may. */
  mailReturnsSecret: string | null
  /** Hosts that webhooks may call although their addresses are private, or without TLS. */
  webhookPrivateHosts: ReadonlySet<string>
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
  const faults = [
    ...(parsed.error?.issues.map(issue => `  ${String(issue.path[0])}: ${issue.message}`) ?? []),
    ...missingKey(set),
    ...unknown.map(word => `  ${word}: is no option; the only one is --empty`),
  ]
  if (!parsed.success || faults.length > 0) {
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
    blindMailFrom: settings.BLIND_MAIL_FROM ?? null,
    mailReturnPath: settings.MAIL_RETURN_PATH ?? null,
    mailReturnsSecret: settings.MAIL_RETURNS_SECRET ?? null,
    webhookPrivateHosts: new Set(settings.WEBHOOK_PRIVATE_HOSTS),
    serve: new Set(settings.SERVE),
    secretKey: settings.SECRET_KEY ?? null,
    logLevel: settings.LOG_LEVEL,
    trustProxy: settings.TRUST_PROXY,
    empty: argv.includes('--empty'),
  }
}

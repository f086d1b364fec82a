import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { ErrorCode } from './errors.ts'
import { errorStatus } from './errors.ts'

/** Ids are opaque; one that does not exist is a 404, never a 422. */
export const id = z.string().min(1).max(64)

/** An instant in UTC. Instants stay ISO strings on both ends. */
export const instant = z.iso.datetime()

/** A calendar day without a zone, `2026-11-22`. */
export const localDate = z.iso.date()

/** A wall time, `08:30`. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A language tag (BCP 47); it becomes a key of stored texts, so nothing else fits. */
export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

export const localText = z.record(language, z.string().max(5000))

/** Names of pages, questions, options, factors: they become keys of counts, so no dots, colons, dollars or spaces. */
export const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)

export const quarter = z.strictObject({
  year: z.int().min(1990).max(2200),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
})

/** A time zone by its name, `Asia/Ho_Chi_Minh`. */
export const timeZone = z.string().min(1).max(64).refine(isTimeZone)

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const emailAddress = z.email().max(254)

/** Lists are read by cursor: `next` is passed back as `cursor` until it is null. */
export const cursorInput = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
}

export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable(), total: z.int().optional() })
}

/** Where a text in the wire's error list is needed for the document only. */
function errorMap<Code extends ErrorCode>(codes: readonly Code[]) {
  return Object.fromEntries(codes.map(code => [code, { status: errorStatus[code] }])) as {
    [C in Code]: { status: (typeof errorStatus)[C] }
  }
}

/** What every procedure may answer with. */
export const commonErrors = [
  'invalid_input',
  'body_too_large',
  'unsupported_media_type',
  'too_many_requests',
  'unavailable',
  'internal',
  'idempotency_mismatch',
] as const satisfies readonly ErrorCode[]

/** A procedure for signed-in staff. `refusals`: the codes it may be refused with besides the common ones. */
export function staffProcedure<Code extends ErrorCode = never>(...refusals: Code[]) {
  return oc
    .$meta<ProcedureMeta>({ access: 'staff', part: 'staff' })
    .errors(errorMap([...commonErrors, 'unauthenticated', 'key_not_allowed', 'not_found', ...refusals]))
}

/** A procedure for staff that no API key may call, because it hands out rights or secrets. */
export function personProcedure<Code extends ErrorCode = never>(...refusals: Code[]) {
  return staffProcedure(...refusals).meta({ access: 'staff', part: 'staff', personOnly: true })
}

/** A procedure for people who are about to become staff: before signing in, with a link in the path. */
export function entranceProcedure<Code extends ErrorCode = never>(...refusals: Code[]) {
  return oc
    .$meta<ProcedureMeta>({ access: 'public', part: 'staff' })
    .errors(errorMap([...commonErrors, ...refusals]))
}

/** A procedure for customers with a link in the path. */
export function publicProcedure<Code extends ErrorCode = never>(...refusals: Code[]) {
  return oc
    .$meta<ProcedureMeta>({ access: 'public', part: 'portal' })
    .errors(errorMap([...commonErrors, ...refusals]))
}

export interface ProcedureMeta extends Record<string, unknown> {
  access: 'staff' | 'public'
  /** Which served part it belongs to: the public portal may run apart from the staff apps. */
  part: 'staff' | 'portal'
  /** API keys may not call it. */
  personOnly?: boolean
}

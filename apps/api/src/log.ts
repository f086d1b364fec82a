import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

/** The log of a process. Faults are written without what they carry: drivers quote the documents and addresses they failed on. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: faultForLog } }, destination ?? pino.destination(1))
}

interface LoggedFault {
  type: string
  message: string
  code?: string
  stack?: string
  cause?: LoggedFault
}

function faultForLog(error: unknown): LoggedFault {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPersons(String(error)) }
  const { name, message, stack, cause } = error
  return {
    type: name,
    message: withoutPersons(message),
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(stack ? { stack: withoutPersons(stack) } : {}),
    ...(cause === undefined ? {} : { cause: faultForLog(cause) }),
  }
}

/** What blind surveys call: nothing about a single call is kept, neither a line nor a figure nor a key (law 6). */
export function leavesNoTrace(url: string): boolean {
  return /^\/(api\/blind|b)\//.test(url)
}

/** Text without addresses of people, links and quoted values. */
export function withoutPersons(text: string): string {
  return text
    .replace(/dup key: \{.*?\}/gs, 'dup key: {…}')
    .replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g, '…@…')
    .replace(secretPaths, '/$1/…')
}

const secretPaths =
  /\/(r|e|p|me|feeds|shared|setup|join|reset|password-resets|respond|guests|ballots)\/[^/\s"'?]+/g

/** A path with every secret part cut out, and without its query. Ids stay; whatever else is no plain word goes. */
export function withoutTokens(url: string): string {
  const path = url.split('?')[0] ?? ''
  return path
    .replace(secretPaths, '/$1/…')
    .split('/')
    .map(part => (/^([a-z.-]{0,24}|[0-9a-f]{24}|\d{1,6}|…)$/.test(part) ? part : '…'))
    .join('/')
}

/** What an operator reads when the start fails: what happened and what to do, without a stack where the cause is known. */
export function startupMessage(error: unknown): string {
  const cause = causeOf(error)
  return `Sixfold cannot start: ${cause ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}`
}

function causeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  return byCode[code] ?? byName[error.name]?.(error.message) ?? bySystem(code, error.message)
}

const byCode: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'the port is in use. Stop the other program, or choose another port, such as PORT=3001 npm start.',
  ENOSPC: 'the disk is full. Free some space and start again; nothing was damaged.',
}

const unreachable = (message: string): string =>
  `the database at MONGODB_URI does not answer (${withoutPassword(message)}). Check the address, and that it runs.`

/** Faults whose message says all. */
const asSaid = (message: string): string => message

const byName: Readonly<Record<string, (message: string) => string>> = {
  MongooseServerSelectionError: unreachable,
  MongoServerSelectionError: unreachable,
  MongoNetworkError: unreachable,
  MongoParseError: message => `MONGODB_URI is no address of a database (${withoutPassword(message)}).`,
  MongoInvalidArgumentError: message =>
    `MONGODB_URI is no address of a database (${withoutPassword(message)}).`,
  DirectoryHeldError: asSaid,
  NewerFormatError: asSaid,
  SecretKeyError: asSaid,
}

function bySystem(code: string, message: string): string | null {
  if (code === 'EACCES' || code === 'EPERM')
    return `no permission (${message}). Give this user the right, or choose another DATA_DIR or PORT.`
  if (code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return `DATA_DIR cannot be used (${message}). Choose a directory that this user may write to.`
  return null
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/[^@/\s]+@/g, '//…@')
}

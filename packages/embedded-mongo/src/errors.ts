export type ErrorExtra = {
  keyPattern?: Record<string, unknown>
  keyValue?: Record<string, unknown>
}

/** An answer with `ok: 0` (or one write error), with MongoDB's code and name. */
export class MongoError extends Error {
  override name = 'MongoError'
  readonly code: number
  readonly codeName: string
  readonly extra: ErrorExtra

  constructor(code: number, codeName: string, message: string, extra: ErrorExtra = {}) {
    super(message)
    this.code = code
    this.codeName = codeName
    this.extra = extra
  }
}

export const badValue = (message: string) => new MongoError(2, 'BadValue', message)
export const typeMismatch = (message: string) => new MongoError(14, 'TypeMismatch', message)
export const failedToParse = (message: string) => new MongoError(9, 'FailedToParse', message)
/** Errors that MongoDB itself only numbers. */
export const located = (code: number, message: string) => new MongoError(code, `Location${code}`, message)

const ADVICE = 'is not supported by the embedded database; set MONGODB_URI'

/** The refusal of something MongoDB has and this package has not. */
export const refused = (what: string) => new MongoError(115, 'CommandNotSupported', `${what} ${ADVICE}`)

/** The refusal of a whole command. */
export const unknownCommand = (name: string) =>
  new MongoError(59, 'CommandNotFound', `no such command: '${name}'; it ${ADVICE}`)

export const memoryExceeded = (what: string) =>
  new MongoError(
    292,
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `${what} exceeds the memory limit of the embedded database; narrow the query or set MONGODB_URI`,
  )

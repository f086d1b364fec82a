const unreachable = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongooseBufferTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoOperationTimeoutError',
  'MongoWaitQueueTimeoutError',
  'PoolClearedOnNetworkError',
])

/** Server codes of a node that starts, stops or is no primary any more, or ran out of time. */
const passing = new Set([50, 91, 189, 10107, 11600, 11602, 13435, 13436])

/** The database cannot be reached now; the request may be tried again. Libraries between us and it wrap what they get. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (unreachable.has(error.name)) return true
  if (error.name === 'MongoServerError' && 'code' in error && passing.has(Number(error.code))) return true
  return error.cause !== undefined && isUnreachable(error.cause)
}

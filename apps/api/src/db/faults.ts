import mongoose from 'mongoose'

const unreachable = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoTopologyClosedError',
  'PoolClearedOnNetworkError',
])

/** The database cannot be reached now; the request may be tried again. */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof Error &&
    (unreachable.has(error.name) || error instanceof mongoose.mongo.MongoNetworkError)
  )
}

import { randomBytes } from 'node:crypto'

/**
 * A database of one's own on the server that the tests were given in `MONGODB_URI`; undefined when they run on the
 * embedded database, which lives in the data directory of its process.
 */
export function ownDatabaseUri(): string | undefined {
  const given = process.env.MONGODB_URI
  if (!given) return undefined
  const uri = new URL(given)
  uri.pathname = `/sixfold_test_${randomBytes(6).toString('hex')}`
  return uri.href
}

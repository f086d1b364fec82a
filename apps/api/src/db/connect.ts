import { join } from 'node:path'
import mongoose from 'mongoose'
import type { Config } from '../config.ts'

export interface Database {
  connection: mongoose.Connection
  /** Set when the embedded store is used: its directory. */
  embeddedDir: string | null
  close(): Promise<void>
}

// A filter on an unknown field must fail instead of matching everything; operators in values are wrapped (R9).
mongoose.set('strictQuery', 'throw')
mongoose.set('sanitizeFilter', true)

/**
 * Opens MONGODB_URI, or the embedded database in the data directory. With `share`, a database that another process of
 * this machine already serves is used through that process; without it that is a fault.
 */
export async function openDatabase(
  config: Pick<Config, 'mongodbUri' | 'dataDir'>,
  { share = false } = {},
): Promise<Database> {
  const embeddedDir = config.mongodbUri ? null : join(config.dataDir, 'db')
  const embedded = embeddedDir ? await startEmbedded(embeddedDir, share) : null
  const uri = config.mongodbUri ?? `${embedded?.uri}`
  const connection = mongoose.createConnection(uri, {
    // Indexes are built before the first request, not on first use.
    autoIndex: false,
    // How long a request waits for a database that is away; MONGODB_URI may say otherwise.
    ...(uri.includes('serverSelectionTimeoutMS') ? {} : { serverSelectionTimeoutMS: 5_000 }),
    // The driver waits for a database that is away; mongoose would keep calls back for longer.
    bufferCommands: false,
    maxPoolSize: 32,
    writeConcern: { w: 'majority', journal: true },
  })
  try {
    await connection.asPromise()
  } catch (error) {
    await embedded?.close()
    throw error
  }
  return {
    connection,
    embeddedDir,
    async close() {
      await connection.close()
      await embedded?.close()
    },
  }
}

// Not loaded where a MongoDB is given.
async function startEmbedded(
  dataDir: string,
  share: boolean,
): Promise<{ uri: string; close: () => Promise<void> }> {
  if (share) {
    const { liveHolder } = await import('@sixfold/embedded-mongo/lock')
    const uri = (await liveHolder(dataDir))?.uri
    if (uri) return { uri, close: async () => undefined }
  }
  const { startEmbeddedMongo } = await import('@sixfold/embedded-mongo')
  return startEmbeddedMongo({ dataDir })
}

/** Whether the database answers now. */
export async function isReachable(connection: mongoose.Connection): Promise<boolean> {
  try {
    await connection.db?.admin().command({ ping: 1 }, { timeoutMS: 2_000 })
    return connection.readyState === 1
  } catch {
    return false
  }
}

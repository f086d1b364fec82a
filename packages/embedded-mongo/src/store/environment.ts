import { join } from 'node:path'
import { type Database, open, type RootDatabase } from 'lmdb'
import { MongoError } from '../errors.ts'
import { decode, encode } from '../values/decode.ts'

/** The version of the layout below; raised whenever an older release could not read the result. */
export const FORMAT = 1

type Bytes = Database<Buffer, Buffer>

/**
 * One LMDB environment. `documents`: collection id + encoded _id → BSON as received. `entries`: index id + encoded
 * fields + encoded _id → document key. `meta`: the catalogue.
 */
export type Environment = Handles & {
  /** Closes LMDB and opens it again: its handles are new ones afterwards. Not while anything of LMDB is in use. */
  reopen: () => void
}

type Handles = {
  root: RootDatabase<Buffer, Buffer>
  documents: Bytes
  entries: Bytes
  meta: Bytes
}

export type OpenOptions = { readOnly?: boolean }

export const FORMAT_KEY = Buffer.from('format')

export class NewerFormatError extends Error {
  override name = 'NewerFormatError'
}

/** Opens the store in a directory; one of a newer format is refused before anything is written to it. */
export async function openEnvironment(directory: string, options: OpenOptions = {}): Promise<Environment> {
  const environment: Environment = {
    ...openHandles(directory, options),
    reopen() {
      void environment.root.close()
      Object.assign(environment, openHandles(directory, options))
    },
  }
  const stored = environment.meta.get(FORMAT_KEY)
  const format = stored ? decode(stored).format : undefined
  if (typeof format === 'number' && format > FORMAT) {
    await environment.root.close()
    throw new NewerFormatError(
      `the data in ${directory} has format ${format}, but this release reads up to format ${FORMAT}; start the release that wrote it`,
    )
  }
  if (format === undefined && !options.readOnly)
    guardDisk(() =>
      environment.root.transactionSync(() =>
        environment.meta.putSync(FORMAT_KEY, encode({ format: FORMAT })),
      ),
    )
  return environment
}

function openHandles(directory: string, options: OpenOptions): Handles {
  const root = open<Buffer, Buffer>({
    path: directory,
    // Without this LMDB takes a directory whose name has a dot for a file.
    noSubdir: false,
    maxDbs: 4,
    encoding: 'binary',
    keyEncoding: 'binary',
    // A commit then returns only after fdatasync: what was acknowledged is on the disk.
    overlappingSync: false,
    ...options,
  })
  const database = (name: string) =>
    root.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' })
  return { root, documents: database('documents'), entries: database('entries'), meta: database('meta') }
}

const DISK_TROUBLE = /no space|input\/output|file too large|quota|map.?full|mapsize|read-only file/i

/** Gives a failed commit MongoDB's out-of-disk error. LMDB keeps nothing of such a commit. */
export function guardDisk<Result>(commit: () => Result): Result {
  try {
    return commit()
  } catch (error) {
    throw diskError(error)
  }
}

export function diskError(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error)
  if (!DISK_TROUBLE.test(text)) return error
  return new MongoError(
    14031,
    'OutOfDiskSpace',
    `the embedded database could not write to its disk (is it full?): ${text}`,
  )
}

export const dataFile = (directory: string) => join(directory, 'data.mdb')

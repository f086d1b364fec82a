import { aggregateCommands } from '../commands/aggregate.ts'
import { backupCommands } from '../commands/backup.ts'
import { collectionCommands } from '../commands/collections.ts'
import { type Command, checkArguments, workOf } from '../commands/command.ts'
import { findAndModifyCommands } from '../commands/find-and-modify.ts'
import { greetingCommands } from '../commands/greeting.ts'
import { indexCommands } from '../commands/indexes.ts'
import { readCommands } from '../commands/reads.ts'
import { writeCommands } from '../commands/writes.ts'
import { badValue, MongoError, unknownCommand } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { encode } from '../values/decode.ts'
import type { Cursors } from './cursors.ts'
import type { Request } from './wire.ts'

const COMMANDS: Record<string, Command> = {
  ...greetingCommands,
  ...readCommands,
  ...writeCommands,
  ...findAndModifyCommands,
  ...aggregateCommands,
  ...collectionCommands,
  ...indexCommands,
  ...backupCommands,
}

const SLOW_MS = 2000

export type Session = {
  store: Store
  cursors: Cursors
  connectionId: number
  warn: (line: string) => void
  isStopping: () => boolean
}

/** Runs one command and gives its reply as BSON, an error as MongoDB would word it. */
export async function dispatch({ body, sequences, legacy }: Request, session: Session): Promise<Buffer> {
  const name = Object.keys(body)[0] ?? ''
  const started = performance.now()
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw unknownCommand(name)
    checkArguments(name, body, command.accepts)
    const database = legacy ? 'admin' : body.$db
    if (typeof database !== 'string' || !/^[^\0 "$./\\]{1,63}$/.test(database))
      throw new MongoError(73, 'InvalidNamespace', 'Invalid database name')
    const { store, cursors, connectionId, warn } = session
    const work = workOf(body, session.isStopping)
    const reply = await command.run(body, { store, cursors, database, sequences, connectionId, work })
    const took = performance.now() - started
    if (took > SLOW_MS)
      warn(
        `slow ${name} on ${database}.${String(body[name])}: ${Math.round(took)} ms, ${work.examined} documents examined`,
      )
    return Buffer.isBuffer(reply) ? reply : encode({ ...reply, ok: 1 })
  } catch (error) {
    return encode(failure(error, name, session.warn))
  }
}

function failure(error: unknown, name: string, warn: (line: string) => void) {
  const known = error instanceof MongoError ? error : unexpected(error, name, warn)
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.extra }
}

function unexpected(error: unknown, name: string, warn: (line: string) => void): MongoError {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return badValue('the command is nested too deeply')
  warn(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`)
  return new MongoError(1, 'InternalError', error instanceof Error ? error.message : String(error))
}

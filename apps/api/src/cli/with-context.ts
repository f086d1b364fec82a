import type { Context } from '../context.ts'
import { openDatabase } from '../db/connect.ts'
import { closeContext, openContext } from '../server.ts'
import type { Terminal } from './command.ts'

/** Runs work on an open context, beside a running Sixfold too, and closes it however the work ends. */
export async function withContext<T>(
  { config }: Pick<Terminal, 'config'>,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const ctx = await openContext(config, { database: await openDatabase(config, { share: true }) })
  try {
    return await work(ctx)
  } finally {
    await closeContext(ctx)
  }
}

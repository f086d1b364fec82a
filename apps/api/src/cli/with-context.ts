import type { Context } from '../context.ts'
import { closeContext, openContext } from '../server.ts'
import type { Terminal } from './command.ts'

/** Runs work on an open context and closes it, however the work ends. */
export async function withContext<T>(terminal: Terminal, work: (ctx: Context) => Promise<T>): Promise<T> {
  const ctx = await openContext(terminal.config)
  try {
    return await work(ctx)
  } finally {
    await closeContext(ctx)
  }
}

import type { Server } from 'socket.io'
import type { Context } from '../context.ts'

/** With `REDIS_URL`, what one process announces reaches the browsers of all. Returns how to leave. */
export async function joinProcesses(
  io: Pick<Server, 'adapter'>,
  { config, log }: Context,
): Promise<() => Promise<void>> {
  if (!config.redisUrl) return async () => undefined
  // Not loaded where one process does everything.
  const [{ createClient }, { createAdapter }] = await Promise.all([
    import('redis'),
    import('@socket.io/redis-streams-adapter'),
  ])
  const client = createClient({ url: config.redisUrl })
  client.on('error', (error: unknown) => log.error({ err: error }, 'Redis is out of reach'))
  await client.connect()
  io.adapter(createAdapter(client))
  return () => client.close()
}

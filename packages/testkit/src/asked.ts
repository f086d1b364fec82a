import type { TestApi } from './start-test-api.ts'

/** Notes that somebody of an account was asked, for responses that a test writes itself; each of an account of its own unless told. */
export async function noteAsked(
  api: TestApi,
  { id, waveId, regionId = '', accountId = id }: Record<'id' | 'waveId', string> & NotedPlace,
): Promise<void> {
  const asked = { _id: id, waveId, contactId: id, accountId, regionId, state: 'sent' }
  await api.ctx.db.connection.collection('invitations').insertOne(asked as never)
}

interface NotedPlace {
  regionId?: string | undefined
  accountId?: string
}

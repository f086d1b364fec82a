import { expect, jest, test } from '@jest/globals'
import { readConfig } from '@sixfold/api/config'
import { closeContext, openContext } from '@sixfold/api/server'
import type { TestApi } from './start-test-api.ts'
import { startTestApi } from './start-test-api.ts'
import { temporaryFolder } from './temporary-folder.ts'

jest.setTimeout(60_000)

/** Every collection with its indexes, by name. */
async function indexesOf({ db }: TestApi['ctx']['db']['connection']): Promise<Record<string, unknown>> {
  const collections = (await db?.listCollections().toArray()) ?? []
  const entries = collections.map(async ({ name }) => [name, await db?.collection(name).indexes()] as const)
  return Object.fromEntries(await Promise.all(entries))
}

test('a test begins with the indexes that a first start builds', async () => {
  const folder = temporaryFolder('first-start', { inMemory: true })
  const first = await openContext(readConfig({ NODE_ENV: 'test', DATA_DIR: folder.path }, ['--empty']))
  const api = await startTestApi({ empty: true })
  try {
    // The library of accounts looks after its own beside the start.
    await Promise.all([first, api.ctx].map(({ auth }) => auth.api.getSession({ headers: new Headers() })))
    const wanted = await indexesOf(first.db.connection)
    expect(Object.keys(wanted).length).toBeGreaterThan(50)
    expect(await indexesOf(api.ctx.db.connection)).toMatchObject(wanted)
  } finally {
    await api.close()
    await closeContext(first)
    folder.remove()
  }
})

import { afterAll, expect, test } from '@jest/globals'
import type { ApiProcess } from './processes.ts'
import { startApiProcess } from './processes.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder('process')
let running: ApiProcess | undefined
afterAll(async () => {
  await running?.kill()
  folder.remove()
})

test('a killed process starts again on the same data and port', async () => {
  running = await startApiProcess({ dataDir: folder.path })
  const { url, pid } = running
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  await running.kill()
  await expect(fetch(`${url}/readyz`)).rejects.toThrow()

  running = await running.restart()
  expect(running.url).toBe(url)
  expect(running.pid).not.toBe(pid)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(await running.stop()).toBe(0)
}, 60_000)

test('a process that cannot start says why', async () => {
  await expect(
    startApiProcess({ dataDir: folder.path, settings: { SMTP_URL: 'mail.example.com', SERVE: 'kitchen' } }),
  ).rejects.toMatchObject({
    name: 'StartFailed',
    exitCode: 1,
    output: expect.stringMatching(/SMTP_URL[\s\S]*SERVE/),
  })
}, 60_000)

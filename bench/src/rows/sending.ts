import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { addContacts } from '@sixfold/testkit/customers'
import { WORKING_HOUR } from '@sixfold/testkit/invited'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const PEOPLE = 2_000
/** No pace: as fast as it goes. */
const UNLIMITED = { perHour: 1_000_000 }

/**
 * A launched wave until its last mail was taken by a mail server over SMTP: each decided by the contact policy and
 * written into its ledger, composed, sealed into the outbox, delivered and noted, each step durable. The server is a process of its own.
 */
export const sending: Row = {
  name: 'sending',
  async run(say) {
    const server = fork(fileURLToPath(new URL('../mail-server.ts', import.meta.url)))
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    const api = await startTestApi({
      clock: 'real',
      jobs: 'by-themselves',
      settings: { SMTP_URL: `smtp://127.0.0.1:${port}` },
    })
    try {
      api.clock.set(WORKING_HOUR)
      await launch(api)
      const began = performance.now()
      const usedBefore = process.cpuUsage()
      const taken = await takenBy(server, PEOPLE)
      const seconds = (performance.now() - began) / 1000
      const used = process.cpuUsage(usedBefore)
      const outbox = api.ctx.db.connection.collection('outbox')
      const mails = await outbox.find({ kind: 'survey-invitation' }).toArray()
      const written = mails.map(({ createdAt }) => Number(createdAt)).sort((a, b) => a - b)
      const writing = ((written.at(-1) ?? 0) - (written[0] ?? 0)) / mails.length
      const waits = mails.flatMap(({ createdAt, sentAt }) =>
        sentAt ? [Number(sentAt) - Number(createdAt)] : [],
      )
      say(`${Math.round(PEOPLE / seconds)} mails a second`)
      return [
        row('mails a second, from launch to the last one taken', `${Math.round(PEOPLE / seconds)}/s`),
        row('processor time a mail, all threads', milliseconds((used.user + used.system) / 1000 / PEOPLE)),
        row('decide, compose and queue a mail, while others leave', milliseconds(writing)),
        row(
          'in the outbox until the mail server confirmed it (p50, p95)',
          `${milliseconds(percentile(waits, 0.5))}, ${milliseconds(percentile(waits, 0.95))}`,
        ),
        row(
          'mails taken, and people who got one',
          `${taken.taken}, ${taken.readers} of ${PEOPLE}`,
          'each one',
        ),
      ]
    } finally {
      await api.close()
      server.kill()
    }
  },
}

const row = (figure: string, value: string, target?: string): Figure => ({
  row: 'sending',
  figure,
  value,
  ...(target ? { target } : {}),
})

async function launch(api: TestApi): Promise<void> {
  const { surveys, waves } = (await colleague(api, 'marketing')).api
  await addContacts(api, 'north', PEOPLE)
  const draft = await surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages: ['en', 'vi'],
  })
  const { number: version } = await surveys.publish({ id: draft.id, revision: draft.revision })
  await waves.launch({
    surveyId: draft.id,
    version,
    regionIds: [api.regions.north],
    closesAt: '2026-09-11T10:00:00.000Z',
    sending: UNLIMITED,
  })
}

async function takenBy(server: ChildProcess, people: number): Promise<{ taken: number; readers: number }> {
  for (;;) {
    server.send('how many')
    const [count] = (await once(server, 'message')) as [{ taken: number; readers: number }]
    if (count.taken >= people) return count
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { testClient } from '@sixfold/testkit/api-client'
import { addContacts } from '@sixfold/testkit/customers'
import type { MailSink } from '@sixfold/testkit/mail-sink'
import { startMailSink } from '@sixfold/testkit/mail-sink'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague, signIn } from '@sixfold/testkit/people'
import type { ApiProcess } from '@sixfold/testkit/processes'
import { startApiProcess } from '@sixfold/testkit/processes'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { temporaryFolder } from '@sixfold/testkit/temporary-folder'

/** R20: a process that is killed while a wave leaves sends no mail twice, and the next one sends the rest. */

const PEOPLE = 50
/** Mails that have left when the process is killed, in each round. */
const KILLED_AFTER = [5, 30]
/** At once, by the pool of connections and the places for one kind of job. */
const AT_ONCE = 4
const START = '2026-08-17T02:00:00.000Z'

const folder = temporaryFolder('sending')
const settings = { DATA_DIR: folder.path, MONGODB_URI: '' }
let sink: MailSink
let waveId: string
let administrator: Colleague

beforeAll(async () => {
  sink = await startMailSink()
  const maker = await startTestApi({ settings })
  maker.clock.set(START)
  administrator = await colleague(maker, 'administrator')
  await addContacts(maker, 'north', PEOPLE)
  const { surveys, waves } = administrator.api
  const draft = await surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages: ['en', 'vi'],
  })
  const { number: version } = await surveys.publish({ id: draft.id, revision: draft.revision })
  const input = {
    surveyId: draft.id,
    version,
    regionIds: [maker.regions.north],
    closesAt: '2026-09-11T10:00:00.000Z',
  }
  waveId = (await waves.launch(input)).id
  await maker.close()
}, 60_000)

afterAll(async () => {
  await sink?.close()
  folder.remove()
})

/** Later than any lease of a process before it. */
const start = (round: number) =>
  startApiProcess({
    dataDir: folder.path,
    settings: { MONGODB_URI: undefined, SMTP_URL: sink.url },
    at: new Date(Date.parse(START) + round * 10 * 60_000).toISOString(),
  })

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let patience = 600; patience > 0; patience -= 1) {
    if (await holds()) return
    await wait(50)
  }
  throw new Error(`${what}: ${sink.mails.length} mails have left`)
}

/** A look at the outbox that tells whether nothing more is to be sent. */
async function outboxWatch({ url }: ApiProcess): Promise<() => Promise<boolean>> {
  const cookie = await signIn(url, administrator.email, administrator.password)
  const { outbox } = testClient(url, { cookie })
  return async () => {
    const open = await Promise.all((['waiting', 'sending'] as const).map(state => outbox.list({ state })))
    return open.every(({ items }) => items.length === 0)
  }
}

test('killed again and again while a wave leaves: everybody gets one mail, or it is said that nobody knows', async () => {
  sink.behave({ kind: 'slow', delay: 60 })
  let api: ApiProcess | undefined
  for (const [round, killedAfter] of KILLED_AFTER.entries()) {
    api = await start(round + 1)
    await until(() => sink.mails.length >= killedAfter, `round ${round}`)
    await api.kill()
  }
  api = await start(KILLED_AFTER.length + 1)
  await until(() => sink.mails.length >= PEOPLE - KILLED_AFTER.length * AT_ONCE, 'in the end')
  await until(await outboxWatch(api), 'nothing is left')
  await api.stop()

  const reader = await startTestApi({ settings })
  try {
    const rows = await reader.ctx.db.connection
      .collection('outbox')
      .find({ kind: 'survey-invitation' })
      .toArray()
    const uncertain = rows.filter(({ state }) => state === 'uncertain')
    const invitations = reader.ctx.db.connection.collection('invitations')
    expect(rows).toHaveLength(PEOPLE)
    expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(PEOPLE - uncertain.length)
    expect(uncertain.length).toBeLessThanOrEqual(KILLED_AFTER.length * AT_ONCE)
    expect(await invitations.countDocuments({ waveId, state: 'sent' })).toBe(PEOPLE)

    const perPerson = Map.groupBy(sink.mails, ({ to }) => to[0])
    for (const [to, mails] of perPerson) expect([to, mails.length]).toEqual([to, 1])
    const ids = sink.mails.map(({ headers }) => headers.get('message-id'))
    const links = sink.mails.map(({ text }) => /\/r\/([\w-]+)/.exec(text)?.[1])
    expect([new Set(ids).size, new Set(links).size]).toEqual([sink.mails.length, sink.mails.length])
    const silent = rows.filter(({ to }) => !perPerson.has(to))
    for (const { state } of silent) expect(state).toBe('uncertain')
  } finally {
    await reader.close()
  }
}, 180_000)

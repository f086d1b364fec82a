import { findMembers } from '@sixfold/api/auth/members'
import { readConfig } from '@sixfold/api/config'
import type { Context } from '@sixfold/api/context'
import { readOutline } from '@sixfold/api/features/customers/account-outlines/service'
import { readTimeline } from '@sixfold/api/features/customers/timelines/service'
import { closeContext, openContext } from '@sixfold/api/server'
import type { PreparedWave } from '../prepare-wave.ts'
import { prepareWave } from '../prepare-wave.ts'
import { withTempDir } from '../process.ts'
import { answers } from '../respondents.ts'
import type { Row } from '../row.ts'
import { milliseconds } from '../row.ts'

const PEOPLE = 50
const TOUCHES = 100
const ANSWERS = 80
const TASKS = 1000
const ENTRIES = PEOPLE * (TOUCHES + ANSWERS) + TASKS
const ROUNDS = 9
const DAY_MS = 86_400_000

/** What the page of an account asks for, at an account of which ten thousand things are known. */
export const accountPage: Row = {
  name: 'account-page',
  run: say =>
    withTempDir(async dir => {
      const wave = await prepareWave(dir, PEOPLE)
      const ctx = await openContext(readConfig({ DATA_DIR: dir, LOG_LEVEL: 'silent' }, ['--empty']))
      try {
        say(`storing ${ENTRIES} entries`)
        const id = await store(ctx, wave)
        const { page, deep } = await measure(ctx, id)
        const figure = `an account's page: outline and first lines of ${ENTRIES.toLocaleString('en')} entries`
        return [
          { row: 'account-page', figure, value: milliseconds(page), target: 'under 300 ms' },
          { row: 'account-page', figure: 'forty lines from the middle of it', value: milliseconds(deep) },
        ]
      } finally {
        await closeContext(ctx)
      }
    }),
}

async function measure(ctx: Context, id: string): Promise<{ page: number; deep: number }> {
  const [actor] = (await findMembers(ctx)).filter(({ role }) => role === 'administrator')
  if (!actor) throw new Error('nobody is there')
  const shown = () => Promise.all([readOutline(ctx, actor, id), readTimeline(ctx, actor, { id })])
  const [outline] = await shown()
  if (outline.touches.length !== PEOPLE) throw new Error(`${outline.touches.length} people were found`)
  const cursor = `${Date.now() - (1000 / 2) * DAY_MS}_0_~`
  return {
    page: await median(shown),
    deep: await median(async () => {
      const { items } = await readTimeline(ctx, actor, { id, cursor })
      if (items.length !== 40) throw new Error(`${items.length} lines were read`)
    }),
  }
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now()
    await run()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

/** Everybody at one account, each with touches and answers over a thousand days. */
async function store(ctx: Context, { waveId, definition }: PreparedWave): Promise<string> {
  const collection = (name: string) => ctx.db.connection.collection(name)
  const [wave, invitations] = await Promise.all([
    collection('waves').findOne({ _id: waveId as never }),
    collection('invitations').find({ waveId }).toArray(),
  ])
  const [first] = invitations
  if (!wave || !first) throw new Error('the wave is gone')
  const { accountId, regionId } = first
  const contactIds: string[] = invitations.map(({ contactId }) => contactId)
  await collection('contacts').updateMany({ _id: { $in: contactIds as never[] } }, { $set: { accountId } })
  const before = (share: number) => new Date(Date.now() - share * 1000 * DAY_MS)
  for (const [at, contactId] of contactIds.entries()) {
    const touches = Array.from({ length: TOUCHES }, (_, n) => ({
      ...{ touchId: `bench ${n}`, kind: 'invitation', channel: 'email', purpose: 'relationship_survey' },
      ...{ subject: `wave:bench-${n}`, title: `Survey ${n}`, at: before((n + at / PEOPLE) / TOUCHES) },
    }))
    await collection('contactLedgers').updateOne(
      { _id: contactId as never },
      { $set: { touches, refusals: [], answers: [], consents: [], optOuts: [], revision: 2 } },
      { upsert: true },
    )
    const own = Array.from({ length: ANSWERS }, (_, n) => ({
      id: `bench-${contactId}-${n}`,
      waveId: `bench-${n}`,
      at: before((n + at / PEOPLE) / ANSWERS),
    }))
    await collection('invitations').insertMany(
      own.map(({ id, waveId: asked, at: finishedAt }) => ({
        ...first,
        ...{ _id: id, waveId: asked, contactId, tokenHashes: [], state: 'finished', finishedAt },
      })) as never[],
    )
    await collection('responses').insertMany(
      own.map(({ id, waveId: asked, at: submittedAt }, n) => ({
        ...{ _id: id, waveId: asked, surveyId: wave.surveyId, version: wave.version, mode: 'web' },
        ...{ segments: [`region:${regionId}`], state: 'submitted', revisions: {}, language: 'en' },
        answers: Object.fromEntries(answers(definition, n).map(({ question, value }) => [question, value])),
        ...{ revision: 1, startedAt: submittedAt, submittedAt, counted: true },
      })) as never[],
    )
  }
  await collection('tasks').insertMany(
    Array.from({ length: TASKS }, (_, n) => ({
      ...{ _id: `bench-${n}`, key: `bench ${n}`, kind: 'silence', state: 'done', accountId, regionId },
      ...{ contactId: null, waveId: null, waveName: '', ownerId: null, address: '', asked: null },
      ...{ openedAt: before(n / TASKS), dueAt: before(n / TASKS), closedAt: before(n / TASKS) },
      ...{ outcome: 'spoke', note: 'Spoke', closedBy: null, closedByName: 'Mai' },
    })) as never[],
  )
  return accountId
}

import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'
import { findMembers } from '@sixfold/api/auth/members'
import { readConfig } from '@sixfold/api/config'
import type { Context } from '@sixfold/api/context'
import { createRule, readRule } from '@sixfold/api/features/cases/case-rules/service'
import { carryOutTrial, tryRule } from '@sixfold/api/features/cases/rule-trials/service'
import { advanceScoreboard } from '@sixfold/api/features/results/scoreboards/service'
import { closeContext, openContext } from '@sixfold/api/server'
import type { PreparedWave } from '../prepare-wave.ts'
import { prepareWave } from '../prepare-wave.ts'
import { withTempDir } from '../process.ts'
import { answers } from '../respondents.ts'
import type { Row } from '../row.ts'
import { milliseconds } from '../row.ts'

const RESPONSES = 100_000
const AT_ONCE = 2_000
const LOOK_MS = 100

/** Trying a case rule on a hundred thousand past answers, with its progress to be seen. */
export const rulePreview: Row = {
  name: 'rule-preview',
  run: say =>
    withTempDir(async dir => {
      const wave = await prepareWave(dir, 10)
      const ctx = await openContext(readConfig({ DATA_DIR: dir, LOG_LEVEL: 'silent' }, ['--empty']))
      try {
        say(`storing ${RESPONSES} responses`)
        await store(ctx, wave)
        const { cases, took, steps } = await measure(ctx)
        return [
          {
            row: 'rule-preview',
            figure: `a rule tried on ${RESPONSES.toLocaleString('en')} responses (${cases.toLocaleString('en')} cases found)`,
            value: milliseconds(took),
          },
          { row: 'rule-preview', figure: 'progress seen on the way', value: `${steps} times` },
        ]
      } finally {
        await closeContext(ctx)
      }
    }),
}

async function measure(ctx: Context): Promise<{ cases: number; took: number; steps: number }> {
  const [actor] = (await findMembers(ctx)).filter(({ role }) => role === 'administrator')
  if (!actor) throw new Error('nobody is there')
  const { id } = await createRule(ctx, actor, {
    name: 'Low',
    terms: {
      trigger: 'score',
      factors: ['delivery'],
      atMost: 1,
      segments: [],
      regionIds: [],
      seniorities: [],
      revenueFrom: 0,
      severity: 'normal',
    },
  })
  const begun = performance.now()
  const { trial } = await tryRule(ctx, actor, { id, quarters: 8 })
  const run = carryOutTrial(ctx, trial?.id ?? '').then(() => performance.now() - begun)
  const seen = new Set<number>()
  for (;;) {
    const now = (await readRule(ctx, actor, id)).trial
    if (!now) throw new Error('the trial is gone')
    if (now.state !== 'running') {
      if (now.done !== RESPONSES) throw new Error(`${now.done} were looked at`)
      return { cases: now.cases, took: await run, steps: seen.size }
    }
    seen.add(now.done)
    await wait(LOOK_MS)
  }
}

/** Submitted responses as the product stores them, each with the invitation of somebody at a real account. */
async function store(ctx: Context, { waveId, definition }: PreparedWave): Promise<void> {
  const { connection } = ctx.db
  const [wave, invitations] = await Promise.all([
    connection.collection('waves').findOne({ _id: waveId as never }),
    connection.collection('invitations').find({ waveId }).toArray(),
  ])
  if (!wave || invitations.length === 0) throw new Error('the wave is gone')
  const at = new Date()
  for (let from = 0; from < RESPONSES; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, n) => from + n)
    const idOf = (n: number) => `bench-${String(n).padStart(8, '0')}`
    await connection.collection('invitations').insertMany(
      numbers.map(n => {
        const like = invitations[n % invitations.length]
        return { ...like, _id: idOf(n), contactId: idOf(n), tokenHashes: [], state: 'finished' }
      }) as never[],
    )
    await connection.collection('responses').insertMany(
      numbers.map(n => ({
        _id: idOf(n),
        ...{ waveId, surveyId: wave.surveyId, version: wave.version },
        segments: [`region:${wave.regionIds[0]}`],
        mode: 'web',
        state: 'submitted',
        answers: Object.fromEntries(answers(definition, n).map(({ question, value }) => [question, value])),
        revisions: {},
        language: 'en',
        revision: 1,
        startedAt: at,
        submittedAt: at,
        counted: false,
      })) as never[],
    )
    await breathe()
  }
  await advanceScoreboard(ctx, waveId)
}

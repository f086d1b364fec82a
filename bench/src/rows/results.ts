import { setImmediate as breathe } from 'node:timers/promises'
import { readConfig } from '@sixfold/api/config'
import { advanceScoreboard } from '@sixfold/api/features/results/scoreboards/service'
import { closeContext, openContext } from '@sixfold/api/server'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { PreparedWave } from '../prepare-wave.ts'
import { prepareWave } from '../prepare-wave.ts'
import { memoryOf, startSixfold, withTempDir } from '../process.ts'
import { answers } from '../respondents.ts'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'
import { signIn } from '../scoreboard.ts'

const FEW = 10_000
const MANY = 1_000_000
const READS = 200
const AT_ONCE = 2_000
/** Reading alone: what is worked out of the answers is worked out in another process. */
const WITHOUT_JOBS = 'staff,portal'
const FORMATS = ['csv', 'xlsx', 'sav'] as const

/** Reading a wave's results with few responses and with a hundred times as many; exporting the many. */
export const results: Row = {
  name: 'dashboard-scaling',
  run: say =>
    withTempDir(async dir => {
      const wave = await prepareWave(dir, 10)
      say(`storing ${FEW} responses`)
      await store(dir, wave, { from: 0, until: FEW })
      const few = await measureReads(dir, wave, WITHOUT_JOBS)
      say(`storing ${MANY} responses`)
      await store(dir, wave, { from: FEW, until: MANY })
      const many = await measureReads(dir, wave, WITHOUT_JOBS)
      const busy = await measureReads(dir, wave)
      const figures = (Object.keys(few) as (keyof typeof few)[]).map(page => ({
        row: 'dashboard-scaling',
        figure: `${page}: p50 with ${FEW.toLocaleString('en')} and ${MANY.toLocaleString('en')} responses (ratio)`,
        value: `${milliseconds(few[page])}, ${milliseconds(many[page])} (${(many[page] / few[page]).toFixed(2)})`,
        target: 'ratio at most 1.3',
      }))
      const besides = (Object.keys(busy) as (keyof typeof busy)[]).map(page => ({
        row: 'dashboard-scaling',
        figure: `${page}: p50 with ${MANY.toLocaleString('en')}, while the same process works them out for the first time`,
        value: milliseconds(busy[page]),
      }))
      return [...figures, ...besides, ...(await measureExports(dir, wave, say))]
    }),
}

/** Writes submitted responses as the product stores them, and lets the scoreboard take them up. */
async function store(
  dir: string,
  { waveId, definition }: PreparedWave,
  { from, until }: { from: number; until: number },
): Promise<void> {
  const ctx = await openContext(readConfig({ DATA_DIR: dir, LOG_LEVEL: 'silent' }, ['--empty']))
  try {
    const first = await ctx.db.connection.collection('waves').findOne({ _id: waveId as never })
    if (!first) throw new Error('the wave is gone')
    const { surveyId, version, regionIds } = first as unknown as {
      surveyId: string
      version: number
      regionIds: string[]
    }
    // Of no known account nothing would be shown.
    if (from === 0) await ctx.db.connection.collection('invitations').insertMany(invited(waveId) as never[])
    for (let at = from; at < until; at += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, until - at) }, (_, n) =>
        response(at + n, { waveId, surveyId, version, regionId: regionIds[0] ?? '' }, definition),
      )
      await ctx.db.connection.collection('responses').insertMany(rows as never[], { ordered: false })
      await breathe()
    }
    await advanceScoreboard(ctx, waveId)
  } finally {
    await closeContext(ctx)
  }
}

/** A few of those who answered, by their accounts. */
function invited(waveId: string) {
  return Array.from({ length: 10 }, (_, n) => ({
    _id: idOf(n),
    waveId,
    contactId: `bench-contact-${n}`,
    accountId: `bench-account-${n}`,
    tokenHashes: [`bench-${n}`],
    state: 'sent',
    language: 'en',
    segments: [],
    createdAt: new Date(),
  }))
}

const idOf = (index: number) => `bench-${String(index).padStart(8, '0')}`

function response(
  index: number,
  { regionId, ...wave }: { waveId: string; surveyId: string; version: number; regionId: string },
  definition: SurveyDefinition,
) {
  const at = new Date()
  return {
    _id: idOf(index),
    ...wave,
    segments: [`region:${regionId}`],
    mode: 'web',
    state: 'submitted',
    answers: Object.fromEntries(answers(definition, index).map(({ question, value }) => [question, value])),
    revisions: {},
    language: 'en',
    revision: 1,
    startedAt: at,
    submittedAt: at,
    counted: false,
  }
}

async function measureReads(dir: string, wave: PreparedWave, serve?: string) {
  const server = await startSixfold(dir, ['--empty'], serve)
  try {
    const cookie = await signIn(server.url, wave.person)
    const median = async (path: string) => {
      const times: number[] = []
      for (let read = 0; read < READS; read += 1) {
        const began = performance.now()
        const answer = await fetch(`${server.url}/api/waves/${wave.waveId}/${path}`, { headers: { cookie } })
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
        await answer.arrayBuffer()
        times.push(performance.now() - began)
      }
      return percentile(times, 0.5)
    }
    return { 'six factors': await median('scoreboard'), 'every question': await median('questions') }
  } finally {
    await server.stop()
  }
}

async function measureExports(
  dir: string,
  wave: PreparedWave,
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const format of FORMATS) {
    say(`exporting ${MANY} responses as ${format}`)
    const server = await startSixfold(dir, ['--empty'], WITHOUT_JOBS)
    try {
      const cookie = await signIn(server.url, wave.person)
      const before = await memoryOf(server.pid)
      let peak = before
      const watch = setInterval(async () => {
        peak = Math.max(peak, await memoryOf(server.pid))
      }, 1_000)
      const began = performance.now()
      const answer = await fetch(`${server.url}/api/waves/${wave.waveId}/responses?format=${format}`, {
        headers: { cookie },
      })
      if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`)
      let bytes = 0
      for await (const chunk of answer.body) bytes += chunk.length
      clearInterval(watch)
      const seconds = (performance.now() - began) / 1000
      figures.push({
        row: 'export',
        figure: `${MANY.toLocaleString('en')} responses as ${format}: time, size, memory before and at most`,
        value: `${seconds.toFixed(0)} s, ${Math.round(bytes / 2 ** 20)} MB, ${Math.round(before)} and ${Math.round(peak)} MB`,
        target: 'memory does not grow with the responses',
      })
    } finally {
      await server.stop()
    }
  }
  return figures
}

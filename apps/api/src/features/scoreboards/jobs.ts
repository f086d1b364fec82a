import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { JobHandlers } from '../../jobs/worker.ts'
import { enqueue } from '../../jobs/worker.ts'
import { countedResponses, markCounted, uncountedResponses } from '../responses/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import { waveSummaries, waveSummary } from '../waves/service.ts'
import { startFolding } from './live.ts'
import type { AnswerSource } from './service.ts'
import { foldWave, recountWave } from './service.ts'

const responses: AnswerSource = {
  async definitionOf(ctx, waveId) {
    const wave = await waveSummary(ctx, waveId)
    const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
    return version?.definition ?? null
  },
  uncounted: uncountedResponses,
  markCounted,
  counted: countedResponses,
}

/** Brings the board of a wave up to date; returns its revision. */
export function advanceScoreboard(ctx: Context, waveId: string): Promise<number> {
  return foldWave(ctx, waveId, responses)
}

/** Counts the board of a wave anew from its responses; returns its revision. */
export function rebuildScoreboard(ctx: Context, waveId: string): Promise<number> {
  return recountWave(ctx, waveId, responses)
}

const payloadSchema = z.object({ waveId: z.string() })

export const scoreboardJobs: JobHandlers = {
  'scoreboard.fold': async (ctx, payload) => {
    await advanceScoreboard(ctx, payloadSchema.parse(payload).waveId)
  },
  'scoreboard.catch-up': async ctx => {
    for (const { id } of await waveSummaries(ctx)) await advanceScoreboard(ctx, id)
  },
}

/** Folds by itself from now on, and takes up what an earlier process left. */
export async function takeUpFolding(ctx: Context): Promise<void> {
  startFolding(ctx, advanceScoreboard)
  await enqueue(ctx, {
    kind: 'scoreboard.catch-up',
    key: `scoreboard:catch-up:${ctx.clock.now().toISOString()}`,
  })
}

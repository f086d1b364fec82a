import { createHmac } from 'node:crypto'
import { addMinutes } from 'date-fns/addMinutes'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { RunLater } from '../../../jobs/worker.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { scheduleFold } from '../../results/scoreboards/service.ts'
import {
  boxKeyOf,
  destroyPrivateKey,
  emptyingOf,
  markEmptied,
  shuffleOf,
} from '../../waves/blind-keys/service.ts'
import { forgetBallots } from '../../waves/invitations/service.ts'
import type { WaveForAnswers } from '../../waves/waves/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import { askedSurvey } from '../asked-surveys/service.ts'
import { keepBlindResponses } from '../responses/service.ts'
import { opened } from './service.ts'
import { clearBox, findCasts, listCasts } from './store.ts'

/** By then no call that came before the end of a wave is still under way. */
const PATIENCE_MINUTES = 2
const AT_ONCE = 500

const payloadSchema = z.object({ waveId: z.string() })

export const blindJobs: JobHandlers = {
  'blind.empty': async (ctx, payload) => {
    const wave = await readWaveForAnswers(ctx, payloadSchema.parse(payload).waveId)
    if (!wave) return
    const emptyAt = addMinutes(wave.closesAt, PATIENCE_MINUTES)
    if (emptyAt > ctx.clock.now()) throw new RunLater(emptyAt)
    await emptyBox(ctx, wave)
  },
}

/**
 * After the end of a blind wave: no more ballots, and the answers come out of the box in an order of chance, under new names,
 * all on one day. Until then nothing is counted, so that nobody can see what one more answer changes. Fewer answers than the minimum cell are
 * destroyed unread: they could never be shown, and people who are that few could be guessed. Safe to repeat after a crash at any point.
 */
async function emptyBox(ctx: Context, wave: WaveForAnswers): Promise<void> {
  await destroyPrivateKey(ctx, wave.id)
  await forgetBallots(ctx, wave.id)
  const emptying = await emptyingOf(ctx, wave.id)
  if (emptying === 'done') return
  const ballots = await listCasts(ctx, wave.id)
  const { minimumCell } = await readOrganisation(ctx)
  // An earlier run that was cut off may have left fewer than there were.
  if (emptying === 'begun' || ballots.length >= minimumCell) await takeOut(ctx, wave, ballots)
  await clearBox(ctx, wave.id)
  await markEmptied(ctx, wave.id)
  await scheduleFold(ctx, wave.id)
}

async function takeOut(ctx: Context, wave: WaveForAnswers, ballots: readonly string[]): Promise<void> {
  const key = await boxKeyOf(ctx, wave.id)
  const secret = await shuffleOf(ctx, wave.id)
  if (!key) throw new Error(`the box of the wave ${wave.id} has lost its key`)
  const nameOf = (ballot: string) => createHmac('sha256', secret).update(ballot).digest('hex').slice(0, 24)
  const shuffled = ballots.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const { definition } = await askedSurvey(ctx, wave)
  const day = new Date(`${ctx.clock.now().toISOString().slice(0, 10)}T00:00:00.000Z`)
  for (let start = 0; start < shuffled.length; start += AT_ONCE) {
    const part = shuffled.slice(start, start + AT_ONCE)
    const rows = new Map((await findCasts(ctx, part)).map(row => [row._id, row]))
    const answers = part.flatMap(ballot => {
      const row = rows.get(ballot)
      return row ? [{ id: nameOf(ballot), answers: opened(key, row.sealed) }] : []
    })
    const place = {
      waveId: wave.id,
      surveyId: wave.surveyId,
      version: wave.version,
      language: definition.defaultLanguage,
      day,
    }
    await keepBlindResponses(ctx, place, answers)
  }
}

import type { StaffMember } from '@sixfold/contract/staff'
import type { Quarter } from '@sixfold/domain/quarter'
import { seededRandom } from '@sixfold/domain/random'
import { census } from '@sixfold/domain/sampling/sample-design'
import { addDays } from 'date-fns/addDays'
import { keepBlindResponses } from '../features/answering/responses/service.ts'
import { advanceScoreboard } from '../features/results/scoreboards/service.ts'
import { createSurvey, publishSurvey } from '../features/surveys/surveys/service.ts'
import { draftWave } from '../features/waves/wave-drafts/service.ts'
import { waveBook } from '../features/waves/wave-records/service.ts'
import type { Simulation } from './simulated-context.ts'
import { answersOf, normal } from './story.ts'

/** Who is not told who asks is less kind by so much, in points of the scale. */
const LESS_KIND = 0.3
const ANSWERS = 140
const OPEN_DAYS = 20

/** An institute asked people of the same trades without saying for whom; its answers came back as counts of nobody. */
export async function askBlind(
  { ctx }: Simulation,
  actor: StaffMember,
  regionIds: string[],
  { quarter, index }: { quarter: Quarter; index: number },
): Promise<void> {
  const draft = await createSurvey(ctx, actor, {
    kind: 'blind',
    factorModel: 'ibm-six',
    quarter,
    languages: ['en', 'vi'],
  })
  const { number: version, definition } = await publishSurvey(ctx, actor, {
    id: draft.id,
    revision: draft.revision,
  })
  const now = ctx.clock.now()
  const wave = await draftWave(ctx, actor, {
    programmeId: null,
    surveyId: draft.id,
    version,
    quarter,
    plan: {
      regionIds,
      audience: { kinds: ['prospect'], segments: [], seniorities: [] },
      design: { ...census, quotas: {} },
      reminders: { afterDays: [] },
      sending: { perHour: null },
    },
    deviations: null,
    panel: null,
    opensAt: addDays(now, -OPEN_DAYS),
    closesAt: now,
  })
  await waveBook.markScheduled(ctx, wave, {
    launchedAt: wave.opensAt,
    launchedBy: actor.id,
    opensAt: wave.opensAt,
  })
  await waveBook.takeStep(ctx, wave._id, 'close', { state: 'closed' })
  const random = seededRandom('blind answers')
  await keepBlindResponses(
    ctx,
    { waveId: wave._id, surveyId: draft.id, version, language: 'vi', day: dayOf(now) },
    Array.from({ length: ANSWERS }, (_, n) => ({
      id: `blind-${quarter.year}-${quarter.quarter}-${String(n).padStart(3, '0')}`,
      answers: answersOf(random, definition, {
        region: '',
        language: 'vi',
        accountLevel: normal(random) * 0.35 - LESS_KIND,
        quarterIndex: index,
      }),
    })),
  )
  await advanceScoreboard(ctx, wave._id)
}

function dayOf(instant: Date): Date {
  return new Date(`${instant.toISOString().slice(0, 10)}T00:00:00.000Z`)
}

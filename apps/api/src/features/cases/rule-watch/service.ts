import { lowScore, mayBecomeCase } from '@sixfold/domain/case-rules/case-rule'
import { scoresReader } from '@sixfold/domain/case-rules/scores'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import { findRules } from '../case-rule-records/service.ts'

// What happens is only looked at here, quickly and with nobody's name; cases are opened by the jobs that are asked for.

export const RULE_JOBS = {
  score: 'case-rule.score',
  bounce: 'case-rule.bounce',
  silence: 'case-rule.silence',
} as const

interface Submitted {
  id: string
  answers: Answers
  segments: readonly string[]
  people: string
}

/** Answers of a wave have arrived: asks for a look at those that a rule may be about. Safe to repeat. */
export async function watchScores(
  ctx: Context,
  waveId: string,
  submitted: readonly Submitted[],
): Promise<void> {
  if (submitted.length === 0) return
  const rules = (await findRules(ctx, 'on')).filter(({ terms }) => terms.trigger === 'score')
  const wave = rules.length === 0 ? null : await readWaveForAnswers(ctx, waveId)
  if (!wave || wave.kind === 'blind') return
  const version = await publishedVersion(ctx, wave.surveyId, wave.version)
  if (!version) return
  const scoresOf = scoresReader(version.definition)
  for (const { id, answers, segments, people } of submitted) {
    if (!mayBecomeCase({ kind: wave.kind, people })) continue
    const heard = { kind: wave.kind, people, scores: scoresOf(answers), segments }
    if (!rules.some(({ terms }) => lowScore(terms, heard) !== null)) continue
    await enqueue(ctx, {
      kind: RULE_JOBS.score,
      key: `case-rule:score:${id}`,
      payload: { responseId: id, waveId },
    })
  }
}

/** Mail to somebody comes back for good. */
export async function watchBounce(ctx: Context, bounce: { id: string; contactId: string }): Promise<void> {
  if (!(await isWatched(ctx, 'bounce'))) return
  await enqueue(ctx, { kind: RULE_JOBS.bounce, key: `case-rule:bounce:${bounce.id}`, payload: { ...bounce } })
}

/** Nobody at an account has answered a wave that soon ends. */
export async function watchSilences(
  ctx: Context,
  wave: { id: string; name: string },
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0 || !(await isWatched(ctx, 'silence'))) return
  for (const accountId of accountIds)
    await enqueue(ctx, {
      kind: RULE_JOBS.silence,
      key: `case-rule:silence:${wave.id}:${accountId}`,
      payload: { accountId, waveId: wave.id, waveName: wave.name },
    })
}

async function isWatched(ctx: Context, trigger: 'bounce' | 'silence'): Promise<boolean> {
  return (await findRules(ctx, 'on')).some(({ terms }) => terms.trigger === trigger)
}

import type { SaidBefore } from '@sixfold/contract/calls'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf, ratedItems } from '@sixfold/domain/survey/definition'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { findInvitationsOf } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import { findResponses } from '../responses/service.ts'

/** Who calls reads the last few in the seconds before somebody answers. */
const MOST_SAID = 3

/** What somebody said in surveys, the latest first. A blind survey is never among it: its answers are nobody's (law 6). */
export async function saidBefore(ctx: Context, contactId: string): Promise<SaidBefore[]> {
  const invitations = await findInvitationsOf(ctx, [contactId])
  const submitted = (
    await findResponses(
      ctx,
      invitations.map(({ _id }) => _id),
    )
  )
    .flatMap(response => (response.submittedAt ? [{ ...response, at: response.submittedAt }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  const said: SaidBefore[] = []
  for (const { _id: id, waveId, at, ...response } of submitted) {
    if (said.length === MOST_SAID) break
    const wave = await waveBook.findWave(ctx, waveId)
    const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
    if (!version || wave.kind === 'blind') continue
    const answers = givenAnswers(response.answers)
    said.push({ id, at: at.toISOString(), title: wave.name, ...(await readAnswers(ctx, version, answers)) })
  }
  return said
}

async function readAnswers(
  ctx: Context,
  { definition }: { definition: SurveyDefinition },
  answers: Answers,
): Promise<Pick<SaidBefore, 'scores' | 'recommend' | 'words'>> {
  const model = await findFactorModel(ctx, definition.factorModel)
  const questions = questionsOf(definition)
  const nps = questions.find(({ kind }) => kind === 'nps')
  const recommend = nps && answers[nps.id]
  return {
    scores: ratedItems(definition).flatMap(({ question, row, measures }) => {
      const factor = model?.factors.find(({ key }) => key === measures?.factor)
      const value = row ? partOf(answers[question.id], row.id) : answers[question.id]
      if (!model || !factor || measures?.attribute !== null || typeof value !== 'number') return []
      return [{ factor: factor.key, name: factor.name, index: factorIndex(model, factor.key), score: value }]
    }),
    recommend: typeof recommend === 'number' ? recommend : null,
    words: questions.flatMap(({ id, kind }) => {
      const value = answers[id]
      return kind === 'text' && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
    }),
  }
}

function partOf(answer: Answers[string] | undefined, part: string): number | string | undefined {
  return typeof answer === 'object' && !Array.isArray(answer)
    ? (answer as Readonly<Record<string, number | string>>)[part]
    : undefined
}

import type { QuestionResult, WaveResults } from '@sixfold/contract/results'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalText } from '@sixfold/domain/local-text'
import { questionViews } from '@sixfold/domain/results/question-view'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import type { Context } from '../../../context.ts'
import type { PeopleOfWave } from '../scoreboards/service.ts'
import { readBoard, SCOREBOARD_CONFIDENCE } from '../scoreboards/service.ts'
import { readEstimates } from '../wave-estimates/service.ts'

/** What was answered to every question of a wave, by everybody or in one region. Read from the counts, never from the responses. */
export async function readQuestionResults(
  ctx: Context,
  actor: StaffMember,
  input: PeopleOfWave,
): Promise<WaveResults> {
  const { wave, version, board, revision, inSteps, readsAnswers, segment, minimumCell } = await readBoard(
    ctx,
    actor,
    input,
  )
  const { definition } = version
  const estimates = await readEstimates(ctx, [{ waveId: wave.id, revision, inSteps, readsAnswers }])
  const views = questionViews({
    definition,
    board,
    segment,
    minimumCell,
    confidence: SCOREBOARD_CONFIDENCE,
    effects: estimates.get(wave.id)?.effects[segment],
  })
  const questions = new Map(questionsOf(definition).map(question => [question.id, question]))
  return {
    waveId: wave.id,
    quarter: wave.quarter,
    regionId: input.regionId ?? null,
    revision,
    minimumCell,
    confidence: SCOREBOARD_CONFIDENCE,
    questions: views.map(view => ({ ...view, options: optionTexts(questions.get(view.question)) })),
  }
}

function optionTexts(question: Question | undefined): QuestionResult['options'] {
  if (!question) return {}
  const texts: Record<string, LocalText> = {}
  for (const { id, text } of partsOf(question)?.parts ?? []) texts[id] = text
  if ('other' in question && question.other) texts[OTHER] = question.other
  if ('none' in question && question.none) texts[NONE] = question.none
  return texts
}

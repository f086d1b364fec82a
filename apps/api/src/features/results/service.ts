import type { QuestionResult, WaveResults } from '@sixfold/contract/results'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LocalText } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { formatQuarter } from '@sixfold/domain/quarter'
import { seededRandom, shuffle } from '@sixfold/domain/random'
import { exportColumns } from '@sixfold/domain/results/export-columns'
import { questionViews } from '@sixfold/domain/results/question-view'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import type { Context } from '../../context.ts'
import { newId } from '../../db/collection.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { listRegions } from '../organisation/service.ts'
import { countedResponses } from '../responses/service.ts'
import type { PeopleOfWave } from '../scoreboards/service.ts'
import { readBoard, SCOREBOARD_CONFIDENCE } from '../scoreboards/service.ts'

/** Responses read from the database at once while an export is written. */
const PAGE = 1_000

/** What was answered to every question of a wave, by everybody or in one region. Read from the counts, never from the responses. */
export async function readQuestionResults(
  ctx: Context,
  actor: StaffMember,
  input: PeopleOfWave,
): Promise<WaveResults> {
  const { wave, version, board, revision, segment, minimumCell } = await readBoard(ctx, actor, input)
  const { definition } = version
  const views = questionViews({ definition, board, segment, minimumCell, confidence: SCOREBOARD_CONFIDENCE })
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

/**
 * The counted responses of a wave as a table. Nobody is named, and the order is chance, so that it tells nothing about who
 * answered when. Refused where fewer responses than the minimum cell would be shown; a region too small to be named is left blank (law 5).
 */
export async function exportResponses(ctx: Context, actor: StaffMember, input: PeopleOfWave): Promise<File> {
  if (!can(actor, 'response.export', { regionId: input.regionId ?? null })) throw new AppError('not_found')
  const { wave, version, board, segment, minimumCell } = await readBoard(ctx, actor, input)
  if ((board[segment]?.responses ?? 0) < minimumCell) throw new AppError('wrong_state')
  const unnamed = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  if (unnamed.has(segment)) throw new AppError('wrong_state')
  const names = new Map((await listRegions(ctx)).map(({ _id, name }) => [`region:${_id}`, name]))
  const columns = exportColumns(version.definition)
  const lines: string[] = []
  for (let after: string | null = null; ; ) {
    const page = await countedResponses(ctx, wave.id, { after, limit: PAGE })
    for (const { answers, segments, people } of page) {
      if (segment !== people && !segments.includes(segment)) continue
      const region = segments.find(one => names.has(one))
      const named = region && !unnamed.has(region) ? names.get(region) : null
      lines.push(csvLine([named, ...columns.map(column => column.read(answers))]))
    }
    after = page.at(-1)?.id ?? null
    if (after === null) break
  }
  await record(ctx, actor, 'responses.exported', `wave:${wave.id}`, `${lines.length} responses`)
  const heading = csvLine(['region', ...columns.map(({ key }) => key)])
  const parts = shuffle(lines, seededRandom(newId())).map(line => `${line}\n`)
  return new File([`\uFEFF${heading}\n`, ...parts], `responses-${formatQuarter(wave.quarter)}.csv`, {
    type: 'text/csv;charset=utf-8',
  })
}

function optionTexts(question: Question | undefined): QuestionResult['options'] {
  if (!question) return {}
  const texts: Record<string, LocalText> = {}
  for (const { id, text } of partsOf(question)?.parts ?? []) texts[id] = text
  if ('other' in question && question.other) texts[OTHER] = question.other
  if ('none' in question && question.none) texts[NONE] = question.none
  return texts
}

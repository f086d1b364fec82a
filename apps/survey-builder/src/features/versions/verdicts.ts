import type { Language } from '@sixfold/domain/local-text'
import type { Continuation } from '@sixfold/domain/survey/continuation'
import { suggestContinuations } from '@sixfold/domain/survey/continuation'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Question } from '@sixfold/domain/survey/question'
import { QUESTION_TEXTS, questionText } from '@sixfold/domain/survey/settings'
import { placeOf } from '@sixfold/domain/survey/undo'
import type {
  Continues,
  ProposedChange,
  QuestionChange,
  QuestionChanges,
} from '@sixfold/domain/survey/versions'
import { proposeChanges, sharedLanguages } from '@sixfold/domain/survey/versions'

/** A text that is different, on both sides. */
export interface ChangedText {
  key: string
  language: Language
  before: string
  after: string
}

/** One question that its author says something of before it is published. */
export interface VerdictRow {
  proposed: ProposedChange
  /** What counts: the author's word, or the proposal. */
  verdict: QuestionChange
  before: Question | null
  after: Question | null
  /** What the page above it says differently, and the question itself. */
  texts: ChangedText[]
  /** The dropped question that it may continue. */
  offer: Continuation | null
}

/** What the author has said so far. */
export interface Said {
  verdicts: QuestionChanges
  continues: Continues
}

/**
 * Every question that was changed, came or went, those that need a word first. What was not touched is not asked about.
 */
export function verdictRows(
  before: SurveyDefinition,
  after: SurveyDefinition,
  { verdicts, continues }: Said,
): VerdictRow[] {
  const offers = suggestContinuations(before, after)
  const languages = sharedLanguages(before, after)
  return (
    proposeChanges(before, after, continues)
      // A question that was made to continue another stays in sight, so that this can be taken back.
      .filter(({ reason, question }) => reason !== 'unchanged' || continues[question] !== undefined)
      .map((proposed): VerdictRow => {
        const was = proposed.earlier === null ? null : placeOf(before, proposed.earlier)
        const is = placeOf(after, proposed.question)
        const introOf = (definition: SurveyDefinition, page: string | undefined) =>
          proposed.reason === 'intro' ? definition.pages.find(({ id }) => id === page)?.intro : undefined
        return {
          proposed,
          verdict: verdicts[proposed.question] ?? proposed.change,
          before: was?.question ?? null,
          after: is?.question ?? null,
          texts:
            was && is
              ? [
                  ...changedTexts('intro', introOf(before, was.page), introOf(after, is.page), languages),
                  ...changedQuestionTexts(was.question, is.question, languages),
                ]
              : [],
          offer: offers.find(({ question }) => question === proposed.question) ?? null,
        }
      })
      .sort((a, b) => weight(a) - weight(b))
  )
}

/** Questions to decide on, then new ones, then dropped ones; within them the survey's order stays. */
function weight({ proposed: { reason } }: VerdictRow): number {
  if (reason === 'left_out') return 2
  return reason === 'no_earlier' ? 1 : 0
}

/** What the publication is sent with: only what the author said otherwise than it was proposed. */
export function verdictsToSend(rows: readonly VerdictRow[]): QuestionChanges {
  return Object.fromEntries(
    rows
      .filter(({ proposed, verdict }) => verdict !== proposed.change)
      .map(({ proposed, verdict }) => [proposed.question, verdict]),
  )
}

/** How many questions became what. */
export function countChanges(
  before: SurveyDefinition,
  after: SurveyDefinition,
  { verdicts, continues }: Said,
): Record<QuestionChange, number> {
  const counts = { same: 0, reworded: 0, new: 0, dropped: 0 }
  for (const { question, change } of proposeChanges(before, after, continues))
    counts[verdicts[question] ?? change] += 1
  return counts
}

function changedQuestionTexts(
  before: Question,
  after: Question,
  languages: readonly Language[],
): ChangedText[] {
  const own = QUESTION_TEXTS.flatMap(field =>
    changedTexts(field, questionText(before, field), questionText(after, field), languages),
  )
  const now = new Map((partsOf(after)?.parts ?? []).map(part => [part.id, part]))
  const shared = (partsOf(before)?.parts ?? []).flatMap(part => {
    const is = now.get(part.id)
    return is ? changedTexts(`part ${part.id}`, part.text, is.text, languages) : []
  })
  return [...own, ...shared]
}

function changedTexts(
  key: string,
  before: Question['text'] | undefined,
  after: Question['text'] | undefined,
  languages: readonly Language[],
): ChangedText[] {
  return languages
    .map(language => ({
      key: `${key} ${language}`,
      language,
      before: before?.[language] ?? '',
      after: after?.[language] ?? '',
    }))
    .filter(text => text.before !== text.after)
}

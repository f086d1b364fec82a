import type { Language } from '../local-text.ts'
import { blankQuestion } from './blank-question.ts'
import type { AnyPart } from './parts.ts'
import { partShape, partsOf, withParts } from './parts.ts'
import type { Question, QuestionKind } from './question.ts'
import type { QuestionText, SettingName } from './settings.ts'
import { needOfSetting, needOfText, QUESTION_TEXTS, questionText, settingOf } from './settings.ts'

/** What somebody wrote or chose that another kind has no place for. */
export type LostByKind =
  | Exclude<QuestionText, 'text'>
  | 'parts'
  | 'exclusive'
  | 'picture'
  | 'row-measures'
  | 'measures'
  | 'required'
  | 'requireIf'

export interface KindChange {
  question: Question
  /** In the order in which a customer meets it. */
  lost: readonly LostByKind[]
}

/**
 * The question as another kind, under the same id: texts, options and settings that both kinds have stay, the rest begins as in a new
 * question of that kind. Options become rows and rows options.
 *
 * @example changeKind(choice, 'ranking', ['en']).lost // ['other']: a ranking has none
 */
export function changeKind(
  question: Question,
  kind: QuestionKind,
  languages: readonly Language[],
): KindChange {
  if (kind === question.kind) return { question, lost: [] }
  const blank = blankQuestion(kind, { id: question.id, languages })
  const listed = withListOf(question, { ...blank, ...sharedSettings(question, kind) } as Question)
  const changed = { ...listed, ...sharedTexts(question, listed), ...sharedRest(question, kind) } as Question
  return { question: changed, lost: lostFields(question, changed) }
}

/** Kinds whose answer is no measure of anything. */
const MEASURES_NOTHING: Partial<Record<QuestionKind, true>> = {
  statement: true,
  consent: true,
  'contact-details': true,
  upload: true,
}

function sharedSettings(question: Question, kind: QuestionKind) {
  // A scale's numbers mean something else in every kind: only what reads alike everywhere is taken over.
  const alike: readonly SettingName[] = ['offerNotApplicable', 'order', 'showIf', 'requireIf']
  return Object.fromEntries(
    alike
      .flatMap(name => {
        const value =
          needOfSetting(kind, name) && kind !== 'statement' ? settingOf(question, name) : undefined
        return value === undefined ? [] : [[name, value]]
      })
      .concat(kind === 'statement' && question.showIf ? [['showIf', question.showIf]] : []),
  )
}

function sharedTexts(question: Question, into: Question) {
  return Object.fromEntries(
    QUESTION_TEXTS.flatMap(field => {
      const text = needOfText(into.kind, field) && questionText(question, field)
      const written = text && Object.values(text).some(Boolean)
      return written ? [[field, text]] : []
    }),
  )
}

function sharedRest(question: Question, kind: QuestionKind) {
  return {
    required: kind !== 'statement' && question.required,
    ...(question.measures && !MEASURES_NOTHING[kind] ? { measures: question.measures } : {}),
  }
}

/** `into` with the options or rows of `question`, each with what its place can hold. Fields of contact details are nobody's options. */
function withListOf(question: Question, into: Question): Question {
  const [from, to] = [partShape(question), partShape(into)]
  const parts = partsOf(question)?.parts
  if (!parts || parts.length === 0 || from === 'field' || to === null || to === 'field') return into
  const fitting = ({ id, text, exclusive, picture, measures }: AnyPart): AnyPart => ({
    id,
    text,
    ...(to === 'option' && exclusive ? { exclusive } : {}),
    ...(to === 'picture' ? { picture: picture ?? null } : {}),
    ...(to === 'row' && measures ? { measures } : {}),
  })
  return withParts(into, parts.map(fitting))
}

function lostFields(before: Question, after: Question): LostByKind[] {
  const texts = QUESTION_TEXTS.filter(
    (field): field is Exclude<QuestionText, 'text'> => field !== 'text',
  ).filter(
    field => Object.values(questionText(before, field) ?? {}).some(Boolean) && !needOfText(after.kind, field),
  )
  const [old, kept] = [partsOf(before)?.parts ?? [], partsOf(after)?.parts ?? []]
  const stays = (part: AnyPart) => kept.some(({ id, text }) => id === part.id && text === part.text)
  const gone = (has: (part: AnyPart) => unknown) => old.some(has) && !kept.some(has)
  const lists: [LostByKind, boolean][] = [
    ['parts', old.some(part => Object.values(part.text).some(Boolean) && !stays(part))],
    ['exclusive', gone(({ exclusive }) => exclusive)],
    ['picture', gone(({ picture }) => picture)],
    ['row-measures', gone(({ measures }) => measures)],
    ['measures', before.measures !== undefined && after.measures === undefined],
    ['required', before.required && !after.required],
    ['requireIf', before.requireIf !== undefined && after.requireIf === undefined],
  ]
  return [...texts, ...lists.filter(([, lost]) => lost).map(([name]) => name)]
}

import type { LocalText } from '../local-text.ts'
import { canonicalJson } from './canonical-json.ts'
import type { SurveyDefinition } from './definition.ts'
import { partKey, questionsOf } from './definition.ts'
import type { AnyPart } from './parts.ts'
import { partsOf } from './parts.ts'
import type { Question } from './question.ts'
import type { SettingName } from './settings.ts'
import { QUESTION_TEXTS, questionText, SETTINGS } from './settings.ts'

/** How a question stands to the version before (law 1). A trend may run through `same` only. */
export type QuestionChange = 'same' | 'reworded' | 'new' | 'dropped'

/** By question id, for every question of either version. */
export type QuestionChanges = Readonly<Record<string, QuestionChange>>

/**
 * Compares a new version with the one before; with no version before, every question is new.
 *
 * `new`: the numbers would not be comparable, because another kind or factor stands under the old id, or the scale is another
 * (points, variant, bounds, total, one picture or several). `reworded`: asked in other words, of other people, or with other
 * options. `same`: whatever only checks or eases the answer, such as `required`, a maximum length or the accepted files.
 * A text in a language that the version before did not have does not reword the question.
 */
export function compareVersions(before: SurveyDefinition | null, after: SurveyDefinition): QuestionChanges {
  const changes: Record<string, QuestionChange> = {}
  const old = new Map(before ? questionsOf(before).map(question => [question.id, question]) : [])
  for (const question of questionsOf(after)) {
    const previous = old.get(question.id)
    changes[question.id] = previous ? compareQuestions(previous, question) : 'new'
    old.delete(question.id)
  }
  for (const id of old.keys()) changes[id] = 'dropped'
  return changes
}

/**
 * The change of everything that is counted under a key of its own: questions by id, rows of a grid by `question:row`.
 * A row that is added or taken out changes neither the other rows nor their trend.
 */
export function compareItems(before: SurveyDefinition | null, after: SurveyDefinition): QuestionChanges {
  const changes: Record<string, QuestionChange> = { ...compareVersions(before, after) }
  const old = new Map(before ? questionsOf(before).map(question => [question.id, question]) : [])
  for (const question of questionsOf(after)) {
    if (question.kind !== 'grid') continue
    const previous = old.get(question.id)
    const stem = previous?.kind === 'grid' ? compareStems(previous, question) : 'new'
    for (const row of question.rows) {
      const was = previous?.kind === 'grid' ? previous.rows.find(({ id }) => id === row.id) : undefined
      changes[partKey(question.id, row.id)] = was ? worst([stem, compareParts(was, row)]) : 'new'
    }
  }
  for (const question of old.values()) {
    if (question.kind !== 'grid') continue
    for (const row of question.rows) changes[partKey(question.id, row.id)] ??= 'dropped'
  }
  return changes
}

/** What a changed setting makes of a question. A number's bounds only check what is typed. */
const changeBySetting: Record<SettingName, QuestionChange> = {
  points: 'new',
  first: 'new',
  variant: 'new',
  several: 'new',
  min: 'new',
  max: 'new',
  step: 'new',
  total: 'new',
  offerNotApplicable: 'reworded',
  importance: 'reworded',
  order: 'reworded',
  atLeast: 'reworded',
  atMost: 'reworded',
  top: 'reworded',
  showIf: 'reworded',
  requireIf: 'same',
  long: 'same',
  maxLength: 'same',
  decimals: 'same',
  earliest: 'same',
  latest: 'same',
  accept: 'same',
  maxFiles: 'same',
  maxMegabytes: 'same',
}

function compareQuestions(before: Question, after: Question): QuestionChange {
  return worst([compareStems(before, after), compareLists(before, after)])
}

/** Compares all but the list. */
function compareStems(before: Question, after: Question): QuestionChange {
  if (before.kind !== after.kind || !sameMeasures(before, after)) return 'new'
  const texts = QUESTION_TEXTS.map(field =>
    sameText(questionText(before, field), questionText(after, field)) ? 'same' : 'reworded',
  )
  return worst([...texts, ...settingChanges(before, after)])
}

function settingChanges(before: Question, after: Question): QuestionChange[] {
  if (after.kind === 'number') return []
  const values = (question: Question) => question as unknown as Record<string, unknown>
  return (Object.keys(SETTINGS[after.kind]) as SettingName[])
    .filter(name => canonicalJson(values(before)[name]) !== canonicalJson(values(after)[name]))
    .map(name => changeBySetting[name])
}

function compareLists(before: Question, after: Question): QuestionChange {
  const old = partsOf(before)?.parts ?? []
  const parts = partsOf(after)?.parts ?? []
  if (old.length !== parts.length) return 'reworded'
  return worst(
    parts.map((part, at) => {
      const was = old[at]
      return was && was.id === part.id ? compareParts(was, part) : 'reworded'
    }),
  )
}

function compareParts(before: AnyPart, after: AnyPart): QuestionChange {
  if (!sameMeasures(before, after)) return 'new'
  const same =
    sameText(before.text, after.text) &&
    before.exclusive === after.exclusive &&
    before.picture === after.picture
  return same ? 'same' : 'reworded'
}

type Measuring = Pick<AnyPart, 'measures'>

function sameMeasures({ measures: before }: Measuring, { measures: after }: Measuring): boolean {
  return before?.factor === after?.factor && before?.attribute === after?.attribute
}

function worst(changes: readonly QuestionChange[]): QuestionChange {
  if (changes.includes('new')) return 'new'
  return changes.includes('reworded') ? 'reworded' : 'same'
}

function sameText(before: LocalText | undefined, after: LocalText | undefined): boolean {
  if (!before || !after) return isEmpty(before) && isEmpty(after)
  const shared = Object.keys(before).filter(language => before[language])
  return shared.every(language => before[language] === after[language])
}

function isEmpty(text: LocalText | undefined): boolean {
  return !text || !Object.values(text).some(Boolean)
}

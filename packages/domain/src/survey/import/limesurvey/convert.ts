import type { SurveyDefinition } from '../../definition.ts'
import { pipeText } from '../../logic/pipe.ts'
import { testableOf } from '../../logic/testable.ts'
import type { ImportedSurvey } from '../draft.ts'
import { ImportDraft } from '../draft.ts'
import { readExpression } from '../expression.ts'
import { surveyLanguages } from '../languages.ts'
import { conditionFrom } from '../references.ts'
import {
  convertArray,
  convertCells,
  convertDualArray,
  convertNumbers,
  convertPointArray,
  convertTexts,
  convertThreeAnswers,
} from './arrays.ts'
import type { Asked, Conversion } from './conversion.ts'
import { isRule, say, typeName } from './conversion.ts'
import { noteAttributes } from './left-over.ts'
import {
  convertDate,
  convertFivePoints,
  convertGender,
  convertList,
  convertMultiple,
  convertNumber,
  convertRanking,
  convertStatement,
  convertText,
  convertUpload,
  convertYesNo,
  leaveOut,
} from './single.ts'
import type { LimeQuestion, LimeSurveyFile } from './tables.ts'
import { field, readTables, sourceOf } from './tables.ts'
import { noteUnused } from './unused.ts'

/** How each question type becomes questions; their ids, none where it is left out. */
const converters: Readonly<Record<string, (conversion: Conversion, asked: Asked) => string[]>> = {
  L: convertList,
  '!': convertList,
  O: convertList,
  M: convertMultiple,
  P: convertMultiple,
  R: convertRanking,
  '5': convertFivePoints,
  G: convertGender,
  Y: convertYesNo,
  N: convertNumber,
  K: convertNumbers,
  S: convertText,
  T: convertText,
  U: convertText,
  Q: convertTexts,
  D: convertDate,
  '|': convertUpload,
  X: convertStatement,
  F: convertArray,
  H: convertArray,
  A: convertPointArray,
  B: convertPointArray,
  C: convertThreeAnswers,
  E: convertThreeAnswers,
  '1': convertDualArray,
  ';': convertCells,
  ':': convertCells,
}

/** A condition of the file that waits until every question is there. */
interface PendingRule {
  where: Asked['where']
  relevance: string
  set: (condition: NonNullable<ReturnType<typeof conditionFrom>>) => boolean
}

/**
 * A survey of LimeSurvey (the tables of its `.lss` file) as one of ours, with a report of everything that became something
 * else or was left out. Equations are read, never carried out. Never throws, whatever the tables hold.
 *
 * @example convertLimeSurvey({ languages: ['en'], tables }, model).definition.pages[0].id // 'about-the-delivery'
 */
export function convertLimeSurvey(
  file: LimeSurveyFile,
  factorModel: SurveyDefinition['factorModel'],
): ImportedSurvey {
  const [survey] = file.tables.get('surveys') ?? []
  const settings = file.tables.get('surveys_languagesettings') ?? []
  const own = field(survey, 'language')
  const { languages, refused } = surveyLanguages([...(own ? [own] : []), ...file.languages])
  const language = languages[0] ?? 'en'
  const draft = new ImportDraft(languages.length > 0 ? languages : ['en'])
  const conversion: Conversion = { draft, language, references: new Map() }
  draft.fill = name => placeFor(conversion, name)
  for (const name of refused) draft.note({}, 'languages', 'language', name)

  draft.title = draft.text({}, 'surveyls_title', sourceOf(spoken(settings), 'surveyls_title', language))
  draft.welcome = draft.text(
    {},
    'surveyls_welcometext',
    sourceOf(spoken(settings), 'surveyls_welcometext', language),
  )
  const { groups, questions } = readTables(file, language)
  const rules: PendingRule[] = []
  for (const [at, group] of groups.entries()) {
    const where = { page: at + 1 }
    const page = draft.addPage(where, group.title[0]?.[1] ?? '', {
      title: say(conversion, where, 'group_name', group.title),
      intro: say(conversion, where, 'description', group.description),
    })
    if (!page) continue
    if (isRule(group.relevance))
      rules.push({ where, relevance: group.relevance, set: condition => draft.setPageRule(page, condition) })
    for (const source of questions.filter(({ gid }) => gid === group.gid))
      rules.push(...convertQuestion(conversion, { source, page, where: { ...where, question: source.code } }))
  }
  const known = new Set(groups.map(({ gid }) => gid))
  for (const { gid, code } of questions)
    if (!known.has(gid)) draft.note({ question: code }, 'gid', 'malformed', gid)
  draft.thanks = draft.text({}, 'surveyls_endtext', sourceOf(spoken(settings), 'surveyls_endtext', language))
  for (const rule of rules) settle(conversion, rule, questions)
  noteUnused(draft, file, questions)
  return draft.finish(factorModel)
}

/** The rows of language settings name their language in a field of their own. */
function spoken(rows: readonly ReadonlyMap<string, string>[]) {
  return rows.map(row => new Map([...row, ['language', field(row, 'surveyls_language')]]))
}

function convertQuestion(conversion: Conversion, asked: Asked): PendingRule[] {
  const { source, where } = asked
  const { draft } = conversion
  if (draft.isFull) {
    draft.note(where, 'question', 'too_many')
    return []
  }
  if (source.attributes.flag('hidden')) {
    draft.note(where, typeName(source), 'hidden', source.title[0]?.[1] ?? '')
    return []
  }
  const converter = Object.hasOwn(converters, source.type) ? converters[source.type] : undefined
  const ids = (converter ?? leaveOut)(conversion, asked)
  if (ids.length > 0) noteAttributes(draft, where, source)
  if (!isRule(source.relevance)) return []
  if (ids.length === 0) {
    draft.note(where, 'relevance', 'condition', source.relevance)
    return []
  }
  const set: PendingRule['set'] = condition => ids.every(id => draft.setRule(id, 'showIf', condition))
  return [{ where, relevance: source.relevance, set }]
}

function settle(
  { draft, references }: Conversion,
  rule: PendingRule,
  questions: readonly LimeQuestion[],
): void {
  const expression = readExpression(rule.relevance, 'bare')
  const condition =
    expression &&
    conditionFrom(expression, {
      find: name => references.get(name) ?? references.get(codeOf(name, questions)),
      question: id => draft.question(id),
    })
  if (!condition || !rule.set(condition)) draft.note(rule.where, 'relevance', 'condition', rule.relevance)
}

/** Older equations name a question by numbers: survey, group, question, then the code of the subquestion: `12X3X45SQ001`. */
function codeOf(name: string, questions: readonly LimeQuestion[]): string {
  const [, rest] = /^\d+X\d+X(\w+)$/.exec(name) ?? []
  if (rest === undefined) return name
  const question = questions
    .filter(({ qid }) => rest.startsWith(qid))
    .toSorted((a, b) => b.qid.length - a.qid.length)[0]
  if (!question) return name
  const part = rest.slice(question.qid.length)
  return part ? `${question.code}_${part}` : question.code
}

/** A place for an answer or for who is asked. */
function placeFor({ draft, references }: Conversion, name: string): string | null {
  if (/^TOKEN:(FIRSTNAME|LASTNAME)$/i.test(name)) return pipeText({ fact: 'contact.name' }, '')
  const reference = references.get(name.replace(/\.(shown|NAOK|value|code)$/i, ''))
  const question =
    reference && reference.member === undefined ? draft.question(reference.question) : undefined
  if (!reference || !question) return null
  const { part } = reference
  const testable = testableOf(question, part)
  if (testable === null || testable.kind === 'presence') return null
  return pipeText(part === undefined ? { question: question.id } : { question: question.id, part }, '')
}

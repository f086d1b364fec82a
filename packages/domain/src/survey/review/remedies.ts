import type { Language, LocalText } from '../../local-text.ts'
import { onlyLanguages } from '../../local-text.ts'
import type { SurveyDefinition } from '../definition.ts'
import { questionsOf } from '../definition.ts'
import type { SurveyOperation } from '../operation.ts'
import { partsOf } from '../parts.ts'
import type { ContactField, Question } from '../question.ts'
import { none, other } from '../starter/starter-question.ts'
import type { SurveyText } from '../texts.ts'
import { textsOf } from '../texts.ts'
import { placeOf } from '../undo.ts'
import { lexiconFor } from '../wording/lexicon.ts'
import { hasCatchAll } from '../wording/options.ts'
import { withoutWords } from '../wording/split.ts'
import { findPhrases, wordsOf, written } from '../wording/words.ts'
import type { Finding } from './finding.ts'
import type { Remedy, RemedyCircumstances } from './remedy.ts'
import { splitRemedy } from './split-remedy.ts'

/**
 * What mends a finding with one click; null where only a person can. What it writes is a draft for its author to read over.
 *
 * @example remedyOf(finding, survey, { model, newId })?.operations // [{ op: 'set-setting', question: 'q1', setting: 'offerNotApplicable', value: true }]
 */
export function remedyOf(
  finding: Finding,
  survey: SurveyDefinition,
  circumstances: RemedyCircumstances,
): Remedy | null {
  const { page, question: id } = finding.place
  if (finding.code === 'too_many_required') return makeOptional(survey)
  if (finding.code === 'factor_without_question') return askOverall(finding, survey, circumstances)
  if (finding.code === 'empty_page')
    return page === undefined ? null : { kind: 'remove_page', operations: [{ op: 'remove-page', page }] }
  const question = id === undefined ? undefined : placeOf(survey, id)?.question
  if (finding.code === 'leading' || finding.code === 'absolute') return dropWords(finding, survey)
  return question ? remedyOfQuestion(finding, question, survey, circumstances) : null
}

function remedyOfQuestion(
  finding: Finding,
  question: Question,
  survey: SurveyDefinition,
  circumstances: RemedyCircumstances,
): Remedy | null {
  const { id } = question
  switch (finding.code) {
    case 'double_barrelled':
      return splitRemedy(finding, question, survey, circumstances)
    case 'no_not_applicable':
      return {
        kind: 'offer_not_applicable',
        operations: [{ op: 'set-setting', question: id, setting: 'offerNotApplicable', value: true }],
      }
    case 'no_other':
      return { kind: 'add_other', operations: say(question, 'other', other, survey.languages) }
    case 'no_none':
      return { kind: 'add_none', operations: say(question, 'none', none, survey.languages) }
    case 'order_effect': {
      const labels = partsOf(question)?.parts.map(({ text }) => text[survey.defaultLanguage] ?? '') ?? []
      const lastStays = hasCatchAll(labels.slice(-1), survey.defaultLanguage)
      const value = lastStays ? 'random-last-fixed' : 'random'
      return { kind: 'shuffle', operations: [{ op: 'set-setting', question: id, setting: 'order', value }] }
    }
    case 'unknown_factor':
    case 'unknown_attribute':
      return leaveOutFactor(question, finding.place.part)
    case 'already_known':
      return { kind: 'remove_question', operations: [{ op: 'remove-question', question: id }] }
    case 'personal_in_free_text':
      return asContactDetails(finding, question)
    case 'personal_use_unsaid':
      return sayUse(finding, question, survey, circumstances)
    default:
      return null
  }
}

/** Praise and absolutes that a text can simply lose, in every language that has some. */
function dropWords({ place, detail }: Finding, survey: SurveyDefinition): Remedy | null {
  const { language } = place
  const text = textAt(survey, place)
  const lexicon = language === undefined ? null : lexiconFor(language)
  const whole = wordsOf(String(detail?.words ?? ''))
  if (!text || !lexicon || findPhrases(whole, lexicon.droppable)[0]?.to !== whole.length) return null
  const operations = survey.languages.flatMap(one => {
    const value = withoutDroppable(text.text[one] ?? '', one)
    return value ? [text.operation(one, value)] : []
  })
  const mends = operations.some(operation => 'language' in operation && operation.language === language)
  return mends ? { kind: 'drop_words', operations } : null
}

function withoutDroppable(text: string, language: Language): string | null {
  const words = wordsOf(text)
  const lexicon = lexiconFor(language)
  const [first] = lexicon ? findPhrases(words, lexicon.droppable) : []
  return first ? withoutWords(text, written(text, words, first)) : null
}

function textAt(
  survey: SurveyDefinition,
  { page, question, part, field = 'text' }: Finding['place'],
): SurveyText | undefined {
  return textsOf(survey).find(
    ({ place }) =>
      place.field === field &&
      place.question === question &&
      place.part === part &&
      (question !== undefined || place.page === page),
  )
}

function say(
  question: Question,
  field: 'other' | 'none',
  words: LocalText,
  languages: readonly Language[],
): SurveyOperation[] {
  return Object.entries(onlyLanguages(words, languages)).map(([language, value]) => ({
    op: 'set-question-text',
    question: question.id,
    field,
    language,
    value,
  }))
}

function makeOptional(survey: SurveyDefinition): Remedy {
  const required = questionsOf(survey).filter(question => question.required && question.kind !== 'consent')
  return {
    kind: 'make_optional',
    operations: required.map(({ id }) => ({ op: 'set-required', question: id, required: false })),
  }
}

/** One question about the factor as a whole, in the model's own words, at the end of its page. */
function askOverall(
  { place }: Finding,
  survey: SurveyDefinition,
  { model, newId }: RemedyCircumstances,
): Remedy | null {
  const factor = model.factors.find(({ key }) => key === place.factor)
  const page = survey.pages.find(one => one.factor === place.factor) ?? survey.pages.at(-1)
  if (!factor || !page) return null
  const question: Question = {
    id: newId('question'),
    kind: 'satisfaction',
    text: onlyLanguages(factor.overall, survey.languages),
    required: false,
    offerNotApplicable: true,
    measures: { factor: factor.key, attribute: null },
  }
  return {
    kind: 'ask_overall',
    operations: [{ op: 'add-question', page: page.id, index: page.questions.length, question }],
  }
}

function leaveOutFactor({ id }: Question, part: string | undefined): Remedy {
  return {
    kind: 'leave_out_factor',
    operations: [
      part === undefined
        ? { op: 'set-measures', question: id, measures: null }
        : { op: 'set-part-setting', question: id, part, setting: 'measures', value: null },
    ],
  }
}

/** A field that is kept apart from comments, and asks its author what it is for. */
function asContactDetails({ detail }: Finding, { id, text, help, required }: Question): Remedy | null {
  const field = CONTACT_TOPICS.find(topic => topic === detail?.topic)
  if (!field) return null
  const question: Question = {
    id,
    kind: 'contact-details',
    text,
    required,
    ...(help ? { help } : {}),
    fields: [{ id: field, text: {} }],
  }
  return { kind: 'as_contact_details', operations: [{ op: 'replace-question', question }] }
}

const CONTACT_TOPICS: readonly ContactField[] = ['phone', 'email']

/** Shows the customer what the plan says. */
function sayUse(
  { place: { part } }: Finding,
  { id }: Question,
  { defaultLanguage }: SurveyDefinition,
  { uses = [] }: RemedyCircumstances,
): Remedy | null {
  const use = uses.find(one => one.question === id && (one.field ?? undefined) === part)?.use.trim()
  if (!use || part === undefined) return null
  return {
    kind: 'say_use',
    operations: [{ op: 'set-part-text', question: id, part, language: defaultLanguage, value: use }],
  }
}

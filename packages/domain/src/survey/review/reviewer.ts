import type { FactorModel } from '../../factor-model.ts'
import type { Language } from '../../local-text.ts'
import type { Page, SurveyDefinition } from '../definition.ts'
import type { SurveyKind } from '../kind.ts'
import { logicFindings } from '../logic/findings.ts'
import type { PersonalUse } from '../personal-fields.ts'
import type { Question } from '../question.ts'
import type { QuestionFault } from '../question-faults.ts'
import { questionFaults } from '../question-faults.ts'
import { QUESTION_TEXTS } from '../settings.ts'
import type { SurveyText } from '../texts.ts'
import { textsOf, textsOfQuestion } from '../texts.ts'
import { explainedIn, shortFormsIn } from '../wording/plain-words.ts'
import type { Phrases } from '../wording/words.ts'
import { phrases } from '../wording/words.ts'
import { burdenFindings, TIME_BUDGET_MINUTES } from './burden.ts'
import { factorFindings } from './factors.ts'
import type { Finding } from './finding.ts'
import { optionsFindings } from './options.ts'
import { personalFindings, withUses } from './personal.ts'
import { scaleFindings } from './scales.ts'
import { structureFindings } from './structure.ts'
import type { EarlierTexts } from './translations.ts'
import { behindFindings, earlierTexts, gapFindings } from './translations.ts'
import type { WordingContext } from './wording.ts'
import { questionWording, tellingWording } from './wording.ts'

/** What a review may know beside the survey itself. */
export interface ReviewCircumstances {
  /** The latest version, to see which translations were left behind. */
  published?: SurveyDefinition | null
  /** What the collection plan says each personal field is for. */
  uses?: readonly PersonalUse[]
  /** How long the plan lets the survey take, in minutes. */
  minutesAtMost?: number
  /** Whether its privacy notice says what it is for; absent: the house has no notice that it could stand in. */
  purposeStated?: boolean
  /** What the survey is for; a quarterly one if nothing is said. */
  kind?: SurveyKind
}

export type Review = (
  definition: SurveyDefinition,
  model: FactorModel,
  circumstances?: ReviewCircumstances,
) => Finding[]

/**
 * A review that remembers what it found in each question, for use while somebody types: a question that is the same object as
 * before, in the same surroundings, is not looked at again. Its findings do not depend on what it saw before.
 *
 * @example
 * const review = reviewer()
 * review(draft, model) // everything
 * review(nextDraft, model) // only the question that was changed
 */
export function reviewer(): Review {
  let memory = new WeakMap<Question, { surroundings: string; findings: readonly Finding[] }>()
  let latest: { model: FactorModel; published: SurveyDefinition | null; standing: Standing } | null = null

  return (
    definition,
    model,
    {
      published = null,
      uses = [],
      minutesAtMost = TIME_BUDGET_MINUTES,
      purposeStated = true,
      kind = 'quarterly',
    } = {},
  ) => {
    if (latest?.model !== model || latest.published !== published) {
      memory = new WeakMap()
      const earlier = published && earlierTexts(published)
      latest = { model, published, standing: { names: factorNames(model), earlier } }
    }
    const scene = sceneOf(definition, latest.standing)
    const onPage = (page: Page): readonly Finding[] => {
      const own = withIntroduction(scene, page)
      const surroundings = JSON.stringify([
        page.id,
        definition.languages,
        definition.defaultLanguage,
        [...own.explained.values()],
      ])
      return page.questions.flatMap(question => {
        const found = memory.get(question)
        if (found?.surroundings === surroundings) return found.findings
        const findings = questionFindings(page.id, question, own)
        memory.set(question, { surroundings, findings })
        return findings
      })
    }
    return [
      ...structureFindings(definition),
      ...factorFindings(definition, model, kind),
      ...logicFindings(definition),
      ...tellingFindings(scene),
      ...withUses(definition.pages.flatMap(onPage), uses),
      ...burdenFindings(definition, minutesAtMost),
      ...noticeFindings(purposeStated),
    ]
  }
}

function noticeFindings(purposeStated: boolean): Finding[] {
  return purposeStated ? [] : [{ code: 'purpose_unstated', severity: 'advises', place: {} }]
}

/** What does not change while somebody types. */
interface Standing {
  names: ReadonlyMap<Language, Phrases>
  earlier: EarlierTexts | null
}

/** What a question is judged in. */
interface Scene extends WordingContext {
  definition: SurveyDefinition
  earlier: EarlierTexts | null
}

/** Factors whose name holds an "and", which is one thing to a customer who has just read it above. */
function factorNames({ factors }: FactorModel): ReadonlyMap<Language, Phrases> {
  const languages = new Set(factors.flatMap(({ name }) => Object.keys(name)))
  return new Map(
    [...languages].map(language => [language, phrases(factors.map(({ name }) => name[language] ?? ''))]),
  )
}

function sceneOf(definition: SurveyDefinition, { names, earlier }: Standing): Scene {
  const { languages, defaultLanguage, title, welcome } = definition
  // Who asks names itself there, and every reader has read it.
  const explained = new Map(
    languages.map(language => [
      language,
      [title, welcome].flatMap(text => shortFormsIn(text[language] ?? '')),
    ]),
  )
  return { languages, defaultLanguage, names, explained, definition, earlier }
}

/** A page's title and introduction may explain what its questions say. */
function withIntroduction(scene: Scene, { title, intro }: Page): Scene {
  const explained = new Map(
    [...scene.explained].map(([language, before]) => [
      language,
      [...before, ...[title, intro].flatMap(text => explainedIn(text?.[language] ?? ''))],
    ]),
  )
  return { ...scene, explained }
}

function questionFindings(page: string, question: Question, scene: Scene): Finding[] {
  const { definition, languages } = scene
  const texts = textsOfQuestion(page, question)
  return [
    ...questionFaults(question).map(fault => faultFinding(question.id, fault)),
    ...texts
      .filter(text => !isUnstatedUse(question, text, languages))
      .flatMap(text => gapFindings(text, languages)),
    ...personalFindings(question, languages),
    ...texts.flatMap(text => (scene.earlier ? behindFindings(text, scene.earlier, definition) : [])),
    ...questionWording(question, texts, scene),
    ...scaleFindings(question, languages),
    ...optionsFindings(question, definition),
  ]
}

/** What a field of contact details is for and was stated in no language: a finding of its own, no missing translation. */
function isUnstatedUse(
  { kind }: Question,
  { place, text }: SurveyText,
  languages: readonly Language[],
): boolean {
  return kind === 'contact-details' && place.part !== undefined && !languages.some(one => text[one]?.trim())
}

function faultFinding(question: string, { code, part, field }: QuestionFault): Finding {
  const text = QUESTION_TEXTS.find(name => name === field)
  const place = {
    question,
    ...(part === undefined ? {} : { part }),
    ...(text ? { field: text } : field === undefined ? {} : { setting: field }),
  }
  return { code, severity: 'stops', place }
}

/** The survey's and the pages' own texts. */
function tellingFindings(scene: Scene): Finding[] {
  const { definition, languages, earlier } = scene
  const frame = { ...definition, pages: definition.pages.map(page => ({ ...page, questions: [] })) }
  return textsOf(frame).flatMap(text => [
    ...gapFindings(text, languages),
    ...(earlier ? behindFindings(text, earlier, definition) : []),
    ...(text.place.field === 'intro' || text.place.field === 'welcome' ? tellingWording(text, scene) : []),
  ])
}

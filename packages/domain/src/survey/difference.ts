import type { Language } from '../local-text.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import type { PageSettings, PartSettings } from './operation.ts'
import type { AnyPart } from './parts.ts'
import { partsOf } from './parts.ts'
import type { Question, QuestionKind } from './question.ts'
import type { SettingName } from './settings.ts'
import { SETTINGS } from './settings.ts'
import { stayed } from './stayed.ts'
import type { SurveyText, TextPlace } from './texts.ts'
import { textsOf, textsOfQuestion } from './texts.ts'
import type { Continues } from './versions.ts'
import { sharedLanguages } from './versions.ts'

/** One thing that is different in a survey, a page or a question. A value that is not there is undefined. */
export type Change =
  | {
      what: 'text'
      field: TextPlace['field']
      part?: AnyPart
      language: Language
      before: string
      after: string
    }
  | { what: 'language'; language: Language; change: 'added' | 'removed' }
  | { what: 'default-language'; before: Language; after: Language }
  | {
      what: 'factor-model'
      before: SurveyDefinition['factorModel']
      after: SurveyDefinition['factorModel']
    }
  | { what: 'moved'; from: string; to: string }
  | { what: 'kind'; before: QuestionKind; after: QuestionKind }
  | { what: 'setting'; setting: ChangedSetting; before: unknown; after: unknown }
  | { what: 'part'; part: AnyPart; change: 'added' | 'removed' | 'moved' }
  | { what: 'part-setting'; part: AnyPart; setting: keyof PartSettings; before: unknown; after: unknown }

export type ChangedSetting = SettingName | keyof PageSettings | 'required' | 'measures'

/** What is different about the survey itself, one page or one question, in the order in which a customer meets them. */
export type Difference =
  | { of: 'survey'; change: 'changed'; changes: Change[] }
  | { of: 'page'; change: 'added' | 'removed' | 'changed'; page: Page; changes: Change[] }
  | {
      of: 'question'
      change: 'added' | 'removed' | 'changed'
      question: Question
      /** The page on which it stands, or stood. */
      page: string
      changes: Change[]
    }

/**
 * Everything that is different between two versions; equal ones have no difference. What is gone stands behind what stood before it.
 *
 * @example differencesBetween(first, second)
 * // [{ of: 'question', change: 'changed', question, page: 'delivery',
 * //    changes: [{ what: 'text', field: 'text', language: 'en', before: 'On time', after: 'On the day' }] }]
 */
export function differencesBetween(
  before: SurveyDefinition,
  after: SurveyDefinition,
  continues: Continues = {},
): Difference[] {
  const languages = sharedLanguages(before, after)
  const old = placesOf(before)
  const now = placesOf(after)
  const earlierOf = (id: string) => (old.questions.has(id) ? id : (continues[id] ?? id))
  const seen = new Set([...now.questions.keys()].map(earlierOf))
  const isSeen = (question: Question) => seen.has(question.id)
  const kept = stayed(
    before.pages.map(({ id }) => id),
    after.pages.map(({ id }) => id),
  )
  const list: Difference[] = []
  const survey = surveyChanges(before, after, languages)
  if (survey.length > 0) list.push({ of: 'survey', change: 'changed', changes: survey })
  const removedPages = before.pages.filter(({ id }) => !now.pages.has(id))
  for (const page of after.pages) {
    const was = old.pages.get(page.id)
    const changes = was ? pageChanges(was, page, languages, kept) : []
    if (!was) list.push({ of: 'page', change: 'added', page, changes })
    else if (changes.length > 0) list.push({ of: 'page', change: 'changed', page, changes })
    const inOrder = stayed(
      was?.questions.map(({ id }) => id) ?? [],
      page.questions.map(({ id }) => earlierOf(id)),
    )
    for (const question of page.questions) {
      const place = old.questions.get(earlierOf(question.id))
      if (!place) {
        list.push({ of: 'question', change: 'added', question, page: page.id, changes: [] })
        continue
      }
      const moved = place.page !== page.id || !inOrder.has(place.question.id)
      const own = [
        ...(moved ? [{ what: 'moved', from: place.page, to: page.id } as const] : []),
        ...questionChanges(place.question, question, languages),
      ]
      if (own.length > 0)
        list.push({ of: 'question', change: 'changed', question, page: page.id, changes: own })
    }
    for (const question of was?.questions ?? [])
      if (!isSeen(question))
        list.push({ of: 'question', change: 'removed', question, page: page.id, changes: [] })
  }
  for (const page of removedPages) {
    list.push({ of: 'page', change: 'removed', page, changes: [] })
    for (const question of page.questions)
      if (!isSeen(question))
        list.push({ of: 'question', change: 'removed', question, page: page.id, changes: [] })
  }
  return list
}

interface Places {
  pages: Map<string, Page>
  questions: Map<string, { question: Question; page: string }>
}

function placesOf({ pages }: SurveyDefinition): Places {
  return {
    pages: new Map(pages.map(page => [page.id, page])),
    questions: new Map(
      pages.flatMap(page =>
        page.questions.map(question => [question.id, { question, page: page.id }] as const),
      ),
    ),
  }
}

function surveyChanges(
  before: SurveyDefinition,
  after: SurveyDefinition,
  languages: readonly Language[],
): Change[] {
  const language = (one: Language, change: 'added' | 'removed'): Change => ({
    what: 'language',
    language: one,
    change,
  })
  const own = (definition: SurveyDefinition) =>
    textsOf(definition).filter(({ place }) => place.page === undefined)
  return [
    ...textChanges(own(before), own(after), languages),
    ...after.languages.filter(one => !before.languages.includes(one)).map(one => language(one, 'added')),
    ...before.languages.filter(one => !after.languages.includes(one)).map(one => language(one, 'removed')),
    ...(before.defaultLanguage === after.defaultLanguage
      ? []
      : [
          { what: 'default-language', before: before.defaultLanguage, after: after.defaultLanguage } as const,
        ]),
    ...(isEqual(before.factorModel, after.factorModel)
      ? []
      : [{ what: 'factor-model', before: before.factorModel, after: after.factorModel } as const]),
  ]
}

const PAGE_SETTINGS = ['factor', 'showIf', 'jumps'] as const satisfies readonly (keyof PageSettings)[]

function pageChanges(
  before: Page,
  after: Page,
  languages: readonly Language[],
  kept: ReadonlySet<string>,
): Change[] {
  const own = ({ id, title, intro }: Page): Pick<SurveyText, 'place' | 'text'>[] => [
    { place: { page: id, field: 'title' }, text: title },
    { place: { page: id, field: 'intro' }, text: intro ?? {} },
  ]
  return [
    ...(kept.has(after.id) ? [] : [{ what: 'moved', from: after.id, to: after.id } as const]),
    ...textChanges(own(before), own(after), languages),
    ...PAGE_SETTINGS.flatMap(setting => settingChange(setting, before[setting], after[setting])),
  ]
}

function questionChanges(before: Question, after: Question, languages: readonly Language[]): Change[] {
  const values = (question: Question) => question as unknown as Record<string, unknown>
  const own = (question: Question) => textsOfQuestion('', question)
  if (before.kind !== after.kind)
    return [
      { what: 'kind', before: before.kind, after: after.kind },
      ...textChanges(own(before), own(after), languages),
    ]
  const names: ChangedSetting[] = [
    'required',
    'measures',
    ...(Object.keys(SETTINGS[after.kind]) as SettingName[]),
  ]
  return [
    ...textChanges(own(before), own(after), languages, partsOf(after)?.parts),
    ...names.flatMap(name => settingChange(name, values(before)[name], values(after)[name])),
    ...partChanges(partsOf(before)?.parts ?? [], partsOf(after)?.parts ?? []),
  ]
}

const PART_SETTINGS = ['exclusive', 'picture', 'measures'] as const satisfies readonly (keyof PartSettings)[]

function partChanges(before: readonly AnyPart[], after: readonly AnyPart[]): Change[] {
  const [old, now] = [before, after].map(parts => new Map(parts.map(part => [part.id, part])))
  const kept = stayed(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  return [
    ...after.flatMap((part): Change[] => {
      const was = old?.get(part.id)
      if (!was) return [{ what: 'part', part, change: 'added' }]
      return [
        ...(kept.has(part.id) ? [] : [{ what: 'part', part, change: 'moved' } as const]),
        ...PART_SETTINGS.filter(setting => !isEqual(was[setting], part[setting])).map(
          (setting): Change => ({
            what: 'part-setting',
            part,
            setting,
            before: was[setting],
            after: part[setting],
          }),
        ),
      ]
    }),
    ...before
      .filter(({ id }) => !now?.has(id))
      .map((part): Change => ({ what: 'part', part, change: 'removed' })),
  ]
}

/** Texts of parts are told apart only where both versions have the part: the others are named as they come and go. */
function textChanges(
  before: readonly Pick<SurveyText, 'place' | 'text'>[],
  after: readonly Pick<SurveyText, 'place' | 'text'>[],
  languages: readonly Language[],
  parts: readonly AnyPart[] = [],
): Change[] {
  const key = ({ part, field }: TextPlace) => `${part ?? ''} ${field}`
  const old = new Map(before.map(text => [key(text.place), text]))
  const now = new Map(after.map(text => [key(text.place), text]))
  return [...new Map([...now, ...old].map(([name, { place }]) => [name, place]))].flatMap(([name, place]) => {
    const [was, is] = [old.get(name), now.get(name)]
    if (place.part !== undefined && !(was && is)) return []
    const part = parts.find(({ id }) => id === place.part)
    return languages.flatMap((language): Change[] => {
      const [from, to] = [was?.text[language] ?? '', is?.text[language] ?? '']
      if (from === to) return []
      return [
        { what: 'text', field: place.field, ...(part ? { part } : {}), language, before: from, after: to },
      ]
    })
  })
}

function settingChange(setting: ChangedSetting, before: unknown, after: unknown): Change[] {
  return isEqual(before, after) ? [] : [{ what: 'setting', setting, before, after }]
}

function isEqual(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after)
}

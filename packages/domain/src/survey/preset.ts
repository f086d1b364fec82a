import type { Factor, FactorModel } from '../factor-model.ts'
import type { Language, LocalText } from '../local-text.ts'
import { onlyLanguages } from '../local-text.ts'
import type { Quarter } from '../quarter.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import type { SurveyKind } from './kind.ts'
import { minutesToAnswer } from './length.ts'
import type { PresetWords } from './preset-words.ts'
import { presetWords } from './preset-words.ts'
import type { Question } from './question.ts'

export interface QuarterlySurveyOptions {
  /** The survey's languages, the default one first. Texts ship in English and Vietnamese; another language starts empty. */
  languages: readonly [Language, ...Language[]]
  quarter: Quarter
  /** Who asks, as customers know the company. */
  organisation?: string
}

const RECOMMEND_ID = 'recommend'
const COMMENT_ID = 'do-better'

/**
 * The quarterly survey of a factor model: one page a factor with its attributes and one overall question, then a page
 * with the overall recommendation and one open question. Ids derive from the model, so each quarter's survey asks the same questions (law 1).
 *
 * @example quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } }).pages.length // 7
 */
export function quarterlySurvey(model: FactorModel, options: QuarterlySurveyOptions): SurveyDefinition {
  return presetSurvey('quarterly', model, options)
}

/**
 * The survey of a kind on a factor model, in the words of its kind. Factors that are rated as a whole, without attributes, share one page.
 *
 * @example presetSurvey('product', cuprimdso, { languages: ['en'], quarter: { year: 2026, quarter: 3 } }).pages.length // 2
 */
export function presetSurvey(
  kind: SurveyKind,
  model: FactorModel,
  options: QuarterlySurveyOptions,
): SurveyDefinition {
  const { languages, quarter, organisation } = options
  const only = (text: LocalText) => onlyLanguages(text, languages)
  const words = presetWords(kind, quarter, organisation)
  const whole = model.factors.filter(({ attributes }) => attributes.length === 0)
  const divided = model.factors.filter(({ attributes }) => attributes.length > 0)
  const definition: SurveyDefinition = {
    title: only(words.title),
    languages,
    defaultLanguage: languages[0],
    factorModel: { key: model.key, version: model.version },
    welcome: {},
    thanks: only({
      en: 'They are read by the people who can act on them.',
      vi: 'Những người có thể giải quyết sẽ đọc câu trả lời này.',
    }),
    pages: [
      ...divided.map(factor => factorPage(factor, words.intro, only)),
      ...(whole.length > 0 ? [wholePage(whole, words, only)] : []),
      {
        id: 'closing',
        title: only({ en: 'To finish', vi: 'Phần cuối' }),
        questions: closingQuestions(words, only),
      },
    ],
  }
  return { ...definition, welcome: only(welcomeText(Math.ceil(minutesToAnswer(definition)), words.opening)) }
}

/**
 * The id of the question about a factor, or about one attribute of it.
 *
 * @example factorQuestionId('delivery', 'on-time') // 'delivery_on-time'
 * @example factorQuestionId('delivery', null) // 'delivery_overall'
 */
export function factorQuestionId(factor: string, attribute: string | null): string {
  return `${factor}_${attribute ?? 'overall'}`
}

type Only = (text: LocalText) => LocalText

function rated(factor: Factor, attribute: string | null, text: LocalText): Question {
  return {
    id: factorQuestionId(factor.key, attribute),
    kind: 'satisfaction',
    text,
    required: false,
    offerNotApplicable: true,
    measures: { factor: factor.key, attribute },
  }
}

function factorPage(factor: Factor, intro: LocalText, only: Only): Page {
  return {
    id: factor.key,
    title: only(factor.name),
    intro: only(intro),
    factor: factor.key,
    questions: [
      ...factor.attributes.map(({ key, statement }) => rated(factor, key, only(statement))),
      rated(factor, null, only(factor.overall)),
    ],
  }
}

function wholePage(factors: readonly Factor[], { together, intro }: PresetWords, only: Only): Page {
  return {
    id: 'all-factors',
    title: only(together),
    intro: only(intro),
    questions: factors.map(factor => rated(factor, null, only(factor.overall))),
  }
}

function closingQuestions({ recommend, better }: PresetWords, only: Only): Question[] {
  return [
    {
      id: RECOMMEND_ID,
      kind: 'nps',
      text: only(recommend),
      required: false,
    },
    {
      id: COMMENT_ID,
      kind: 'text',
      text: only(better),
      help: only({
        en: 'A sentence is enough. You may also leave this empty.',
        vi: 'Một câu là đủ. Anh/chị cũng có thể để trống.',
      }),
      required: false,
      long: true,
      maxLength: 2000,
    },
  ]
}

function welcomeText(minutes: number, { en, vi }: LocalText): LocalText {
  return {
    en: `${en} It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Every question may be left out, and your answers are kept as you go.`,
    vi: `${vi} Việc trả lời mất khoảng ${minutes} phút. Anh/chị có thể bỏ qua bất kỳ câu hỏi nào; câu trả lời được lưu ngay khi chọn.`,
  }
}

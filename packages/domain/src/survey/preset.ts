import type { Factor, FactorModel } from '../factor-model.ts'
import type { Language, LocalText } from '../local-text.ts'
import { onlyLanguages } from '../local-text.ts'
import type { Quarter } from '../quarter.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { minutesToAnswer } from './length.ts'
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
  const { languages, quarter, organisation } = options
  const only = (text: LocalText) => onlyLanguages(text, languages)
  const closingPage: Page = {
    id: 'closing',
    title: only({ en: 'To finish', vi: 'Phần cuối' }),
    questions: closingQuestions(only),
  }
  const definition: SurveyDefinition = {
    title: only({
      en: `Quarterly survey, quarter ${quarter.quarter} of ${quarter.year}`,
      vi: `Khảo sát quý ${quarter.quarter} năm ${quarter.year}`,
    }),
    languages,
    defaultLanguage: languages[0],
    factorModel: { key: model.key, version: model.version },
    welcome: {},
    thanks: only({
      en: 'They are read by the people who can act on them.',
      vi: 'Những người có thể giải quyết sẽ đọc câu trả lời này.',
    }),
    pages: [...model.factors.map(factor => factorPage(factor, only)), closingPage],
  }
  return { ...definition, welcome: only(welcomeText(Math.ceil(minutesToAnswer(definition)), organisation)) }
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

function factorPage(factor: Factor, only: (text: LocalText) => LocalText): Page {
  const rated = (attribute: string | null, text: LocalText): Question => ({
    id: factorQuestionId(factor.key, attribute),
    kind: 'satisfaction',
    text: only(text),
    required: false,
    offerNotApplicable: true,
    measures: { factor: factor.key, attribute },
  })
  return {
    id: factor.key,
    title: only(factor.name),
    intro: only({
      en: 'Over the last three months, how satisfied or dissatisfied have you been with each of these?',
      vi: 'Trong ba tháng qua, anh/chị hài lòng hay không hài lòng về từng điểm sau?',
    }),
    factor: factor.key,
    questions: [
      ...factor.attributes.map(attribute => rated(attribute.key, attribute.statement)),
      rated(null, factor.overall),
    ],
  }
}

function closingQuestions(only: (text: LocalText) => LocalText): Question[] {
  return [
    {
      id: RECOMMEND_ID,
      kind: 'nps',
      text: only({
        en: 'All in all, how likely or unlikely are you to recommend us to a colleague or partner?',
        vi: 'Nhìn chung, khả năng anh/chị giới thiệu chúng tôi với đồng nghiệp hoặc đối tác là bao nhiêu?',
      }),
      required: false,
    },
    {
      id: COMMENT_ID,
      kind: 'text',
      text: only({ en: 'What should we do better?', vi: 'Chúng tôi nên làm gì tốt hơn?' }),
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

function welcomeText(minutes: number, organisation: string | undefined): LocalText {
  const en = organisation
    ? `${organisation} asks its customers every quarter how the work together goes.`
    : 'Every quarter we ask our customers how the work together goes.'
  const vi = organisation
    ? `Mỗi quý, ${organisation} xin ý kiến khách hàng về việc hợp tác giữa hai bên.`
    : 'Mỗi quý, chúng tôi xin ý kiến khách hàng về việc hợp tác giữa hai bên.'
  return {
    en: `${en} It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Every question may be left out, and your answers are kept as you go.`,
    vi: `${vi} Việc trả lời mất khoảng ${minutes} phút. Anh/chị có thể bỏ qua bất kỳ câu hỏi nào; câu trả lời được lưu ngay khi chọn.`,
  }
}

import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperation } from '@sixfold/domain/survey/edit'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { reviewer } from '@sixfold/domain/survey/review/reviewer'
import { starterQuestions } from '@sixfold/domain/survey/starter/starter-questions'
import type { Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const PAGES = 20
const ON_A_PAGE = 10
const KEYS = 200

/** The review of 200 questions of every sort in two languages: of the whole, and after each key while a question is typed. */
export const review: Row = {
  name: 'review',
  run: async () => {
    let definition = longSurvey()
    const fresh = Array.from({ length: 20 }, () => timed(() => reviewer()(definition, ibmSix)))
    const live = reviewer()
    const published = definition
    live(definition, ibmSix, { published })
    const words = 'How satisfied are you with our excellent price and quality in the last quarter? '
    const keys = Array.from({ length: KEYS }, (_, at) => {
      definition = typed(definition, words.repeat(3).slice(0, at + 1))
      return timed(() => live(definition, ibmSix, { published }))
    })
    const codes = new Set(live(definition, ibmSix, { published }).map(({ code }) => code))
    if (!codes.has('double_barrelled') || !codes.has('leading'))
      throw new Error('what was typed was not reviewed')
    const what = `${PAGES * ON_A_PAGE} questions in two languages`
    return [
      figure(`${what}, the first time`, fresh[0] ?? Number.NaN),
      figure(`${what} anew, median`, percentile(fresh, 0.5)),
      figure(`${what}, after a key, median`, percentile(keys, 0.5), 'under 20 ms'),
      figure(`${what}, after a key, 95th percentile`, percentile(keys, 0.95)),
    ]
  },
}

function longSurvey(): SurveyDefinition {
  const base = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
  const pages = Array.from({ length: PAGES }, (_, page) => ({
    id: `page-${page}`,
    title: { en: `Page ${page + 1}`, vi: `Trang ${page + 1}` },
    questions: Array.from({ length: ON_A_PAGE }, (_, at) => {
      const entry = starterQuestions[(page * ON_A_PAGE + at) % starterQuestions.length]
      if (!entry) throw new Error('the library is empty')
      return { ...entry.question, id: `q${page}-${at}` }
    }),
  }))
  return { ...base, pages }
}

/** As somebody types the text of the first rating on the tenth page. */
function typed(definition: SurveyDefinition, value: string): SurveyDefinition {
  const question = definition.pages[9]?.questions.find(({ kind }) => kind === 'csat' || kind === 'rating')
  if (!question) throw new Error('the page has no rating')
  const result = applyOperation(definition, {
    op: 'set-question-text',
    question: question.id,
    field: 'text',
    language: 'en',
    value,
  })
  if (!result.ok) throw new Error(result.reason)
  return result.definition
}

function timed(run: () => unknown): number {
  const before = performance.now()
  run()
  return performance.now() - before
}

function figure(what: string, value: number, target?: string) {
  return { row: 'review', figure: what, value: milliseconds(value), ...(target ? { target } : {}) }
}

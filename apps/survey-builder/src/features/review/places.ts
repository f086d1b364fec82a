import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Finding, FindingPlace } from '@sixfold/domain/survey/review/finding'

/** Where pages and questions stand, so that findings can be named and put into the survey's order. */
export interface Places {
  /** `5.3` of a question, `5` of a page, '' of the survey as a whole. */
  numberOf: (place: FindingPlace) => string
  /**
   * The findings in the order in which a customer meets what they are about: those about the whole survey come first, and before
   * all others those about what is selected.
   */
  inOrder: (findings: readonly Finding[], selected?: FindingPlace) => Finding[]
}

/** The places of a survey, looked up once. */
export function placesOf({ pages }: Pick<SurveyDefinition, 'pages'>): Places {
  const numbers = new Map<string, string>()
  const ranks = new Map<string, number>()
  let rank = 0
  const put = (key: string, number: string) => {
    if (numbers.has(key)) return
    rank += 1
    numbers.set(key, number)
    ranks.set(key, rank)
  }
  for (const [at, page] of pages.entries()) {
    put(`page ${page.id}`, String(at + 1))
    for (const [index, { id }] of page.questions.entries()) put(`question ${id}`, `${at + 1}.${index + 1}`)
  }
  const keyOf = ({ page, question }: FindingPlace) =>
    question === undefined ? `page ${page ?? ''}` : `question ${question}`
  return {
    numberOf: place => numbers.get(keyOf(place)) ?? '',
    inOrder: (findings, selected) =>
      findings
        .map(finding => {
          const key = keyOf(finding.place)
          const isSelected = selected !== undefined && ranks.has(key) && key === keyOf(selected)
          return { finding, rank: isSelected ? -1 : (ranks.get(key) ?? 0) }
        })
        .sort((a, b) => a.rank - b.rank)
        .map(({ finding }) => finding),
  }
}

import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { Condition, Jump } from '@sixfold/domain/survey/logic/condition'
import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'

/** One rule of a survey, where it stands: on a page, or on one of its questions. */
export interface MapRule {
  key: string
  page: string
  question: string | null
  kind: 'show' | 'require' | 'jump'
  when: Condition
  /** Where a jump leads. */
  to: Jump['to'] | null
  findings: readonly LogicFinding[]
}

/** Every rule of a survey in the order in which a customer meets them, with what is wrong with each. */
export function rulesOf(definition: SurveyDefinition, findings: readonly LogicFinding[]): MapRule[] {
  return definition.pages.flatMap(page => {
    const rule = (
      question: string | null,
      kind: MapRule['kind'],
      { when, to = null, jump }: { when: Condition | undefined; to?: Jump['to'] | null; jump?: number },
    ): MapRule[] => {
      if (!when) return []
      const setting = ({ show: 'showIf', require: 'requireIf', jump: 'jumps' } as const)[kind]
      const own = findings.filter(
        ({ place }) =>
          place.page === page.id &&
          (place.question ?? null) === question &&
          place.setting === setting &&
          place.jump === jump,
      )
      const key = [page.id, question ?? '', kind, jump ?? ''].join(' ')
      return [{ key, page: page.id, question, kind, when, to, findings: own }]
    }
    return [
      ...rule(null, 'show', { when: page.showIf }),
      ...page.questions.flatMap(({ id, showIf, requireIf }) => [
        ...rule(id, 'show', { when: showIf }),
        ...rule(id, 'require', { when: requireIf }),
      ]),
      ...(page.jumps ?? []).flatMap(({ when, to }, jump) => rule(null, 'jump', { when, to, jump })),
    ]
  })
}

/** Faults that belong to a page or question as a whole: nobody comes to it. */
export function wholeFindings(
  findings: readonly LogicFinding[],
  { page, question }: { page: string; question: string | null },
): LogicFinding[] {
  return findings.filter(
    ({ code, place }) =>
      (code === 'unreachable_page' || code === 'unreachable_question') &&
      place.page === page &&
      (place.question ?? null) === question,
  )
}

export interface MapCounts {
  pages: number
  questions: number
  conditions: number
  jumps: number
  faults: number
}

/** What a sentence about the whole says. Findings of texts are not the map's. */
export function countsOf(definition: SurveyDefinition, findings: readonly LogicFinding[]): MapCounts {
  const rules = rulesOf(definition, findings)
  const jumps = rules.filter(({ kind }) => kind === 'jump').length
  return {
    pages: definition.pages.length,
    questions: questionsOf(definition).filter(({ kind }) => kind !== 'statement').length,
    conditions: rules.length - jumps,
    jumps,
    faults: findings.filter(({ code }) => !code.startsWith('pipe_')).length,
  }
}

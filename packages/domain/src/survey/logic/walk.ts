import type { Answers } from '../answers.ts'
import type { Page, SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import type { Condition, Jump, KnownFacts } from './condition.ts'
import type { Look, Seen } from './evaluate.ts'
import { holds, seenFact, seenIn, UNANSWERED } from './evaluate.ts'

/** What is asked of one respondent, as far as the answers tell. */
export interface Walk {
  /** The ids of the pages that are shown, in order: a page of which nothing is asked is passed over. */
  pages: readonly string[]
  /** The questions that are put, statements too. */
  asked: ReadonlySet<string>
  /** Those of them that must be answered; never a statement. */
  required: ReadonlySet<string>
  /** Whether a rule ended the questionnaire before its last page. */
  ended: boolean
}

/**
 * The way of one respondent through a survey: one pass, forward only, linear in questions and conditions. A condition sees the
 * answers that stand before it; what was not asked, or stands later, is unanswered, whatever `answers` hold.
 *
 * @example walk(definition, { delivery: 2 }, { 'account.country': 'VN' }).pages // ['welcome', 'delivery', 'what-went-wrong']
 */
export function walk({ pages }: SurveyDefinition, answers: Answers, facts: KnownFacts): Walk {
  const met = new Map<string, { question: Question; value: unknown }>()
  const look = lookAt(met, facts)
  const order = new Map(pages.map(({ id }, at) => [id, at]))
  const shown: string[] = []
  const asked = new Set<string>()
  const required = new Set<string>()
  let ended = false
  for (let at = 0; at < pages.length && !ended; ) {
    const page = pages[at] as Page
    at += 1
    if (!allowed(page.showIf, look)) continue
    let empty = true
    for (const question of page.questions) {
      if (!allowed(question.showIf, look)) continue
      empty = false
      asked.add(question.id)
      if (mustAnswer(question, look)) required.add(question.id)
      const { id } = question
      met.set(id, { question, value: Object.hasOwn(answers, id) ? answers[id] : undefined })
    }
    if (empty) continue
    shown.push(page.id)
    const to = jumpTarget(page.jumps, { look, order, from: at })
    if (to === 'end') ended = true
    else at = to
  }
  return { pages: shown, asked, required, ended }
}

/**
 * The answers to what was asked; what was answered on a way that was left again does not count.
 *
 * @example answersOnWay({ q1: 4, q9: 'left behind' }, { asked: new Set(['q1', 'q2']) }) // { q1: 4 }
 */
export function answersOnWay(answers: Answers, { asked }: Pick<Walk, 'asked'>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
}

function lookAt(met: ReadonlyMap<string, { question: Question; value: unknown }>, facts: KnownFacts): Look {
  return (subject): Seen => {
    if ('fact' in subject)
      return Object.hasOwn(facts, subject.fact) ? seenFact(facts[subject.fact]) : UNANSWERED
    const found = met.get(subject.question)
    return found ? seenIn(found.question, found.value, subject.part) : UNANSWERED
  }
}

function allowed(condition: Condition | undefined, look: Look): boolean {
  return !condition || holds(condition, look)
}

function mustAnswer({ kind, required, requireIf }: Question, look: Look): boolean {
  return kind !== 'statement' && (required || (requireIf !== undefined && holds(requireIf, look)))
}

/** Where the first rule that holds leads; rules that lead back or nowhere count for nothing. */
function jumpTarget(
  jumps: readonly Jump[] | undefined,
  { look, order, from }: { look: Look; order: ReadonlyMap<string, number>; from: number },
): number | 'end' {
  for (const { when, to } of jumps ?? []) {
    const target = to === 'end' ? 'end' : (order.get(to.page) ?? -1)
    if ((target === 'end' || target >= from) && holds(when, look)) return target
  }
  return from
}

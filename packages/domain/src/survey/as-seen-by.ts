import type { LocalText } from '../local-text.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { Condition, Jump, KnownFact, KnownFacts } from './logic/condition.ts'
import { KNOWN_FACTS } from './logic/condition.ts'
import { seenFact, testHolds } from './logic/evaluate.ts'
import { pipesOf } from './logic/pipe.ts'
import { partsOf, withParts } from './parts.ts'
import type { Question } from './question.ts'
import { shownParts } from './shown-parts.ts'

export interface Respondent {
  facts: KnownFacts
  /** Decides the order of options: the same for one respondent on every device. */
  seed: string
}

/**
 * A survey as it goes to one respondent's browser: what conditions and texts ask of the customer record is settled, so that
 * the record itself stays here, and options stand in the respondent's order. It leads the same way as the survey itself:
 * `walk(asSeenBy(definition, { facts, seed }), answers, {})` equals `walk(definition, answers, facts)`.
 *
 * @example asSeenBy({ ...definition, welcome: { en: 'Dear {{contact.name|customer}}' } }, { facts: { 'contact.name': 'Lan' }, seed: '1' }).welcome // { en: 'Dear Lan' }
 */
export function asSeenBy(definition: SurveyDefinition, respondent: Respondent): SurveyDefinition {
  const { facts } = respondent
  return {
    ...definition,
    title: settled(definition.title, facts),
    welcome: settled(definition.welcome, facts),
    thanks: settled(definition.thanks, facts),
    pages: definition.pages.map(page => pageSeenBy(page, respondent)),
  }
}

/** What a survey asks of the customer record. */
export function factsUsed(definition: SurveyDefinition): KnownFact[] {
  // A fact's name in another text costs one look at the record, and changes nothing.
  const written = JSON.stringify(definition)
  return KNOWN_FACTS.filter(fact => written.includes(fact))
}

/**
 * The survey as everybody sees it; null where it asks something of the customer record, or has options in an order of
 * one's own.
 *
 * @example seenAlike(definition) // equals asSeenBy(definition, anybody), or is null
 */
export function seenAlike(definition: SurveyDefinition): SurveyDefinition | null {
  const ownOrder = questionsOf(definition).some(question => 'order' in question && question.order !== 'fixed')
  return ownOrder || factsUsed(definition).length > 0 ? null : asSeenBy(definition, { facts: {}, seed: '' })
}

function pageSeenBy({ showIf, jumps, ...page }: Page, respondent: Respondent): Page {
  const { facts } = respondent
  // Nothing that is asked on a page is answered before it is shown.
  const never = neverUntil(page.questions[0]?.id ?? page.id)
  const left = jumps?.flatMap(jump => jumpSettled(jump, facts))
  return {
    ...page,
    title: settled(page.title, facts),
    ...(page.intro ? { intro: settled(page.intro, facts) } : {}),
    ...conditionAs('showIf', showIf, facts, never),
    ...(left && left.length > 0 ? { jumps: left } : {}),
    questions: page.questions.map(question => questionSeenBy(question, respondent)),
  }
}

function questionSeenBy(question: Question, { facts, seed }: Respondent): Question {
  const { showIf, requireIf, ...plain } = textsSettled(question, facts)
  const never = neverUntil(question.id)
  const parts = shownParts(question, seed) as readonly { id: string }[]
  const settledParts = new Map(partsOf(plain as Question)?.parts.map(part => [part.id, part]))
  const ordered = withParts(
    plain as Question,
    parts.flatMap(({ id }) => settledParts.get(id) ?? []),
  )
  return {
    ...ordered,
    ...('order' in ordered ? { order: 'fixed' } : {}),
    ...conditionAs('showIf', showIf, facts, never),
    ...conditionAs('requireIf', requireIf, facts, never),
  } as Question
}

function conditionAs<Name extends string>(
  name: Name,
  condition: Condition | undefined,
  facts: KnownFacts,
  never: Condition,
): { [N in Name]?: Condition } {
  const left = condition && conditionSettled(condition, facts)
  if (left === undefined || (left === true && name === 'showIf')) return {}
  if (left === true) return { [name]: ALWAYS } as { [N in Name]?: Condition }
  return { [name]: left === false ? never : left } as { [N in Name]?: Condition }
}

function jumpSettled({ when, to }: Jump, facts: KnownFacts): Jump[] {
  const left = conditionSettled(when, facts)
  return left === false ? [] : [{ when: left === true ? ALWAYS : left, to }]
}

const ALWAYS: Condition = { join: 'all', tests: [] }

/** Holds only once a question is answered: never, before it is asked. */
function neverUntil(question: string): Condition {
  return { join: 'all', tests: [{ subject: { question }, is: 'answered', values: [] }] }
}

/** What is left to be tested once the facts are known; a verdict where nothing is. */
function conditionSettled({ join, tests }: Condition, facts: KnownFacts): Condition | boolean {
  const decides = join === 'any'
  const left = []
  for (const test of tests) {
    if ('question' in test.subject) left.push(test)
    else if (testHolds(test, seenFact(facts[test.subject.fact])) === decides) return decides
  }
  if (left.length === 0) return tests.length === 0 || !decides
  return { join, tests: left }
}

/** Every text of a question and its parts, whatever it is called. */
function textsSettled<T>(value: T, facts: KnownFacts): T {
  if (typeof value === 'string') return textSettled(value, facts) as T
  if (Array.isArray(value)) return value.map(item => textsSettled(item, facts)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) =>
    key === 'showIf' || key === 'requireIf' ? [key, item] : [key, textsSettled(item, facts)],
  )
  return Object.fromEntries(entries) as T
}

function settled(text: LocalText, facts: KnownFacts): LocalText {
  return textsSettled(text, facts)
}

/** Braces in what stands on record mean nothing, so they are left out. */
function textSettled(text: string, facts: KnownFacts): string {
  let said = text
  for (const { written, subject, instead } of text.includes('{{') ? pipesOf(text) : []) {
    if (!subject || !('fact' in subject)) continue
    const words = (facts[subject.fact] ?? '').replace(/[{}]/g, '').trim()
    said = said.replaceAll(written, () => words || (instead ?? ''))
  }
  return said
}

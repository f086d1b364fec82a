import type { Language, LocalText } from '../local-text.ts'
import type { SurveyDefinition } from './definition.ts'
import type { Question } from './question.ts'
import type { AskedQuestion, ChangeReason, QuestionChange } from './question-change.ts'
import { reasonOfChange, VERDICTS } from './question-change.ts'

export type { ChangeReason, QuestionChange } from './question-change.ts'

/** By question id, for every question of either version; one that another continues under a new id is left out. */
export type QuestionChanges = Readonly<Record<string, QuestionChange>>

/** Which question of the version before another one continues under a new id: new id → old id. */
export type Continues = Readonly<Record<string, string>>

/** What became of one question, as the versions themselves tell it. */
export interface ProposedChange {
  /** Its id in the new version; in the old one where it was dropped. */
  question: string
  /** The question of the version before that it is compared with; null where it is new. */
  earlier: string | null
  change: QuestionChange
  reason: ChangeReason
  /** What the author may say instead, the proposal among them. */
  allowed: readonly QuestionChange[]
}

/**
 * Proposes for every question what became of it: those of the new version in their order, then the dropped ones. With no version
 * before, every question is new.
 *
 * @example proposeChanges(before, after)[0] // { question: 'q1', earlier: 'q1', change: 'reworded', reason: 'wording', allowed: ['same', 'reworded', 'new'] }
 */
export function proposeChanges(
  before: SurveyDefinition | null,
  after: SurveyDefinition,
  continues: Continues = {},
): ProposedChange[] {
  const old = askedQuestions(before)
  const languages = sharedLanguages(before, after)
  const seen = new Set<string>()
  const proposals = [...askedQuestions(after)].map(([id, asked]) => {
    const earlier = continues[id] ?? id
    const was = old.get(earlier)
    if (!was) return proposal(id, null, 'no_earlier')
    seen.add(earlier)
    return proposal(id, earlier, reasonOfChange(was, asked, languages))
  })
  const dropped = [...old.keys()].filter(id => !seen.has(id)).map(id => proposal(id, id, 'left_out'))
  return [...proposals, ...dropped]
}

/**
 * What became of each question, as it is proposed.
 *
 * @example compareVersions(null, survey) // { q1: 'new', q2: 'new' }
 */
export function compareVersions(before: SurveyDefinition | null, after: SurveyDefinition): QuestionChanges {
  return Object.fromEntries(proposeChanges(before, after).map(({ question, change }) => [question, change]))
}

/** What the author of a version says about its questions; where they say nothing, the proposal stands. */
export interface VersionVerdicts {
  changes?: QuestionChanges
  continues?: Continues
}

export interface VerdictFault {
  question: string
  fault: 'unknown_question' | 'change_not_allowed' | 'cannot_continue'
}

export type DecidedChanges =
  | { ok: true; changes: QuestionChanges; continues: Continues }
  | { ok: false; faults: VerdictFault[] }

/**
 * The changes that a new version is stored with. A verdict that the questions themselves contradict is refused: another kind is
 * never the same, and only a question that is gone can be continued, once, by a new one of its kind.
 */
export function decideChanges(
  before: SurveyDefinition | null,
  after: SurveyDefinition,
  { changes = {}, continues = {} }: VersionVerdicts,
): DecidedChanges {
  const broken = continuationFaults(before, after, continues)
  if (broken.length > 0) return { ok: false, faults: broken }
  const proposals = new Map(proposeChanges(before, after, continues).map(one => [one.question, one]))
  const faults = Object.entries(changes).flatMap(([question, change]): VerdictFault[] => {
    const proposed = proposals.get(question)
    if (!proposed) return [{ question, fault: 'unknown_question' }]
    return proposed.allowed.includes(change) ? [] : [{ question, fault: 'change_not_allowed' }]
  })
  if (faults.length > 0) return { ok: false, faults }
  const decided = [...proposals.values()].map(({ question, change }) => [
    question,
    changes[question] ?? change,
  ])
  return { ok: true, changes: Object.fromEntries(decided), continues }
}

/** Every question with the introduction of its page, by id, in the order in which a customer meets them. */
export function askedQuestions(definition: SurveyDefinition | null): Map<string, AskedQuestion> {
  const pages = definition?.pages ?? []
  return new Map(
    pages.flatMap(({ intro, questions }) =>
      questions.map((question): [string, AskedQuestion] => [question.id, asked(question, intro)]),
    ),
  )
}

/** The languages that both versions ask in. */
export function sharedLanguages(before: SurveyDefinition | null, after: SurveyDefinition): Language[] {
  return after.languages.filter(language => before?.languages.includes(language))
}

function asked(question: Question, intro: LocalText | undefined): AskedQuestion {
  return { question, intro }
}

function proposal(question: string, earlier: string | null, reason: ChangeReason): ProposedChange {
  return { question, earlier, reason, ...VERDICTS[reason] }
}

function continuationFaults(
  before: SurveyDefinition | null,
  after: SurveyDefinition,
  continues: Continues,
): VerdictFault[] {
  const [old, now] = [askedQuestions(before), askedQuestions(after)]
  const taken = new Set<string>()
  return Object.entries(continues).flatMap(([question, earlier]): VerdictFault[] => {
    const [was, is] = [old.get(earlier), now.get(question)]
    if (!is) return [{ question, fault: 'unknown_question' }]
    const fits =
      was?.question.kind === is.question.kind &&
      !old.has(question) &&
      !now.has(earlier) &&
      !taken.has(earlier)
    taken.add(earlier)
    return fits ? [] : [{ question, fault: 'cannot_continue' }]
  })
}

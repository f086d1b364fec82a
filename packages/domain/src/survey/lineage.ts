import type { SurveyDefinition } from './definition.ts'
import { partKey } from './definition.ts'
import type { ChangeReason, QuestionChange } from './question-change.ts'
import { reasonOfRowChange, VERDICTS } from './question-change.ts'
import type { ProposedChange, VersionVerdicts } from './versions.ts'
import { askedQuestions, proposeChanges, sharedLanguages } from './versions.ts'

/** Where something that is counted comes from: a question, or a row of a grid. */
export interface ItemLine {
  change: Exclude<QuestionChange, 'dropped'>
  /** Its key in the earlier version; null where it begins here. */
  earlier: string | null
}

/** By key: questions by id, rows of a grid by `question:row`. */
export type ItemLines = Readonly<Record<string, ItemLine>>

/** A version and what its author said about the one before it. */
export interface VersionStep extends VersionVerdicts {
  definition: SurveyDefinition
}

/**
 * How everything that `steps` end with stands to `before`: the verdicts of all versions between them count, and the gravest one
 * wins. Words that came back exactly as they were are the same, whatever lay between.
 *
 * @param steps The versions after `before`, the oldest first, each made on the one before it.
 * @example itemLines(q1, [{ definition: q2, changes: { recommend: 'same' } }]).recommend // { change: 'same', earlier: 'recommend' }
 */
export function itemLines(before: SurveyDefinition, steps: readonly VersionStep[]): ItemLines {
  const last = steps.at(-1)
  if (!last) return stepLines(before, { definition: before }).lines
  const direct = stepLines(before, { definition: last.definition })
  let lines: ItemLines | null = null
  let definition = before
  for (const step of steps) {
    const next = stepLines(definition, step).lines
    lines = lines ? joined(lines, next) : next
    definition = step.definition
  }
  const unchanged = Object.entries(direct.lines).filter(([key]) => direct.unchanged.has(key))
  return { ...lines, ...Object.fromEntries(unchanged) }
}

/** Follows each line of the later step through the earlier one. */
function joined(earlier: ItemLines, later: ItemLines): ItemLines {
  return Object.fromEntries(
    Object.entries(later).map(([key, line]) => {
      const through = line.earlier === null ? undefined : earlier[line.earlier]
      if (!through) return [key, BEGINS]
      const change = graver(line.change, through.change)
      return [key, change === 'new' ? BEGINS : { change, earlier: through.earlier }]
    }),
  )
}

const BEGINS: ItemLine = { change: 'new', earlier: null }

function stepLines(
  before: SurveyDefinition,
  { definition: after, changes = {}, continues = {} }: VersionStep,
): { lines: ItemLines; unchanged: ReadonlySet<string> } {
  const [old, now] = [askedQuestions(before), askedQuestions(after)]
  const languages = sharedLanguages(before, after)
  const lines: Record<string, ItemLine> = {}
  const unchanged = new Set<string>()
  const put = (key: string, line: ItemLine, reason: ChangeReason) => {
    lines[key] = line
    if (reason === 'unchanged') unchanged.add(key)
  }
  for (const proposed of proposeChanges(before, after, continues)) {
    const { question, earlier, reason } = proposed
    if (reason === 'left_out') continue
    const verdict = changes[question] ?? proposed.change
    put(question, lineOf(verdict, earlier), reason)
    const is = now.get(question)
    if (is?.question.kind !== 'grid') continue
    const was = earlier === null ? undefined : old.get(earlier)
    for (const { id: row } of is.question.rows) {
      const rowReason = was ? reasonOfRowChange(was, is, row, languages) : 'no_earlier'
      const change = rowVerdict(rowReason, verdict, proposed)
      put(partKey(question, row), lineOf(change, earlier === null ? null : partKey(earlier, row)), reason)
    }
  }
  return { lines, unchanged }
}

/** A row follows what is said of its grid, save that a row that was not there, or measured something else, is never the same. */
function rowVerdict(
  reason: ChangeReason,
  verdict: QuestionChange,
  { change }: ProposedChange,
): QuestionChange {
  const own = VERDICTS[reason].change
  if (verdict === change) return own
  return verdict === 'same' ? (own === 'new' ? 'new' : 'same') : graver(own, verdict)
}

function lineOf(change: QuestionChange, earlier: string | null): ItemLine {
  return change === 'same' || change === 'reworded' ? { change, earlier } : BEGINS
}

function graver(a: QuestionChange, b: QuestionChange): ItemLine['change'] {
  if (a === 'new' || b === 'new' || a === 'dropped' || b === 'dropped') return 'new'
  return a === 'reworded' || b === 'reworded' ? 'reworded' : 'same'
}

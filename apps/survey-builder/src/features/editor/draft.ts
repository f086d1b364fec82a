import type { SurveyDraft } from '@sixfold/contract/surveys'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperations } from '@sixfold/domain/survey/edit'
import type { Clash } from '@sixfold/domain/survey/merge'
import { applyWhatFits, mergeOperations } from '@sixfold/domain/survey/merge'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { HistoryStep } from './draft-history.ts'
import { doStep, goesOn, repeatSteps, withLost } from './draft-history.ts'

/** Both changed the same things; nothing is saved until somebody chooses. */
export interface Conflict {
  theirs: SurveyDraft
  kept: readonly SurveyOperation[]
  clashes: readonly Clash[]
  /** Mine is work that was kept on this device, older than everything in the history. */
  returned: boolean
}

/** What the editor holds: the survey as the server has it, and on top of it what is not saved yet. */
export interface Draft {
  saved: SurveyDraft
  definition: SurveyDefinition
  /** In order; the first `sending` are on their way. */
  pending: readonly SurveyOperation[]
  sending: number
  past: readonly HistoryStep[]
  future: readonly HistoryStep[]
  conflict: Conflict | null
  /** The last undo or redo was refused: who had changed the same since; null where its place is gone. */
  refusal: { lostTo: string | null } | null
}

export type DraftEvent =
  /** At this many milliseconds; changes of one text that follow closely are one step of undo. */
  | { type: 'edited'; operations: readonly SurveyOperation[]; at: number }
  | { type: 'undone' }
  | { type: 'redone' }
  | { type: 'sent'; count: number }
  | { type: 'acknowledged'; saved: SurveyDraft }
  | { type: 'not sent' }
  /** Somebody else's save. */
  | { type: 'arrived'; theirs: SurveyDraft }
  /** The keys of the clashes in which mine stays. */
  | { type: 'chosen'; mine: ReadonlySet<string>; at: number }
  /** Work that was kept on this device, made on `base`. Only while nothing else is pending. */
  | { type: 'returned'; base: SurveyDraft; operations: readonly SurveyOperation[]; at: number }
  /** All that is not saved is given up. */
  | { type: 'discarded' }

export function openDraft(saved: SurveyDraft): Draft {
  return { ...bare(saved), past: [], future: [], refusal: null }
}

/** The draft after an event. An operation that does not apply changes nothing. */
export function nextDraft(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case 'edited':
      return draft.conflict ? draft : edited(draft, event)
    case 'undone':
      return draft.conflict ? draft : undone(draft)
    case 'redone':
      return draft.conflict ? draft : redone(draft)
    case 'sent':
      return { ...draft, sending: event.count }
    case 'not sent':
      return { ...draft, sending: 0 }
    case 'acknowledged':
      return acknowledged(draft, event.saved)
    case 'arrived':
      return arrived({ ...draft, sending: 0 }, event.theirs)
    case 'chosen':
      return draft.conflict ? chosen(draft, draft.conflict, event) : draft
    case 'returned':
      return returned(draft, event)
    case 'discarded':
      return openDraft(draft.conflict?.theirs ?? draft.saved)
    default:
      return event satisfies never
  }
}

/** The draft as it stands once the batch that is on its way is saved; what comes after it is made on this. */
export function afterBatch(saved: SurveyDraft, batch: readonly SurveyOperation[]): SurveyDraft {
  const { definition } = applyWhatFits(saved.definition, batch)
  return { ...saved, definition, revision: saved.revision + 1 }
}

function edited(draft: Draft, { operations, at }: Extract<DraftEvent, { type: 'edited' }>): Draft {
  const done = doStep(draft.definition, operations, at)
  if (!done) return draft
  const { definition, step } = done
  const last = draft.future.length === 0 ? draft.past.at(-1) : undefined
  const onGoing = goesOn(last, step)
  // A text that is still being typed replaces its own earlier state, as long as that has not left.
  const replaces =
    onGoing && draft.pending.length > draft.sending && draft.pending.at(-1) === last.redo[0]?.operation
  return {
    ...draft,
    definition,
    pending: [
      ...(replaces ? draft.pending.slice(0, -1) : draft.pending),
      ...step.redo.map(({ operation }) => operation),
    ],
    past: onGoing ? [...draft.past.slice(0, -1), { ...step, undo: last.undo }] : [...draft.past, step],
    future: [],
    refusal: null,
  }
}

function undone(draft: Draft): Draft {
  const step = draft.past.at(-1)
  if (!step) return draft
  const past = draft.past.slice(0, -1)
  const repeated = step.lostTo === null ? repeatSteps(draft.definition, step.undo) : null
  if (!repeated) return { ...draft, past, refusal: { lostTo: step.lostTo } }
  return {
    ...draft,
    definition: repeated.definition,
    pending: withoutTail(draft, step, repeated.definition) ?? [...draft.pending, ...repeated.operations],
    past,
    future: [step, ...draft.future],
    refusal: null,
  }
}

/** What has not left yet need not be taken back, only left out, where that comes to the same. */
function withoutTail(
  { saved, pending, sending }: Draft,
  { redo }: HistoryStep,
  expected: SurveyDefinition,
): readonly SurveyOperation[] | null {
  const start = pending.length - redo.length
  if (start < sending || !redo.every(({ operation }, at) => operation === pending[start + at])) return null
  const rest = pending.slice(0, start)
  const left = applyOperations(saved.definition, rest)
  return left.ok && canonicalJson(left.definition) === canonicalJson(expected) ? rest : null
}

function redone(draft: Draft): Draft {
  const [step, ...future] = draft.future
  if (!step) return draft
  const repeated = step.lostTo === null ? repeatSteps(draft.definition, step.redo) : null
  if (!repeated) return { ...draft, future, refusal: { lostTo: step.lostTo } }
  return {
    ...draft,
    definition: repeated.definition,
    pending: [...draft.pending, ...repeated.operations],
    past: [...draft.past, step],
    future,
    refusal: null,
  }
}

/** A batch that came a second time is answered with what others made of it since: that is carried over like any save of theirs. */
function acknowledged(draft: Draft, saved: SurveyDraft): Draft {
  const batch = draft.pending.slice(0, draft.sending)
  const base = afterBatch(draft.saved, batch)
  const rest = { ...draft, saved: base, sending: 0, pending: draft.pending.slice(draft.sending) }
  return saved.revision === base.revision ? { ...rest, saved } : arrived(rest, saved)
}

/** Somebody saved first: what does not touch their changes is carried over, about the rest a person decides. */
function arrived(draft: Draft, theirs: SurveyDraft): Draft {
  const { kept, clashes } = mergeOperations({
    base: draft.saved.definition,
    current: theirs.definition,
    operations: draft.pending,
  })
  if (clashes.length > 0)
    return { ...draft, conflict: { theirs, kept, clashes, returned: draft.conflict?.returned ?? false } }
  return standOn(theirs, draft, kept)
}

function chosen(
  draft: Draft,
  { theirs, kept, clashes, returned }: Conflict,
  { mine, at }: { mine: ReadonlySet<string>; at: number },
): Draft {
  const onTheirs = returned
    ? edited({ ...draft, ...bare(theirs) }, { type: 'edited', operations: kept, at })
    : standOn(theirs, draft, kept)
  const choices = clashes.filter(({ key }) => mine.has(key)).flatMap(({ choice }) => choice ?? [])
  // What mine overwrites is theirs: undo brings that back, not what was there before both.
  return edited(onTheirs, { type: 'edited', operations: choices, at })
}

function returned(draft: Draft, { base, operations, at }: Extract<DraftEvent, { type: 'returned' }>): Draft {
  if (draft.pending.length > 0 || draft.conflict) return draft
  const { definition, applied } = applyWhatFits(base.definition, operations)
  const resumed: Draft = { ...draft, saved: base, definition, pending: applied }
  const result = arrived(resumed, draft.saved)
  if (result.conflict) return { ...result, conflict: { ...result.conflict, returned: true } }
  return edited(draft, { type: 'edited', operations: result.pending, at })
}

/** A survey with nothing pending on it. */
function bare(saved: SurveyDraft): Pick<Draft, 'saved' | 'definition' | 'pending' | 'sending' | 'conflict'> {
  return { saved, definition: saved.definition, pending: [], sending: 0, conflict: null }
}

function standOn(saved: SurveyDraft, draft: Draft, pending: readonly SurveyOperation[]): Draft {
  const whole = applyOperations(saved.definition, pending)
  const { definition, applied } = whole.ok
    ? { definition: whole.definition, applied: pending }
    : applyWhatFits(saved.definition, pending)
  const change = { base: draft.saved.definition, current: saved.definition }
  const moved = draft.saved.revision !== saved.revision
  const by = saved.updatedBy
  return {
    ...draft,
    saved,
    definition,
    pending: applied,
    past: moved ? withLost(draft.past, 'undo', change, by) : draft.past,
    future: moved ? withLost(draft.future, 'redo', change, by) : draft.future,
    conflict: null,
  }
}

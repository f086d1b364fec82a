import type { SurveyDraft } from '@sixfold/contract/surveys'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperation, applyOperations } from '@sixfold/domain/survey/edit'
import type { Clash } from '@sixfold/domain/survey/merge'
import { mergeOperations, operationTarget } from '@sixfold/domain/survey/merge'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { undoOf } from '@sixfold/domain/survey/undo'

/** One step of undo: what takes it back, and what does it again. */
interface Step {
  undo: SurveyOperation
  redo: SurveyOperation
  /** Milliseconds, of the last change in it. */
  at: number
}

/** Both changed the same things; nothing is saved until somebody chooses. */
export interface Conflict {
  theirs: SurveyDraft
  kept: readonly SurveyOperation[]
  clashes: readonly Clash[]
}

/** What the editor holds: the survey as the server has it, and on top of it what is not saved yet. */
export interface Draft {
  saved: SurveyDraft
  definition: SurveyDefinition
  /** In order; the first `sending` are on their way. */
  pending: readonly SurveyOperation[]
  sending: number
  past: readonly Step[]
  future: readonly Step[]
  conflict: Conflict | null
}

export type DraftEvent =
  | { type: 'edited'; operation: SurveyOperation; at: number }
  | { type: 'undone' }
  | { type: 'redone' }
  | { type: 'sent'; count: number }
  | { type: 'acknowledged'; saved: SurveyDraft }
  | { type: 'not sent' }
  | { type: 'conflicted'; theirs: SurveyDraft }
  | { type: 'chosen'; mine: readonly SurveyOperation[] }

/** Changes of one text within this time are one step of undo. */
const ONE_STEP_MS = 2_000

export function openDraft(saved: SurveyDraft): Draft {
  return {
    saved,
    definition: saved.definition,
    pending: [],
    sending: 0,
    past: [],
    future: [],
    conflict: null,
  }
}

/** The draft after an event. An operation that does not apply changes nothing. */
export function nextDraft(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case 'edited':
      return edited(draft, event.operation, event.at)
    case 'undone': {
      const step = draft.past.at(-1)
      if (!step) return draft
      const past = draft.past.slice(0, -1)
      const after = withOperation(draft, step.undo)
      return after ? { ...after, past, future: [step, ...draft.future] } : { ...draft, past }
    }
    case 'redone': {
      const [step, ...future] = draft.future
      if (!step) return draft
      const after = withOperation(draft, step.redo)
      return after ? { ...after, past: [...draft.past, step], future } : { ...draft, future }
    }
    case 'sent':
      return { ...draft, sending: event.count }
    case 'not sent':
      return { ...draft, sending: 0 }
    case 'acknowledged':
      return standOn(event.saved, { ...draft, sending: 0 }, draft.pending.slice(draft.sending))
    case 'conflicted':
      return conflicted({ ...draft, sending: 0 }, event.theirs)
    case 'chosen':
      return draft.conflict
        ? standOn(draft.conflict.theirs, draft, [...draft.conflict.kept, ...event.mine])
        : draft
    default:
      return event satisfies never
  }
}

function edited(draft: Draft, operation: SurveyOperation, at: number): Draft {
  const undo = undoOf(draft.definition, operation)
  const after = undo && withOperation(draft, operation)
  if (!after) return draft
  const last = draft.past.at(-1)
  const continues =
    last !== undefined &&
    draft.future.length === 0 &&
    isText(operation) &&
    at - last.at < ONE_STEP_MS &&
    operationTarget(last.redo) === operationTarget(operation)
  const step: Step = { undo: continues ? last.undo : undo, redo: operation, at }
  return { ...after, past: [...(continues ? draft.past.slice(0, -1) : draft.past), step], future: [] }
}

/** Adds an operation to what is to be saved; a text that is still being typed replaces its own earlier state. */
function withOperation(draft: Draft, operation: SurveyOperation): Draft | null {
  const result = applyOperation(draft.definition, operation)
  if (!result.ok) return null
  const last = draft.pending.length > draft.sending ? draft.pending.at(-1) : undefined
  const replaces = last && isText(operation) && operationTarget(last) === operationTarget(operation)
  const pending = [...(replaces ? draft.pending.slice(0, -1) : draft.pending), operation]
  return { ...draft, definition: result.definition, pending }
}

/** Somebody saved first: what does not touch their changes is carried over, about the rest a person decides. */
function conflicted(draft: Draft, theirs: SurveyDraft): Draft {
  const { kept, clashes } = mergeOperations({
    base: draft.saved.definition,
    current: theirs.definition,
    operations: draft.pending,
  })
  if (clashes.length === 0) return standOn(theirs, draft, kept)
  return { ...draft, conflict: { theirs, kept, clashes } }
}

function standOn(saved: SurveyDraft, draft: Draft, pending: readonly SurveyOperation[]): Draft {
  const whole = applyOperations(saved.definition, pending)
  const fitting = whole.ok ? pending : pending.slice(0, whole.at)
  const result = whole.ok ? whole : applyOperations(saved.definition, fitting)
  return {
    ...draft,
    saved,
    definition: result.ok ? result.definition : saved.definition,
    pending: fitting,
    conflict: null,
  }
}

function isText(operation: SurveyOperation): boolean {
  return 'value' in operation
}

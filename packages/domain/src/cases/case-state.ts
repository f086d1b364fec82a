import { requireInstant } from '../checks.ts'

/**
 * `open`: nobody has taken it up. `in_work`. `waiting`: for the customer. `resolved`: we think so, and the customer was
 * asked. `closed`: the customer said so, or staff recorded why nobody could ask. `merged`: it goes on in another case.
 */
export const CASE_STATES = ['open', 'in_work', 'waiting', 'resolved', 'closed', 'merged'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** Why staff may close a case that its customer did not confirm. */
export const CLOSING_REASONS = [
  /** The customer said to a colleague that it is solved. */
  'said_so',
  'withdrawn',
  'silent',
  'left_company',
  'not_ours',
  /** No person is behind it, or one who did not want to hear from us. */
  'nobody_to_ask',
  'erased',
] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/** What was found and done. A case is not resolved without it. */
export interface Resolution {
  /** An entry of the taxonomy of root causes. */
  cause: string
  factor: string
  /** What the customer is told, in plain words. */
  told: string
}

export interface CaseStanding {
  state: CaseState
  /** How often it was resolved: a customer's verdict is on one of these rounds. */
  round: number
  acknowledgedAt: Date | null
  resolution: Resolution | null
  resolvedAt: Date | null
  /** When the customer was told of this resolution; null: not yet. */
  toldAt: Date | null
  /** `reason` null: the customer confirmed. */
  closed: { at: Date; reason: ClosingReason | null; note: string } | null
  mergedInto: string | null
}

export type CaseStep =
  | { step: 'acknowledge' }
  | { step: 'wait' }
  | { step: 'go_on' }
  | { step: 'resolve'; resolution: Resolution }
  /** The customer was told what was done in one round. */
  | { step: 'told'; round: number }
  /** The customer's verdict on what was told in one round. */
  | { step: 'confirm'; round: number }
  | { step: 'dispute'; round: number }
  /** Staff take it up again, for a reason that is kept in the timeline. */
  | { step: 'reopen'; note: string }
  | { step: 'close'; reason: ClosingReason; note: string }
  | { step: 'merge'; into: string }

export type StepFault =
  | 'wrong_state'
  /** The verdict is on a round that is over: the case was reopened or resolved anew since. */
  | 'superseded'
  | 'no_cause'
  | 'no_factor'
  | 'nothing_told'
  | 'no_note'
  | 'too_soon'
  | 'has_customer'
  | 'into_itself'

export type StepResult = { ok: true; standing: CaseStanding } | { ok: false; reason: StepFault }

/** A customer who was told and says nothing has this long before staff may close for silence. */
export const VERDICT_DAYS = 14

const DAY = 86_400_000

/** From which states a step leads anywhere. */
const FROM: Record<CaseStep['step'], readonly CaseState[]> = {
  acknowledge: ['open'],
  wait: ['open', 'in_work'],
  go_on: ['waiting'],
  resolve: ['open', 'in_work', 'waiting'],
  told: ['resolved'],
  confirm: ['resolved'],
  dispute: ['resolved', 'closed'],
  reopen: ['resolved', 'closed'],
  close: ['open', 'in_work', 'waiting', 'resolved'],
  merge: ['open', 'in_work', 'waiting', 'resolved'],
}

/** @example openCase().state // 'open' */
export function openCase(): CaseStanding {
  return {
    state: 'open',
    round: 0,
    acknowledgedAt: null,
    resolution: null,
    resolvedAt: null,
    toldAt: null,
    closed: null,
    mergedInto: null,
  }
}

/**
 * What a step makes of a case. It is closed only by its customer's word or by staff with a recorded reason and note; a
 * customer may dispute a closed case too.
 *
 * @param about.id The case's own id: it cannot be merged into itself.
 * @param about.hasCustomer Whether there is somebody to ask; by default there is.
 * @example stepCase(resolved, { step: 'confirm', round: 1 }, { id, at }) // { ok: true, standing: { state: 'closed', ... } }
 */
export function stepCase(
  before: CaseStanding,
  step: CaseStep,
  about: { id: string; at: Date; hasCustomer?: boolean },
): StepResult {
  const { at } = about
  requireInstant('at', at)
  // A late verdict is on an earlier round whatever the state is now: it is told so, and changes nothing.
  if ('round' in step && step.round !== before.round) return { ok: false, reason: 'superseded' }
  if (!FROM[step.step].includes(before.state))
    return { ok: false, reason: step.step === 'confirm' ? lateVerdict(before) : 'wrong_state' }
  const fault = faultOf(before, step, about)
  return fault === null ? { ok: true, standing: moved(before, step, at) } : { ok: false, reason: fault }
}

/** Steps that a case in this state can take, for buttons. */
export function stepsFrom(state: CaseState): CaseStep['step'][] {
  return (Object.keys(FROM) as CaseStep['step'][]).filter(step => FROM[step].includes(state))
}

export function isOver(state: CaseState): boolean {
  return state === 'closed' || state === 'merged'
}

/** The round is the last one, and yet it is not waiting for a verdict: it was taken up again, or is over. */
const lateVerdict = ({ state }: CaseStanding): StepFault =>
  state === 'closed' || state === 'merged' ? 'wrong_state' : 'superseded'

function faultOf(
  before: CaseStanding,
  step: CaseStep,
  { id, at, hasCustomer = true }: { id: string; at: Date; hasCustomer?: boolean },
): StepFault | null {
  if (step.step === 'resolve') return resolutionFault(step.resolution)
  if (step.step === 'reopen') return step.note.trim() === '' ? 'no_note' : null
  if (step.step === 'merge') return step.into === id ? 'into_itself' : null
  if (step.step !== 'close') return null
  if (step.note.trim() === '') return 'no_note'
  if (step.reason === 'nobody_to_ask') return hasCustomer ? 'has_customer' : null
  return step.reason === 'silent' && !wasSilent(before, at) ? 'too_soon' : null
}

function resolutionFault({ cause, factor, told }: Resolution): StepFault | null {
  if (cause === '') return 'no_cause'
  if (factor === '') return 'no_factor'
  return told.trim() === '' ? 'nothing_told' : null
}

function wasSilent({ state, toldAt }: CaseStanding, at: Date): boolean {
  return state === 'resolved' && toldAt !== null && at.getTime() - toldAt.getTime() >= VERDICT_DAYS * DAY
}

function moved(before: CaseStanding, step: CaseStep, at: Date): CaseStanding {
  const after = { ...before, acknowledgedAt: before.acknowledgedAt ?? at }
  switch (step.step) {
    case 'acknowledge':
    case 'go_on':
      return { ...after, state: 'in_work' }
    case 'wait':
      return { ...after, state: 'waiting' }
    case 'resolve':
      return {
        ...after,
        state: 'resolved',
        round: before.round + 1,
        resolution: step.resolution,
        resolvedAt: at,
        toldAt: null,
      }
    case 'told':
      return { ...before, toldAt: before.toldAt ?? at }
    case 'confirm':
      return { ...after, state: 'closed', closed: { at, reason: null, note: '' } }
    case 'dispute':
    case 'reopen':
      return { ...after, state: 'in_work', closed: null, resolvedAt: null, toldAt: null }
    case 'close':
      return { ...after, state: 'closed', closed: { at, reason: step.reason, note: step.note.trim() } }
    case 'merge':
      return { ...before, state: 'merged', mergedInto: step.into }
  }
}

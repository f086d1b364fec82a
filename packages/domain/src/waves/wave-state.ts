/**
 * `draft`: planned, nobody is asked. `scheduled`: who is asked is frozen, it opens at its time. `paused`: nothing leaves, links still take
 * answers. `closed`: links take no more. `archived`: closed, and out of the way of what goes on.
 */
export const WAVE_STATES = ['draft', 'scheduled', 'running', 'paused', 'closed', 'archived'] as const
export type WaveState = (typeof WAVE_STATES)[number]

export type WaveStep =
  | 'change'
  | 'discard'
  | 'schedule'
  | 'open'
  | 'pause'
  | 'resume'
  | 'extend'
  | 'close'
  | 'archive'

const from: Readonly<Record<WaveStep, readonly WaveState[]>> = {
  change: ['draft'],
  discard: ['draft'],
  schedule: ['draft'],
  open: ['scheduled'],
  pause: ['running'],
  resume: ['paused'],
  extend: ['scheduled', 'running', 'paused'],
  close: ['scheduled', 'running', 'paused'],
  archive: ['closed'],
}

/**
 * The states in which a wave can take a step.
 *
 * @example statesBefore('resume') // ['paused']
 */
export function statesBefore(step: WaveStep): readonly WaveState[] {
  return from[step]
}

/**
 * Whether a wave in this state can take a step.
 *
 * @example mayStep('draft', 'close') // false
 */
export function mayStep(state: WaveState, step: WaveStep): boolean {
  return from[step].includes(state)
}

/** Whether a wave stands in the way of another one of its survey in its regions: from its launch to its end. */
export function isOpen(state: WaveState): boolean {
  return state === 'scheduled' || state === 'running' || state === 'paused'
}

import type { WaveState } from '../waves/wave-state.ts'

/** `early`: its wave has not opened yet. `full`: a quota that everybody who comes by it needs a place in is filled. */
export const OPEN_LINK_STATES = ['open', 'early', 'full', 'ended', 'revoked'] as const
export type OpenLinkState = (typeof OPEN_LINK_STATES)[number]

/**
 * Whether somebody may begin with an open link now, and why not. A paused wave still takes answers. Who began earlier goes on,
 * whatever becomes of the link, until the wave ends.
 *
 * @example openLinkState({ wave: 'running', revoked: false, endsAt: null, full: false, now }) // 'open'
 */
export function openLinkState(link: {
  wave: WaveState
  revoked: boolean
  endsAt: Date | null
  full: boolean
  now: Date
}): OpenLinkState {
  const { wave, revoked, endsAt, full, now } = link
  if (revoked) return 'revoked'
  if (wave === 'closed' || wave === 'archived' || (endsAt !== null && endsAt <= now)) return 'ended'
  if (wave === 'draft' || wave === 'scheduled') return 'early'
  return full ? 'full' : 'open'
}

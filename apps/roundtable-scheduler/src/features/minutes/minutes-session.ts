import { applyEdits } from '@sixfold/domain/minutes/apply-edits'
import type { MinutesBlock, MinutesEdit } from '@sixfold/domain/minutes/blocks'
import { editsBetween } from '@sixfold/domain/minutes/edits-between'

/** What is on its way to the server; it is sent again as it is until an answer comes. */
export interface Sending {
  edits: readonly MinutesEdit[]
  /** What stood on the screen when it left. */
  blocks: readonly MinutesBlock[]
  number: number
}

/** The minutes in one tab: what the server has, what stands on the screen, and what is on its way. */
export interface MinutesSession {
  revision: number
  base: readonly MinutesBlock[]
  mine: readonly MinutesBlock[]
  sending: Sending | null
  /** Of the last save. */
  number: number
}

interface Stored {
  revision: number
  blocks: readonly MinutesBlock[]
}

export function openSession({ revision, blocks }: Stored): MinutesSession {
  return { revision, base: blocks, mine: blocks, sending: null, number: 0 }
}

export function written(session: MinutesSession, mine: readonly MinutesBlock[]): MinutesSession {
  return { ...session, mine }
}

export function isSaved({ base, mine, sending }: MinutesSession): boolean {
  return sending === null && editsBetween(base, mine).length === 0
}

/** Takes what is not saved to be sent; the session itself while something is on its way or nothing is new. */
export function begunSaving(session: MinutesSession): MinutesSession {
  const edits = session.sending ? [] : editsBetween(session.base, session.mine)
  if (edits.length === 0) return session
  const number = session.number + 1
  return { ...session, number, sending: { edits, blocks: session.mine, number } }
}

/** The answer to a save: what others wrote is in it, and what was typed since stands on top. */
export function saved(session: MinutesSession, stored: Stored): MinutesSession {
  const { sending } = session
  if (!sending) return heard(session, stored)
  const since = editsBetween(sending.blocks, session.mine)
  return { ...onTop(session, stored, since), sending: null }
}

/** What others saved; while a save of one's own is on its way, its answer brings it. */
export function heard(session: MinutesSession, stored: Stored): MinutesSession {
  if (session.sending || stored.revision <= session.revision) return session
  return onTop(session, stored, editsBetween(session.base, session.mine))
}

function onTop(
  session: MinutesSession,
  { revision, blocks }: Stored,
  edits: readonly MinutesEdit[],
): MinutesSession {
  return { ...session, revision, base: blocks, mine: applyEdits(blocks, edits) }
}

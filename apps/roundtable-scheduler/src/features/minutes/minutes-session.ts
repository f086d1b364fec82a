import { applyEdits } from '@sixfold/domain/minutes/apply-edits'
import type { MinutesBlock, MinutesEdit } from '@sixfold/domain/minutes/blocks'
import { editsBetween } from '@sixfold/domain/minutes/edits-between'

/** What is on its way to the server; it is sent again as it is until an answer comes. */
export interface Sending {
  /** Names the tab; another name after a refusal, so that what is sent then is never taken for what was refused. */
  writer: string
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
  /** Whether the server refused what was last sent, for a reason that stays; what was typed stands on the screen. */
  refused: boolean
  writer: string
  /** Of the last save. */
  number: number
}

interface Stored {
  revision: number
  blocks: readonly MinutesBlock[]
}

export function openSession({ revision, blocks }: Stored, writer: string): MinutesSession {
  return { revision, base: blocks, mine: blocks, sending: null, refused: false, writer, number: 0 }
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
  const { mine, writer } = session
  const number = session.number + 1
  return { ...session, number, refused: false, sending: { edits, blocks: mine, writer, number } }
}

/** The server does not take what was sent, and never will: everything that is not saved is sent anew with the next change. */
export function refused(session: MinutesSession, writer: string): MinutesSession {
  return { ...session, sending: null, refused: true, writer, number: 0 }
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

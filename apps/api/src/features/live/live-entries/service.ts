import { LIVE_LIMITS } from '@sixfold/contract/live-limits'
import type { LiveTopic } from '@sixfold/contract/live-rooms'
import type { StaffMember } from '@sixfold/contract/staff'
import type { LiveQuestionState } from '@sixfold/domain/live-room/live-question'
import { byUrgency, firstState, isOnScreen, mayBecome } from '@sixfold/domain/live-room/live-question'
import { typedNamesEnd } from '@sixfold/domain/roundtables/typed-names'
import { singleLine } from '@sixfold/domain/text/single-line'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { noteRequirement } from '../../requirements/requirement-notes/service.ts'
import type { EntryVote, ShownEntry } from './store.ts'
import {
  clearNames,
  clearNamesBefore,
  countOpen,
  endSilence,
  findEntries,
  findEntry,
  findVotedBy,
  insertEntry,
  isSilenced,
  moveEntry,
  setRequirement,
  setVote,
  silence,
} from './store.ts'

export type { ShownEntry } from './store.ts'

export interface Statement {
  roundtableId: string
  itemId: string | null
  participant: string
  key: string
  text: string
  name: string
  moderated: boolean
  topic: LiveTopic | null
}

/** What is open is far below this; of what was hidden or answered the oldest are not listed. */
const LISTED = 2 * LIVE_LIMITS.entries

/** Takes a question or an idea; whoever says it wants it. Sent again it is taken once. */
export async function takeStatement(ctx: Context, { moderated, ...said }: Statement): Promise<void> {
  // A few more than that may pass at once; what matters is that nobody is told "said" and never shown.
  if ((await countOpen(ctx, said.roundtableId)) >= LIVE_LIMITS.entries) throw new AppError('quota_full')
  const silenced = await isSilenced(ctx, said.roundtableId, said.participant)
  await insertEntry(ctx, {
    ...said,
    _id: newId(),
    text: singleLine(said.text),
    name: singleLine(said.name),
    state: silenced ? 'hidden' : firstState(moderated),
    silenced,
    votes: 1,
    voters: [said.participant],
    requirement: null,
    at: ctx.clock.now(),
  })
}

/** Everything said in a room, the most urgent first. */
export async function entriesOf(ctx: Context, roundtableId: string): Promise<ShownEntry[]> {
  const rows = await findEntries(ctx, roundtableId, LISTED)
  return rows.toSorted((a, b) => byUrgency(toQuestion(a), toQuestion(b)))
}

const toQuestion = ({ _id, state, votes, at }: ShownEntry) => ({ id: _id, state, votes, askedAt: at })

const VOTABLE: readonly LiveQuestionState[] = ['shown', 'live']

/** Says whether a participant wants an entry; saying it twice changes nothing. */
export async function voteFor(ctx: Context, vote: EntryVote, wanted: boolean): Promise<void> {
  if (await setVote(ctx, vote, wanted, VOTABLE)) return
  const entry = await findEntry(ctx, vote.roundtableId, vote.id)
  if (!entry || !isOnScreen(entry.state)) throw new AppError('not_found')
  if (!VOTABLE.includes(entry.state)) throw new AppError('wrong_state')
}

/** The entries a participant wants. */
export function votesOf(ctx: Context, roundtableId: string, participant: string): Promise<string[]> {
  return findVotedBy(ctx, roundtableId, participant)
}

/** The moderator's decision. Only one question is being answered at a time. */
export async function moderateEntry(
  ctx: Context,
  { roundtableId, entryId, state }: { roundtableId: string; entryId: string; state: LiveQuestionState },
): Promise<void> {
  const entry = await findEntry(ctx, roundtableId, entryId)
  if (!entry) throw new AppError('not_found')
  if (entry.state === state) return
  if (!mayBecome(entry.state, state)) throw new AppError('wrong_state')
  if (state === 'live')
    for (const other of await findEntries(ctx, roundtableId, LISTED))
      if (other.state === 'live') await moveEntry(ctx, other._id, 'live', 'answered')
  if (!(await moveEntry(ctx, entryId, entry.state, state))) throw new AppError('wrong_state')
  if (entry.silenced && state === 'shown') await endSilence(ctx, roundtableId, entry.participant)
}

/** Hides all that the asker of an entry said, and says from now on. Who it is, the moderator does not learn. */
export async function silenceAsker(
  ctx: Context,
  { roundtableId, entryId }: { roundtableId: string; entryId: string },
): Promise<void> {
  const entry = await findEntry(ctx, roundtableId, entryId)
  if (!entry) throw new AppError('not_found')
  await silence(ctx, roundtableId, entry.participant)
}

/** Makes a requirement of what somebody said; made before, it stays the one it is. */
export async function requireEntry(
  ctx: Context,
  actor: StaffMember,
  { roundtableId, entryId }: { roundtableId: string; entryId: string },
): Promise<void> {
  const entry = await findEntry(ctx, roundtableId, entryId)
  if (!entry) throw new AppError('not_found')
  const { receipt } = await noteRequirement(ctx, actor, {
    text: entry.text,
    source: {
      kind: 'round_table',
      aboutId: roundtableId,
      // Without the typed name, which ends by itself in the room and could not be found in a requirement.
      said: entry.text,
      key: `live:${entryId}`,
    },
  })
  await setRequirement(ctx, entryId, receipt)
}

/** Names whose time is up go (law 7). */
export function endTypedNames(ctx: Context): Promise<void> {
  return clearNamesBefore(ctx, typedNamesEnd(ctx.clock.now()))
}

/** An erased person goes from what was asked under that name, wherever it was typed. */
export function eraseFromEntries(ctx: Context, isQuoted: (text: string) => boolean): Promise<void> {
  return clearNames(ctx, isQuoted)
}

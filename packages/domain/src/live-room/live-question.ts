/** A question from the room, or an idea on its board. */
export interface LiveQuestion {
  id: string
  state: LiveQuestionState
  /** People who want it answered, the asker among them. */
  votes: number
  askedAt: Date
}

/** `waiting` for the moderator; `shown` to the room; `live`: being answered now; `answered`; `hidden` by the moderator. */
export const LIVE_QUESTION_STATES = ['waiting', 'shown', 'live', 'answered', 'hidden'] as const
export type LiveQuestionState = (typeof LIVE_QUESTION_STATES)[number]

const NEXT: Readonly<Record<LiveQuestionState, readonly LiveQuestionState[]>> = {
  waiting: ['shown', 'hidden'],
  shown: ['live', 'answered', 'hidden'],
  live: ['answered', 'shown', 'hidden'],
  answered: ['live', 'shown'],
  hidden: ['shown'],
}

/**
 * Whether a moderator may take a question from one state to another.
 *
 * @example mayBecome('waiting', 'shown') // true
 * @example mayBecome('waiting', 'answered') // false: nobody has seen it
 */
export function mayBecome(from: LiveQuestionState, to: LiveQuestionState): boolean {
  return NEXT[from].includes(to)
}

/** Where a new question or idea begins. */
export function firstState(moderated: boolean): LiveQuestionState {
  return moderated ? 'waiting' : 'shown'
}

/** Whether people in the room see a question, and may vote for it. */
export function isOnScreen(state: LiveQuestionState): boolean {
  return state === 'shown' || state === 'live' || state === 'answered'
}

const PLACE: Readonly<Record<LiveQuestionState, number>> = {
  live: 0,
  shown: 1,
  waiting: 1,
  answered: 2,
  hidden: 3,
}

/** The order on the screen: the one being answered, open ones by votes and then by age, answered ones last. */
export function byUrgency(a: LiveQuestion, b: LiveQuestion): number {
  return (
    PLACE[a.state] - PLACE[b.state] ||
    b.votes - a.votes ||
    a.askedAt.getTime() - b.askedAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

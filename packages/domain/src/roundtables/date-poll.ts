import { requireInstant, requireThat, requireWhole } from '../checks.ts'

export const POLL_VOTES = ['yes', 'if_needed', 'no'] as const
export type PollVote = (typeof POLL_VOTES)[number]

export interface PollOption {
  id: string
  startsAt: Date
  endsAt: Date
}

/** What one voter said. Options that are not named were left open, which is not a no. */
export interface PollBallot {
  voter: string
  votes: Readonly<Record<string, PollVote>>
  /** The round table is not held without this guest: their no outweighs any number of yeses. */
  core: boolean
}

export interface PollTally {
  option: string
  yes: number
  ifNeeded: number
  no: number
  /** Asked and silent about this option. */
  open: number
  /** Core guests who cannot come. */
  coreNo: string[]
  /** At least somebody can, and nobody said no. */
  suitsAll: boolean
}

export interface PollResult {
  /** The best first. */
  tallies: PollTally[]
  /** The option that the rule picks; null: nobody can come to any. */
  best: string | null
  /** `suits_all`: nobody said no to it. `fewest_missing`: there is no such option, and somebody will be missing. */
  because: 'suits_all' | 'fewest_missing' | null
}

/**
 * Ranks the dates of a poll by the rule "nobody said no": a date that suits everybody who answered comes before one that
 * more people like but somebody cannot. Then: core guests missing, noes, yeses, if-needed, the earlier start.
 *
 * @param invited How many were asked; those who did not answer are shown as open and count as neither yes nor no.
 * @throws RangeError for two options of one id, two ballots of one voter, a vote on an unknown option, fewer invited than voted.
 * @example pollResult({ options: [tuesday, friday], ballots: [{ voter: 'lan', votes: { friday: 'yes', tuesday: 'no' }, core: false }], invited: 3 })
 *   // { best: 'friday', because: 'suits_all', tallies: [{ option: 'friday', yes: 1, open: 2, ... }, ...] }
 */
export function pollResult({
  options,
  ballots,
  invited,
}: {
  options: readonly PollOption[]
  ballots: readonly PollBallot[]
  invited: number
}): PollResult {
  requirePoll(options, ballots, invited)
  const start = new Map(options.map(({ id, startsAt }) => [id, startsAt.getTime()]))
  const tallies = options
    .map(({ id }) => tallyOf(id, ballots, invited))
    .sort(
      (a, b) =>
        Number(b.suitsAll) - Number(a.suitsAll) ||
        Number(b.yes + b.ifNeeded > 0) - Number(a.yes + a.ifNeeded > 0) ||
        a.coreNo.length - b.coreNo.length ||
        a.no - b.no ||
        b.yes - a.yes ||
        b.ifNeeded - a.ifNeeded ||
        (start.get(a.option) ?? 0) - (start.get(b.option) ?? 0) ||
        (a.option < b.option ? -1 : 1),
    )
  const [first] = tallies
  if (!first || first.yes + first.ifNeeded === 0) return { tallies, best: null, because: null }
  return { tallies, best: first.option, because: first.suitsAll ? 'suits_all' : 'fewest_missing' }
}

function tallyOf(option: string, ballots: readonly PollBallot[], invited: number): PollTally {
  const count = (vote: PollVote) => ballots.filter(({ votes }) => votes[option] === vote).length
  const [yes, ifNeeded, no] = [count('yes'), count('if_needed'), count('no')]
  return {
    option,
    yes,
    ifNeeded,
    no,
    open: invited - yes - ifNeeded - no,
    coreNo: ballots
      .filter(({ core, votes }) => core && votes[option] === 'no')
      .map(({ voter }) => voter)
      .sort(),
    suitsAll: no === 0 && yes + ifNeeded > 0,
  }
}

/**
 * Whether a voter is reminded: before the deadline, once in `gapDays`, and only who said nothing to any date that is still to come.
 *
 * @example needsReminder({ votes: {}, remindedAt: null, closesAt, options, gapDays: 3 }, now) // true
 */
export function needsReminder(
  poll: {
    votes: Readonly<Record<string, PollVote>>
    /** The invitation or the last reminder. */
    remindedAt: Date | null
    closesAt: Date
    options: readonly PollOption[]
    gapDays: number
  },
  now: Date,
): boolean {
  requireInstant('now', now)
  if (now >= poll.closesAt) return false
  const toCome = poll.options.filter(({ startsAt }) => startsAt > now)
  if (toCome.length === 0 || toCome.some(({ id }) => Object.hasOwn(poll.votes, id))) return false
  return poll.remindedAt === null || now.getTime() - poll.remindedAt.getTime() >= poll.gapDays * 86_400_000
}

function requirePoll(options: readonly PollOption[], ballots: readonly PollBallot[], invited: number): void {
  const ids = new Set(options.map(({ id }) => id))
  requireThat(ids.size === options.length, 'an option stands twice in the poll')
  for (const { id, startsAt, endsAt } of options) {
    requireInstant(`start of ${id}`, startsAt)
    requireThat(endsAt > startsAt, `${id} must end after it starts`)
  }
  requireThat(
    new Set(ballots.map(({ voter }) => voter)).size === ballots.length,
    'a voter has one ballot in a poll',
  )
  requireWhole('invited', invited, ballots.length)
  for (const { votes } of ballots)
    for (const option of Object.keys(votes)) requireThat(ids.has(option), `there is no option ${option}`)
}

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PollBallot, PollOption, PollVote } from './date-poll.ts'
import { needsReminder, POLL_VOTES, pollResult } from './date-poll.ts'

const option = (id: string, day: number): PollOption => ({
  id,
  startsAt: new Date(Date.UTC(2027, 2, day, 2)),
  endsAt: new Date(Date.UTC(2027, 2, day, 5)),
})
const tuesday = option('tuesday', 9)
const friday = option('friday', 12)
const ballot = (voter: string, votes: Record<string, PollVote>, core = false): PollBallot => ({
  voter,
  votes,
  core,
})

test('a date that nobody refused comes before one that more people like', () => {
  const ballots = [
    ballot('lan', { tuesday: 'yes', friday: 'if_needed' }),
    ballot('minh', { tuesday: 'yes', friday: 'yes' }),
    ballot('an', { tuesday: 'no' }),
  ]
  expect(pollResult({ options: [tuesday, friday], ballots, invited: 5 })).toEqual({
    best: 'friday',
    because: 'suits_all',
    tallies: [
      { option: 'friday', yes: 1, ifNeeded: 1, no: 0, open: 3, coreNo: [], suitsAll: true },
      { option: 'tuesday', yes: 2, ifNeeded: 0, no: 1, open: 2, coreNo: [], suitsAll: false },
    ],
  })
})

test('where somebody is missing everywhere, a core guest weighs more than others', () => {
  const ballots = [
    ballot('core', { tuesday: 'yes', friday: 'no' }, true),
    ballot('lan', { tuesday: 'no', friday: 'yes' }),
    ballot('minh', { tuesday: 'no', friday: 'yes' }),
  ]
  const result = pollResult({ options: [tuesday, friday], ballots, invited: 3 })
  expect(result).toMatchObject({ best: 'tuesday', because: 'fewest_missing' })
  expect(result.tallies[1]?.coreNo).toEqual(['core'])
})

test('a poll that nobody answered, or where nobody can, picks nothing', () => {
  expect(pollResult({ options: [tuesday], ballots: [], invited: 4 }).best).toBeNull()
  const ballots = [ballot('lan', { tuesday: 'no' })]
  expect(pollResult({ options: [tuesday], ballots, invited: 4 }).best).toBeNull()
})

test('equals are decided by the earlier date', () => {
  const ballots = [ballot('lan', { tuesday: 'yes', friday: 'yes' })]
  expect(pollResult({ options: [friday, tuesday], ballots, invited: 1 }).best).toBe('tuesday')
})

test('what cannot be meant is refused', () => {
  const twice = [ballot('lan', {}), ballot('lan', {})]
  expect(() => pollResult({ options: [tuesday], ballots: twice, invited: 2 })).toThrow('one ballot')
  expect(() =>
    pollResult({ options: [tuesday], ballots: [ballot('a', { monday: 'yes' })], invited: 1 }),
  ).toThrow('no option monday')
  expect(() => pollResult({ options: [tuesday], ballots: [ballot('a', {})], invited: 0 })).toThrow('invited')
})

describe('a reminder', () => {
  const poll = {
    votes: {},
    remindedAt: new Date('2027-03-01T02:00Z'),
    closesAt: new Date('2027-03-08T02:00Z'),
    options: [tuesday, friday],
    gapDays: 3,
  }
  const at = (text: string) => new Date(text)

  test('goes to who said nothing, after the gap, before the end', () => {
    expect(needsReminder(poll, at('2027-03-04T02:00Z'))).toBe(true)
    expect(needsReminder(poll, at('2027-03-04T01:59Z'))).toBe(false)
    expect(needsReminder(poll, at('2027-03-08T02:00Z'))).toBe(false)
  })

  test('never goes to who voted on a date that is still to come', () => {
    expect(needsReminder({ ...poll, votes: { friday: 'no' } }, at('2027-03-05T02:00Z'))).toBe(false)
  })
})

describe('laws', () => {
  const ids = ['a', 'b', 'c']
  const options = ids.map((id, at) => option(id, 10 + at))
  const ballots = fc
    .array(
      fc.record({
        votes: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...POLL_VOTES)),
        core: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    .map(all => all.map((one, at) => ({ voter: `v${at}`, ...one })))

  test('never picks a date that somebody refused while one suits all', () => {
    fc.assert(
      fc.property(ballots, all => {
        const { best, tallies } = pollResult({ options, ballots: all, invited: all.length })
        if (tallies.some(({ suitsAll }) => suitsAll))
          expect(tallies.find(tally => tally.option === best)?.no).toBe(0)
      }),
    )
  })

  test('every vote is counted once, and the order of ballots changes nothing', () => {
    fc.assert(
      fc.property(ballots, all => {
        const result = pollResult({ options, ballots: all, invited: all.length + 2 })
        for (const { yes, ifNeeded, no, open } of result.tallies)
          expect(yes + ifNeeded + no + open).toBe(all.length + 2)
        expect(pollResult({ options, ballots: all.toReversed(), invited: all.length + 2 })).toEqual(result)
      }),
    )
  })

  test('one more yes never makes its date rank lower', () => {
    fc.assert(
      fc.property(ballots, fc.constantFrom(...ids), (all, id) => {
        const placeOf = (some: PollBallot[]) =>
          pollResult({ options, ballots: some, invited: 10 }).tallies.findIndex(tally => tally.option === id)
        const more = [...all, ballot('new', { [id]: 'yes' })]
        expect(placeOf(more)).toBeLessThanOrEqual(placeOf(all))
      }),
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { census } from '../sampling/sample-design.ts'
import { everybody, inAudience } from './audience.ts'
import { againstAll, coverageOf } from './coverage.ts'
import { expectedAnswers } from './expected-answers.ts'
import type { LaunchFacts } from './launch-checks.ts'
import { launchChecks, mayLaunch } from './launch-checks.ts'
import type { WaveGround } from './next-quarter.ts'
import { changeKey, designName, groundChanges } from './next-quarter.ts'
import { closingOf, openingIn } from './opening.ts'
import { sendingHours } from './sending-hours.ts'
import { isOpen, mayStep, WAVE_STATES } from './wave-state.ts'

test('a wave goes from draft to archive, and back only from its pause', () => {
  const steps = ['schedule', 'open', 'pause', 'resume', 'extend', 'close', 'archive'] as const
  const may = Object.fromEntries(
    WAVE_STATES.map(state => [state, steps.filter(step => mayStep(state, step))]),
  )
  expect(may).toEqual({
    draft: ['schedule'],
    scheduled: ['open', 'extend', 'close'],
    running: ['pause', 'extend', 'close'],
    paused: ['resume', 'extend', 'close'],
    closed: ['archive'],
    archived: [],
  })
  for (const state of WAVE_STATES) expect(isOpen(state)).toBe(mayStep(state, 'close'))
})

test('an audience leaves out only whom it names no place for', () => {
  const contact = { accountKind: 'existing', segment: 'SME', seniority: '' } as const
  expect(inAudience(everybody, contact)).toBe(true)
  expect(inAudience({ ...everybody, seniorities: ['executive'] }, contact)).toBe(false)
  expect(inAudience({ ...everybody, seniorities: ['executive', ''] }, contact)).toBe(true)
  expect(inAudience({ ...everybody, kinds: ['former'], segments: ['SME'] }, contact)).toBe(false)
})

describe('what speaks against a launch', () => {
  const now = new Date('2026-08-17T03:00:00Z')
  const facts: LaunchFacts = {
    now,
    opensAt: now,
    closesAt: new Date('2026-09-07T17:00:00Z'),
    reminderDays: [5, 12],
    designFault: null,
    alreadyOpen: false,
    newerVersion: false,
  }
  const codes = (part: Partial<LaunchFacts>) => launchChecks({ ...facts, ...part }).map(({ check }) => check)

  test('is nothing for a sound plan, and what stops comes first', () => {
    expect(codes({})).toEqual([])
    expect(codes({ newerVersion: true, alreadyOpen: true })).toEqual(['already_open', 'newer_version'])
    expect(mayLaunch(launchChecks({ ...facts, newerVersion: true }))).toBe(true)
    expect(mayLaunch(launchChecks({ ...facts, alreadyOpen: true }))).toBe(false)
  })

  test('looks at the times: the end past, before the opening, a reminder that comes too late', () => {
    expect(codes({ closesAt: now })).toContain('closes_in_the_past')
    expect(codes({ opensAt: new Date('2026-10-01T00:00:00Z') })).toContain('closes_before_opening')
    expect(codes({ reminderDays: [30] })).toEqual(['reminder_after_closing'])
  })

  test('looks at what comes of it', () => {
    const outlook = { asked: 100, expectedAnswers: 30, minimumCell: 5, hasPlan: true, overBudget: false }
    expect(codes({ outlook })).toEqual([])
    expect(codes({ outlook: { ...outlook, expectedAnswers: 4 } })).toEqual(['few_answers'])
    expect(codes({ outlook: { ...outlook, asked: 0, expectedAnswers: 0 } })).toEqual(['nobody'])
    expect(codes({ outlook: { ...outlook, overBudget: true } })).toEqual(['over_budget'])
  })
})

describe('expected answers', () => {
  test('follow the usual rates by seniority, and the margin shrinks to nothing with a census that all answer', () => {
    const people = { executive: 100, manager: 100, specialist: 100, '': 0 }
    expect(expectedAnswers({ plan: null, people, population: 1000 })).toMatchObject({
      answers: 75,
      responseRate: 0.25,
      population: 1000,
    })
    const group = { people: 10, responseRate: 1 }
    const sure = {
      groups: { executive: group, manager: group, specialist: group },
      confidence: 0.95 as const,
      designEffect: 2,
    }
    const everyone = expectedAnswers({ plan: sure, people, population: 300 })
    expect(everyone).toMatchObject({ answers: 300, marginOfError: 0 })
  })

  test('the unknown count as the known others of the plan', () => {
    const people = { executive: 0, manager: 0, specialist: 0, '': 100 }
    expect(expectedAnswers({ plan: null, people, population: 100 }).answers).toBe(30)
  })

  test('a design effect widens the margin by its root; more people in the frame never narrow it', () => {
    const people = { executive: 0, manager: 0, specialist: 400, '': 0 }
    const group = { people: 0, responseRate: null }
    const groups = { executive: group, manager: group, specialist: group }
    const margin = (designEffect: number, population: number) =>
      expectedAnswers({ plan: { groups, confidence: 0.9, designEffect }, people, population })
        .marginOfError ?? 0
    expect(margin(4, 1000)).toBeCloseTo(2 * margin(1, 1000), 10)
    expect(margin(1, 100_000)).toBeGreaterThan(margin(1, 1000))
  })
})

describe('when mails leave', () => {
  const nine = new Date('2026-08-17T09:00:00Z')
  const hour = (n: number) => new Date(nine.getTime() + n * 3_600_000)

  test('what is too much for an hour leaves in the next', () => {
    expect(
      sendingHours(
        [
          { at: nine, mails: 300 },
          { at: hour(24), mails: 50 },
        ],
        200,
      ),
    ).toEqual([
      { at: nine, mails: 200 },
      { at: hour(1), mails: 100 },
      { at: hour(24), mails: 50 },
    ])
  })

  test('nothing is lost, and no hour has more than its pace', () => {
    const free = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 200 }).map(hour), mails: fc.integer({ min: 0, max: 500 }) }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(free, fc.integer({ min: 1, max: 300 }), (list, perHour) => {
        const spread = sendingHours(list, perHour)
        const sum = (hours: readonly { mails: number }[]) => hours.reduce((n, one) => n + one.mails, 0)
        expect(sum(spread)).toBe(sum(list))
        expect(spread.every(({ mails }) => mails > 0 && mails <= perHour)).toBe(true)
        expect(spread.map(({ at }) => at.getTime())).toEqual(
          [...new Set(spread.map(({ at }) => at.getTime()))].sort((a, b) => a - b),
        )
      }),
    )
  })
})

describe('coverage', () => {
  const account = (regionId: string, annualRevenue: number | null, asked: boolean, answered: boolean) => ({
    regionId,
    annualRevenue,
    asked,
    answered,
  })

  test('counts accounts and revenue by region; who answered was asked', () => {
    expect(
      coverageOf([
        account('n', 10, true, true),
        account('n', null, false, true),
        account('s', 5, false, false),
      ]),
    ).toEqual([
      {
        regionId: 'n',
        accounts: { all: 2, asked: 2, answered: 2 },
        revenue: { all: 10, asked: 10, answered: 10 },
      },
      {
        regionId: 's',
        accounts: { all: 1, asked: 0, answered: 0 },
        revenue: { all: 5, asked: 0, answered: 0 },
      },
    ])
  })

  test('is measured against everything in the audience, also where nobody was asked', () => {
    const base = coverageOf([account('n', 10, false, false), account('s', 5, false, false)])
    const heard = coverageOf([account('n', 10, true, false)])
    expect(againstAll(base, heard).map(({ accounts }) => accounts)).toEqual([
      { all: 1, asked: 1, answered: 0 },
      { all: 1, asked: 0, answered: 0 },
    ])
  })
})

describe('the next quarter', () => {
  const ground: WaveGround = {
    regionIds: ['n', 's'],
    audience: everybody,
    sampling: designName(census),
    sizes: { n: 100, s: 50 },
    factorModel: { key: 'ibm-six', version: 1 },
    factors: ['delivery', 'marketing'],
  }
  const kinds = (after: Partial<WaveGround>) =>
    groundChanges(ground, { ...ground, ...after }).map(({ kind }) => kind)

  test('differs in nothing from itself, whatever the order of regions and filters', () => {
    expect(kinds({})).toEqual([])
    expect(kinds({ regionIds: ['s', 'n'] })).toEqual([])
  })

  test('names regions, filters, sizes beyond a tenth, the sample and the factors', () => {
    expect(kinds({ regionIds: ['n', 'w'] })).toEqual(['region_added', 'region_dropped'])
    expect(kinds({ audience: { ...everybody, kinds: ['existing'] } })).toEqual(['filter'])
    expect(kinds({ sizes: { n: 110, s: 45 } })).toEqual([])
    expect(kinds({ sizes: { n: 111, s: 44 } })).toEqual(['size', 'size'])
    expect(kinds({ sampling: designName({ ...census, panels: 2 }) })).toEqual(['sampling'])
    expect(kinds({ factorModel: { key: 'ibm-six', version: 2 } })).toEqual(['factor_model'])
    expect(kinds({ factors: ['marketing', 'delivery'] })).toEqual(['factor_model'])
  })

  test('confirming one size confirms no other', () => {
    const [first] = groundChanges(ground, { ...ground, sizes: { n: 200, s: 50 } })
    const [second] = groundChanges(ground, { ...ground, sizes: { n: 201, s: 50 } })
    expect(first && second && changeKey(first) !== changeKey(second)).toBe(true)
  })

  test('opens on the same day of its quarter, at the same wall time, through summer time', () => {
    const calendar = { startMonth: 1, yearNaming: 'start' as const }
    const last = { quarter: { year: 2026, quarter: 3 as const }, opensAt: new Date('2026-07-21T07:00:00Z') }
    const opening = openingIn({ year: 2026, quarter: 4 }, last, { calendar, zone: 'Europe/Berlin' })
    expect(opening.toISOString()).toBe('2026-10-21T07:00:00.000Z')
    const winter = openingIn({ year: 2027, quarter: 1 }, last, { calendar, zone: 'Europe/Berlin' })
    expect(winter.toISOString()).toBe('2027-01-21T08:00:00.000Z')
  })

  test('closes at midnight after its last day', () => {
    const end = closingOf(new Date('2026-07-21T02:00:00Z'), 21, 'Asia/Ho_Chi_Minh')
    expect(end.toISOString()).toBe('2026-08-11T17:00:00.000Z')
  })
})

import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultContactPolicy } from '../contact-policy.ts'
import { addLocalDays, localDaysBetween } from '../local-date.ts'
import { decideTouch, type LedgerTouch, type Touch } from '../touch-decision.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'
import { assignPanels, panelOfWave } from './panels.ts'

const zone = 'Europe/Berlin'
const calendar = { weekend: [6, 7] as const, holidays: [] }
const QUARTERS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01', '2027-04-01']

interface Member {
  id: string
  account: string
  executive: boolean
}

const members = fc
  .array(fc.record({ account: fc.integer({ min: 0, max: 6 }), executive: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map(list =>
    list.map(({ account, executive }, n): Member => ({ id: `c${n}`, account: `a${account}`, executive })),
  )

/** Six quarters of a programme whose waves begin when marketing pleases: the days on which each member was invited. */
function sixQuarters(
  people: readonly Member[],
  panels: number,
  starts: readonly number[],
): Map<string, string[]> {
  const panelOf = assignPanels({ members: people, panels, known: {}, seed: 'law' })
  const ledgers = new Map<string, LedgerTouch[]>(people.map(({ id }) => [id, []]))
  for (const [wave, quarter] of QUARTERS.entries()) {
    const date = addLocalDays(quarter, starts[wave] ?? 0)
    const touch: Touch = {
      kind: 'invitation',
      channel: 'email',
      purpose: 'relationship_survey',
      subject: `wave:${wave}`,
    }
    for (const { id, executive } of people) {
      if (panelOf[id] !== panelOfWave({ wave, panels })) continue
      const ledger = ledgers.get(id) ?? []
      const contact = {
        zone,
        executive,
        erased: false,
        reachableBy: ['email'] as const,
        optedOutOf: [],
        doNotCall: false,
        consentedTo: [],
      }
      const ask = (at: Date) =>
        decideTouch({ policy: defaultContactPolicy, contact, touch, ledger, calendar, at })
      const at = resolveWallTime({ date, time: '10:00', zone }).instant
      const first = ask(at)
      // A wave is open for three weeks; who may be asked later in it is asked then.
      const earliest = first.decision === 'allow' ? at : first.earliest
      if (!earliest || localDaysBetween(date, wallTimeIn(earliest, zone).date) > 21) continue
      expect(ask(earliest)).toEqual({ decision: 'allow' })
      ledger.push({ ...touch, at: earliest })
    }
  }
  return new Map([...ledgers].map(([id, ledger]) => [id, ledger.map(({ at }) => wallTimeIn(at, zone).date)]))
}

const starts = fc.array(fc.integer({ min: 0, max: 60 }), {
  minLength: QUARTERS.length,
  maxLength: QUARTERS.length,
})

test('whatever the programme, nobody is surveyed twice in six months, and executives not twice in a year', () => {
  fc.assert(
    fc.property(members, fc.integer({ min: 2, max: 4 }), starts, (people, panels, at) => {
      const invited = sixQuarters(people, panels, at)
      for (const { id, executive } of people) {
        const days = invited.get(id) ?? []
        for (const [n, day] of days.entries()) {
          const before = days[n - 1]
          if (before !== undefined)
            expect(localDaysBetween(before, day)).toBeGreaterThanOrEqual(executive ? 364 : 182)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('two panels that take turns at the start of each quarter ask everybody twice a year', () => {
  const people = ['c1', 'c2', 'c3', 'c4'].map(id => ({ id, account: 'a', executive: false }))
  const invited = sixQuarters(people, 2, [])
  for (const days of invited.values()) expect(days).toHaveLength(3)
})

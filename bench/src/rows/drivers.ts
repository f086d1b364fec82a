import { seededRandom } from '@sixfold/domain/random'
import { analyseDrivers } from '@sixfold/domain/results/driver-analysis'
import type { DriverTally } from '@sixfold/domain/results/driver-tally'
import { driverTally } from '@sixfold/domain/results/driver-tally'
import type { Figure, Row } from '../row.ts'
import { milliseconds } from '../row.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const PEOPLE_PER_ACCOUNT = 3
const DRIVERS = 6

/** Drivers by both methods with intervals by drawing accounts 500 times; others of the process come between its steps. */
export const drivers: Row = {
  name: 'drivers',
  async run(say) {
    return SIZES.map(size => {
      const began = performance.now()
      const steps = analyseDrivers({
        tally: answersOf(size),
        confidence: 0.95,
        random: seededRandom('draws'),
      })
      let longest = 0
      for (let before = performance.now(); !steps.next().done; before = performance.now())
        longest = Math.max(longest, performance.now() - before)
      const value = `${milliseconds(performance.now() - began)}, ${milliseconds(longest)}`
      say(`${size}: ${value}`)
      return { row: 'drivers', figure: figureOf(size), value } satisfies Figure
    })
  },
}

const figureOf = (size: number) => `of ${size.toLocaleString('en')} responses: in all, longest step`

function answersOf(size: number): DriverTally {
  const random = seededRandom('answers')
  const tally = driverTally(DRIVERS)
  for (let at = 0; at < size; at += 1) {
    const mood = 3 * random.next()
    const point = () => Math.max(1, Math.min(5, Math.round(1 + mood + 1.5 * random.next())))
    tally.add({
      account: `account ${Math.floor(at / PEOPLE_PER_ACCOUNT)}`,
      ratings: Array.from({ length: DRIVERS }, point),
      outcome: point(),
    })
  }
  return tally
}

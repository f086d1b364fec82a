import type { FrameMember, SamplingPlan } from '@sixfold/domain/sampling/draw'
import { drawSample } from '@sixfold/domain/sampling/draw'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const MEMBERS = 1_000_000
const STRATA = ['region:north', 'region:south', 'region:centre', 'region:abroad']
const RUNS = 3

/** Drawing from a frame of one million contacts, as a launch does once the frame is read. */
export const sampling: Row = {
  name: 'sampling',
  async run(say) {
    const frame: FrameMember[] = Array.from({ length: MEMBERS }, (_, at) => ({
      id: at.toString(16).padStart(24, '0'),
      stratum: STRATA[at % STRATA.length] ?? '',
    }))
    const deviations = Object.fromEntries(STRATA.map((stratum, at) => [stratum, 15 + at]))
    const plans: [string, SamplingPlan][] = [
      ['everybody', { method: 'census' }],
      ['100,000 by chance', { method: 'simple', size: 100_000 }],
      ['100,000 in proportion to four regions', { method: 'proportional', size: 100_000 }],
      ['100,000 by Neyman over four regions', { method: 'neyman', size: 100_000, deviations }],
    ]
    const figures: Figure[] = []
    for (const [name, plan] of plans) {
      const times: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const began = performance.now()
        drawSample({ frame, plan, seed: `bench ${run}` })
        times.push(performance.now() - began)
      }
      const value = milliseconds(percentile(times, 0.5))
      say(`${name}: ${value}`)
      figures.push({
        row: 'sampling',
        figure: `1,000,000 contacts: ${name}`,
        value,
        target: 'under 2000 ms',
      })
    }
    return figures
  },
}

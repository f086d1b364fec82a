import { startSixfold, withTempDir } from '../process.ts'
import type { Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const WARM_STARTS = 5

/** From spawning the process to the line that says it listens; installation and build are not part of it. */
export const start: Row = {
  name: 'start',
  run: () =>
    withTempDir(async dir => {
      const first = await startSixfold(dir)
      await first.stop()
      const warm: number[] = []
      for (let round = 0; round < WARM_STARTS; round += 1) {
        const running = await startSixfold(dir)
        warm.push(running.startedIn)
        await running.stop()
      }
      return [
        { row: 'start', figure: 'fresh data directory, --empty', value: milliseconds(first.startedIn) },
        {
          row: 'start',
          figure: 'warm, median of five',
          value: milliseconds(percentile(warm, 0.5)),
          target: 'at most 3 s',
        },
      ]
    }),
}

import { setTimeout as wait } from 'node:timers/promises'
import { prepareWave } from '../prepare-wave.ts'
import { memoryOf, startSixfold, withTempDir } from '../process.ts'
import { respond } from '../respondents.ts'
import type { Row } from '../row.ts'

const RESPONSES = 100_000
const SETTLE_MS = 20_000

/** Proportional set size of all processes: after a start with nothing to do, and after 100,000 responses through HTTP. */
export const memory: Row = {
  name: 'memory',
  run: say =>
    withTempDir(async dir => {
      say(`preparing ${RESPONSES} invitations`)
      const wave = await prepareWave(dir, RESPONSES)
      const server = await startSixfold(dir)
      try {
        await wait(SETTLE_MS)
        const idle = await memoryOf(server.pid)
        say(`idle: ${Math.round(idle)} MB`)
        await respond(server.url, wave.tokens, wave.definition, 8)
        await wait(SETTLE_MS)
        const after = await memoryOf(server.pid)
        return [
          {
            row: 'memory',
            figure: 'idle, all processes',
            value: `${Math.round(idle)} MB`,
            target: 'at most 250 MB',
          },
          {
            row: 'memory',
            figure: 'after 100,000 responses',
            value: `${Math.round(after)} MB`,
            target: 'at most 500 MB',
          },
        ]
      } finally {
        await server.stop()
      }
    }),
}

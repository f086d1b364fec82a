import { prepareWave } from '../prepare-wave.ts'
import { startSixfold, withTempDir } from '../process.ts'
import { respond } from '../respondents.ts'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'
import { scoreboardResponses } from '../scoreboard.ts'

const LOADS = [
  { parallel: 1, respondents: 300 },
  { parallel: 8, respondents: 2400 },
  { parallel: 32, respondents: 2400 },
]
const WARM_UP = 300

/**
 * Completed respondents a second through real HTTP on the embedded database, each answer durable, the scoreboard kept:
 * open the page, send the answers, see the end page. Driver and server share the machine.
 */
export const submit: Row = {
  name: 'submit',
  run: say =>
    withTempDir(async dir => {
      const total = LOADS.reduce((sum, { respondents }) => sum + respondents, WARM_UP)
      say(`preparing ${total} invitations`)
      const wave = await prepareWave(dir, total)
      const server = await startSixfold(dir)
      try {
        let used = 0
        const take = (count: number) => {
          used += count
          return wave.tokens.slice(used - count, used)
        }
        await respond(server.url, take(WARM_UP), wave.definition, 8)
        const figures: Figure[] = []
        for (const { parallel, respondents } of LOADS) {
          const { completed, seconds, times } = await respond(
            server.url,
            take(respondents),
            wave.definition,
            parallel,
          )
          say(`c=${parallel}: ${Math.round(completed / seconds)}/s`)
          figures.push({
            row: 'submit',
            figure: `respondents a second, c=${parallel} (p50, p95)`,
            value: `${Math.round(completed / seconds)}/s (${milliseconds(percentile(times, 0.5))}, ${milliseconds(percentile(times, 0.95))})`,
            ...(parallel === 8 ? { target: 'at least 200/s' } : {}),
          })
        }
        const counted = await scoreboardResponses(server.url, wave, used)
        figures.push({
          row: 'submit',
          figure: 'responses on the scoreboard afterwards',
          value: `${counted} of ${used}`,
        })
        return figures
      } finally {
        await server.stop()
      }
    }),
}

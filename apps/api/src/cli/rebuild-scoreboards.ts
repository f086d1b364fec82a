import { rebuildScoreboard } from '../features/results/scoreboards/service.ts'
import { waveSummaries } from '../features/waves/waves/service.ts'
import type { Command } from './command.ts'
import { withContext } from './with-context.ts'

export const rebuildScoreboards: Command = {
  usage: 'rebuild-scoreboards',
  summary: 'Count every scoreboard anew from the responses',
  help: 'Safe while Sixfold runs: answers that arrive meanwhile are counted afterwards, each once.',
  async run(terminal) {
    await withContext(terminal, async ctx => {
      const waves = await waveSummaries(ctx)
      for (const [index, { id }] of waves.entries()) {
        await rebuildScoreboard(ctx, id)
        terminal.progress(`${index + 1} of ${waves.length} waves`)
      }
      terminal.say(`${waves.length} scoreboards are counted anew.`)
    })
  },
}

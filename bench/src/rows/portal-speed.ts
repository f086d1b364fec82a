import { launchBrowser } from '@sixfold/testkit/browser'
import type { FirstView } from '../first-view/look.ts'
import { look } from '../first-view/look.ts'
import { servePeers } from '../first-view/serve-peers.ts'
import { prepareWave } from '../prepare-wave.ts'
import { startSixfold, withTempDir } from '../process.ts'
import type { Figure, Row } from '../row.ts'
import { milliseconds, percentile } from '../row.ts'

const ROUNDS = 7
/**
 * While a page is watched, V8 parses a script a second time for the lines of the errors it makes; React makes three while it
 * loads. With this it notes lines at once, for everybody alike, and the time is that of a page nobody watches.
 */
const LINES_AT_ONCE = ['--js-flags=--no-enable-lazy-source-positions']

/**
 * The first questions of the quarterly survey as the portal, SurveyJS and a plain form show them: Chromium with a quarter of
 * the processor, 1.6 Mbit/s and 150 ms, nothing kept from before, one after the other in turn, medians.
 */
export const portalSpeed: Row = {
  name: 'portal-speed',
  run: say =>
    withTempDir(async dir => {
      const { tokens, definition } = await prepareWave(dir, 1)
      const [server, peers, browser] = await Promise.all([
        startSixfold(dir),
        servePeers(definition),
        launchBrowser(LINES_AT_ONCE),
      ])
      try {
        const addresses = {
          Sixfold: `${server.url}/r/${tokens[0]}?page=1&language=en`,
          'SurveyJS 3.0': `${peers.url}/surveyjs`,
          'plain form': `${peers.url}/static`,
        }
        const views = new Map<string, FirstView[]>(Object.keys(addresses).map(name => [name, []]))
        for (let round = 0; round <= ROUNDS; round += 1)
          for (const [name, address] of Object.entries(addresses)) {
            const view = await look(browser, address)
            // The first round warms the servers up.
            if (round > 0) views.get(name)?.push(view)
            say(`${name}: first paint ${milliseconds(view.firstPaint)}, usable ${milliseconds(view.usable)}`)
          }
        const floor = middle(views.get('plain form') ?? [], 'firstPaint')
        return [...views].flatMap(([name, seen]) => figuresOf(name, seen, floor))
      } finally {
        peers.close()
        await Promise.all([browser.close(), server.stop()])
      }
    }),
}

function middle(views: readonly FirstView[], what: keyof FirstView): number {
  return percentile(
    views.map(view => view[what] ?? Number.NaN),
    0.5,
  )
}

function figuresOf(name: string, views: readonly FirstView[], floor: number): Figure[] {
  const ours = name === 'Sixfold'
  const row = 'portal-speed'
  const paint = middle(views, 'firstPaint')
  const alive = middle(views, 'alive')
  const figure = (what: string, value: string, target: string) => ({
    row,
    figure: `${name}: ${what}`,
    value,
    ...(ours ? { target } : {}),
  })
  return [
    figure(
      'first paint (times the plain form)',
      `${milliseconds(paint)} (${(paint / floor).toFixed(2)})`,
      'at most 1.5 times',
    ),
    figure('the first question can be answered', milliseconds(middle(views, 'usable')), 'under 1500 ms'),
    ...(Number.isNaN(alive) ? [] : [{ row, figure: `${name}: alive`, value: milliseconds(alive) }]),
    figure('blocking time since navigation', milliseconds(middle(views, 'blocking')), 'at most 200 ms'),
    figure(
      'requests (to others), bytes',
      `${middle(views, 'requests')} (${middle(views, 'foreign')}), ${(middle(views, 'bytes') / 1000).toFixed(0)} kB`,
      'at most 6 (0)',
    ),
  ]
}

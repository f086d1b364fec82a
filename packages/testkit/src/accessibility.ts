import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { AxeResults, Result } from 'axe-core'
import type { Page } from 'playwright-core'

/** Every success criterion of WCAG 2.2, levels A and AA, that can be tested by a program. */
const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The same program as the package's main file at less than half its size: every page that is tested gets it anew. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Findings = Pick<AxeResults, 'violations'> & { passed: number }

/** Fails with every violation on the page as it stands now; `rule`: of that rule alone, where nothing else has changed. */
export async function expectNoAxeViolations(page: Page, rule?: 'color-contrast'): Promise<void> {
  // Evaluated through the debugger, which no content security policy forbids, unlike a script tag.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const { violations, passed } = await page.evaluate(
    async ({ criteria, rule }): Promise<Findings> => {
      // What is drawn by what was just laid out, such as a table that turned out too wide, has its frame.
      for (let frame = 0; frame < 2; frame += 1)
        await new Promise(drawn => {
          requestAnimationFrame(drawn)
        })
      const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: rule ? { type: 'rule', values: [rule] } : { type: 'tag', values: criteria },
        // Of what passes only the number matters: to describe each place takes longer than to test it.
        resultTypes: ['violations'],
      })
      return { violations, passed: passes.length }
    },
    { criteria, rule },
  )
  if (passed === 0) throw new Error(`axe found nothing to test at ${page.url()}`)
  if (violations.length > 0)
    throw new Error(`${page.url()} is not accessible:\n${violations.map(describe).join('\n')}`)
}

function describe({ id, help, helpUrl, nodes }: Result): string {
  const places = nodes.map(
    node => `    ${node.target.join(' ')}\n      ${node.failureSummary?.replaceAll('\n', '\n      ')}`,
  )
  return `  ${id}: ${help} (${helpUrl})\n${places.join('\n')}`
}

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import {
  arbitraryAnswers,
  arbitraryFacts,
  arbitraryLogic,
  fittingAnswers,
  fittingLogic,
} from '@sixfold/domain/survey/logic/arbitrary-logic'
import { walk } from '@sixfold/domain/survey/logic/walk'
import type { Browser } from '@sixfold/testkit/browser'
import { launchBrowser, visit } from '@sixfold/testkit/browser'
import fc from 'fast-check'

jest.setTimeout(60_000)

/** What the script below leaves in the page. */
declare const evaluator: { walk: typeof walk }

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/**
 * The evaluator as the portal's build makes it, for a page without modules. It is made in a process of its own: the native
 * parts of the build do not know the values of a test's own world.
 */
async function builtEvaluator(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sixfold/domain/survey/logic/walk'))
  const lib = JSON.stringify({ entry, name: 'evaluator', formats: ['iife'] })
  const script = `import { build } from 'vite'
    const [{ output }] = await build({ configFile: false, logLevel: 'silent', build: { write: false, target: 'es2020', lib: ${lib} } })
    process.stdout.write(output[0].code)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    maxBuffer: 2 ** 24,
  })
  return stdout
}

test('in the browser, as built, every survey is walked as on the server', async () => {
  const tab = await visit(browser)
  await tab.page.addScriptTag({ content: await builtEvaluator() })
  const taken = fc.oneof(
    fc.tuple(arbitraryLogic, arbitraryAnswers, arbitraryFacts),
    fc.tuple(fittingLogic, fittingAnswers, arbitraryFacts),
  )
  const wire = JSON.stringify(fc.sample(taken, 1000))
  const inBrowser = await tab.page.evaluate(text => {
    const surveys = JSON.parse(text) as Parameters<typeof walk>[]
    return JSON.stringify(
      surveys.map(one => {
        const { asked, required, ...way } = evaluator.walk(...one)
        return { ...way, asked: [...asked], required: [...required] }
      }),
    )
  }, wire)
  const here = (JSON.parse(wire) as Parameters<typeof walk>[]).map(one => {
    const { asked, required, ...way } = walk(...one)
    return { ...way, asked: [...asked], required: [...required] }
  })
  expect(JSON.parse(inBrowser)).toEqual(here)
  expect(here.filter(({ ended }) => ended).length).toBeGreaterThan(20)
  expect(here.filter(({ required }) => required.length > 0).length).toBeGreaterThan(20)
  await tab.close()
})

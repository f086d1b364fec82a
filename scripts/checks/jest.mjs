import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from './command.mjs'

/** Runs one of jest's projects and counts as jest counted. */
export const jest =
  (project, { workers, environment = {} }) =>
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sixfold-jest-'))
    const report = join(folder, 'report.json')
    try {
      const { code, output } = await capture(
        process.execPath,
        [
          '--no-warnings',
          'node_modules/jest/bin/jest.js',
          '--ci',
          '--json',
          `--outputFile=${report}`,
          `--selectProjects=${project}`,
          `--maxWorkers=${workers}`,
        ],
        { environment: { NODE_ENV: 'test', ...environment } },
      )
      return countJest(readReport(report), code, withoutJson(output))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

/**
 * Adds up a jest report. A file that could not run, a skipped test and a project without a single test are failures
 * too, and so is a jest that ended badly, or without a report, for any other reason.
 */
export function countJest(report, code, output) {
  if (!report) return { passed: 0, failed: 1, output: `jest left no report (exit code ${code}).\n${output}` }
  const skipped = report.numPendingTests + report.numTodoTests
  let failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped
  const notes = []
  if (skipped > 0) notes.push(`Skipped tests are failures: ${skippedTests(report).join('; ')}`)
  if (report.numTotalTests === 0) notes.push('jest found no test.')
  else if (code !== 0 && failed === 0) notes.push(`jest ended with exit code ${code}.`)
  if (failed === 0 && notes.length > 0) failed = 1
  const again = passedAgain(report)
  return {
    passed: report.numPassedTests,
    failed,
    output: [output, ...notes].join('\n'),
    ...(again.length > 0 ? { remark: again.join('\n') } : {}),
  }
}

/** What failed first and passed when it was tried once more, with the reasons: a fault to look for all the same. */
function passedAgain(report) {
  return report.testResults.flatMap(file =>
    file.assertionResults
      .filter(test => test.status === 'passed' && test.invocations > 1)
      .map(test =>
        [`Passed only at attempt ${test.invocations}: ${test.fullName}`, ...(test.retryMessages ?? [])].join(
          '\n',
        ),
      ),
  )
}

function skippedTests(report) {
  return report.testResults.flatMap(file =>
    file.assertionResults
      .filter(test => ['pending', 'todo', 'skipped'].includes(test.status))
      .map(test => test.fullName),
  )
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** With --outputFile jest says where it wrote; the rest is the usual report. */
const withoutJson = output => output.replace(/^Test results written to: .*$/m, '')

import { expect, test } from '@jest/globals'
import { countJest } from './jest.mjs'

const report = changes => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numTotalTests: 3,
  testResults: [],
  ...changes,
})
const count = (changes, code) => {
  const { passed, failed } = countJest(report(changes), code, '')
  return { passed, failed }
}

test('counts as jest counted', () => {
  expect(count({}, 0)).toEqual({ passed: 3, failed: 0 })
  expect(count({ numFailedTests: 2, numTotalTests: 5 }, 1)).toEqual({ passed: 3, failed: 2 })
})

test('a file that cannot run is a failure', () => {
  expect(count({ numRuntimeErrorTestSuites: 1 }, 1)).toEqual({ passed: 3, failed: 1 })
})

test('a skipped test is a failure and is named', () => {
  const skipped = {
    numPendingTests: 1,
    numTotalTests: 4,
    testResults: [{ assertionResults: [{ status: 'pending', fullName: 'counts once' }] }],
  }
  expect(countJest(report(skipped), 0, '')).toMatchObject({
    failed: 1,
    output: expect.stringContaining('counts once'),
  })
})

test('a test that passed only when it was tried again is named with its reason', () => {
  const again = {
    status: 'passed',
    fullName: 'votes',
    invocations: 2,
    retryMessages: ['Error: no connection'],
  }
  const counted = countJest(report({ testResults: [{ assertionResults: [again] }] }), 0, '')
  expect(counted).toMatchObject({
    passed: 3,
    failed: 0,
    remark: expect.stringMatching(/attempt 2: votes\nError: no connection/),
  })
})

test('no test at all, a crash without a report and an unexplained exit code are failures', () => {
  expect(count({ numPassedTests: 0, numTotalTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(countJest(undefined, 134, 'heap')).toMatchObject({
    passed: 0,
    failed: 1,
    output: expect.stringContaining('heap'),
  })
  expect(count({}, 1)).toEqual({ passed: 3, failed: 1 })
})

import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { defaultContactPolicy } from '@sixfold/domain/contact-policy'
import { policyFaults } from '@sixfold/domain/policy-check'
import { seededRandom } from '@sixfold/domain/random'
import { auditor } from './breaches.ts'
import { somebody, someRules } from './people.ts'
import { governed, liveAYear, policiesOf, ungoverned } from './year.ts'

/** Which years to live: `house` names the organisation, whose rules and people follow from it. */
export interface YearsAsked {
  house: string
  people: number
  governor: 'governed' | 'ungoverned'
}

/** How often each breach, refusal and kind of touch came about. */
export interface YearsLived {
  breaches: Record<string, number>
  refused: Record<string, number>
  sent: Record<string, number>
}

/** Years of the people of one organisation; the same house lives the same years. */
export function liveYears({ house, people, governor }: YearsAsked): YearsLived {
  const random = seededRandom(house)
  const rules = someRules(random)
  if (policyFaults({ base: defaultContactPolicy, rules }).length > 0)
    throw new Error('rules that make no sense')
  const policyOf = policiesOf(rules)
  const audit = auditor(rules)
  const lived: YearsLived = { breaches: {}, refused: {}, sent: {} }
  const count = (what: Record<string, number>, key: string, times = 1) => {
    what[key] = (what[key] ?? 0) + times
  }
  for (let n = 0; n < people; n += 1) {
    const person = somebody(random)
    const year = liveAYear(person, random, policyOf(person), governor === 'governed' ? governed : ungoverned)
    for (const breach of audit(person, year)) count(lived.breaches, breach)
    for (const [reason, times] of year.refused) count(lived.refused, reason, times)
    for (const { kind } of year.sent) count(lived.sent, kind)
  }
  return lived
}

// The test runner makes code several times slower, so the hundred thousand live outside it, in threads.
if (!isMainThread && parentPort && workerData?.house)
  parentPort.postMessage(liveYears(workerData as YearsAsked))

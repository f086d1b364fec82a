import type { BlindProblem } from '../blind/blind-faults.ts'
import type { DesignFault } from '../sampling/sample-design.ts'

export const LAUNCH_CHECKS = [
  'size_missing',
  'quotas_missing',
  'deviations_missing',
  'closes_in_the_past',
  'closes_before_opening',
  'already_open',
  'nobody',
  'blind_customer_record',
  'blind_who_answers',
  'blind_file',
  'blind_who_asks',
  'opens_in_the_past',
  'reminder_after_closing',
  'newer_version',
  'few_answers',
  'no_plan',
  'over_budget',
] as const
export type LaunchCheck = (typeof LAUNCH_CHECKS)[number]

export interface CheckedLaunch {
  check: LaunchCheck
  /** `stops`: it cannot be launched like this. `advises`: it can, but somebody would want to know. */
  severity: 'stops' | 'advises'
}

const stopping: ReadonlySet<LaunchCheck> = new Set([
  'size_missing',
  'quotas_missing',
  'deviations_missing',
  'closes_in_the_past',
  'closes_before_opening',
  'already_open',
  'nobody',
  'blind_customer_record',
  'blind_who_answers',
  'blind_file',
  'blind_who_asks',
])

/** What a launch is checked against. */
export interface LaunchFacts {
  now: Date
  opensAt: Date
  closesAt: Date
  reminderDays: readonly number[]
  designFault: DesignFault | null
  /** Another wave of the survey is open in one of the regions. */
  alreadyOpen: boolean
  /** The survey was published again since the version of the wave. */
  newerVersion: boolean
  /** What would tell who answers a blind survey, or who asks. */
  blindProblems?: readonly BlindProblem[]
  /** Once it is known who would be asked. */
  outlook?: {
    asked: number
    expectedAnswers: number
    minimumCell: number
    hasPlan: boolean
    overBudget: boolean
  }
}

const DAY_MS = 86_400_000

/**
 * Everything that speaks against launching a wave, what stops it first.
 *
 * @example launchChecks({ ...facts, alreadyOpen: true }) // [{ check: 'already_open', severity: 'stops' }]
 */
export function launchChecks(facts: LaunchFacts): CheckedLaunch[] {
  const { now, opensAt, closesAt, reminderDays, outlook } = facts
  const lastReminder = Math.max(0, ...reminderDays)
  const found: (LaunchCheck | false | null)[] = [
    ...[...new Set(facts.blindProblems)].map(problem => `blind_${problem}` as const),
    facts.designFault,
    closesAt <= now && 'closes_in_the_past',
    closesAt > now && closesAt <= opensAt && 'closes_before_opening',
    facts.alreadyOpen && 'already_open',
    outlook !== undefined && outlook.asked === 0 && 'nobody',
    opensAt.getTime() < now.getTime() - DAY_MS && 'opens_in_the_past',
    lastReminder > 0 &&
      opensAt.getTime() + lastReminder * DAY_MS >= closesAt.getTime() &&
      'reminder_after_closing',
    facts.newerVersion && 'newer_version',
    outlook !== undefined &&
      outlook.asked > 0 &&
      outlook.expectedAnswers < outlook.minimumCell &&
      'few_answers',
    outlook !== undefined && !outlook.hasPlan && 'no_plan',
    outlook?.overBudget === true && 'over_budget',
  ]
  return found
    .filter(check => check !== false && check !== null)
    .map(check => ({ check, severity: stopping.has(check) ? ('stops' as const) : ('advises' as const) }))
    .sort((a, b) => Number(a.severity === 'advises') - Number(b.severity === 'advises'))
}

/** Whether nothing stops a launch. */
export function mayLaunch(checks: readonly CheckedLaunch[]): boolean {
  return checks.every(({ severity }) => severity !== 'stops')
}

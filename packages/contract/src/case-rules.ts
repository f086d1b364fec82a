import { HIGHEST_RULE_SCORE, RULE_TRIGGERS } from '@sixfold/domain/case-rules/case-rule'
import { RULE_STATES, TRIAL_STATES } from '@sixfold/domain/case-rules/rule-state'
import { SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { z } from 'zod'
import { id, instant, key, staffProcedure } from './common.ts'

/** Whom and what a rule is about; an empty list leaves nothing out. */
export const ruleTerms = z.strictObject({
  trigger: z.enum(RULE_TRIGGERS),
  factors: z.array(key).max(20),
  /** From 1, very dissatisfied, to this. */
  atMost: z.int().min(1).max(HIGHEST_RULE_SCORE),
  segments: z.array(key).max(50),
  regionIds: z.array(id).max(50),
  seniorities: z.array(z.enum([...SENIORITIES, ''])).max(SENIORITIES.length + 1),
  revenueFrom: z.number().min(0).max(1e17).nullable(),
  severity: z.enum(SEVERITIES),
})

export const ruleInput = z.strictObject({ name: z.string().trim().min(1).max(120), terms: ruleTerms })
export type RuleInput = z.infer<typeof ruleInput>

/** One case that a rule would have opened. */
export const ruleSample = z.strictObject({
  accountId: id,
  accountName: z.string(),
  contactId: id.nullable(),
  contactName: z.string(),
  regionId: id,
  quarter: z.string(),
  factor: z.string().nullable(),
  score: z.int().nullable(),
  at: instant,
})
export type RuleSample = z.infer<typeof ruleSample>

export const ruleTrial = z.strictObject({
  id,
  state: z.enum(TRIAL_STATES),
  /** Of the terms that were tried. */
  edition: z.int(),
  quarters: z.int(),
  done: z.int(),
  total: z.int(),
  cases: z.int(),
  byQuarter: z.record(z.string(), z.int()),
  byRegion: z.record(z.string(), z.int()),
  byFactor: z.record(z.string(), z.int()),
  /** The latest. */
  samples: z.array(ruleSample),
  startedAt: instant,
  startedBy: z.string(),
  finishedAt: instant.nullable(),
})
export type RuleTrial = z.infer<typeof ruleTrial>

export const caseRule = z.strictObject({
  id,
  name: z.string(),
  terms: ruleTerms,
  state: z.enum(RULE_STATES),
  edition: z.int(),
  revision: z.int(),
  /** What happens from then on opens cases; null: it is not on. */
  onSince: instant.nullable(),
  /** Whether the caller may read answers wherever the rule and its last trial look: only then is it said what they found. */
  readable: z.boolean(),
  /** Cases that it opened; null: the caller may not read answers there. */
  opened: z.int().nullable(),
  createdBy: z.string(),
  changedAt: instant,
  /** The last trial; null: it was never tried, or the caller may not read answers there. */
  trial: ruleTrial.nullable(),
  editable: z.boolean(),
})
export type CaseRule = z.infer<typeof caseRule>

const at = { id, revision: z.int() }

export const caseRules = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/case-rules',
      tags: ['cases'],
      summary: 'When cases are opened by themselves',
    })
    .output(z.strictObject({ items: z.array(caseRule) })),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/case-rules/{id}',
      tags: ['cases'],
      summary: 'A rule with its last trial',
    })
    .input(z.strictObject({ id }))
    .output(caseRule),
  create: staffProcedure()
    .route({
      method: 'POST',
      path: '/case-rules',
      tags: ['cases'],
      summary: 'Write a rule; it opens nothing yet',
    })
    .input(ruleInput)
    .output(caseRule),
  change: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/case-rules/{id}',
      tags: ['cases'],
      summary: 'Change a rule; with other terms it is off until it was tried again',
    })
    .input(z.strictObject({ ...at, ...ruleInput.shape }))
    .output(caseRule),
  remove: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'DELETE',
      path: '/case-rules/{id}',
      tags: ['cases'],
      summary: 'Delete a rule that never opened a case',
    })
    .input(z.strictObject({ id, revision: z.coerce.number().int() })),
  try: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/case-rules/{id}/trial',
      tags: ['cases'],
      summary: 'Try a rule on the answers of past quarters; it opens nothing',
    })
    .input(z.strictObject({ id, quarters: z.int().min(1).max(20) }))
    .output(caseRule),
  stopTrial: staffProcedure('wrong_state')
    .route({
      method: 'DELETE',
      path: '/case-rules/{id}/trial',
      tags: ['cases'],
      summary: 'Stop a trial that runs',
    })
    .input(z.strictObject({ id }))
    .output(caseRule),
  switch: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/case-rules/{id}/switch',
      tags: ['cases'],
      summary: 'Switch a rule on, once it was tried as it stands, or off',
    })
    .input(z.strictObject({ ...at, on: z.boolean() }))
    .output(caseRule),
}

/** `draft`: never on as it stands; `on`: opens cases; `off`: was on. */
export const RULE_STATES = ['draft', 'on', 'off'] as const
export type RuleState = (typeof RULE_STATES)[number]

/** A trial on past data. `stopped`: somebody stopped it. */
export const TRIAL_STATES = ['running', 'done', 'stopped'] as const
export type TrialState = (typeof TRIAL_STATES)[number]

export interface RuleStanding {
  state: RuleState
  /** Of its terms: rises when they change. */
  edition: number
}

/**
 * What keeps a rule from being switched on; null: nothing. It must have been tried to the end on past data as it stands.
 *
 * @example switchOnFault({ state: 'draft', edition: 2 }, { state: 'done', edition: 1 }) // 'not_tried'
 */
export function switchOnFault(
  rule: RuleStanding,
  trial: { state: TrialState; edition: number } | null,
): 'already_on' | 'not_tried' | null {
  if (rule.state === 'on') return 'already_on'
  return trial?.state === 'done' && trial.edition === rule.edition ? null : 'not_tried'
}

import type { ContactPolicy } from './contact-policy.ts'
import { checkedPolicy, contactPolicyFor, countriesWithLaw } from './contact-policy.ts'
import type { PolicyRule, PolicyRuleFault } from './policy-rules.ts'
import { policyRuleFault } from './policy-rules.ts'

/** What keeps a policy from being kept. `ruleId` null: the base; `country`: whose law leaves no hours. */
export interface PolicyFault {
  ruleId: string | null
  fault: PolicyRuleFault | 'id_repeated'
  country: string | null
}

/**
 * Everything that is wrong with a base and its rules, asked before they are kept: with no fault there is a policy for
 * every contact, in every country whose law is known.
 *
 * @example policyFaults({ base, rules: [{ id: 'r1', when: {}, set: { hours: { phone: { from: '18:00', until: '20:00' } } } }] })
 *   // [{ ruleId: 'r1', fault: 'no_hours', country: 'VN' }]: in Vietnam nobody is called after 17:00
 */
export function policyFaults({
  base,
  rules,
}: {
  base: ContactPolicy
  rules: readonly PolicyRule[]
}): PolicyFault[] {
  const ofBase = baseFault(base)
  if (ofBase) return [ofBase]
  const seen = new Set<string>()
  return rules.flatMap((rule): PolicyFault[] => {
    const ruleId = rule.id
    if (seen.has(ruleId)) return [{ ruleId, fault: 'id_repeated', country: null }]
    seen.add(ruleId)
    const own = policyRuleFault(rule, base)
    if (own) return [{ ruleId, fault: own, country: rule.when.country ?? null }]
    if (rule.when.country !== undefined) return []
    const country = countriesWithLaw.find(
      each => policyRuleFault({ ...rule, when: { ...rule.when, country: each } }, base) !== null,
    )
    return country === undefined ? [] : [{ ruleId, fault: 'no_hours', country }]
  })
}

function baseFault(base: ContactPolicy): PolicyFault | null {
  for (const country of [null, ...countriesWithLaw])
    try {
      if (country === null) checkedPolicy(base)
      else contactPolicyFor(country, base)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const fault = error.message.startsWith('no hours') ? 'no_hours' : 'not_a_number'
      return { ruleId: null, fault, country }
    }
  return null
}

import type { PolicyFault } from '@sixfold/domain/policy-check'
import { usePolicyText } from '../use-policy-text.ts'

export function FaultText({ fault: { fault, country } }: { fault: PolicyFault }) {
  const { say, countryName } = usePolicyText()
  if (fault === 'no_hours' && country)
    return <>{say('fault.no_hours_by_law', { country: countryName(country) })}</>
  return <>{say(`fault.${fault}`)}</>
}

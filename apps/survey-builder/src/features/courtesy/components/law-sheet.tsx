import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import { countriesWithLaw } from '@sixfold/domain/contact-policy'
import { policyFields, policyValue, policyWithOrigins } from '@sixfold/domain/policy-origins'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { usePolicyText } from '../use-policy-text.ts'
import styles from './courtesy.module.css'

/** What the law of each country makes stricter in what holds for everybody. */
export function LawSheet({ base }: { base: PolicyDraft['base'] }) {
  const { say, countryName } = usePolicyText()
  const own = new Set((useSession().data?.regions ?? []).map(({ country }) => country))
  const without = [...own].filter(country => !countriesWithLaw.includes(country))
  return (
    <Sheet title={say('law')}>
      <p className={styles.text}>{say('lawText')}</p>
      <ul className={styles.lines}>
        {countriesWithLaw.map(country => (
          <li key={country}>
            <p className={styles.scope}>{country === 'VN' ? say('law.VN') : countryName(country)}</p>
            <LawAdds base={base} country={country} />
          </li>
        ))}
      </ul>
      {without.length > 0 && (
        <p className={styles.text}>{say('lawNothing', { countries: without.map(countryName).join(', ') })}</p>
      )}
    </Sheet>
  )
}

function LawAdds({ base, country }: { base: PolicyDraft['base']; country: string }) {
  const { say, fieldName, valueText } = usePolicyText()
  const purpose = 'relationship_survey'
  const subject = { country, executive: false, tier: '', purpose } as const
  const { policy, origins } = policyWithOrigins({ base, rules: [], subject })
  const added = policyFields.filter(field => origins[field].from === 'law')
  if (added.length === 0) return <p className={styles.changes}>{say('lawCovered')}</p>
  return (
    <ul className={styles.changes}>
      {added.map(field => (
        <li key={field}>{`${fieldName(field)}: ${valueText(policyValue(policy, field, purpose))}`}</li>
      ))}
    </ul>
  )
}

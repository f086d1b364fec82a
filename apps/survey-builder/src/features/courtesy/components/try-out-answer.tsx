import type { Contract } from '@sixfold/contract/contract'
import type { PolicyField, PolicyOrigin } from '@sixfold/domain/policy-origins'
import { policyFields, policyValue } from '@sixfold/domain/policy-origins'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import type { z } from 'zod'
import { usePolicyText } from '../use-policy-text.ts'
import styles from './courtesy.module.css'

type Answer = z.output<NonNullable<Contract['contactPolicy']['tryOut']['~orpc']['outputSchema']>>

/** The decision, what decided it, and everything that holds for this touch. */
export function TryOutAnswer({ answer }: { answer: Answer }) {
  const { say, countryName, fieldName, valueText } = usePolicyText()
  const { language } = useLanguage()
  const { decision, reason, earliest, zone, origin, policy, origins, purpose } = answer
  const decisive = policyFields.find(field => field === answer.field)
  const originText = (by: PolicyOrigin) =>
    by.from === 'rule'
      ? say('origin.rule', { n: by.ruleId.replace(/^rule-/, '') })
      : by.from === 'law'
        ? say('origin.law', { country: countryName(by.country) })
        : say('origin.base')
  const value = (field: PolicyField) => valueText(policyValue(policy, field, purpose))
  return (
    <div className={styles.answer} aria-live="polite">
      {decision === 'allow' ? (
        <Lamp tone="good">{say('allowed')}</Lamp>
      ) : (
        <Lamp tone={earliest ? 'attention' : 'problem'}>{say(earliest ? 'refused' : 'refusedForGood')}</Lamp>
      )}
      {reason && (
        <p>
          <TouchReason reason={reason} />
        </p>
      )}
      {earliest && <p>{say('earliest', { time: formatInstant(earliest, language, { zone }) })}</p>}
      {decisive && origin && (
        <p className={styles.text}>
          {say('decidedBy', {
            origin: originText(origin),
            field: fieldName(decisive),
            value: value(decisive),
          })}
        </p>
      )}
      {reason && !decisive && <p className={styles.text}>{say('notPolicy')}</p>}
      <DataTable
        caption={say('allSettings')}
        captionShown
        rows={policyFields}
        rowKey={field => field}
        columns={[
          { key: 'setting', header: say('setting'), rowHeader: true, cell: fieldName },
          { key: 'value', header: say('value'), cell: value },
          {
            key: 'origin',
            header: say('origin'),
            cell: field => originText(origins[field] ?? { from: 'base' }),
          },
        ]}
      />
    </div>
  )
}

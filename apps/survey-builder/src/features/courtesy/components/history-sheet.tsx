import { Button } from '@mantine/core'
import type { KeptPolicy } from '@sixfold/contract/contact-policy'
import { defaultContactPolicy } from '@sixfold/domain/contact-policy'
import { policyFields, policyValue } from '@sixfold/domain/policy-origins'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useInfiniteQuery } from '@tanstack/react-query'
import { historyQuery } from '../queries.ts'
import { usePolicyText } from '../use-policy-text.ts'
import styles from './courtesy.module.css'

/** Who changed the policy, when, and what became different with it. */
export function HistorySheet() {
  const { say } = usePolicyText()
  const history = useInfiniteQuery(historyQuery())
  return (
    <Sheet title={say('history')}>
      <QueryStates query={history}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0) return <p className={styles.text}>{say('noHistory')}</p>
          return (
            <>
              <ol className={styles.lines}>
                {items.map((item, at) => (
                  <HistoryLine key={item.revision} policy={item} before={items[at + 1]} />
                ))}
              </ol>
              {history.hasNextPage && (
                <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
                  {say('older')}
                </Button>
              )}
            </>
          )
        }}
      </QueryStates>
    </Sheet>
  )
}

function HistoryLine({ policy, before }: { policy: KeptPolicy; before: KeptPolicy | undefined }) {
  const { say, fieldName, valueText } = usePolicyText()
  const { language } = useLanguage()
  const who = { who: policy.savedBy, time: formatInstant(policy.savedAt ?? '', language) }
  // The page's last line is not compared with what stands on the next page.
  const isComparable = before !== undefined || policy.revision === 1
  const old = before ?? { base: defaultContactPolicy, rules: [] }
  const value = (base: KeptPolicy['base'] | typeof old.base, field: (typeof policyFields)[number]) =>
    valueText(policyValue(base, field, 'relationship_survey'))
  const changed = policyFields.filter(field => value(policy.base, field) !== value(old.base, field))
  const known = new Map(old.rules.map(rule => [rule.id, JSON.stringify(rule)]))
  const added = policy.rules.filter(rule => known.get(rule.id) !== JSON.stringify(rule)).length
  const removed = old.rules.filter(({ id }) => !policy.rules.some(rule => rule.id === id)).length
  return (
    <li>
      <p className={styles.scope}>{say('historyLine', who)}</p>
      <p className={styles.changes}>{say('historyRules', { n: policy.rules.length })}</p>
      {isComparable && (
        <ul className={styles.changes}>
          {changed.map(field => (
            <li key={field}>
              {say('historyChanges', {
                field: fieldName(field),
                before: value(old.base, field),
                after: value(policy.base, field),
              })}
            </li>
          ))}
          {added + removed > 0 && <li>{say('historyRulesChanged', { added, removed })}</li>}
        </ul>
      )}
    </li>
  )
}

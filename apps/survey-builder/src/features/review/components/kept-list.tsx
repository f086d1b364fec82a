import { Button } from '@mantine/core'
import type { KeptFinding } from '@sixfold/contract/reviews'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import { findingKey } from '@sixfold/domain/survey/review/finding-key'
import { formatInstant } from '@sixfold/ui/format'
import { toast } from '@sixfold/ui/parts/toast'
import type { Speech } from '../finding-words.ts'
import { findingWords } from '../finding-words.ts'
import type { Places } from '../places.ts'
import { useReopen } from '../queries.ts'
import styles from './review.module.css'

interface KeptListProps {
  surveyId: string
  findings: readonly Finding[]
  reasons: readonly KeptFinding[]
  places: Places
  speech: Speech
  onGo: (finding: Finding) => void
  onReopened: () => void
}

/** Advice that was not followed, with the reason, for the next colleague. */
export function KeptList({ surveyId, findings, reasons, places, speech, onGo, onReopened }: KeptListProps) {
  const { say, screens } = speech
  const reopen = useReopen(surveyId)
  const reasonOf = new Map(reasons.map(kept => [kept.key, kept]))
  return (
    <details className={styles.kept}>
      <summary>{say('kept', { n: findings.length })}</summary>
      <ol className={styles.list}>
        {findings.map(finding => {
          const key = findingKey(finding)
          const kept = reasonOf.get(key)
          const { title } = findingWords(finding, speech)
          const number = places.numberOf(finding.place)
          return (
            <li key={key} className={styles.item}>
              <span aria-hidden="true" />
              <div>
                <button type="button" className={styles.title} onClick={() => onGo(finding)}>
                  {number && <span className={styles.number}>{number} </span>}
                  {title}
                </button>
                {kept && (
                  <>
                    <p className={styles.reason}>{kept.reason}</p>
                    <p className={styles.text}>
                      {say('keptBy', { name: kept.keptBy, at: formatInstant(kept.keptAt, screens) })}
                    </p>
                  </>
                )}
                <div className={styles.actions}>
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={say('reopenNamed', { title })}
                    loading={reopen.isPending && reopen.variables.key === key}
                    onClick={() =>
                      reopen.mutate(
                        { id: surveyId, key },
                        { onSuccess: onReopened, onError: () => toast.attention(say('keptFailed')) },
                      )
                    }
                  >
                    {say('reopen')}
                  </Button>
                </div>
              </div>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

import type { CallOpening } from '@sixfold/contract/due'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import { dueWords } from '../../../words/due.ts'
import styles from './due.module.css'
import { DueReason } from './due-reason.tsx'

/** Where nobody can be called at present: when somebody can, and who comes first then. */
export function Openings({ openings }: { openings: readonly CallOpening[] }) {
  const say = useSay(dueWords)
  const { language } = useLanguage()
  const regions = new Map(useSession().data?.regions.map(({ id, name }) => [id, name]))
  if (openings.length === 0) return null
  return (
    <div className={styles.openings}>
      <Sheet title={say('openings')}>
        <ul className={styles.list}>
          {openings.map(({ regionId, at, reason, callId, contactName, accountName, zone }) => (
            <li key={regionId} className={styles.opening}>
              <p className={styles.who}>
                {say('openingOf', {
                  region: regions.get(regionId) ?? '',
                  time: formatInstant(at, language, { zone }),
                })}
              </p>
              <p className={styles.place}>
                <Link to="/calls/$id" params={{ id: callId }}>
                  {say('openingFirst', { name: contactName, account: accountName })}
                </Link>
                {reason !== null && (
                  <span>
                    <DueReason reason={reason} />
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}

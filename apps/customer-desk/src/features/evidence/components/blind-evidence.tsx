import type { EvidenceView } from '@sixfold/contract/evidence'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber } from '@sixfold/ui/format'
import { AppLink } from '@sixfold/ui/parts/app-link'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { evidenceWords } from '../../../words/evidence.ts'
import { fillAddress } from '../gap-actions.ts'
import styles from './evidence.module.css'

/** What was heard blind, without a region: as much as such answers say. */
export function BlindEvidence({ view }: { view: EvidenceView }) {
  const say = useSay(evidenceWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const address = actor ? fillAddress(actor, 'blind', null) : null
  const heardOf = new Map(view.blind.map(({ factor, heard }) => [factor, heard]))
  const silent = view.blind.every(({ heard }) => heard === 0)
  return (
    <Sheet
      title={say('blindTitle')}
      aside={silent && address && <AppLink href={address}>{say('fill.blind')}</AppLink>}
    >
      <p className={styles.note}>{say('blindText')}</p>
      <ul className={styles.blind}>
        {view.factors.map(({ key, name, index }) => {
          const heard = heardOf.get(key)
          return (
            <li key={key}>
              <FactorName index={index} name={textIn(name, language, 'en')} />
              <span className={heard === null ? styles.note : styles.n}>
                {heard === null ? say('few', { n: view.minimumCell }) : formatNumber(heard ?? 0, language)}
              </span>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}

import type { EvidenceView } from '@sixfold/contract/evidence'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter } from '@sixfold/ui/format'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { evidenceWords } from '../../../words/evidence.ts'
import styles from './evidence.module.css'

/** Whether a factor was left out, in one sentence. */
export function LeftOut({ view: { unheard, factors, quarter } }: { view: EvidenceView }) {
  const say = useSay(evidenceWords)
  const { language } = useLanguage()
  const names = factors
    .filter(({ key }) => unheard.includes(key))
    .map(({ name }) => textIn(name, language, 'en'))
  const when = formatQuarter(quarter)
  const good = unheard.length === 0
  return (
    <div className={styles.verdict}>
      <LampShape tone={good ? 'good' : 'problem'} size={14} />
      <div>
        <h2 className={styles.claim}>{good ? say('allHeard') : say('leftOut', { n: unheard.length })}</h2>
        <p className={styles.note}>
          {good
            ? say('allHeardText', { n: factors.length, quarter: when })
            : say('leftOutText', { factors: names.join(', '), quarter: when })}
        </p>
      </div>
    </div>
  )
}

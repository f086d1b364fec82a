import type { SavedPlan } from '@sixfold/contract/collection-plans'
import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { planWords } from '../../../words/plan.ts'
import type { AskedField } from '../asked-fields.ts'
import { Figures } from './figures.tsx'
import styles from './plan.module.css'

/** The plan for those who read surveys and do not change them. */
export function PlanReading({ plan, asked }: { plan: SavedPlan; asked: readonly AskedField[] }) {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const { content, savedBy, savedAt } = plan
  const statedUse = ({ question, field }: AskedField) =>
    content.uses.find(one => one.question === question && one.field === field)?.use
  return (
    <div className={styles.columns}>
      <div className={styles.sheets}>
        <Sheet title={say('purposeTitle')}>
          <div className={styles.fields}>
            <p className={styles.words}>{content.purpose}</p>
            {content.known && (
              <>
                <h3>{say('known')}</h3>
                <p className={styles.words}>{content.known}</p>
              </>
            )}
            <p className={styles.quiet}>
              {say('savedAt', { name: savedBy, at: formatInstant(savedAt, language) })}
            </p>
          </div>
        </Sheet>
        <Sheet title={say('usesTitle')}>
          {asked.length === 0 && <p className={styles.quiet}>{say('usesNone')}</p>}
          <dl className={styles.figures}>
            {asked.map(field => (
              <div key={`${field.question}:${field.field}`}>
                <dt>{say(`topic.${field.topic}`)}</dt>
                <dd>{statedUse(field) || say('noUse')}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
      </div>
      <aside className={styles.aside} aria-label={say('expectTitle')}>
        <Sheet title={say('expectTitle')}>
          <Figures content={content} />
        </Sheet>
      </aside>
    </div>
  )
}

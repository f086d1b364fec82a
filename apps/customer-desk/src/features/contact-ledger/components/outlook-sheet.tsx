import type { TouchOutlook } from '@sixfold/contract/contact-ledger'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { touchWords } from '@sixfold/ui/words/touches'
import { useQuery } from '@tanstack/react-query'
import { courtesyWords } from '../../../words/courtesy.ts'
import { outlookQuery } from '../queries.ts'
import styles from './outlook-sheet.module.css'

/** When a contact may be touched next, purpose by purpose, and what stands in the way until then. */
export function OutlookSheet({ contactId }: { contactId: string }) {
  const say = useSay(courtesyWords)
  const outlook = useQuery(outlookQuery(contactId))
  return (
    <Sheet title={say('outlook')}>
      <p className={styles.text}>{say('outlookText')}</p>
      <QueryStates query={outlook}>
        {({ items, zone }) => (
          <ul className={styles.lines}>
            {items.map(item => (
              <OutlookLine key={item.purpose} item={item} zone={zone} />
            ))}
          </ul>
        )}
      </QueryStates>
    </Sheet>
  )
}

function OutlookLine({ item, zone }: { item: TouchOutlook; zone: string }) {
  const say = useSay(courtesyWords)
  const sayTouch = useSay(touchWords)
  const { language } = useLanguage()
  return (
    <li className={styles.line}>
      <span className={styles.purpose}>{sayTouch(item.purpose)}</span>
      <div>
        {item.decision === 'allow' ? (
          <Lamp tone="good">{say('now')}</Lamp>
        ) : (
          <Lamp tone={item.earliest ? 'attention' : 'problem'}>
            {item.earliest
              ? say('from', { time: formatInstant(item.earliest, language, { zone }) })
              : say('never')}
          </Lamp>
        )}
        {item.reason && (
          <p className={styles.reason}>
            <TouchReason reason={item.reason} />
          </p>
        )}
      </div>
    </li>
  )
}

import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { callRequestWords } from '../../../words/call-requests.ts'
import { callRequestsOfQuery } from '../queries.ts'
import { WhenAndWhere } from './call-request-detail.tsx'
import styles from './call-requests.module.css'

/** When somebody asked to be called; nothing where nobody did. */
export function CallRequestsSheet({ contactId }: { contactId: string }) {
  const say = useSay(callRequestWords)
  const { language } = useLanguage()
  const { data } = useQuery(callRequestsOfQuery(contactId))
  if (!data || data.items.length === 0) return null
  return (
    <Sheet title={say('title')}>
      <ul className={styles.list}>
        {data.items.map(request => (
          <li key={request.id}>
            <p>
              <Lamp tone={request.state === 'open' ? 'attention' : 'good'}>{say(request.state)}</Lamp>{' '}
              {say('asked', {
                day: formatInstant(request.askedAt, language, { show: 'date' }),
                wave: request.waveName,
              })}
            </p>
            <WhenAndWhere request={request} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

import { formatInstant } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { noticeWords } from '../../../words/notices.ts'
import { noticeHistoryQuery } from '../queries.ts'
import styles from './notices.module.css'

/** Who changed the notice when: an answer names the version it was given under. */
export function NoticeHistory() {
  const say = useSay(noticeWords)
  const { language } = useLanguage()
  const { data } = useQuery(noticeHistoryQuery())
  return (
    <Sheet title={say('versions')}>
      <p className={styles.quiet}>{say('versionsText')}</p>
      <ul className={styles.list}>
        {(data?.items ?? []).map(({ revision, savedAt, savedBy }) => (
          <li key={revision}>
            {say('version', {
              revision,
              name: savedBy,
              day: savedAt === null ? '' : formatInstant(savedAt, language, { show: 'date' }),
            })}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

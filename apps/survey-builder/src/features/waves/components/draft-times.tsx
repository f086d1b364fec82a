import type { WaveOutlook } from '@sixfold/contract/wave-previews'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { draftWords } from '../../../words/drafts.ts'
import styles from './waves.module.css'

/** When the mails of a wave leave: a sentence, a line of bars, and the hours one by one for who wants them. */
export function DraftTimes({ outlook: { hours, days } }: { outlook: WaveOutlook }) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return null
  const mails = days.reduce((sum, day) => sum + day.mails, 0)
  const most = Math.max(...days.map(day => day.mails))
  const day = (date: string) => formatInstant(`${date}T12:00:00Z`, language, { show: 'date', zone: 'UTC' })
  return (
    <Sheet title={say('when')}>
      <p>
        {say('whenText', {
          mails,
          days: days.length,
          first: formatInstant(first.at, language),
          last: day(days.at(-1)?.date ?? ''),
        })}
      </p>
      <ul className={styles.days}>
        {days.slice(0, 14).map(({ date, mails: n }) => (
          <li key={date}>
            <span>{day(date)}</span>
            <span className={styles.ground} aria-hidden="true">
              <span className={styles.bar} style={{ width: `${(100 * n) / most}%` }} />
            </span>
            <span className={styles.figure}>{formatNumber(n, language)}</span>
          </li>
        ))}
      </ul>
      <details className={styles.details}>
        <summary>{say('byHour')}</summary>
        <DataTable
          caption={say('byHour')}
          rows={hours}
          rowKey={({ at }) => at}
          columns={[
            {
              key: 'hour',
              header: say('hour'),
              rowHeader: true,
              cell: ({ at }) => formatInstant(at, language),
            },
            {
              key: 'mails',
              header: say('mails'),
              figure: true,
              cell: ({ mails: n }) => formatNumber(n, language),
            },
          ]}
        />
      </details>
    </Sheet>
  )
}

import type { EventGroupView, EvidenceLinksView } from '@sixfold/contract/evidence-links'
import { EVENT_GROUPS } from '@sixfold/domain/roundtables/before-after'
import { formatChange, formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { evidenceLinkWords } from '../../../words/evidence-links.ts'
import styles from './evidence-links.module.css'

type Events = NonNullable<EvidenceLinksView['events']>

interface GroupRow {
  group: (typeof EVENT_GROUPS)[number]
  result: EventGroupView
}

/** Accounts before and after the round tables, by whether they came. */
export function EventRelations({ events }: { events: Events }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  const rows = EVENT_GROUPS.map((group): GroupRow => ({ group, result: events.groups[group] }))
  const number = (value: number) => formatNumber(value, language, 1)
  return (
    <Sheet title={say('events')}>
      <p className={styles.why}>
        {say('eventsWhy')} {say('eventsCount', { count: events.count })}
      </p>
      <Difference difference={events.difference} />
      <DataTable
        caption={say('events')}
        rows={rows}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'group',
            header: say('group'),
            rowHeader: true,
            cell: ({ group }: GroupRow) => say(`group.${group}`),
          },
          {
            key: 'change',
            header: say('change'),
            cell: ({ result }) => <Change result={result} />,
          },
          {
            key: 'before',
            header: say('before'),
            figure: true,
            cell: ({ result }) => result.shown && number(result.before),
          },
          {
            key: 'after',
            header: say('after'),
            figure: true,
            cell: ({ result }) => result.shown && number(result.after),
          },
          {
            key: 'accounts',
            header: say('accounts'),
            figure: true,
            cell: ({ result }) => result.shown && formatNumber(result.accounts, language),
          },
        ]}
      />
      <p className={styles.note}>{say('eventsCause')}</p>
    </Sheet>
  )
}

function Change({ result }: { result: EventGroupView }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  if (!result.shown) return <span className={styles.quiet}>{say(`hidden.${result.why}`)}</span>
  const points = (value: number) => formatChange(value, language, 1)
  return say('changeRange', {
    change: points(result.change),
    low: points(result.low),
    high: points(result.high),
  })
}

function Difference({ difference }: { difference: Events['difference'] }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  if (!difference) return null
  const points = (value: number) => formatChange(value, language, 1)
  const { change, low, high } = difference
  return (
    <p className={styles.sentence}>
      {say(low > 0 || high < 0 ? 'differenceClear' : 'differenceUnclear', {
        change: points(change),
        low: points(low),
        high: points(high),
      })}
    </p>
  )
}

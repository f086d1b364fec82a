import { Button, SegmentedControl, Select } from '@mantine/core'
import type { ImportCheck } from '@sixfold/contract/survey-imports'
import type { QuestionKind } from '@sixfold/domain/survey/question'
import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp, LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useId, useState } from 'react'
import { importReasonWords, importWords } from '../../../words/import.ts'
import { kindNames } from '../../../words/kinds.ts'
import styles from './import.module.css'

type Report = ImportCheck['report']
type Item = Report['items'][number]
type Outcome = Item['outcome']

const OUTCOMES: readonly Outcome[] = ['left_out', 'changed', 'mapped']
const tones: Record<Outcome, Tone> = { mapped: 'good', changed: 'attention', left_out: 'problem' }
const LISTED = 100

/** What became of everything in the file: counts, then one line for each thing, by outcome and page. */
export function ImportReport({ report: { items, counts } }: { report: Report }) {
  const say = useSay(importWords)
  const { language } = useLanguage()
  const filterLabel = useId()
  const total = counts.mapped + counts.changed + counts.left_out
  const [outcome, setOutcome] = useState<Outcome | 'all'>(OUTCOMES.find(one => counts[one] > 0) ?? 'all')
  const [page, setPage] = useState('')
  const [listed, setListed] = useState(LISTED)
  const found = items.filter(
    item =>
      (outcome === 'all' || item.outcome === outcome) &&
      (page === '' || String(item.where.page ?? 'survey') === page),
  )
  const places = [...new Set(items.map(({ where }) => String(where.page ?? 'survey')))]
  if (total === 0) return <p className={styles.text}>{say('nothingLost')}</p>
  return (
    <>
      <div role="status">
        <dl className={styles.figures}>
          {OUTCOMES.toReversed().map(one => (
            <div key={one}>
              <dt>
                <Lamp tone={tones[one]}>{say(one)}</Lamp>
              </dt>
              <dd>{formatNumber(counts[one], language)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.filters}>
        <div className={styles.filter}>
          <span className={styles.label} id={filterLabel}>
            {say('show')}
          </span>
          <SegmentedControl
            aria-labelledby={filterLabel}
            value={outcome}
            onChange={value => {
              setOutcome(value as Outcome | 'all')
              setListed(LISTED)
            }}
            data={(['all', ...OUTCOMES] as const).map(one => ({ value: one, label: say(one) }))}
          />
        </div>
        <Select
          className={styles.pages ?? ''}
          label={say('onPage')}
          value={page}
          allowDeselect={false}
          onChange={value => setPage(value ?? '')}
          data={[
            { value: '', label: say('everyPage') },
            ...places.map(place => ({
              value: place,
              label: place === 'survey' ? say('wholeSurvey') : say('pageNumber', { page: place }),
            })),
          ]}
        />
      </div>
      {found.length === 0 ? (
        <p className={styles.text}>{say('none')}</p>
      ) : (
        <ItemTable items={found.slice(0, listed)} />
      )}
      {found.length > listed && (
        <Button className={styles.more} onClick={() => setListed(listed + LISTED)}>
          {say('more', { n: Math.min(LISTED, found.length - listed) })}
        </Button>
      )}
      {total > items.length && (
        <p className={styles.quiet}>{say('notListed', { n: total - items.length })}</p>
      )}
    </>
  )
}

function ItemTable({ items }: { items: readonly Item[] }) {
  const say = useSay(importWords)
  const sayReason = useSay(importReasonWords)
  const sayKind = useSay(kindNames)
  const isKind = (name: string): name is QuestionKind => QUESTION_KINDS.some(kind => kind === name)
  const rows = items.map((item, at) => ({ ...item, key: String(at) }))
  return (
    <DataTable
      caption={say('report')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'where',
          header: say('where'),
          rowHeader: true,
          width: '42%',
          cell: item => <Source item={item} />,
        },
        {
          key: 'outcome',
          header: say('outcome'),
          cell: ({ outcome, reason, detail, what }) => (
            <span className={styles.became}>
              <LampShape tone={tones[outcome]} />
              <span>
                {sayReason(reason)}
                {detail !== '' && detail !== what && (
                  <span className={styles.detail}>{isKind(detail) ? sayKind(detail) : detail}</span>
                )}
              </span>
            </span>
          ),
        },
      ]}
    />
  )
}

function Source({ item: { where, what } }: { item: Item }) {
  const say = useSay(importWords)
  const { page, question, part } = where
  const names = [question, part].filter(Boolean).join(', ')
  const place = page === undefined ? (names ? '' : say('wholeSurvey')) : say('pageNumber', { page })
  return (
    <span className={styles.place}>
      <span>{names || place}</span>
      <span className={styles.quiet}>
        {names && place && `${place} · `}
        <code className={styles.code}>{what}</code>
      </span>
    </span>
  )
}

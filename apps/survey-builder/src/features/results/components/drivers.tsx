import { SegmentedControl } from '@mantine/core'
import { importanceMap } from '@sixfold/charts/importance-map'
import type { DriverReport } from '@sixfold/contract/driver-reports'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { Chart } from '@sixfold/ui/parts/chart'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { driverWords } from '../../../words/drivers.ts'
import { driversQuery } from '../queries.ts'
import styles from './drivers.module.css'

type Method = DriverReport['method']

const METHODS: readonly Method[] = ['relative_weights', 'shapley']

/** Which factors go along with satisfaction as a whole, with everything that should make one doubt. */
export function Drivers({ waveId, region }: { waveId: string; region: string | undefined }) {
  const say = useSay(driverWords)
  const [method, setMethod] = useState<Method>('relative_weights')
  const query = useQuery({
    ...driversQuery(waveId, { regionId: region, method }),
    placeholderData: keepPreviousData,
  })
  const found = query.data?.rSquared !== null && query.data?.state === 'ready'
  return (
    <Sheet
      title={say('title')}
      aside={
        found && (
          <SegmentedControl
            size="xs"
            aria-label={say('method')}
            value={method}
            onChange={next => setMethod(next as Method)}
            data={METHODS.map(value => ({ value, label: say(`method.${value}`) }))}
          />
        )
      }
    >
      <QueryStates query={query}>{report => <Report report={report} />}</QueryStates>
    </Sheet>
  )
}

function Report({ report }: { report: DriverReport }) {
  const say = useSay(driverWords)
  const { language } = useLanguage()
  if (report.state !== 'ready') return <p className={styles.note}>{say(report.state)}</p>
  const basis = {
    n: formatNumber(report.responses ?? 0, language),
    accounts: report.accounts ?? 0,
    left: formatNumber(report.leftOut ?? 0, language),
    confidence: formatShare(report.confidence, language),
  }
  return (
    <div className={styles.report}>
      {report.outcome && (
        <p className={styles.note}>{say('outcome', { question: textIn(report.outcome, language, 'en') })}</p>
      )}
      {report.rSquared === null ? (
        <Correlations report={report} />
      ) : (
        <Chart label={say('chart')} model={importanceMap(mapped(report, language), language)} />
      )}
      <p className={styles.note}>
        {report.rSquared === null
          ? say('basisPlain', basis)
          : say('basis', { ...basis, share: formatShare(report.rSquared, language) })}{' '}
        {say('cause')}
      </p>
      <Stated report={report} />
      <Doubts report={report} />
    </div>
  )
}

function mapped(report: DriverReport, language: 'en' | 'vi') {
  return report.drivers.map(({ name, importance, ...driver }) => ({
    ...driver,
    name: textIn(name, language, 'en'),
    importance: importance ?? 0,
  }))
}

function Doubts({ report }: { report: DriverReport }) {
  const say = useSay(driverWords)
  const { language } = useLanguage()
  const nameOf = (factor: string) => {
    const found = report.drivers.find(one => one.factor === factor)
    return found ? textIn(found.name, language, 'en') : factor
  }
  const doubts = [
    report.outdated && say('outdated'),
    report.reason && say(`reason.${report.reason}`),
    report.against.length > 0 && say('against', { factors: report.against.map(nameOf).join(', ') }),
    report.otherMethodFirst && say('otherMethodFirst', { factor: nameOf(report.otherMethodFirst) }),
    report.byRanksFirst && say('byRanksFirst', { factor: nameOf(report.byRanksFirst) }),
  ].filter(doubt => typeof doubt === 'string')
  if (doubts.length === 0) return null
  return (
    <ul className={styles.doubts}>
      {doubts.map(doubt => (
        <li key={doubt}>{doubt}</li>
      ))}
    </ul>
  )
}

/** What people say is important beside what goes along with their satisfaction; they often differ. */
function Stated({ report: { drivers } }: { report: DriverReport }) {
  const say = useSay(driverWords)
  const { language } = useLanguage()
  if (drivers.every(({ stated }) => stated === null)) return null
  return (
    <DataTable
      caption={say('statedTitle')}
      captionShown
      rows={drivers}
      rowKey={({ factor }) => factor}
      columns={[
        {
          key: 'factor',
          header: say('factor'),
          rowHeader: true,
          cell: ({ index, name }: DriverOf) => (
            <FactorName index={index} name={textIn(name, language, 'en')} />
          ),
        },
        {
          key: 'stated',
          header: say('stated'),
          figure: true,
          cell: ({ stated }) =>
            stated
              ? say('statedOf', { mean: formatNumber(stated.mean, language, 1), n: stated.n })
              : say('unknown'),
        },
        {
          key: 'derived',
          header: say('derived'),
          figure: true,
          cell: ({ importance }) =>
            importance === null ? say('unknown') : formatShare(importance / 100, language),
        },
      ]}
    />
  )
}

type DriverOf = DriverReport['drivers'][number]

function Correlations({ report }: { report: DriverReport }) {
  const say = useSay(driverWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('correlations')}
      rows={report.drivers}
      rowKey={({ factor }) => factor}
      columns={[
        {
          key: 'factor',
          header: say('factor'),
          rowHeader: true,
          cell: ({ index, name }: DriverOf) => (
            <FactorName index={index} name={textIn(name, language, 'en')} />
          ),
        },
        {
          key: 'correlation',
          header: say('correlation'),
          figure: true,
          cell: ({ correlation }) =>
            correlation === null ? say('unknown') : formatNumber(correlation, language, 2),
        },
        {
          key: 'performance',
          header: say('performance'),
          figure: true,
          cell: ({ performance }) => formatNumber(performance, language),
        },
      ]}
    />
  )
}

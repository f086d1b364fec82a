import { dimensionOf } from '@sixfold/domain/results/dimensions'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { groupWords } from '../../../words/groups.ts'
import { weightWords } from '../../../words/weights.ts'
import { groupName } from '../group-name.ts'
import styles from './groups.module.css'
import type { WeightedReport } from './weights.tsx'

interface ReportProps {
  report: WeightedReport
  minimum: number
}

/** What each kind of weights rests on and costs, and which groups are weighted. */
export function WeightReport({ report, minimum }: ReportProps) {
  const say = useSay(weightWords)
  return (
    <>
      <Sheet title={say('report')}>
        <Costs report={report} />
      </Sheet>
      <Sheet title={say('margins')}>
        <div className={styles.stack}>
          <Margin report={report} of="rows" />
          <Margin report={report} of="columns" />
        </div>
        <p className={styles.legend}>{say('together', { minimum })}</p>
      </Sheet>
    </>
  )
}

function Costs({ report }: { report: WeightedReport }) {
  const say = useSay(weightWords)
  const { language } = useLanguage()
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const why = (method: WeightedReport['weightings'][number]['method']) =>
    method === 'post_stratified' ? say(`why.${method}.${report.stratifiedBy}`) : say(`why.${method}`)
  return (
    <DataTable
      caption={say('report')}
      rows={report.weightings}
      rowKey={({ method }) => method}
      columns={[
        {
          key: 'method',
          header: say('method'),
          rowHeader: true,
          cell: ({ method }) => (
            <span className={styles.method}>
              {say(`method.${method}`)}
              <small>{why(method)}</small>
            </span>
          ),
        },
        {
          key: 'range',
          header: <abbr title={say('weightRangeWhy')}>{say('weightRange')}</abbr>,
          figure: true,
          cell: ({ lowest, highest }) => say('range', { low: number(lowest, 2), high: number(highest, 2) }),
        },
        {
          key: 'effect',
          header: say('effect'),
          figure: true,
          cell: ({ designEffect }) => number(designEffect, 2),
        },
        {
          key: 'effective',
          header: say('effective'),
          figure: true,
          cell: ({ effectiveSample }) => number(effectiveSample),
        },
        {
          key: 'iterations',
          header: say('iterations'),
          figure: true,
          cell: ({ iterations }) => (iterations === null ? say('none') : number(iterations)),
        },
        {
          key: 'gap',
          header: <abbr title={say('gapWhy')}>{say('gap')}</abbr>,
          figure: true,
          cell: ({ maxGap, converged }) => {
            if (maxGap === null) return say('none')
            return converged ? number(maxGap, 1) : say('unconverged', { gap: number(maxGap, 1) })
          },
        },
      ]}
    />
  )
}

function Margin({ report, of }: { report: WeightedReport; of: 'rows' | 'columns' }) {
  const say = useSay(weightWords)
  const sayGroup = useSay(groupWords)
  const { language } = useLanguage()
  const part = (n: number, all: number) =>
    say('ofAll', { n: formatNumber(n, language), share: formatShare(all > 0 ? n / all : 0, language) })
  const kind = dimensionOf(report[of][0]?.groups[0]?.segment ?? '')
  return (
    <DataTable
      caption={of === 'columns' && kind ? sayGroup(`by.${kind}`) : say(of)}
      captionShown
      rows={report[of]}
      rowKey={({ groups }) => groups.map(({ segment }) => segment).join(' ')}
      columns={[
        {
          key: 'group',
          header: say('group'),
          rowHeader: true,
          cell: ({ groups }) => groups.map(group => groupName(group, sayGroup)).join(', '),
        },
        {
          key: 'people',
          header: say('people'),
          figure: true,
          cell: ({ population }) => part(population, report.population),
        },
        {
          key: 'answered',
          header: say('answered'),
          figure: true,
          cell: ({ respondents }) => part(respondents, report.respondents),
        },
      ]}
    />
  )
}

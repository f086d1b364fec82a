import type { RuleSample, RuleTrial } from '@sixfold/contract/case-rules'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import { ruleWords } from '../../../words/case-rules.ts'
import { useFactorChoices } from '../queries.ts'
import styles from './case-rules.module.css'

/** How many cases, by quarter, region and factor, and the latest of them. */
export function TrialTables({ trial }: { trial: RuleTrial }) {
  const say = useSay(ruleWords)
  const regions = useSession().data?.regions ?? []
  const nameOfFactor = useFactorName()
  const nameOfRegion = (id: string) => regions.find(region => region.id === id)?.name ?? say('elsewhere')
  return (
    <>
      <div className={styles.tables}>
        <Counts
          caption={say('byQuarter')}
          header={say('quarter')}
          counts={trial.byQuarter}
          nameOf={same}
          byName
        />
        <Counts
          caption={say('byRegion')}
          header={say('region')}
          counts={trial.byRegion}
          nameOf={nameOfRegion}
        />
        {Object.keys(trial.byFactor).length > 0 && (
          <Counts
            caption={say('byFactor')}
            header={say('factor')}
            counts={trial.byFactor}
            nameOf={nameOfFactor}
          />
        )}
      </div>
      {trial.samples.length === 0 ? (
        <p className={styles.quiet}>{say('samplesNone')}</p>
      ) : (
        <Samples samples={trial.samples} nameOfFactor={nameOfFactor} />
      )}
    </>
  )
}

const same = (text: string) => text

function useFactorName(): (key: string) => string {
  const { language } = useLanguage()
  const factors = useFactorChoices()
  return key => {
    const factor = factors.find(one => one.key === key)
    return factor ? textIn(factor.name, language, 'en') : key
  }
}

interface CountsProps {
  caption: string
  header: string
  counts: Readonly<Record<string, number>>
  nameOf: (key: string) => string
  /** In the order of the names, not of the counts. */
  byName?: boolean
}

function Counts({ caption, header, counts, nameOf, byName = false }: CountsProps) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const rows = Object.entries(counts)
    .map(([key, n]) => ({ key, name: nameOf(key), n }))
    .toSorted((a, b) => (byName ? a.name.localeCompare(b.name) : b.n - a.n))
  return (
    <DataTable
      caption={caption}
      captionShown
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', header, rowHeader: true, cell: ({ name }) => name },
        { key: 'n', header: say('cases'), figure: true, cell: ({ n }) => formatNumber(n, language) },
      ]}
    />
  )
}

function Samples({
  samples,
  nameOfFactor,
}: {
  samples: readonly RuleSample[]
  nameOfFactor: (key: string) => string
}) {
  const say = useSay(ruleWords)
  const { language } = useLanguage()
  const scored = samples.some(({ score }) => score !== null)
  return (
    <DataTable
      caption={say('samples')}
      captionShown
      rows={samples.map((sample, at) => ({ ...sample, key: `${at}` }))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'account',
          header: say('account'),
          rowHeader: true,
          cell: ({ accountId, accountName }) => (
            <Link to="/accounts/$id" params={{ id: accountId }}>
              {accountName}
            </Link>
          ),
        },
        {
          key: 'contact',
          header: say('contact'),
          cell: ({ contactName }) => contactName || say('whole'),
        },
        ...(scored
          ? [
              {
                key: 'factor',
                header: say('factor'),
                cell: ({ factor }: RuleSample) => (factor === null ? '' : nameOfFactor(factor)),
              },
              { key: 'score', header: say('score'), figure: true, cell: ({ score }: RuleSample) => score },
            ]
          : []),
        {
          key: 'at',
          header: say('quarter'),
          cell: ({ at, quarter }) => (
            <time dateTime={at} title={formatInstant(at, language)}>
              {quarter}
            </time>
          ),
        },
      ]}
    />
  )
}

import type { EvidenceView } from '@sixfold/contract/evidence'
import { REGIONAL_SOURCES } from '@sixfold/domain/evidence/evidence-map'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { Link } from '@tanstack/react-router'
import { evidenceWords } from '../../../words/evidence.ts'
import styles from './evidence.module.css'
import { EvidenceCell } from './evidence-cell.tsx'

type Region = EvidenceView['regions'][number]

/** What was heard in a region: a row for each factor, a column for each source. */
export function RegionEvidence({ region, view }: { region: Region; view: EvidenceView }) {
  const say = useSay(evidenceWords)
  const { language } = useLanguage()
  const cells = view.cells.filter(({ regionId }) => regionId === region.id)
  const rows = [
    ...view.factors.map(factor => ({
      key: factor.key as string | null,
      name: textIn(factor.name, language, 'en'),
      index: factor.index,
    })),
    { key: null, name: say('noFactor'), index: -1 },
  ]
  return (
    <Sheet
      title={region.name}
      aside={
        <Link className={styles.silent} to="/accounts" search={{ region: region.id, kind: 'existing' }}>
          <Silence {...region.silent} />
        </Link>
      }
    >
      <DataTable
        caption={say('caption', { region: region.name, quarter: formatQuarter(view.quarter) })}
        rows={rows}
        rowKey={({ key }) => key ?? 'none'}
        columns={[
          {
            key: 'factor',
            header: say('factor'),
            rowHeader: true,
            width: 220,
            cell: ({ name, index }) => <FactorName index={index} name={name} />,
          },
          ...REGIONAL_SOURCES.map(source => ({
            key: source,
            header: say(source),
            cell: ({ key, name }: (typeof rows)[number]) => {
              const cell = cells.find(one => one.factor === key && one.source === source)
              return cell && <EvidenceCell cell={cell} factor={name} region={region.name} />
            },
          })),
        ]}
      />
    </Sheet>
  )
}

function Silence({ accounts, of, revenueShare }: Region['silent']) {
  const say = useSay(evidenceWords)
  const { language } = useLanguage()
  if (of === 0) return say('noAccounts')
  if (accounts === 0) return say('heardAll')
  return revenueShare === null
    ? say('silent', { n: accounts, of })
    : say('silentShare', { n: accounts, of, share: formatShare(revenueShare, language) })
}

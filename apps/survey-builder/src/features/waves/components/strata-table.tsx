import type { Region } from '@sixfold/contract/staff'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { draftWords } from '../../../words/drafts.ts'
import { programmeWords } from '../../../words/programmes.ts'

interface StrataTableProps {
  strata: readonly { stratum: string; population: number; sample: number }[]
  regions: readonly Region[]
}

/** How many people each group has, and how many of them were drawn. */
export function StrataTable({ strata, regions }: StrataTableProps) {
  const say = useSay(draftWords)
  const sayProgramme = useSay(programmeWords)
  const { language } = useLanguage()
  const nameOf = (stratum: string) => {
    const [by, name = ''] = stratum.split(':')
    if (stratum === '') return say('everybody')
    if (name === 'unknown') return say('unknown')
    if (by === 'region') return regions.find(({ id }) => id === name)?.name ?? name
    const seniority = SENIORITIES.find(one => one === name)
    return by === 'seniority' && seniority ? sayProgramme(seniority) : name
  }
  return (
    <DataTable
      caption={say('sample')}
      rows={strata}
      rowKey={({ stratum }) => stratum}
      columns={[
        {
          key: 'stratum',
          header: say('stratum'),
          rowHeader: true,
          cell: ({ stratum }) => nameOf(stratum),
        },
        {
          key: 'population',
          header: say('population'),
          figure: true,
          cell: ({ population }) => formatNumber(population, language),
        },
        {
          key: 'sample',
          header: say('sampled'),
          figure: true,
          cell: ({ sample }) => formatNumber(sample, language),
        },
      ]}
    />
  )
}

import type { Programme } from '@sixfold/contract/programmes'
import type { Region } from '@sixfold/contract/staff'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { programmeWords } from '../../../words/programmes.ts'
import { regionNames } from './wave-table.tsx'

interface ProgrammeTableProps {
  programmes: readonly Programme[]
  regions: readonly Region[]
}

export function ProgrammeTable({ programmes, regions }: ProgrammeTableProps) {
  const say = useSay(programmeWords)
  return (
    <DataTable
      caption={say('programmes')}
      stacked
      rows={programmes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: say('name'),
          rowHeader: true,
          cell: ({ id, name }) => (
            <Link to="/programmes/$id" params={{ id }}>
              {name}
            </Link>
          ),
        },
        { key: 'kind', header: say('kind'), cell: ({ kind }) => say(kind) },
        { key: 'regions', header: say('regions'), cell: programme => regionNames(programme, regions) },
        { key: 'method', header: say('method'), cell: ({ design }) => say(design.method) },
      ]}
    />
  )
}

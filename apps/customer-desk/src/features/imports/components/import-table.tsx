import type { ImportRun } from '@sixfold/contract/imports'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { importPageWords } from '../../../words/imports.ts'

const tones: Record<ImportRun['state'], Tone> = {
  reading: 'none',
  writing: 'none',
  refused: 'attention',
  done: 'good',
  cancelled: 'attention',
  failed: 'problem',
}

export function ImportTable({ runs }: { runs: readonly ImportRun[] }) {
  const say = useSay(importPageWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('earlier')}
      rows={runs}
      rowKey={run => run.id}
      columns={[
        {
          key: 'file',
          header: say('file'),
          rowHeader: true,
          cell: run => (
            <Link to="/imports/$id" params={{ id: run.id }}>
              {run.fileName}
            </Link>
          ),
        },
        { key: 'kind', header: say('kind'), cell: run => say(run.kind) },
        {
          key: 'state',
          header: say('state'),
          cell: run => <Lamp tone={tones[run.state]}>{say(run.state)}</Lamp>,
        },
        { key: 'rows', header: say('rows'), figure: true, cell: run => formatNumber(run.rows, language) },
        {
          key: 'faults',
          header: say('faults'),
          figure: true,
          cell: run => formatNumber(run.faultCount, language),
        },
        {
          key: 'when',
          header: say('when'),
          figure: true,
          cell: run => formatInstant(run.startedAt, language),
        },
      ]}
    />
  )
}

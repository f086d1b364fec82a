import type { auditEntry } from '@sixfold/contract/operations'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import type { z } from 'zod'
import { houseWords } from '../../../words/house.ts'

export function AuditTable({ entries }: { entries: readonly z.infer<typeof auditEntry>[] }) {
  const say = useSay(houseWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('auditTitle')}
      rows={entries}
      rowKey={entry => entry.id}
      columns={[
        { key: 'at', header: say('at'), rowHeader: true, cell: entry => formatInstant(entry.at, language) },
        { key: 'who', header: say('who'), cell: entry => entry.actor },
        // Actions and subjects are the names that the API and the log use: exact, and the same in every language.
        { key: 'what', header: say('what'), cell: entry => <code>{entry.action}</code> },
        { key: 'subject', header: say('subjectOf'), cell: entry => <code>{entry.subject}</code> },
        { key: 'detail', header: say('detail'), cell: entry => entry.detail },
      ]}
    />
  )
}

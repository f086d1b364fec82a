import type { mail } from '@sixfold/contract/operations'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { houseWords } from '../../../words/house.ts'
import { MailStateLamp } from './mail-state.tsx'

export function MailTable({ mails }: { mails: readonly z.infer<typeof mail>[] }) {
  const say = useSay(houseWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('outboxTitle')}
      rows={mails}
      rowKey={row => row.id}
      columns={[
        {
          key: 'subject',
          header: say('subject'),
          rowHeader: true,
          cell: row => (
            <Link to="/outbox/$id" params={{ id: row.id }}>
              {row.subject}
            </Link>
          ),
        },
        { key: 'to', header: say('to'), cell: row => row.to },
        { key: 'state', header: say('state'), cell: row => <MailStateLamp state={row.state} /> },
        {
          key: 'created',
          header: say('created'),
          figure: true,
          cell: row => formatInstant(row.createdAt, language),
        },
      ]}
    />
  )
}

import type { Account } from '@sixfold/contract/customers'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import { deskWords } from '../../../words/desk.ts'
import { recordWords } from '../../../words/record.ts'
import styles from './customers.module.css'

export function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const say = useSay(deskWords)
  const sayRecord = useSay(recordWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  return (
    <DataTable
      caption={say('accounts')}
      rows={accounts}
      rowKey={row => row.id}
      columns={[
        {
          key: 'name',
          header: say('name'),
          rowHeader: true,
          cell: row => (
            <Link to="/accounts/$id" params={{ id: row.id }}>
              {row.name}
            </Link>
          ),
        },
        { key: 'kind', header: say('kind'), cell: row => say(row.kind) },
        {
          key: 'region',
          header: say('region'),
          cell: row => regions.find(({ id }) => id === row.regionId)?.name ?? '',
        },
        { key: 'segment', header: say('segment'), cell: row => row.segment },
        {
          key: 'owner',
          header: sayRecord('owner'),
          cell: row => row.ownerName || <span className={styles.quiet}>{sayRecord('nobody')}</span>,
        },
        {
          key: 'contacts',
          header: say('contacts'),
          figure: true,
          cell: row => formatNumber(row.contacts, language),
        },
      ]}
    />
  )
}

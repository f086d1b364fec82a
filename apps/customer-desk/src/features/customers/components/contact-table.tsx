import type { Contact } from '@sixfold/contract/customers'
import { Badge } from '@sixfold/ui/parts/badge'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { deskWords } from '../../../words/desk.ts'
import styles from './customers.module.css'

export interface ContactTableProps {
  contacts: readonly Contact[]
}

export function ContactTable({ contacts }: ContactTableProps) {
  const say = useSay(deskWords)
  return (
    <DataTable
      caption={say('contacts')}
      rows={contacts}
      rowKey={row => row.id}
      columns={[
        {
          key: 'name',
          header: say('name'),
          rowHeader: true,
          cell: row => (
            <span className={styles.name}>
              <Link to="/contacts/$id" params={{ id: row.id }}>
                {row.name}
              </Link>
              {row.executive && <Badge>{say('executive')}</Badge>}
            </span>
          ),
        },
        {
          key: 'account',
          header: say('account'),
          cell: row => (
            <Link to="/accounts/$id" params={{ id: row.accountId }}>
              {row.accountName}
            </Link>
          ),
        },
        { key: 'role', header: say('role'), cell: row => row.role },
        {
          key: 'email',
          header: say('email'),
          cell: row => <span className={styles.address}>{row.email}</span>,
        },
        {
          key: 'state',
          header: say('contactable'),
          cell: row => (
            <Lamp tone={row.optedOut ? 'attention' : 'none'}>
              {say(row.optedOut ? 'optedOut' : 'reachable')}
            </Lamp>
          ),
        },
      ]}
    />
  )
}

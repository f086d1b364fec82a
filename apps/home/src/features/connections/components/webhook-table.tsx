import type { Webhook } from '@sixfold/contract/webhooks'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { connectionWords } from '../../../words/connections.ts'
import styles from './connections.module.css'
import { WebhookLamp } from './webhook-lamp.tsx'

export function WebhookTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  const say = useSay(connectionWords)
  return (
    <DataTable
      caption={say('webhooks')}
      rows={webhooks}
      rowKey={webhook => webhook.id}
      columns={[
        {
          key: 'name',
          header: say('name'),
          rowHeader: true,
          cell: webhook => (
            <>
              <Link to="/connections/$id" params={{ id: webhook.id }}>
                {webhook.name}
              </Link>
              <span className={styles.note}>{webhook.url}</span>
            </>
          ),
        },
        { key: 'state', header: say('state'), cell: webhook => <WebhookLamp webhook={webhook} /> },
        { key: 'events', header: say('events'), cell: webhook => webhook.events.join(', ') },
        { key: 'waiting', header: say('waiting'), figure: true, cell: webhook => webhook.waiting },
        { key: 'dead', header: say('dead'), figure: true, cell: webhook => webhook.dead },
      ]}
    />
  )
}

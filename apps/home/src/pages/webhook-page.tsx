import { Button, SegmentedControl } from '@mantine/core'
import type { Webhook } from '@sixfold/contract/webhooks'
import { deliveryState } from '@sixfold/contract/webhooks'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../features/connections/components/connections.module.css'
import { DeliveryTable } from '../features/connections/components/delivery-table.tsx'
import { SecretDialog } from '../features/connections/components/secret-dialog.tsx'
import { WebhookActions } from '../features/connections/components/webhook-actions.tsx'
import { WebhookDialog } from '../features/connections/components/webhook-dialog.tsx'
import { WebhookLamp } from '../features/connections/components/webhook-lamp.tsx'
import { deliveriesQuery, webhooksQuery } from '../features/connections/queries.ts'
import { connectionWords } from '../words/connections.ts'
import { MissingPage } from './missing-page.tsx'

const LOOK_AGAIN_MS = 3_000

/** `/connections/ID`: a system that is told of events, what was sent to it and what came back. */
export function WebhookPage() {
  const { id } = useParams({ from: '/house/connections/$id' })
  const webhooks = useQuery({ ...webhooksQuery(), refetchInterval: LOOK_AGAIN_MS })
  return (
    <QueryStates query={webhooks}>
      {({ items }) => {
        const webhook = items.find(each => each.id === id)
        return webhook ? <OneWebhook webhook={webhook} /> : <MissingPage />
      }}
    </QueryStates>
  )
}

function OneWebhook({ webhook }: { webhook: Webhook }) {
  const say = useSay(connectionWords)
  const regions = useSession().data?.regions ?? []
  const [changing, setChanging] = useState(false)
  const [secret, setSecret] = useState<string>()
  return (
    <>
      <PageHeader
        title={webhook.name}
        lead={webhook.url}
        actions={<Link to="/connections">{say('back')}</Link>}
      />
      <div className={styles.stack}>
        <Sheet title={say('state')} aside={<WebhookLamp webhook={webhook} />}>
          <div className={styles.stack}>
            <p>{webhook.events.join(', ')}</p>
            <WebhookActions webhook={webhook} onChange={() => setChanging(true)} onSecret={setSecret} />
          </div>
        </Sheet>
        <Deliveries webhook={webhook} />
      </div>
      <WebhookDialog
        of={changing ? webhook : undefined}
        regions={regions}
        onClose={() => setChanging(false)}
      />
      <SecretDialog kind="secret" secret={secret} onClose={() => setSecret(undefined)} />
    </>
  )
}

function Deliveries({ webhook }: { webhook: Webhook }) {
  const say = useSay(connectionWords)
  const sayCommon = useSay(commonWords)
  const { state } = useSearch({ from: '/house/connections/$id' })
  const navigate = useNavigate()
  const deliveries = useInfiniteQuery({
    ...deliveriesQuery(webhook.id, state),
    refetchInterval: LOOK_AGAIN_MS,
  })
  const show = (next: string) =>
    void navigate({
      to: '/connections/$id',
      params: { id: webhook.id },
      search: { state: deliveryState.options.find(option => option === next) },
      replace: true,
    })
  const chooser = (
    <SegmentedControl
      aria-label={say('state')}
      value={state ?? 'all'}
      onChange={show}
      data={(['all', ...deliveryState.options] as const).map(value => ({ value, label: say(value) }))}
    />
  )
  return (
    <Sheet title={say('deliveries')} aside={chooser}>
      <QueryStates
        query={deliveries}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={<EmptyState title={say('deliveriesEmpty')}>{say('deliveriesEmptyText')}</EmptyState>}
      >
        {({ pages }) => (
          <>
            <DeliveryTable webhook={webhook} deliveries={pages.flatMap(page => page.items)} />
            {deliveries.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={deliveries.isFetchingNextPage}
                onClick={() => void deliveries.fetchNextPage()}
              >
                {sayCommon('more')}
              </Button>
            )}
          </>
        )}
      </QueryStates>
    </Sheet>
  )
}

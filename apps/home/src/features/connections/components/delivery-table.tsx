import { Button } from '@mantine/core'
import type { Webhook, WebhookDelivery } from '@sixfold/contract/webhooks'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { asNoAnswer, connectionWords } from '../../../words/connections.ts'
import { useReplay } from '../queries.ts'
import styles from './connections.module.css'

const tones: Record<WebhookDelivery['state'], Tone> = {
  waiting: 'attention',
  delivered: 'good',
  dead: 'problem',
}

export function DeliveryTable({
  webhook,
  deliveries,
}: {
  webhook: Webhook
  deliveries: readonly WebhookDelivery[]
}) {
  const say = useSay(connectionWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('deliveries')}
      rows={deliveries}
      rowKey={delivery => delivery.id}
      columns={[
        {
          key: 'event',
          header: say('event'),
          rowHeader: true,
          cell: delivery => (
            <>
              <code>{delivery.event}</code>
              <details>
                <summary className={styles.note}>{say('body')}</summary>
                <pre className={styles.body}>{delivery.body}</pre>
              </details>
            </>
          ),
        },
        { key: 'at', header: say('at'), cell: delivery => formatInstant(delivery.at, language) },
        { key: 'state', header: say('state'), cell: delivery => <DeliveryLamp delivery={delivery} /> },
        { key: 'answer', header: say('answer'), cell: delivery => <LastAnswer delivery={delivery} /> },
        {
          key: 'attempts',
          header: say('attempts'),
          figure: true,
          cell: delivery => delivery.attempts.length,
        },
        {
          key: 'replay',
          header: say('replay'),
          headerHidden: true,
          figure: true,
          cell: delivery =>
            delivery.state !== 'waiting' &&
            webhook.state !== 'paused' && <ReplayButton webhook={webhook} delivery={delivery} />,
        },
      ]}
    />
  )
}

function DeliveryLamp({ delivery: { state, nextAt, attempts } }: { delivery: WebhookDelivery }) {
  const say = useSay(connectionWords)
  const { language } = useLanguage()
  return (
    <>
      <Lamp tone={tones[state]}>{say(state)}</Lamp>
      {nextAt && attempts.length > 0 && (
        <span className={styles.note}>{say('next', { at: formatInstant(nextAt, language) })}</span>
      )}
    </>
  )
}

function LastAnswer({ delivery: { attempts } }: { delivery: WebhookDelivery }) {
  const say = useSay(connectionWords)
  const last = attempts.at(-1)
  if (!last) return null
  const reason = last.status === null ? asNoAnswer(last.note) : null
  return (
    <>
      {last.status ?? say('noAnswer')}
      <span className={styles.note}>{reason ? say(reason) : last.note}</span>
    </>
  )
}

function ReplayButton({ webhook, delivery }: { webhook: Webhook; delivery: WebhookDelivery }) {
  const say = useSay(connectionWords)
  const { language } = useLanguage()
  const replay = useReplay()
  return (
    <Button
      size="xs"
      loading={replay.isPending}
      aria-label={`${say('replay')}: ${delivery.event}`}
      onClick={() =>
        replay.mutate(
          { id: webhook.id, deliveryId: delivery.id },
          {
            onSuccess: () => toast.done(say('replayed')),
            onError: error => toast.failed(error, language),
          },
        )
      }
    >
      {say('replay')}
    </Button>
  )
}

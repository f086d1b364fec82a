import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '../features/connections/components/connections.module.css'
import { KeyDialog } from '../features/connections/components/key-dialog.tsx'
import { KeyTable } from '../features/connections/components/key-table.tsx'
import { SecretDialog } from '../features/connections/components/secret-dialog.tsx'
import { WebhookDialog } from '../features/connections/components/webhook-dialog.tsx'
import { WebhookTable } from '../features/connections/components/webhook-table.tsx'
import { keysQuery, webhooksQuery } from '../features/connections/queries.ts'
import { connectionWords } from '../words/connections.ts'

/** `/connections`: the own API keys, and for administrators the systems that are told of events. */
export function ConnectionsPage() {
  const say = useSay(connectionWords)
  const actor = useSession().data?.actor
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={<a href="/api/docs">{say('document')}</a>}
      />
      <div className={styles.stack}>
        <Keys />
        {actor && can(actor, 'webhook.edit') && <Webhooks />}
      </div>
    </>
  )
}

function Keys() {
  const say = useSay(connectionWords)
  const keys = useQuery(keysQuery())
  const [making, dialog] = useDisclosure(false)
  const [made, setMade] = useState<string>()
  const makeButton = <Button onClick={dialog.open}>{say('makeKey')}</Button>
  return (
    <Sheet title={say('keys')} aside={makeButton}>
      <QueryStates
        query={keys}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={say('keysEmpty')}>{say('keysEmptyText')}</EmptyState>}
      >
        {({ items }) => <KeyTable keys={items} />}
      </QueryStates>
      <KeyDialog
        opened={making}
        onClose={dialog.close}
        onMade={key => {
          dialog.close()
          setMade(key)
        }}
      />
      <SecretDialog kind="key" secret={made} onClose={() => setMade(undefined)} />
    </Sheet>
  )
}

function Webhooks() {
  const say = useSay(connectionWords)
  const regions = useSession().data?.regions ?? []
  const webhooks = useQuery(webhooksQuery())
  const [making, dialog] = useDisclosure(false)
  const [secret, setSecret] = useState<string>()
  return (
    <Sheet title={say('webhooks')} aside={<Button onClick={dialog.open}>{say('makeWebhook')}</Button>}>
      <QueryStates
        query={webhooks}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={say('webhooksEmpty')}>{say('webhooksEmptyText')}</EmptyState>}
      >
        {({ items }) => <WebhookTable webhooks={items} />}
      </QueryStates>
      <WebhookDialog
        of={making ? 'new' : undefined}
        regions={regions}
        onClose={dialog.close}
        onMade={setSecret}
      />
      <SecretDialog kind="secret" secret={secret} onClose={() => setSecret(undefined)} />
    </Sheet>
  )
}

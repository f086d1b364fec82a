import { Button } from '@mantine/core'
import type { Webhook } from '@sixfold/contract/webhooks'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { connectionWords } from '../../../words/connections.ts'
import { useChangeWebhook, useEndWebhook, useRenewSecret, useReplayDead, useTestWebhook } from '../queries.ts'
import styles from './connections.module.css'

interface WebhookActionsProps {
  webhook: Webhook
  onChange: () => void
  onSecret: (secret: string) => void
}

export function WebhookActions({ webhook, onChange, onSecret }: WebhookActionsProps) {
  const say = useSay(connectionWords)
  const { language } = useLanguage()
  const [asking, setAsking] = useState<'renew' | 'end'>()
  const test = useTestWebhook()
  const change = useChangeWebhook()
  const replayDead = useReplayDead()
  const { id, revision, state, dead } = webhook
  const onError = (error: unknown) => toast.failed(error, language)
  const isPaused = state === 'paused'
  return (
    <div className={styles.actions}>
      {dead > 0 && !isPaused && (
        <Button
          loading={replayDead.isPending}
          onClick={() =>
            replayDead.mutate(
              { id },
              {
                onSuccess: ({ replayed }) => toast.done(say('replayedDead', { count: replayed })),
                onError,
              },
            )
          }
        >
          {say('replayDead')}
        </Button>
      )}
      {!isPaused && (
        <Button
          variant="filled"
          loading={test.isPending}
          onClick={() => test.mutate({ id }, { onSuccess: () => toast.done(say('tested')), onError })}
        >
          {say('test')}
        </Button>
      )}
      <Button onClick={onChange}>{say('change')}</Button>
      <Button
        loading={change.isPending}
        onClick={() => change.mutate({ id, revision, state: isPaused ? 'on' : 'paused' }, { onError })}
      >
        {say(isPaused ? 'resume' : 'pause')}
      </Button>
      <Button onClick={() => setAsking('renew')}>{say('renew')}</Button>
      <Button onClick={() => setAsking('end')}>{say('endWebhook')}</Button>
      <RenewDialog
        webhook={asking === 'renew' ? webhook : undefined}
        onClose={() => setAsking(undefined)}
        onSecret={onSecret}
      />
      <EndDialog webhook={asking === 'end' ? webhook : undefined} onClose={() => setAsking(undefined)} />
    </div>
  )
}

interface AskProps {
  webhook: Webhook | undefined
  onClose: () => void
}

function RenewDialog({ webhook, onClose, onSecret }: AskProps & Pick<WebhookActionsProps, 'onSecret'>) {
  const say = useSay(connectionWords)
  const renew = useRenewSecret()
  function confirm() {
    if (!webhook) return
    renew.mutate(
      { id: webhook.id },
      {
        onSuccess({ secret }) {
          onClose()
          onSecret(secret)
        },
      },
    )
  }
  return (
    <ConfirmDialog
      opened={webhook !== undefined}
      onClose={onClose}
      title={say('renewTitle', { name: webhook?.name ?? '' })}
      confirmLabel={say('renewDo')}
      onConfirm={confirm}
      busy={renew.isPending}
      error={renew.error}
    >
      {say('renewText')}
    </ConfirmDialog>
  )
}

function EndDialog({ webhook, onClose }: AskProps) {
  const say = useSay(connectionWords)
  const navigate = useNavigate()
  const end = useEndWebhook()
  function confirm() {
    if (!webhook) return
    end.mutate(
      { id: webhook.id },
      {
        onSuccess() {
          toast.done(say('webhookEnded', { name: webhook.name }))
          void navigate({ to: '/connections' })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      opened={webhook !== undefined}
      onClose={onClose}
      title={say('endWebhookTitle', { name: webhook?.name ?? '' })}
      confirmLabel={say('endWebhookDo')}
      onConfirm={confirm}
      busy={end.isPending}
      error={end.error}
      destructive
    >
      {say('endWebhookText')}
    </ConfirmDialog>
  )
}

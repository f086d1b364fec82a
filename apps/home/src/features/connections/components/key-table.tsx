import { Button } from '@mantine/core'
import type { ApiKey } from '@sixfold/contract/api-keys'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { connectionWords } from '../../../words/connections.ts'
import { useEndKey } from '../queries.ts'

export function KeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const say = useSay(connectionWords)
  const { language } = useLanguage()
  const [ending, setEnding] = useState<ApiKey>()
  const end = useEndKey()
  const day = (instant: string | null, none: string) =>
    instant === null ? none : formatInstant(instant, language, { show: 'date' })
  function close() {
    end.reset()
    setEnding(undefined)
  }
  function confirm() {
    if (!ending) return
    end.mutate(
      { id: ending.id },
      {
        onSuccess() {
          toast.done(say('keyEnded', { name: ending.name }))
          close()
        },
      },
    )
  }
  return (
    <>
      <DataTable
        caption={say('keys')}
        rows={keys}
        rowKey={key => key.id}
        columns={[
          { key: 'name', header: say('keyName'), rowHeader: true, cell: key => key.name },
          { key: 'start', header: say('start'), cell: key => <code>{key.start}…</code> },
          { key: 'scope', header: say('scope'), cell: key => say(key.scope) },
          { key: 'owner', header: say('owner'), cell: key => key.owner.name },
          { key: 'used', header: say('used'), cell: key => day(key.usedAt, say('unused')) },
          { key: 'ends', header: say('ends'), cell: key => day(key.expiresAt, say('never')) },
          {
            key: 'end',
            header: say('end'),
            headerHidden: true,
            figure: true,
            cell: key => (
              <Button
                size="xs"
                variant="subtle"
                aria-label={`${say('end')}: ${key.name}`}
                onClick={() => setEnding(key)}
              >
                {say('end')}
              </Button>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={ending !== undefined}
        onClose={close}
        title={say('endKeyTitle', { name: ending?.name ?? '' })}
        confirmLabel={say('endKeyDo')}
        onConfirm={confirm}
        busy={end.isPending}
        error={end.error}
        destructive
      >
        {say('endKeyText')}
      </ConfirmDialog>
    </>
  )
}

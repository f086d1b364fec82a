import { Button } from '@mantine/core'
import type { Region, staffInvitation } from '@sixfold/contract/staff'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { shellWords } from '@sixfold/ui/words/shell'
import { useState } from 'react'
import type { z } from 'zod'
import { houseWords } from '../../../words/house.ts'
import { useWithdraw } from '../queries.ts'
import { regionsText } from '../regions-text.ts'

type Invitation = z.infer<typeof staffInvitation>

export function InvitationTable({
  invitations,
  regions,
}: {
  invitations: readonly Invitation[]
  regions: readonly Region[]
}) {
  const say = useSay(houseWords)
  const sayShell = useSay(shellWords)
  const { language } = useLanguage()
  const [leaving, setLeaving] = useState<Invitation>()
  return (
    <>
      <DataTable
        caption={say('invitations')}
        rows={invitations}
        rowKey={invitation => invitation.id}
        columns={[
          { key: 'email', header: say('email'), rowHeader: true, cell: invitation => invitation.email },
          { key: 'role', header: say('role'), cell: invitation => sayShell(invitation.role) },
          {
            key: 'regions',
            header: say('regions'),
            cell: invitation => regionsText(invitation.regions, regions, say('allRegions'), say('noRegions')),
          },
          {
            key: 'invitedAt',
            header: say('invitedAt'),
            cell: invitation => formatInstant(invitation.invitedAt, language, { show: 'date' }),
          },
          {
            key: 'expiresAt',
            header: say('expiresAt'),
            cell: invitation => formatInstant(invitation.expiresAt, language, { show: 'date' }),
          },
          {
            key: 'withdraw',
            header: say('withdraw'),
            headerHidden: true,
            figure: true,
            cell: invitation => (
              <Button
                size="xs"
                variant="subtle"
                onClick={() => setLeaving(invitation)}
                aria-label={`${say('withdraw')}: ${invitation.email}`}
              >
                {say('withdraw')}
              </Button>
            ),
          },
        ]}
      />
      <WithdrawDialog invitation={leaving} onClose={() => setLeaving(undefined)} />
    </>
  )
}

function WithdrawDialog({
  invitation,
  onClose,
}: {
  invitation: Invitation | undefined
  onClose: () => void
}) {
  const say = useSay(houseWords)
  const withdraw = useWithdraw()
  const email = invitation?.email ?? ''
  function confirm() {
    if (!invitation) return
    withdraw.mutate(
      { id: invitation.id },
      {
        onSuccess() {
          toast.done(say('withdrawn', { email }))
          onClose()
        },
      },
    )
  }
  return (
    <ConfirmDialog
      opened={invitation !== undefined}
      onClose={() => {
        withdraw.reset()
        onClose()
      }}
      title={say('withdrawTitle', { email })}
      confirmLabel={say('withdrawDo')}
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      destructive
    >
      {say('withdrawText')}
    </ConfirmDialog>
  )
}

import { Button } from '@mantine/core'
import type { OpenLink } from '@sixfold/contract/open-links'
import type { Region } from '@sixfold/contract/staff'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { openLinkWords } from '../../../words/open-links.ts'
import { useRevokeLink } from '../queries.ts'
import styles from './open-links.module.css'

interface LinkTableProps {
  links: readonly OpenLink[]
  regions: readonly Region[]
  /** Null: they may only be looked at. */
  onChange: ((link: OpenLink) => void) | null
}

const tones = { open: 'good', early: 'none', full: 'attention', ended: 'none', revoked: 'none' } as const

export function LinkTable({ links, regions, onChange }: LinkTableProps) {
  const say = useSay(openLinkWords)
  const { language } = useLanguage()
  const [revoking, setRevoking] = useState<OpenLink | null>(null)
  const number = (value: number) => formatNumber(value, language)
  const regionOf = ({ regionId }: OpenLink) =>
    regionId === null ? say('anyRegion') : (regions.find(({ id }) => id === regionId)?.name ?? '')
  return (
    <>
      <DataTable
        caption={say('title')}
        stacked
        rows={links}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'purpose',
            header: say('purpose'),
            rowHeader: true,
            cell: link => (
              <>
                {link.purpose}
                <small className={styles.below}>{regionOf(link)}</small>
              </>
            ),
          },
          {
            key: 'state',
            header: say('state'),
            cell: ({ state, endsAt }) => (
              <>
                <Lamp tone={tones[state]}>{say(state)}</Lamp>
                {state === 'open' && endsAt && (
                  <small className={styles.below}>
                    {say('until', { day: formatInstant(endsAt, language) })}
                  </small>
                )}
              </>
            ),
          },
          {
            key: 'started',
            header: say('started'),
            figure: true,
            cell: ({ started }) => number(started),
          },
          {
            key: 'answered',
            header: say('answered'),
            figure: true,
            cell: ({ sent, limit }) =>
              limit === null ? number(sent) : say('answeredOf', { sent: number(sent), limit: number(limit) }),
          },
          {
            key: 'made',
            header: say('made'),
            cell: ({ createdAt, madeBy }) => (
              <>
                {formatInstant(createdAt, language, { show: 'date' })}
                <small className={styles.below}>{madeBy}</small>
              </>
            ),
          },
          ...(onChange
            ? [
                {
                  key: 'actions',
                  header: say('actions'),
                  headerHidden: true,
                  cell: (link: OpenLink) =>
                    link.state === 'revoked' ? null : (
                      <span className={styles.steps}>
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          aria-label={say('changeOf', { purpose: link.purpose })}
                          onClick={() => onChange(link)}
                        >
                          {say('change')}
                        </Button>
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          aria-label={say('revokeOf', { purpose: link.purpose })}
                          onClick={() => setRevoking(link)}
                        >
                          {say('revoke')}
                        </Button>
                      </span>
                    ),
                },
              ]
            : []),
        ]}
      />
      {revoking && <Revoke link={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function Revoke({ link, onClose }: { link: OpenLink; onClose: () => void }) {
  const say = useSay(openLinkWords)
  const revoke = useRevokeLink()
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say('revokeAsk', { purpose: link.purpose })}
      confirmLabel={say('revoke')}
      destructive
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() =>
        revoke.mutate(
          { id: link.id },
          {
            onSuccess() {
              toast.done(say('revokedDone'))
              onClose()
            },
          },
        )
      }
    >
      {say('revokeText')}
    </ConfirmDialog>
  )
}

import { Button, CopyButton, Modal, TextInput } from '@mantine/core'
import type { ReportLink } from '@sixfold/contract/report-links'
import { orpc } from '@sixfold/ui/api-client'
import { formatInstant, formatNumber, formatQuarter } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reportLinkWords } from '../../../words/report-links.ts'
import { reportLinksQuery, useRevokeReportLink } from '../queries.ts'
import styles from './report-links.module.css'
import { ShareDialog } from './share-dialog.tsx'

/** Links by which people outside read a report: who made them, how often they were opened, and their end. */
export function SharedLinks() {
  const say = useSay(reportLinkWords)
  const sayCommon = useSay(commonWords)
  const query = useQuery(reportLinksQuery())
  const waves = useQuery(orpc.waves.list.queryOptions({ input: {} }))
  const [making, setMaking] = useState(false)
  const [address, setAddress] = useState<string>()
  const closed = (waves.data?.items ?? []).filter(
    ({ state, kind }) => (state === 'closed' || state === 'archived') && kind === 'quarterly',
  )
  return (
    <Sheet
      title={say('title')}
      aside={
        <Button disabled={closed.length === 0} onClick={() => setMaking(true)}>
          {say('make')}
        </Button>
      }
    >
      <p className={styles.why}>{say('lead')}</p>
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.why}>{say(waves.data && closed.length === 0 ? 'noneClosed' : 'none')}</p>}
      >
        {({ items }) => <LinkTable links={items} />}
      </QueryStates>
      {making && (
        <ShareDialog
          waves={closed}
          onClose={() => setMaking(false)}
          onMade={made => {
            setMaking(false)
            setAddress(made)
          }}
        />
      )}
      <Modal
        opened={address !== undefined}
        onClose={() => setAddress(undefined)}
        // The address is shown once: it goes with a button only.
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={say('madeTitle')}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        <p className={styles.why}>{say('madeText')}</p>
        <TextInput label={say('address')} value={address ?? ''} readOnly mb="md" />
        <div className={styles.buttons}>
          <CopyButton value={address ?? ''}>
            {({ copied, copy }) => (
              <Button variant="filled" onClick={copy}>
                {say(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={() => setAddress(undefined)}>{say('done')}</Button>
        </div>
      </Modal>
    </Sheet>
  )
}

function LinkTable({ links }: { links: readonly ReportLink[] }) {
  const say = useSay(reportLinkWords)
  const { language } = useLanguage()
  const regions = useSession().data?.regions ?? []
  const [revoking, setRevoking] = useState<ReportLink>()
  const revoke = useRevokeReportLink()
  const close = () => {
    revoke.reset()
    setRevoking(undefined)
  }
  const confirm = () =>
    revoking &&
    revoke.mutate(
      { id: revoking.id },
      {
        onSuccess() {
          toast.done(say('revokedDone'))
          close()
        },
      },
    )
  const what = ({ latest, quarter, regionId }: ReportLink) => {
    const region = regionId === null ? say('allRegions') : regions.find(({ id }) => id === regionId)?.name
    return [latest ? say('latest') : formatQuarter(quarter), region].filter(Boolean).join(' · ')
  }
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
                <small className={styles.below}>{what(link)}</small>
              </>
            ),
          },
          {
            key: 'state',
            header: say('state'),
            cell: ({ state, expiresAt }) => (
              <>
                <Lamp tone={state === 'open' ? 'good' : 'none'}>{say(state)}</Lamp>
                {state === 'open' && expiresAt && (
                  <small className={styles.below}>
                    {say('until', { day: formatInstant(expiresAt, language, { show: 'date' }) })}
                  </small>
                )}
              </>
            ),
          },
          {
            key: 'openings',
            header: say('openings'),
            cell: ({ openings, openedAt }) => (
              <>
                {formatNumber(openings, language)}
                {openedAt && (
                  <small className={styles.below}>
                    {say('last', { at: formatInstant(openedAt, language) })}
                  </small>
                )}
              </>
            ),
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
          {
            key: 'actions',
            header: say('actions'),
            headerHidden: true,
            cell: link =>
              link.state === 'open' && (
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={say('revokeOf', { purpose: link.purpose })}
                  onClick={() => setRevoking(link)}
                >
                  {say('revoke')}
                </Button>
              ),
          },
        ]}
      />
      <ConfirmDialog
        opened={revoking !== undefined}
        onClose={close}
        title={say('revokeTitle', { purpose: revoking?.purpose ?? '' })}
        confirmLabel={say('revoke')}
        onConfirm={confirm}
        busy={revoke.isPending}
        error={revoke.error}
        destructive
      >
        {say('revokeText')}
      </ConfirmDialog>
    </>
  )
}

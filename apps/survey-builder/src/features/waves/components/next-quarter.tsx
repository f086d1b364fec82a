import { Button, Checkbox, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { GroundChangeView, NextWave } from '@sixfold/contract/programmes'
import type { Region } from '@sixfold/contract/staff'
import type { Wave } from '@sixfold/contract/waves'
import { formatNumber, formatQuarter } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { programmeWords } from '../../../words/programmes.ts'
import { nextQuery, useDraftNext } from '../programme-queries.ts'
import fields from './plan-fields.module.css'
import styles from './waves.module.css'

interface NextQuarterProps {
  programmeId: string
  regions: readonly Region[]
  onDrafted: (wave: Wave) => void
}

/** The next quarter in one click: at once where nothing differs, else once every difference was confirmed. */
export function NextQuarter({ programmeId, regions, onDrafted }: NextQuarterProps) {
  const say = useSay(programmeWords)
  const next = useQuery(nextQuery(programmeId))
  const [opened, dialog] = useDisclosure(false)
  if (!next.data) return null
  return (
    <>
      <Button variant="filled" onClick={dialog.open}>
        {say('nextQuarter', { quarter: formatQuarter(next.data.quarter) })}
      </Button>
      {opened && (
        <NextDialog
          programmeId={programmeId}
          next={next.data}
          regions={regions}
          onClose={dialog.close}
          onDrafted={onDrafted}
        />
      )}
    </>
  )
}

interface NextDialogProps extends NextQuarterProps {
  next: NextWave
  onClose: () => void
}

function NextDialog({ programmeId, next, regions, onClose, onDrafted }: NextDialogProps) {
  const say = useSay(programmeWords)
  const sayCommon = useSay(commonWords)
  const [confirmed, setConfirmed] = useState<string[]>([])
  const draft = useDraftNext()
  const { quarter, last, changes, standing } = next
  const name = formatQuarter(quarter)
  const before = last ? formatQuarter(last.quarter) : ''
  const isConfirmed = changes.every(({ key }) => confirmed.includes(key))
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('nextTitle', { quarter: name })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      {standing ? (
        <p>
          {say('nextStanding')}{' '}
          <Link to="/waves/$id" params={{ id: standing.id }}>
            {say('openDraft')}
          </Link>
        </p>
      ) : (
        <>
          <p>{say('nextText', { quarter: name })}</p>
          {!last && <p className={styles.quiet}>{say('nextFirst')}</p>}
          {last && changes.length === 0 && (
            <p className={styles.notice}>
              <LampShape tone="good" /> {say('nextSame', { last: before })}
            </p>
          )}
          {changes.length > 0 && (
            <>
              <p className={styles.notice}>
                <LampShape tone="attention" /> {say('nextChanged', { last: before })}
              </p>
              <Checkbox.Group value={confirmed} onChange={setConfirmed}>
                <div className={fields.changes}>
                  {changes.map(change => (
                    <Checkbox
                      key={change.key}
                      value={change.key}
                      label={<ChangeText change={change} regions={regions} />}
                    />
                  ))}
                </div>
              </Checkbox.Group>
            </>
          )}
          {draft.error && <FailureNotice error={draft.error} />}
          <div className={fields.actions}>
            <Button mt="md" onClick={onClose}>
              {sayCommon('cancel')}
            </Button>
            <Button
              mt="md"
              variant="filled"
              loading={draft.isPending}
              disabled={!isConfirmed}
              onClick={() =>
                draft.mutate(
                  { id: programmeId, quarter, confirmed },
                  {
                    onSuccess(wave) {
                      toast.done(say('drafted'))
                      onDrafted(wave)
                    },
                  },
                )
              }
            >
              {say('nextDo')}
            </Button>
          </div>
        </>
      )}
    </Modal>
  )
}

/** One difference in words. */
function ChangeText({ change, regions }: { change: GroundChangeView; regions: readonly Region[] }) {
  const say = useSay(programmeWords)
  const { language } = useLanguage()
  const { kind, regionId, field, before, after, added = [], dropped = [] } = change
  const region = regions.find(({ id }) => id === regionId)?.name ?? ''
  switch (kind) {
    case 'region_added':
      return say('regionAdded', { region })
    case 'region_dropped':
      return say('regionDropped', { region })
    case 'filter':
      return say('filterChanged', {
        field: say(field === 'kinds' || field === 'segments' ? field : 'seniorities'),
        before: listOf(before),
        after: listOf(after),
      })
    case 'size':
      return say('sizeChanged', {
        region,
        before: formatNumber(Number(before), language),
        after: formatNumber(Number(after), language),
      })
    case 'sampling':
      return say('samplingChanged')
    case 'factor_model':
      return [
        say('modelChanged', { before: String(before), after: String(after) }),
        added.length > 0 && say('modelAdded', { factors: added.join(', ') }),
        dropped.length > 0 && say('modelDropped', { factors: dropped.join(', ') }),
      ]
        .filter(Boolean)
        .join('; ')
    default:
      return kind satisfies never
  }

  function listOf(value: GroundChangeView['before']): string {
    const list = Array.isArray(value) ? value : []
    return list.length === 0 ? say('everything') : list.map(nameOf).join(', ')
  }

  function nameOf(one: string): string {
    if (one === '') return say('unknown')
    const known = ['existing', 'prospect', 'former', 'executive', 'manager', 'specialist'] as const
    const word = known.find(name => name === one)
    return word ? say(word) : one
  }
}

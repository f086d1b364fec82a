import { Button, Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { OpenLink } from '@sixfold/contract/open-links'
import type { Region } from '@sixfold/contract/staff'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { openLinkWords } from '../../../words/open-links.ts'
import { isOrigin, linesOf } from '../origins.ts'
import { useChangeLink, useMakeLink } from '../queries.ts'
import type { MadeLink } from './made-dialog.tsx'
import styles from './open-links.module.css'

interface LinkDialogProps {
  waveId: string
  /** Null: a new one is made. */
  link: OpenLink | null
  regions: readonly Region[]
  zone: string
  /** The instant at which a day ends there. */
  endOfDay: (day: string) => string
  onMade: (made: MadeLink) => void
  onClose: () => void
}

export function LinkDialog({ waveId, link, regions, zone, endOfDay, onMade, onClose }: LinkDialogProps) {
  const say = useSay(openLinkWords)
  const sayCommon = useSay(commonWords)
  const make = useMakeLink()
  const change = useChangeLink()
  const [purpose, setPurpose] = useState(link?.purpose ?? '')
  const [regionId, setRegionId] = useState(link?.regionId ?? null)
  const [lastDay, setLastDay] = useState(link?.endsAt ? dayBefore(link.endsAt, zone) : '')
  const [limit, setLimit] = useState<number | null>(link?.limit ?? null)
  const [sites, setSites] = useState(link?.origins.join('\n') ?? '')
  const origins = linesOf(sites)
  const isFaulty = !origins.every(isOrigin)
  const save = () => {
    const input = { purpose, endsAt: lastDay === '' ? null : endOfDay(lastDay), limit, origins }
    if (link)
      return change.mutate(
        { id: link.id, ...input },
        {
          onSuccess() {
            toast.done(say('saved'))
            onClose()
          },
        },
      )
    make.mutate(
      { waveId, regionId, ...input },
      {
        onSuccess({ address }) {
          onClose()
          onMade({ address, purpose, isFramed: origins.length > 0 })
        },
      },
    )
  }
  const failure = make.error ?? change.error
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say(link ? 'changeTitle' : 'makeTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (!isFaulty) save()
        }}
      >
        <TextInput
          label={say('purpose')}
          description={say('purposeHelp')}
          value={purpose}
          required
          maxLength={200}
          data-autofocus
          onChange={event => setPurpose(event.currentTarget.value)}
        />
        {!link && (
          <Select
            label={say('region')}
            description={say('regionHelp')}
            placeholder={say('anyRegion')}
            clearable
            data={regions.map(({ id, name }) => ({ value: id, label: name }))}
            value={regionId}
            onChange={setRegionId}
          />
        )}
        <div className={styles.pair}>
          <TextInput
            type="date"
            label={say('lastDay')}
            description={say('lastDayHelp', { zone })}
            value={lastDay}
            onChange={event => setLastDay(event.currentTarget.value)}
          />
          <NumberInput
            label={say('limit')}
            description={say('limitHelp')}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            allowNegative={false}
            value={limit ?? ''}
            onChange={value => setLimit(typeof value === 'number' ? value : null)}
          />
        </div>
        <Textarea
          label={say('origins')}
          description={say('originsHelp')}
          autosize
          minRows={2}
          value={sites}
          error={isFaulty && say('originsFault')}
          onChange={event => setSites(event.currentTarget.value)}
        />
        {failure && <FailureNotice error={failure} />}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="filled"
            loading={make.isPending || change.isPending}
            disabled={purpose.trim() === ''}
          >
            {link ? sayCommon('save') : say('makeDo')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}

/** The last day that ends at an instant, in a zone. */
function dayBefore(endsAt: string, zone: string): string {
  return wallTimeIn(new Date(Date.parse(endsAt) - 1), zone).date
}

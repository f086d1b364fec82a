import { Button, Modal, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { WaveDetails } from '@sixfold/contract/waves'
import { addLocalDays } from '@sixfold/domain/local-date'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { mayStep } from '@sixfold/domain/waves/wave-state'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { draftWords } from '../../../words/drafts.ts'
import { endOfDay } from '../launch-plan.ts'
import { useArchive, useDiscard, useExtend, usePause, useResume } from '../queries.ts'
import { CloseWave } from './close-wave.tsx'
import fields from './plan-fields.module.css'

interface WaveStepsProps {
  wave: WaveDetails
  zone: string
  onDiscarded: () => void
}

/** What can be done with a wave in its state, each step with what follows from it. */
export function WaveSteps({ wave, zone, onDiscarded }: WaveStepsProps) {
  const { language } = useLanguage()
  const say = useSay(draftWords)
  const resume = useResume()
  const archive = useArchive()
  return (
    <>
      {mayStep(wave.state, 'discard') && <Discard wave={wave} onDiscarded={onDiscarded} />}
      {mayStep(wave.state, 'pause') && <Pause wave={wave} />}
      {mayStep(wave.state, 'resume') && (
        <Button
          loading={resume.isPending}
          onClick={() =>
            resume.mutate(
              { id: wave.id },
              {
                onSuccess: () => toast.done(say('resumed')),
                onError: error => toast.failed(error, language),
              },
            )
          }
        >
          {say('resume')}
        </Button>
      )}
      {mayStep(wave.state, 'extend') && <Extend wave={wave} zone={zone} />}
      {mayStep(wave.state, 'close') && <CloseWave wave={wave} />}
      {mayStep(wave.state, 'archive') && (
        <Button
          loading={archive.isPending}
          onClick={() =>
            archive.mutate(
              { id: wave.id },
              {
                onSuccess: () => toast.done(say('archived')),
                onError: error => toast.failed(error, language),
              },
            )
          }
        >
          {say('archive')}
        </Button>
      )}
    </>
  )
}

function Pause({ wave }: { wave: WaveDetails }) {
  const say = useSay(draftWords)
  const pause = usePause()
  const [asking, dialog] = useDisclosure(false)
  return (
    <>
      <Button onClick={dialog.open}>{say('pause')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          pause.reset()
          dialog.close()
        }}
        title={say('pauseAsk', { name: wave.name })}
        confirmLabel={say('pause')}
        busy={pause.isPending}
        error={pause.error}
        onConfirm={() =>
          pause.mutate(
            { id: wave.id },
            {
              onSuccess() {
                toast.done(say('pausedDone'))
                dialog.close()
              },
            },
          )
        }
      >
        {say('pauseText')}
      </ConfirmDialog>
    </>
  )
}

function Discard({ wave, onDiscarded }: Omit<WaveStepsProps, 'zone'>) {
  const say = useSay(draftWords)
  const discard = useDiscard()
  const [asking, dialog] = useDisclosure(false)
  return (
    <>
      <Button onClick={dialog.open}>{say('discard')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={say('discardAsk', { name: wave.name })}
        confirmLabel={say('discard')}
        destructive
        busy={discard.isPending}
        error={discard.error}
        onConfirm={() =>
          discard.mutate(
            { id: wave.id },
            {
              onSuccess() {
                toast.done(say('discarded'))
                onDiscarded()
              },
            },
          )
        }
      >
        {say('discardText')}
      </ConfirmDialog>
    </>
  )
}

/** A wave is usually extended by a week. */
const USUAL_DAYS = 7

function Extend({ wave, zone }: Omit<WaveStepsProps, 'onDiscarded'>) {
  const say = useSay(draftWords)
  const sayCommon = useSay(commonWords)
  const extend = useExtend()
  const [opened, dialog] = useDisclosure(false)
  const { date } = wallTimeIn(new Date(Date.parse(wave.closesAt) - 1), zone)
  const [until, setUntil] = useState(addLocalDays(date, USUAL_DAYS))
  return (
    <>
      <Button onClick={dialog.open}>{say('extend')}</Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={say('extendTitle', { name: wave.name })}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        <form
          className={fields.form}
          onSubmit={event => {
            event.preventDefault()
            extend.mutate(
              { id: wave.id, closesAt: endOfDay(until, zone) },
              {
                onSuccess() {
                  toast.done(say('extended'))
                  dialog.close()
                },
              },
            )
          }}
        >
          <p>{say('extendText')}</p>
          <TextInput
            type="date"
            label={say('closesOn')}
            value={until}
            min={addLocalDays(date, 1)}
            required
            data-autofocus
            onChange={event => setUntil(event.currentTarget.value)}
          />
          {extend.error && <FailureNotice error={extend.error} />}
          <div className={fields.actions}>
            <Button onClick={dialog.close}>{sayCommon('cancel')}</Button>
            <Button type="submit" variant="filled" loading={extend.isPending} disabled={until <= date}>
              {say('extendDo')}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Region } from '@sixfold/contract/staff'
import type { WavePreview } from '@sixfold/contract/wave-previews'
import type { WaveDetails } from '@sixfold/contract/waves'
import { isRolling } from '@sixfold/domain/survey/kind'
import { mayLaunch as isLaunchable } from '@sixfold/domain/waves/launch-checks'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useQuery } from '@tanstack/react-query'
import { draftWords } from '../../../words/drafts.ts'
import { previewQuery, useSchedule } from '../queries.ts'
import { DraftMail } from './draft-mail.tsx'
import { DraftOutcome } from './draft-outcome.tsx'
import { DraftPeople } from './draft-people.tsx'
import { DraftTimes } from './draft-times.tsx'
import fields from './plan-fields.module.css'
import styles from './waves.module.css'

interface DraftPreviewProps {
  wave: WaveDetails
  regions: readonly Region[]
  isDirty: boolean
  mayLaunch: boolean
  onLaunched: () => void
}

/** What a draft would do if it were launched as it stands. */
export function DraftPreview({ wave, regions, isDirty, mayLaunch, onLaunched }: DraftPreviewProps) {
  const say = useSay(draftWords)
  const preview = useQuery({ ...previewQuery(wave.id), enabled: mayLaunch })
  const rolls = isRolling(wave.kind)
  if (!mayLaunch) return null
  return (
    <div className={fields.stack}>
      <QueryStates query={preview}>
        {data => (
          <>
            <Sheet title={say('checks')}>
              {isDirty && (
                <p className={styles.notice}>
                  <LampShape tone="attention" /> {say('changed')}
                </p>
              )}
              {rolls && (
                <p className={styles.notice}>{say(wave.kind === 'call' ? 'rollingCalls' : 'rolling')}</p>
              )}
              <Checks preview={data} />
              <Counting preview={data} />
              <Launch wave={wave} preview={data} disabled={isDirty} onLaunched={onLaunched} />
            </Sheet>
            {data.outlook && (
              <>
                <DraftPeople wave={wave} outlook={data.outlook} regions={regions} />
                {!rolls && <DraftTimes outlook={data.outlook} />}
                <DraftOutcome outlook={data.outlook} />
                <DraftMail waveId={wave.id} languages={data.outlook.languages} />
              </>
            )}
          </>
        )}
      </QueryStates>
    </div>
  )
}

function Checks({ preview: { checks, state } }: { preview: WavePreview }) {
  const say = useSay(draftWords)
  if (checks.length === 0 && state === 'ready')
    return (
      <p className={styles.notice}>
        <LampShape tone="good" /> {say('ready')}
      </p>
    )
  return (
    <ul className={styles.checks}>
      {checks.map(({ check, severity }) => (
        <li key={check} className={styles.notice}>
          <LampShape tone={severity === 'stops' ? 'problem' : 'attention'} /> {say(check)}
        </li>
      ))}
    </ul>
  )
}

function Counting({ preview: { state, done, total } }: { preview: WavePreview }) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  if (state !== 'counting') return null
  const text = say('counting', { done: formatNumber(done, language), total: formatNumber(total, language) })
  return (
    <div role="status">
      <Meter label={text} value={done} max={total} text="" />
    </div>
  )
}

interface LaunchProps {
  wave: WaveDetails
  preview: WavePreview
  disabled: boolean
  onLaunched: () => void
}

function Launch({ wave, preview, disabled, onLaunched }: LaunchProps) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  const [asking, dialog] = useDisclosure(false)
  const schedule = useSchedule()
  const { outlook, checks, at } = preview
  if (!outlook || !isLaunchable(checks)) return null
  const n = outlook.atOnce + outlook.later
  const isAhead = wave.opensAt > at
  return (
    <>
      <div className={fields.actions}>
        <Button
          variant="filled"
          mt="md"
          disabled={disabled || preview.state !== 'ready' || preview.revision !== wave.revision}
          onClick={dialog.open}
        >
          {isAhead ? say('launchAt', { at: formatInstant(wave.opensAt, language) }) : say('launch', { n })}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          schedule.reset()
          dialog.close()
        }}
        title={say('launchAsk', { n })}
        confirmLabel={
          isAhead ? say('launchAt', { at: formatInstant(wave.opensAt, language) }) : say('launch', { n })
        }
        busy={schedule.isPending}
        error={schedule.error}
        onConfirm={() =>
          schedule.mutate(
            { id: wave.id, revision: wave.revision },
            {
              onSuccess() {
                toast.done(say('launched'))
                dialog.close()
                onLaunched()
              },
            },
          )
        }
      >
        {say('launchText')}
      </ConfirmDialog>
    </>
  )
}

import { Button, Select, TextInput } from '@mantine/core'
import type { Organisation, Region } from '@sixfold/contract/staff'
import type { WavePlan } from '@sixfold/contract/wave-plan'
import type { WaveDetails } from '@sixfold/contract/waves'
import { addLocalDays } from '@sixfold/domain/local-date'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useState } from 'react'
import { draftWords } from '../../../words/drafts.ts'
import { endOfDay } from '../launch-plan.ts'
import { useChangeDraft } from '../queries.ts'
import { DraftPreview } from './draft-preview.tsx'
import fields from './plan-fields.module.css'
import { PlanFields } from './plan-fields.tsx'
import styles from './waves.module.css'

interface DraftWaveProps {
  wave: WaveDetails
  regions: readonly Region[]
  organisation: Organisation
  /** Versions of its survey, the latest first. */
  versions: readonly number[]
  mayLaunch: boolean
  onLaunched: () => void
}

/** A wave before its launch: the plan on one side, what it would do on the other. */
export function DraftWave(props: DraftWaveProps) {
  const { wave, regions, organisation, versions, mayLaunch } = props
  const say = useSay(draftWords)
  const { zone } = organisation
  const [plan, setPlan] = useState<WavePlan>(() => planOf(wave))
  const [version, setVersion] = useState(wave.version)
  const [opens, setOpens] = useState(() => localOf(wave.opensAt, zone))
  const [closes, setCloses] = useState(() => lastDayOf(wave.closesAt, zone))
  const change = useChangeDraft()
  const isDirty =
    JSON.stringify(plan) !== JSON.stringify(planOf(wave)) ||
    version !== wave.version ||
    opens !== localOf(wave.opensAt, zone) ||
    closes !== lastDayOf(wave.closesAt, zone)
  const [date = '', time = ''] = opens.split('T')
  const conflict = change.error && asApiError(change.error).code === 'revision_conflict'
  return (
    <div className={styles.columns}>
      <Sheet title={say('plan')}>
        <form
          className={fields.form}
          onSubmit={event => {
            event.preventDefault()
            const opensAt = resolveWallTime({ date, time, zone }).instant.toISOString()
            change.mutate({
              id: wave.id,
              revision: wave.revision,
              plan: { ...plan, version, opensAt, closesAt: endOfDay(closes, zone) },
            })
          }}
        >
          <div className={fields.pair}>
            <TextInput
              type="datetime-local"
              label={say('opensAt')}
              description={say('opensHelp', { zone })}
              value={opens}
              required
              onChange={event => setOpens(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={say('closesOn')}
              value={closes}
              required
              onChange={event => setCloses(event.currentTarget.value)}
            />
          </div>
          {versions.length > 1 && (
            <Select
              label={say('version')}
              value={String(version)}
              allowDeselect={false}
              data={versions.map(number => ({
                value: String(number),
                label: say('versionNumber', { number }),
              }))}
              onChange={value => setVersion(Number(value))}
            />
          )}
          <PlanFields plan={plan} regions={regions} panels={wave.programmeId !== null} onChange={setPlan} />
          {conflict && (
            <p className={styles.problem} role="alert">
              {say('conflict')}
            </p>
          )}
          {change.error && !conflict && <FailureNotice error={change.error} />}
          {mayLaunch && (
            <div className={fields.actions}>
              <Button
                type="submit"
                loading={change.isPending}
                disabled={!isDirty || plan.regionIds.length === 0 || date === '' || closes === ''}
              >
                {say('update')}
              </Button>
            </div>
          )}
        </form>
      </Sheet>
      <DraftPreview
        wave={wave}
        regions={regions}
        isDirty={isDirty}
        mayLaunch={mayLaunch}
        onLaunched={props.onLaunched}
      />
    </div>
  )
}

function planOf({ regionIds, audience, design, reminders, sending }: WaveDetails): WavePlan {
  return { regionIds, audience, design, reminders, sending }
}

/** As a field for date and time holds it. */
function localOf(instant: string, zone: string): string {
  const { date, time } = wallTimeIn(new Date(instant), zone)
  return `${date}T${time.slice(0, 5)}`
}

/** The last whole day before the end. */
function lastDayOf(instant: string, zone: string): string {
  const { date, time } = wallTimeIn(new Date(instant), zone)
  return time.startsWith('00:00') ? addLocalDays(date, -1) : date
}

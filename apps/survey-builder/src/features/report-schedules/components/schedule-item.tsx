import { Button } from '@mantine/core'
import type { ReportSchedule } from '@sixfold/contract/report-schedules'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant, formatQuarter } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SaySchedules } from '../../../words/report-schedules.ts'
import { scheduleWords } from '../../../words/report-schedules.ts'
import { membersQuery, useChangeSchedule, useEndSchedule, useTrySchedule } from '../queries.ts'
import styles from './schedules.module.css'
import { SendingsDialog } from './sendings-dialog.tsx'

/** One list: who, when, what comes next, and what can be done with it. */
export function ScheduleItem({ schedule, onChange }: { schedule: ReportSchedule; onChange: () => void }) {
  const say = useSay(scheduleWords)
  const { language } = useLanguage()
  const session = useSession().data
  const members = useQuery(membersQuery()).data?.members ?? []
  const change = useChangeSchedule()
  const tryOut = useTrySchedule()
  const [opened, setOpened] = useState<'history' | 'end' | null>(null)
  const { id, name, recipientIds, regionId, paused, revision, nextAt } = schedule
  const region = session?.regions.find(one => one.id === regionId)?.name ?? say('allRegions')
  const names = recipientIds.map(one => members.find(member => member.id === one)?.name ?? say('former'))
  const zone = session?.organisation.zone
  const next = nextAt
    ? say('next', { when: formatInstant(nextAt, language, zone ? { zone } : {}) })
    : say('nextNone')
  const failed = (error: unknown) => toast.failed(error, language)
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <Lamp tone={paused ? 'attention' : 'good'}>{say(paused ? 'paused' : 'on')}</Lamp>
      </div>
      <p className={styles.facts}>
        {region} · {whenText(schedule, say)}
        {!paused && <> · {next}</>}
      </p>
      <p className={styles.names}>
        {members.length > 0 ? names.join(', ') : say('people', { count: names.length })}
      </p>
      <div className={styles.buttons}>
        <Button
          size="xs"
          loading={tryOut.isPending}
          onClick={() =>
            tryOut.mutate(
              { id },
              {
                onSuccess: ({ to, quarter }) =>
                  toast.done(say('tried', { to, quarter: formatQuarter(quarter) })),
                onError: error =>
                  asApiError(error).code === 'wrong_state' ? toast.attention(say('triedNot')) : failed(error),
              },
            )
          }
        >
          {say('tryOut')}
        </Button>
        <Button size="xs" onClick={() => setOpened('history')}>
          {say('history')}
        </Button>
        <Button size="xs" onClick={onChange}>
          {say('change')}
        </Button>
        <Button
          size="xs"
          loading={change.isPending}
          onClick={() =>
            change.mutate(
              { id, revision, paused: !paused },
              {
                onSuccess: () => toast.done(say(paused ? 'resumed' : 'pausedDone')),
                onError: failed,
              },
            )
          }
        >
          {say(paused ? 'resume' : 'pause')}
        </Button>
        <Button size="xs" onClick={() => setOpened('end')}>
          {say('end')}
        </Button>
      </div>
      {opened === 'history' && <SendingsDialog schedule={schedule} onClose={() => setOpened(null)} />}
      {opened === 'end' && <End schedule={schedule} onClose={() => setOpened(null)} />}
    </li>
  )
}

function whenText({ timing, time }: ReportSchedule, say: SaySchedules): string {
  return timing.kind === 'after_close'
    ? say('whenAfterClose', { days: timing.days, time })
    : say('whenInQuarter', { day: timing.day, month: timing.month, time })
}

function End({ schedule: { id, name }, onClose }: { schedule: ReportSchedule; onClose: () => void }) {
  const say = useSay(scheduleWords)
  const end = useEndSchedule()
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={say('endAsk', { name })}
      confirmLabel={say('end')}
      destructive
      busy={end.isPending}
      error={end.error}
      onConfirm={() =>
        end.mutate(
          { id },
          {
            onSuccess() {
              toast.done(say('ended'))
              onClose()
            },
          },
        )
      }
    >
      {say('endText')}
    </ConfirmDialog>
  )
}

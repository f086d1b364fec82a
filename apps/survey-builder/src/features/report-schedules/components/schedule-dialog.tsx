import { Button, Modal, MultiSelect, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { ReportSchedule, ReportScheduleFields } from '@sixfold/contract/report-schedules'
import { REPORT_CLOCKS } from '@sixfold/contract/report-schedules'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { scheduleWords } from '../../../words/report-schedules.ts'
import { membersQuery, useChangeSchedule, useMakeSchedule } from '../queries.ts'
import styles from './schedules.module.css'

const MONTHS = [1, 2, 3] as const
const ALL = 'all'
const usual: ReportScheduleFields = {
  name: '',
  timing: { kind: 'after_close', days: 1 },
  time: '08:00',
  clock: 'recipient',
  regionId: null,
  recipientIds: [],
}

/** Who, what and when. */
export function ScheduleDialog({
  schedule,
  onClose,
}: {
  schedule: ReportSchedule | null
  onClose: () => void
}) {
  const say = useSay(scheduleWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const members = useQuery(membersQuery()).data?.members ?? []
  const make = useMakeSchedule()
  const change = useChangeSchedule()
  const own = session?.actor.regions ?? []
  const regions = (session?.regions ?? []).filter(({ id }) => own === 'all' || own.includes(id))
  const [fields, setFields] = useState<ReportScheduleFields>(
    schedule ?? { ...usual, regionId: own === 'all' ? null : (regions[0]?.id ?? null) },
  )
  const set = (some: Partial<ReportScheduleFields>) => setFields({ ...fields, ...some })
  const { name, timing, time, clock, regionId, recipientIds } = fields
  const done = () => {
    toast.done(say('saved'))
    onClose()
  }
  const save = () => {
    const given = { name, timing, time, clock, regionId, recipientIds }
    if (schedule)
      change.mutate({ id: schedule.id, revision: schedule.revision, ...given }, { onSuccess: done })
    else make.mutate(given, { onSuccess: done })
  }
  const failure = make.error ?? change.error
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say(schedule ? 'changeTitle' : 'makeTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput
          label={say('name')}
          description={say('nameHelp')}
          value={name}
          required
          withAsterisk={false}
          maxLength={80}
          data-autofocus
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <MultiSelect
          label={say('recipients')}
          description={say('recipientsHelp')}
          searchable
          data={members.map(member => ({ value: member.id, label: member.name }))}
          value={recipientIds}
          onChange={chosen => set({ recipientIds: chosen })}
        />
        <Select
          label={say('region')}
          data={[
            ...(own === 'all' ? [{ value: ALL, label: say('allRegions') }] : []),
            ...regions.map(region => ({ value: region.id, label: region.name })),
          ]}
          value={regionId ?? ALL}
          allowDeselect={false}
          onChange={value => set({ regionId: value === ALL ? null : value })}
        />
        <Select
          label={say('when')}
          data={(['after_close', 'in_quarter'] as const).map(kind => ({ value: kind, label: say(kind) }))}
          value={timing.kind}
          allowDeselect={false}
          onChange={kind =>
            set({
              timing: kind === 'in_quarter' ? { kind, month: 1, day: 10 } : { kind: 'after_close', days: 1 },
            })
          }
        />
        <div className={styles.pair}>
          {timing.kind === 'after_close' ? (
            <NumberInput
              label={say('days')}
              min={0}
              max={60}
              allowDecimal={false}
              value={timing.days}
              onChange={days => set({ timing: { ...timing, days: Number(days) } })}
            />
          ) : (
            <>
              <Select
                label={say('month')}
                data={MONTHS.map(month => ({ value: `${month}`, label: say(`month${month}`) }))}
                value={`${timing.month}`}
                allowDeselect={false}
                onChange={value =>
                  set({ timing: { ...timing, month: MONTHS.find(month => `${month}` === value) ?? 1 } })
                }
              />
              <NumberInput
                label={say('day')}
                description={say('dayHelp')}
                min={1}
                max={28}
                allowDecimal={false}
                value={timing.day}
                onChange={day => set({ timing: { ...timing, day: Number(day) } })}
              />
            </>
          )}
          <TextInput
            type="time"
            label={say('time')}
            value={time}
            required
            withAsterisk={false}
            onChange={event => set({ time: event.currentTarget.value })}
          />
        </div>
        <div className={styles.clock}>
          <span id="clock-of-mails">{say('clock')}</span>
          <SegmentedControl
            aria-labelledby="clock-of-mails"
            data={REPORT_CLOCKS.map(value => ({ value, label: say(value) }))}
            value={clock}
            onChange={value => set({ clock: REPORT_CLOCKS.find(one => one === value) ?? 'recipient' })}
          />
        </div>
        {failure && (
          <FailureNotice
            error={failure}
            text={asApiError(failure).code === 'revision_conflict' ? say('conflict') : undefined}
          />
        )}
        {recipientIds.length === 0 && <p className={styles.quiet}>{say('recipientsNone')}</p>}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="filled"
            loading={make.isPending || change.isPending}
            disabled={name.trim() === '' || recipientIds.length === 0}
          >
            {schedule ? sayCommon('save') : say('add')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}

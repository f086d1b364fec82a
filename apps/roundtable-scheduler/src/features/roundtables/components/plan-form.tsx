import { Button } from '@mantine/core'
import { planInput } from '@sixfold/contract/roundtables'
import type { Region } from '@sixfold/contract/staff'
import { addLocalDays } from '@sixfold/domain/local-date'
import { NumberField, SelectField, TextAreaField, TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { planWords } from '../../../words/plan.ts'
import { DateCheck } from './date-check.tsx'
import styles from './plan-form.module.css'
import { TimeNotice } from './time-notice.tsx'

export type Plan = z.output<typeof planInput>

interface PlanFormProps {
  plan: Plan
  regions: readonly Region[]
  fallbackZone: string
  /** The event that is changed; it keeps its region. */
  eventId?: string
  /** Leads back. */
  onLeave: () => void
  /** `then`: a new event's date is asked about next. */
  submit: (plan: Plan, then: 'event' | 'poll') => Promise<unknown>
  label: string
}

const ANSWER_DAYS_BEFORE = 7

/** An event in one form, on the contract's schema. */
export function PlanForm({ plan, regions, fallbackZone, eventId, onLeave, submit, label }: PlanFormProps) {
  const isNew = eventId === undefined
  const say = useSay(planWords)
  const sayCommon = useSay(commonWords)
  const then = useRef<'event' | 'poll'>('event')
  const state = useContractForm({
    schema: planInput,
    defaultValues: plan,
    submit: values => submit(values, then.current),
  })
  const { control, formState, watch, setValue, getFieldState } = state.form
  const [regionId, date] = watch(['regionId', 'date'])
  const region = regions.find(({ id }) => id === regionId)

  useEffect(() => {
    if (isNew && region && !getFieldState('zone').isDirty) setValue('zone', region.zone)
  }, [isNew, region, getFieldState, setValue])

  function chooseDate(chosen: string) {
    setValue('date', chosen, { shouldDirty: true, shouldValidate: true })
    followDate(chosen)
  }
  function followDate(chosen: string) {
    if (isNew && !getFieldState('answerBy').isDirty && /^\d{4}-\d\d-\d\d$/.test(chosen))
      setValue('answerBy', addLocalDays(chosen, -ANSWER_DAYS_BEFORE))
  }
  useEffect(() => {
    followDate(date)
  })

  return (
    <ContractForm of={state} label={label}>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Sheet title={say('what')}>
            {isNew && (
              <SelectField
                control={control}
                name="regionId"
                label={say('region')}
                choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <Pair>
              <TextField
                control={control}
                name="title.en"
                label={say('titleEn')}
                help={say('titleHelp')}
                optional
              />
              <TextField control={control} name="title.vi" label={say('titleVi')} optional />
            </Pair>
            <Pair>
              <TextAreaField
                control={control}
                name="description.en"
                label={say('descriptionEn')}
                optional
                rows={3}
              />
              <TextAreaField
                control={control}
                name="description.vi"
                label={say('descriptionVi')}
                optional
                rows={3}
              />
            </Pair>
          </Sheet>
          <Sheet title={say('when')}>
            <div className={styles.times}>
              <TextField control={control} name="date" type="date" label={say('date')} />
              <TextField control={control} name="startTime" type="time" label={say('startTime')} />
              <TextField control={control} name="endTime" type="time" label={say('endTime')} />
            </div>
            <SelectField
              control={control}
              name="zone"
              label={say('zone')}
              choices={zonesWith(plan.zone, region?.zone).map(zone => ({ value: zone, label: zone }))}
              searchable
            />
            <TimeNotice plan={watch()} fallbackZone={fallbackZone} />
            <TextField control={control} name="venue" label={say('venue')} help={say('venueHelp')} />
          </Sheet>
          <Sheet title={say('seats')}>
            <Pair>
              <NumberField
                control={control}
                name="capacity"
                label={say('capacity')}
                help={say('capacityHelp')}
                min={0}
                step={1}
              />
              <TextField
                control={control}
                name="answerBy"
                type="date"
                label={say('answerBy')}
                help={say('answerByHelp')}
              />
            </Pair>
          </Sheet>
          <FormActions>
            <Button
              type="submit"
              variant="filled"
              loading={formState.isSubmitting}
              onClick={() => {
                then.current = 'event'
              }}
            >
              {say(isNew ? 'doPlan' : 'doChange')}
            </Button>
            {isNew && (
              <Button
                type="submit"
                disabled={formState.isSubmitting}
                onClick={() => {
                  then.current = 'poll'
                }}
              >
                {say('doPlanAndAsk')}
              </Button>
            )}
            <Button onClick={onLeave}>{sayCommon('cancel')}</Button>
          </FormActions>
        </div>
        <DateCheck region={region} date={date} ownId={eventId} onChoose={chooseDate} />
      </div>
    </ContractForm>
  )
}

function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

function zonesWith(...more: (string | undefined)[]): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ...more])]
    .filter(zone => zone !== undefined)
    .toSorted()
}

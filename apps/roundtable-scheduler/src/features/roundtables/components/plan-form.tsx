import { Button, Textarea } from '@mantine/core'
import type { Speaker } from '@sixfold/contract/speakers'
import type { Region } from '@sixfold/contract/staff'
import { isLocalDate } from '@sixfold/domain/is-local-date'
import { addLocalDays } from '@sixfold/domain/local-date'
import { EVENT_KINDS } from '@sixfold/domain/roundtables/event-kind'
import { heldFields, USUAL_FREEZE_DAYS } from '@sixfold/domain/roundtables/freeze'
import {
  MultiSelectField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LeaveDialog } from '@sixfold/ui/parts/leave-dialog'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { zonesWith } from '@sixfold/ui/zones'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { freezeWords } from '../../../words/freeze.ts'
import { planWords } from '../../../words/plan.ts'
import { type Plan, planChanges } from '../plan-changes.ts'
import { planSchema } from '../plan-schema.ts'
import { DateCheck } from './date-check.tsx'
import styles from './plan-form.module.css'
import { SeatingFields } from './seating-fields.tsx'
import { TimeNotice } from './time-notice.tsx'

interface PlanFormProps {
  plan: Plan
  regions: readonly Region[]
  fallbackZone: string
  /** The event that is changed; it keeps its region and its kind. */
  eventId?: string
  /** Its logistics are frozen: what they hang on needs a second person. */
  frozen?: boolean
  speakers: readonly Pick<Speaker, 'id' | 'name' | 'active'>[]
  /** No freeze is set earlier than tomorrow by itself. */
  today: string
  /** Leads back. */
  onLeave: () => void
  /**
   * `poll`: a new event's date is asked about next; `note`: why a second person should agree, empty where nobody has to.
   */
  submit: (plan: Plan, how: { poll: boolean; note: string }) => Promise<unknown>
  label: string
}

const ANSWER_DAYS_BEFORE = 7

const MENDS_OTHERS: ReadonlySet<string> = new Set(['title.en', 'title.vi', 'date', 'startTime', 'endTime'])

/** An event in one form, on the contract's schema. */
export function PlanForm({ plan, regions, fallbackZone, eventId, onLeave, submit, ...rest }: PlanFormProps) {
  const { label, frozen = false, today, speakers } = rest
  const isNew = eventId === undefined
  const say = useSay(planWords)
  const sayCommon = useSay(commonWords)
  const sayFreeze = useSay(freezeWords)
  const [note, setNote] = useState('')
  const poll = useRef(false)
  const { language } = useLanguage()
  const schema = useMemo(() => planSchema(language, fallbackZone), [language, fallbackZone])
  const state = useContractForm({
    schema,
    defaultValues: plan,
    submit: values => submit(values, { poll: poll.current, note }),
  })
  const { control, formState, watch, setValue, getFieldState, trigger } = state.form
  const [regionId, date] = watch(['regionId', 'date'])
  const region = regions.find(({ id }) => id === regionId)
  const values = watch() as Plan
  const held = frozen && heldFields(planChanges(values, plan), frozen).length > 0

  useEffect(() => {
    if (isNew && region && !getFieldState('zone').isDirty) setValue('zone', region.zone)
  }, [isNew, region, getFieldState, setValue])

  const { isSubmitted } = formState
  // What is wrong with one field may be mended in another.
  useEffect(() => {
    if (!isSubmitted) return
    const { unsubscribe } = watch((_, { name }) => {
      if (MENDS_OTHERS.has(name ?? '')) void trigger(['title.en', 'title.vi', 'endTime', 'answerBy'])
    })
    return unsubscribe
  }, [isSubmitted, watch, trigger])

  function chooseDate(chosen: string) {
    setValue('date', chosen, { shouldDirty: true, shouldValidate: true })
    followDate(chosen)
  }
  function followDate(chosen: string) {
    if (!isNew || !isLocalDate(chosen)) return
    if (!getFieldState('answerBy').isDirty) setValue('answerBy', addLocalDays(chosen, -ANSWER_DAYS_BEFORE))
    const freeze = addLocalDays(chosen, -USUAL_FREEZE_DAYS)
    if (!getFieldState('freezeOn').isDirty) setValue('freezeOn', freeze > today ? freeze : null)
  }
  useEffect(() => {
    followDate(date)
  })

  return (
    <ContractForm of={state} label={label}>
      <LeaveDialog when={formState.isDirty} />
      <div className={styles.columns}>
        <div className={styles.fields}>
          <Sheet title={say('what')}>
            {isNew && (
              <Pair>
                <SelectField
                  control={control}
                  name="regionId"
                  label={say('region')}
                  choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SelectField
                  control={control}
                  name="kind"
                  label={say('kind')}
                  choices={EVENT_KINDS.map(value => ({ value, label: say(`kind.${value}`) }))}
                />
              </Pair>
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
            <TimeNotice plan={values} fallbackZone={fallbackZone} />
            <TextField control={control} name="venue" label={say('venue')} help={say('venueHelp')} />
            <Pair>
              <MultiSelectField
                control={control}
                name="speakerIds"
                label={say('speakers')}
                help={say('speakersHelp')}
                optional
                searchable
                choices={speakers
                  .filter(({ id, active }) => active || plan.speakerIds.includes(id))
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextField
                control={control}
                name="freezeOn"
                type="date"
                label={say('freezeOn')}
                help={say('freezeOnHelp')}
                optional
              />
            </Pair>
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
            <SeatingFields
              control={control}
              value={values.seating}
              onChange={seating => setValue('seating', seating, { shouldDirty: true })}
            />
          </Sheet>
          {held && (
            <Textarea
              label={sayFreeze('note')}
              description={sayFreeze('noteHelp')}
              value={note}
              required
              withAsterisk={false}
              maxLength={500}
              autosize
              minRows={2}
              onChange={event => setNote(event.currentTarget.value)}
            />
          )}
          <FormActions>
            <Button
              type="submit"
              variant="filled"
              loading={formState.isSubmitting}
              disabled={held && note.trim() === ''}
              onClick={() => {
                poll.current = false
              }}
            >
              {held ? sayFreeze('ask') : say(isNew ? 'doPlan' : 'doChange')}
            </Button>
            {isNew && (
              <Button
                type="submit"
                disabled={formState.isSubmitting}
                onClick={() => {
                  poll.current = true
                }}
              >
                {say('doPlanAndAsk')}
              </Button>
            )}
            <Button onClick={onLeave}>{sayCommon('cancel')}</Button>
          </FormActions>
        </div>
        <DateCheck plan={values} ownId={eventId} onChoose={chooseDate} />
      </div>
    </ContractForm>
  )
}

function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

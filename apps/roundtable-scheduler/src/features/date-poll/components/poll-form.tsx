import { ActionIcon, Button } from '@mantine/core'
import { MOST_POLL_DATES, pollInput } from '@sixfold/contract/date-polls'
import { isLocalDate } from '@sixfold/domain/is-local-date'
import { addLocalDays, type LocalDate } from '@sixfold/domain/local-date'
import { TextField } from '@sixfold/ui/parts/fields'
import { ContractForm, FormActions, useContractForm } from '@sixfold/ui/parts/form'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LeaveDialog } from '@sixfold/ui/parts/leave-dialog'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFieldArray } from 'react-hook-form'
import { z } from 'zod'
import { pollWords } from '../../../words/poll.ts'
import { dayText } from '../poll-text.ts'
import styles from './poll.module.css'

// An empty field of a day is no day.
const formInput = pollInput.extend({ remindOn: z.union([pollInput.shape.answerBy, z.literal('')]) })
export type PollForm = z.output<typeof formInput>

interface PollFormProps {
  values: PollForm
  isNew: boolean
  zone: string
  submit: (poll: z.output<typeof pollInput>) => Promise<unknown>
  onLeave: () => void
  /** What speaks for and against the date that was written last; `add` takes another one in. */
  beside: (date: PollForm['dates'][number], add: (day: LocalDate) => void) => ReactNode
}

/** The dates of a poll, its deadline and its reminder. */
export function PollFormSheet({ values, isNew, zone, submit, onLeave, beside }: PollFormProps) {
  const say = useSay(pollWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const state = useContractForm({
    schema: formInput,
    defaultValues: values,
    submit: ({ remindOn, ...poll }) => submit({ ...poll, remindOn: remindOn === '' ? null : remindOn }),
  })
  const { control, formState, watch } = state.form
  const { fields, append, remove } = useFieldArray({ control, name: 'dates' })
  const dates = watch('dates')
  const textOf = (date: string) => (isLocalDate(date) ? dayText(date, language) : '')

  const last = dates.at(-1) ?? { date: '', startTime: '08:30', endTime: '12:00' }
  function add(day: LocalDate) {
    if (fields.length < MOST_POLL_DATES && !dates.some(({ date }) => date === day))
      append({ ...last, date: day })
  }

  return (
    <ContractForm of={state} label={say(isNew ? 'formNew' : 'formChange')}>
      <LeaveDialog when={formState.isDirty} />
      <div className={styles.form}>
        <Sheet title={say(isNew ? 'formNew' : 'formChange')}>
          <p className={styles.quiet}>
            {say('formHelp', { zone: zone.replaceAll('_', ' ') })} {!isNew && say('formKeeps')}
          </p>
          <fieldset className={styles.dates}>
            <legend>{say('dates')}</legend>
            {fields.map((field, at) => (
              <div key={field.id} className={styles.dateRow}>
                <TextField
                  control={control}
                  name={`dates.${at}.date`}
                  type="date"
                  label={say('dateNumber', { number: at + 1 })}
                  help={textOf(dates[at]?.date ?? '') || '–'}
                />
                <TextField control={control} name={`dates.${at}.startTime`} type="time" label={say('from')} />
                <TextField control={control} name={`dates.${at}.endTime`} type="time" label={say('to')} />
                <ActionIcon
                  variant="subtle"
                  size={36}
                  disabled={fields.length <= 2}
                  aria-label={say('removeDate', {
                    date: textOf(dates[at]?.date ?? '') || say('dateNumber', { number: at + 1 }),
                  })}
                  onClick={() => remove(at)}
                >
                  <IconX size={16} stroke={1.75} aria-hidden="true" />
                </ActionIcon>
              </div>
            ))}
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              disabled={fields.length >= MOST_POLL_DATES}
              onClick={() =>
                append({ ...last, date: isLocalDate(last.date) ? addLocalDays(last.date, 1) : '' })
              }
            >
              {say('addDate')}
            </Button>
          </fieldset>
          <div className={styles.pair}>
            <TextField
              control={control}
              name="answerBy"
              type="date"
              label={say('answerBy')}
              help={say('answerByHelp')}
            />
            <TextField
              control={control}
              name="remindOn"
              type="date"
              label={say('remindOn')}
              help={say('remindOnHelp')}
              optional
            />
          </div>
          <FormActions>
            <Button type="submit" variant="filled" loading={formState.isSubmitting}>
              {say(isNew ? 'doBegin' : 'doSave')}
            </Button>
            <Button onClick={onLeave}>{sayCommon('cancel')}</Button>
          </FormActions>
        </Sheet>
        {beside(last, add)}
      </div>
    </ContractForm>
  )
}

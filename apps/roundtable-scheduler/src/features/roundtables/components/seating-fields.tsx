import { Button, Select, Switch, Textarea } from '@mantine/core'
import type { Seating } from '@sixfold/domain/seats/seating'
import { NumberField, TextField } from '@sixfold/ui/parts/fields'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { type Control, useFormState } from 'react-hook-form'
import { seatWords } from '../../../words/seats.ts'
import type { Plan } from '../plan-changes.ts'
import type { PlanValues } from '../plan-schema.ts'
import styles from './seating-fields.module.css'

interface SeatingFieldsProps {
  /** Of the plan's form: what is wrong with a number or a name is said at its field. */
  control: Control<PlanValues, unknown, Plan>
  value: Seating
  onChange: (value: Seating) => void
}

/** How an event gives its seats: parties, offers, the remote side, seats kept for somebody. */
export function SeatingFields({ control, value, onChange }: SeatingFieldsProps) {
  const say = useSay(seatWords)
  const { remote, kept } = value
  const { errors } = useFormState({ control, name: 'seating.kept' })
  const twice = errors.seating?.kept?.message !== undefined
  const set = (part: Partial<Seating>) => onChange({ ...value, ...part })
  const join = (language: 'en' | 'vi', text: string) =>
    remote && set({ remote: { ...remote, joining: { ...remote.joining, [language]: text } } })
  return (
    <fieldset className={styles.seating}>
      <legend>{say('seating')}</legend>
      <div className={styles.row}>
        <NumberField
          control={control}
          name="seating.largestParty"
          label={say('largestParty')}
          help={say('largestPartyHelp')}
          min={1}
          max={20}
          step={1}
        />
        <NumberField
          control={control}
          name="seating.offerHours"
          label={say('offerHours')}
          help={say('offerHoursHelp')}
          min={1}
          max={336}
          step={1}
        />
      </div>
      {value.largestParty > 1 && (
        <Select
          label={say('largeParties')}
          value={value.largeParties}
          onChange={chosen => set({ largeParties: chosen === 'hold' ? 'hold' : 'skip' })}
          data={(['skip', 'hold'] as const).map(way => ({ value: way, label: say(`largeParties.${way}`) }))}
          allowDeselect={false}
        />
      )}
      <Switch
        label={say('hybrid')}
        checked={remote !== null}
        onChange={event =>
          set({ remote: event.currentTarget.checked ? { capacity: null, joining: {} } : null })
        }
      />
      {remote && (
        <>
          <NumberField
            control={control}
            name="seating.remote.capacity"
            label={say('remoteCapacity')}
            help={say('remoteCapacityHelp')}
            min={0}
            step={1}
          />
          <div className={styles.row}>
            <Textarea
              label={say('joiningEn')}
              description={say('joiningHelp')}
              value={remote.joining.en ?? ''}
              onChange={event => join('en', event.currentTarget.value)}
              maxLength={5000}
              autosize
              minRows={2}
            />
            <Textarea
              label={say('joiningVi')}
              description={say('joiningHelp')}
              value={remote.joining.vi ?? ''}
              onChange={event => join('vi', event.currentTarget.value)}
              maxLength={5000}
              autosize
              minRows={2}
            />
          </div>
        </>
      )}
      {kept.map((_, at) => (
        // Rows have no name of their own until one is typed; they are only added and removed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the row's place is its identity
        <fieldset key={at} className={styles.kept}>
          <legend>{say('keptSeats')}</legend>
          <TextField control={control} name={`seating.kept.${at}.segment`} label={say('segment')} />
          <NumberField
            control={control}
            name={`seating.kept.${at}.seats`}
            label={say('keptCount')}
            min={0}
            step={1}
          />
          <NumberField
            control={control}
            name={`seating.kept.${at}.releaseDays`}
            label={say('releaseDays')}
            min={0}
            max={365}
            step={1}
          />
          <Button variant="subtle" onClick={() => set({ kept: kept.filter((_, index) => index !== at) })}>
            {say('removeKept')}
          </Button>
        </fieldset>
      ))}
      {twice && (
        <div role="alert">
          <Lamp tone="problem">{say('keptTwice')}</Lamp>
        </div>
      )}
      <Button
        variant="subtle"
        className={styles.add ?? ''}
        onClick={() => set({ kept: [...kept, { segment: '', seats: 2, releaseDays: 7 }] })}
      >
        {say('addKept')}
      </Button>
    </fieldset>
  )
}

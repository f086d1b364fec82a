import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { Seating } from '@sixfold/domain/seats/seating'
import { useSay } from '@sixfold/ui/parts/language'
import { seatWords } from '../../../words/seats.ts'
import styles from './seating-fields.module.css'

interface SeatingFieldsProps {
  value: Seating
  onChange: (value: Seating) => void
}

/** A number field that was emptied says nothing. */
const numberIn = (value: number | string): number | null => (value === '' ? null : Number(value))

/** How an event gives its seats: parties, offers, the remote side, seats kept for somebody. */
export function SeatingFields({ value, onChange }: SeatingFieldsProps) {
  const say = useSay(seatWords)
  const { remote, kept } = value
  const set = (part: Partial<Seating>) => onChange({ ...value, ...part })
  const setKept = (at: number, part: Partial<Seating['kept'][number]>) =>
    set({ kept: kept.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const join = (language: 'en' | 'vi', text: string) =>
    remote && set({ remote: { ...remote, joining: { ...remote.joining, [language]: text } } })
  return (
    <fieldset className={styles.seating}>
      <legend>{say('seating')}</legend>
      <div className={styles.row}>
        <NumberInput
          label={say('largestParty')}
          description={say('largestPartyHelp')}
          value={value.largestParty}
          onChange={size => set({ largestParty: Math.max(1, numberIn(size) ?? 1) })}
          min={1}
          max={20}
          allowDecimal={false}
        />
        <NumberInput
          label={say('offerHours')}
          description={say('offerHoursHelp')}
          value={value.offerHours ?? ''}
          onChange={hours => set({ offerHours: numberIn(hours) })}
          min={1}
          max={336}
          allowDecimal={false}
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
          <NumberInput
            label={say('remoteCapacity')}
            description={say('remoteCapacityHelp')}
            value={remote.capacity ?? ''}
            onChange={seats => set({ remote: { ...remote, capacity: numberIn(seats) } })}
            min={0}
            max={100_000}
            allowDecimal={false}
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
      {kept.map((one, at) => (
        // Rows have no name of their own until one is typed; they are only added and removed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the row's place is its identity
        <fieldset key={at} className={styles.kept}>
          <legend>{say('keptSeats')}</legend>
          <TextInput
            label={say('segment')}
            value={one.segment}
            onChange={event => setKept(at, { segment: event.currentTarget.value })}
            maxLength={60}
            required
          />
          <NumberInput
            label={say('keptCount')}
            value={one.seats}
            onChange={seats => setKept(at, { seats: numberIn(seats) ?? 0 })}
            min={0}
            allowDecimal={false}
          />
          <NumberInput
            label={say('releaseDays')}
            value={one.releaseDays ?? ''}
            onChange={days => setKept(at, { releaseDays: numberIn(days) })}
            min={0}
            max={365}
            allowDecimal={false}
          />
          <Button variant="subtle" onClick={() => set({ kept: kept.filter((_, index) => index !== at) })}>
            {say('removeKept')}
          </Button>
        </fieldset>
      ))}
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

import { Button, Modal, Select, TextInput } from '@mantine/core'
import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import { channels, touchPurposes } from '@sixfold/domain/contact-policy'
import { useSay } from '@sixfold/ui/parts/language'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { touchWords } from '@sixfold/ui/words/touches'
import { useState } from 'react'
import type { DraftRule } from '../policy-edit.ts'
import { withChange, withHours, withLimit, withScope } from '../policy-edit.ts'
import { usePolicyText } from '../use-policy-text.ts'
import styles from './courtesy.module.css'
import { NumberBox } from './number-box.tsx'

interface RuleDialogProps {
  rule: DraftRule
  onDone: (rule: DraftRule) => void
  onClose: () => void
}

const numbers = ['surveyGapDays', 'solicitedGapDays', 'mostReminders', 'reminderGapDays'] as const

/** One rule: for whom, and what is different for them. */
export function RuleDialog({ rule, onDone, onClose }: RuleDialogProps) {
  const sayCommon = useSay(commonWords)
  const { say } = usePolicyText()
  const [draft, setDraft] = useState(rule)
  const setSet = (set: DraftRule['set']) => setDraft({ ...draft, set })
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say('editRule')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          onDone(draft)
        }}
      >
        <ScopeFields when={draft.when} onChange={when => setDraft({ ...draft, when })} />
        <fieldset className={styles.group}>
          <legend>{say('what')}</legend>
          {numbers.map(name => (
            <NumberBox
              key={name}
              label={say(name)}
              value={draft.set[name] ?? null}
              onChange={value => setSet(withChange(draft.set, name, value))}
            />
          ))}
          <ConsentField set={draft.set} onChange={setSet} />
        </fieldset>
        <ChannelFields set={draft.set} onChange={setSet} />
        <p className={styles.text}>{`${say('leaveOut')} ${say('executiveNote')}`}</p>
        <div className={styles.actions}>
          <Button type="submit" variant="filled">
            {say('ruleDone')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}

interface ScopeFieldsProps {
  when: DraftRule['when']
  onChange: (when: DraftRule['when']) => void
}

function ScopeFields({ when, onChange }: ScopeFieldsProps) {
  const { say, countryName } = usePolicyText()
  const sayTouch = useSay(touchWords)
  const regions = useSession().data?.regions ?? []
  const countries = [
    ...new Set([...regions.map(({ country }) => country), ...(when.country ? [when.country] : [])]),
  ]
  const role = (value: string | null) => (value === 'executive' || value === 'other' ? value : null)
  return (
    <fieldset className={styles.group}>
      <legend>{say('whom')}</legend>
      <Select
        label={say('country')}
        placeholder={say('any')}
        clearable
        data={countries.map(value => ({ value, label: countryName(value) }))}
        value={when.country ?? null}
        onChange={value => onChange(withScope(when, 'country', value))}
      />
      <Select
        label={say('role')}
        placeholder={say('any')}
        clearable
        data={(['executive', 'other'] as const).map(value => ({ value, label: say(value) }))}
        value={when.role ?? null}
        onChange={value => onChange(withScope(when, 'role', role(value)))}
      />
      <TextInput
        label={say('tier')}
        placeholder={say('any')}
        value={when.tier ?? ''}
        onChange={event => onChange(withScope(when, 'tier', event.currentTarget.value || null))}
      />
      <Select
        label={say('purpose')}
        placeholder={say('any')}
        clearable
        data={touchPurposes.map(value => ({ value, label: sayTouch(value) }))}
        value={when.purpose ?? null}
        onChange={value => onChange(withScope(when, 'purpose', value as TouchPurpose | null))}
      />
    </fieldset>
  )
}

interface SetFieldsProps {
  set: DraftRule['set']
  onChange: (set: DraftRule['set']) => void
}

function ConsentField({ set, onChange }: SetFieldsProps) {
  const { say } = usePolicyText()
  return (
    <Select
      label={say('consentRequired')}
      clearable
      data={(['yes', 'no'] as const).map(value => ({ value, label: say(value) }))}
      value={set.consentRequired === undefined ? null : set.consentRequired ? 'yes' : 'no'}
      onChange={value =>
        onChange(withChange(set, 'consentRequired', value === null ? null : value === 'yes'))
      }
    />
  )
}

function ChannelFields({ set, onChange }: SetFieldsProps) {
  const { say } = usePolicyText()
  return (
    <fieldset className={`${styles.group} ${styles.hours}`}>
      <legend>{say('hoursGroup')}</legend>
      {channels.map(channel => (
        <div key={channel} className={styles.pair}>
          {(['from', 'until'] as const).map(end => (
            <TextInput
              key={end}
              type="time"
              label={say(end, { name: say(`hours.${channel}`) })}
              value={set.hours?.[channel]?.[end] ?? ''}
              onChange={event => onChange(withHours(set, channel, end, event.currentTarget.value))}
            />
          ))}
        </div>
      ))}
      {channels.map(channel => (
        <NumberBox
          key={channel}
          label={say(`mostPerDay.${channel}`)}
          value={set.mostPerDay?.[channel] ?? null}
          onChange={most => onChange(withLimit(set, channel, most))}
        />
      ))}
    </fieldset>
  )
}

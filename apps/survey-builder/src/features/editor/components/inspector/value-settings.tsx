import { SegmentedControl, TextInput } from '@mantine/core'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import { useSay } from '@sixfold/ui/parts/language'
import { settingWords } from '../../../../words/settings.ts'
import { settingId } from '../../editor-context.ts'
import styles from '../inspector.module.css'
import type { SettingsProps } from './kind-settings.tsx'
import { QuestionTexts } from './question-texts.tsx'
import { NumberSetting } from './setting-fields.tsx'
import { useFaults } from './use-faults.ts'
import { useSetting } from './use-setting.ts'

const bounds = { min: -SURVEY_LIMITS.number, max: SURVEY_LIMITS.number, decimals: true }

export function SliderSettings({ question }: SettingsProps<'slider'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const faultOf = useFaults(question)
  const { min, max, step } = question
  return (
    <>
      <div className={styles.pair}>
        <NumberSetting
          label={say('min')}
          value={min}
          {...bounds}
          onChange={value => value !== null && set('min', value)}
        />
        <NumberSetting
          id={settingId('max')}
          label={say('max')}
          value={max}
          fault={faultOf('max')}
          {...bounds}
          onChange={value => value !== null && set('max', value)}
        />
      </div>
      <NumberSetting
        id={settingId('step')}
        label={say('step')}
        value={step}
        fault={faultOf('step')}
        min={0.000001}
        max={SURVEY_LIMITS.number}
        decimals
        onChange={value => value !== null && set('step', value)}
      />
      <QuestionTexts question={question} fields={['low', 'high']} />
    </>
  )
}

/** A Vietnamese or English word with its space. */
const LETTERS_A_WORD = 5

export function WrittenSettings({ question }: SettingsProps<'text'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <>
      <div>
        <p className={styles.label} id="length-of-answer">
          {say('answer')}
        </p>
        <SegmentedControl
          aria-labelledby="length-of-answer"
          fullWidth
          size="sm"
          value={question.long ? 'long' : 'short'}
          data={[
            { value: 'short', label: say('short') },
            { value: 'long', label: say('long') },
          ]}
          onChange={length => set('long', length === 'long')}
        />
      </div>
      <NumberSetting
        label={say('maxLength')}
        help={say('maxLengthHelp', { words: Math.floor(question.maxLength / LETTERS_A_WORD) })}
        value={question.maxLength}
        min={1}
        max={SURVEY_LIMITS.answer}
        onChange={length => length !== null && set('maxLength', length)}
      />
    </>
  )
}

export function NumberSettings({ question }: SettingsProps<'number'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const faultOf = useFaults(question)
  const { min, max, decimals } = question
  return (
    <>
      <div className={styles.pair}>
        <NumberSetting
          label={say('min')}
          value={min}
          {...bounds}
          optional
          onChange={value => set('min', value)}
        />
        <NumberSetting
          id={settingId('max')}
          label={say('max')}
          value={max}
          fault={faultOf('max')}
          {...bounds}
          optional
          onChange={value => set('max', value)}
        />
      </div>
      <NumberSetting
        label={say('decimals')}
        value={decimals}
        min={0}
        max={SURVEY_LIMITS.decimals}
        onChange={value => value !== null && set('decimals', value)}
      />
      <QuestionTexts question={question} fields={['unit']} />
    </>
  )
}

export function DateSettings({ question }: SettingsProps<'date'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const faultOf = useFaults(question)
  return (
    <div className={styles.pair}>
      {(['earliest', 'latest'] as const).map(bound => (
        <TextInput
          key={bound}
          id={settingId(bound)}
          type="date"
          label={say(bound)}
          value={question[bound] ?? ''}
          error={faultOf(bound)}
          onChange={event => set(bound, event.currentTarget.value || null)}
        />
      ))}
    </div>
  )
}

import { Checkbox } from '@mantine/core'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { PartOrder } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { settingWords } from '../../../../words/settings.ts'
import { settingId, useEditor, useEditorActions } from '../../editor-context.ts'
import { useOwnOption } from '../../use-own-option.ts'
import styles from '../inspector.module.css'
import { FactorField } from './factor-field.tsx'
import type { SettingsProps } from './kind-settings.tsx'
import { QuestionTexts } from './question-texts.tsx'
import { NotApplicable } from './scale-settings.tsx'
import { NumberSetting, SelectSetting, SwitchSetting } from './setting-fields.tsx'
import { useFaults } from './use-faults.ts'
import { usePartName } from './use-part-name.ts'
import { useSetting } from './use-setting.ts'

type Ordered = SettingsProps<'choice' | 'choices' | 'dropdown' | 'ranking' | 'picture'>
const orders = ['fixed', 'random', 'random-last-fixed'] as const satisfies readonly PartOrder[]

export function OrderSetting({ question }: Ordered) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <SelectSetting
      id={settingId('order')}
      label={say('order')}
      help={say('orderHelp')}
      value={question.order}
      choices={orders.map(order => ({ value: order, label: say(order) }))}
      onChange={order => set('order', order)}
    />
  )
}

type Chosen = SettingsProps<'choice' | 'choices' | 'dropdown'>

export function ChoiceSettings(props: Chosen) {
  return (
    <>
      <OrderSetting {...props} />
      <OwnOptions {...props} />
    </>
  )
}

function OwnOptions({ question }: Chosen) {
  const say = useSay(settingWords)
  const own = { other: useOwnOption(question, 'other'), none: useOwnOption(question, 'none') }
  return (['other', 'none'] as const).map(field => (
    <div key={field} className={styles.group}>
      <SwitchSetting
        id={settingId(field)}
        label={say(field)}
        checked={own[field].offered}
        onChange={offer => (offer ? own[field].add() : own[field].remove())}
      />
      {own[field].offered && <QuestionTexts question={question} fields={[field]} />}
    </div>
  ))
}

export function MultipleChoiceSettings({ question }: SettingsProps<'choices'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const faultOf = useFaults(question)
  const { atLeast, atMost } = question
  return (
    <>
      <div className={styles.pair}>
        <NumberSetting
          id={settingId('atLeast')}
          label={say('atLeast')}
          value={atLeast}
          fault={faultOf('atLeast')}
          min={1}
          max={SURVEY_LIMITS.parts}
          optional
          onChange={count => set('atLeast', count)}
        />
        <NumberSetting
          id={settingId('atMost')}
          label={say('atMost')}
          value={atMost}
          fault={faultOf('atMost')}
          min={1}
          max={SURVEY_LIMITS.parts}
          optional
          onChange={count => set('atMost', count)}
        />
      </div>
      {question.none && <p className={styles.quiet}>{say('countHelp')}</p>}
      <ChoiceSettings question={question} />
      <ExclusiveOptions question={question} />
    </>
  )
}

function ExclusiveOptions({ question }: SettingsProps<'choices'>) {
  const say = useSay(settingWords)
  const name = usePartName(question.options)
  const { edit } = useEditorActions()
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.label}>{say('exclusive')}</legend>
      <p className={styles.quiet}>{say('exclusiveHelp')}</p>
      {question.options.map((option, at) => (
        <Checkbox
          key={option.id}
          label={name(at)}
          checked={option.exclusive ?? false}
          onChange={event =>
            edit({
              op: 'set-part-setting',
              question: question.id,
              part: option.id,
              setting: 'exclusive',
              value: event.currentTarget.checked || null,
            })
          }
        />
      ))}
    </fieldset>
  )
}

export function RankingSettings({ question }: SettingsProps<'ranking'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const faultOf = useFaults(question)
  return (
    <>
      <NumberSetting
        id={settingId('top')}
        label={say('top')}
        help={say('topHelp')}
        value={question.top}
        fault={faultOf('top')}
        min={1}
        max={SURVEY_LIMITS.parts}
        optional
        onChange={top => set('top', top)}
      />
      <OrderSetting question={question} />
    </>
  )
}

export function SumSettings({ question }: SettingsProps<'sum'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <NumberSetting
      label={say('total')}
      value={question.total}
      min={1}
      max={SURVEY_LIMITS.total}
      onChange={total => total !== null && set('total', total)}
    />
  )
}

export function GridSettings({ question }: SettingsProps<'grid'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const name = usePartName(question.rows, 'row')
  const { edit } = useEditorActions()
  const { language } = useEditor()
  return (
    <>
      <fieldset className={styles.checks}>
        <legend className={styles.label}>{say('rowFactors')}</legend>
        <p className={styles.quiet}>{say('rowFactorsHelp')}</p>
        {question.rows.map((row, at) => (
          <FactorField
            key={row.id}
            label={name(at)}
            factor={row.measures?.factor}
            attribute={row.measures?.attribute}
            language={language}
            onChange={value =>
              edit({
                op: 'set-part-setting',
                question: question.id,
                part: row.id,
                setting: 'measures',
                value,
              })
            }
          />
        ))}
      </fieldset>
      <SwitchSetting
        label={say('importance')}
        help={say('importanceHelp')}
        checked={question.importance}
        onChange={importance => set('importance', importance)}
      />
      <NotApplicable question={question} />
    </>
  )
}

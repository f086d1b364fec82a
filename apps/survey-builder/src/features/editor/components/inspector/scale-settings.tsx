import { Radio, SegmentedControl } from '@mantine/core'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { QuestionOf } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { settingWords } from '../../../../words/settings.ts'
import { settingId } from '../../editor-context.ts'
import styles from '../inspector.module.css'
import type { SettingsProps } from './kind-settings.tsx'
import { QuestionTexts } from './question-texts.tsx'
import { SelectSetting, SwitchSetting } from './setting-fields.tsx'
import { useSetting } from './use-setting.ts'

type WithNone = Extract<SettingsProps['question'], { offerNotApplicable: boolean }>

export function NotApplicable({ question }: { question: WithNone }) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <SwitchSetting
      id={settingId('offerNotApplicable')}
      label={say('notApplicable')}
      help={say('notApplicableHelp')}
      checked={question.offerNotApplicable}
      onChange={offer => set('offerNotApplicable', offer)}
    />
  )
}

export function FivePointSettings({ question }: SettingsProps<'satisfaction' | 'agreement' | 'csat'>) {
  const say = useSay(settingWords)
  return (
    <>
      <p className={styles.quiet}>{say('fivePoints')}</p>
      <NotApplicable question={question} />
    </>
  )
}

export function RecommendSettings() {
  const say = useSay(settingWords)
  return <p className={styles.quiet}>{say('npsHelp')}</p>
}

const points = Array.from(
  { length: SURVEY_LIMITS.mostPoints - SURVEY_LIMITS.fewestPoints + 1 },
  (_, at) => SURVEY_LIMITS.fewestPoints + at,
)

export function RatingSettings({ question }: SettingsProps<'rating'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  const odd = question.points % 2 === 1
  const named = Object.values(question.middle ?? {}).some(Boolean)
  return (
    <>
      <div className={styles.pair}>
        <SelectSetting
          label={say('points')}
          value={String(question.points)}
          choices={points.map(count => ({ value: String(count), label: String(count) }))}
          onChange={count => set('points', Number(count))}
        />
        <div>
          <p className={styles.label} id="counted-from">
            {say('first')}
          </p>
          <SegmentedControl
            aria-labelledby="counted-from"
            fullWidth
            size="sm"
            value={String(question.first)}
            data={['0', '1']}
            onChange={first => set('first', first === '0' ? 0 : 1)}
          />
        </div>
      </div>
      {!odd && named && <p className={styles.quiet}>{say('middleUnseen')}</p>}
      <QuestionTexts
        question={question}
        fields={odd || named ? ['low', 'middle', 'high'] : ['low', 'high']}
      />
      <NotApplicable question={question} />
    </>
  )
}

const variants = [
  'mean7',
  'topThreeOf7',
  'topTwoOf5',
] as const satisfies readonly QuestionOf<'ces'>['variant'][]

export function EffortSettings({ question }: SettingsProps<'ces'>) {
  const say = useSay(settingWords)
  const set = useSetting(question.id)
  return (
    <Radio.Group
      label={say('variant')}
      description={say('variantHelp')}
      value={question.variant}
      onChange={value => {
        const variant = variants.find(one => one === value)
        if (variant) set('variant', variant)
      }}
    >
      <div className={styles.radios}>
        {variants.map(variant => (
          <Radio key={variant} value={variant} label={say(variant)} description={say(`${variant}Help`)} />
        ))}
      </div>
    </Radio.Group>
  )
}

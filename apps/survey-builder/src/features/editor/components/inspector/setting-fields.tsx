import { Select, Switch, TextInput } from '@mantine/core'
import { useSay } from '@sixfold/ui/parts/language'
import { useEffect, useState } from 'react'
import { settingWords } from '../../../../words/settings.ts'
import styles from '../inspector.module.css'

interface SwitchSettingProps {
  label: string
  help?: string
  checked: boolean
  onChange: (checked: boolean) => void
  id?: string
}

export function SwitchSetting({ label, help, checked, onChange, id }: SwitchSettingProps) {
  return (
    <Switch
      {...(id ? { id } : {})}
      labelPosition="left"
      label={label}
      {...(help ? { description: help } : {})}
      checked={checked}
      onChange={event => onChange(event.currentTarget.checked)}
      classNames={{ body: styles.switch ?? '' }}
    />
  )
}

interface NumberSettingProps {
  id?: string
  label: string
  help?: string
  value: number | undefined
  min: number
  max: number
  /** Whether it may be broken. */
  decimals?: boolean
  /** Empty takes it out; else the last number stays until there is another one. */
  optional?: boolean
  /** What is wrong between it and other settings. */
  fault?: string | undefined
  onChange: (value: number | null) => void
}

/** A number that is only taken over when it is one the survey could keep; until then it says what would be. */
export function NumberSetting(props: NumberSettingProps) {
  const { id, label, help, value, min, max, decimals = false, optional = false, fault, onChange } = props
  const say = useSay(settingWords)
  const written = value === undefined ? '' : String(value)
  const [text, setText] = useState(written)
  useEffect(() => setText(current => (sameNumber(current, value) ? current : written)), [value, written])

  const unfit = isFaulty(text, { min, max, decimals, optional })
  function write(next: string) {
    setText(next)
    if (isFaulty(next, { min, max, decimals, optional })) return
    onChange(next.trim() === '' ? null : Number(next))
  }
  return (
    <TextInput
      {...(id ? { id } : {})}
      label={label}
      {...(help ? { description: help } : {})}
      inputMode={decimals || min < 0 ? 'text' : 'numeric'}
      autoComplete="off"
      value={text}
      error={unfit ? say(decimals ? 'between' : 'whole', { min, max }) : fault}
      onChange={event => write(event.currentTarget.value)}
      onBlur={() => unfit && setText(written)}
    />
  )
}

type Bounds = Required<Pick<NumberSettingProps, 'min' | 'max' | 'decimals' | 'optional'>>

function isFaulty(text: string, { min, max, decimals, optional }: Bounds): boolean {
  if (text.trim() === '') return !optional
  const number = Number(text)
  return !Number.isFinite(number) || number < min || number > max || !(decimals || Number.isInteger(number))
}

/** "3." and "3" are the same number on its way: what is being typed is not taken out of the hand. */
function sameNumber(text: string, value: number | undefined): boolean {
  return value === undefined ? text.trim() === '' : text.trim() !== '' && Number(text) === value
}

interface SelectSettingProps<Value extends string> {
  id?: string
  label: string
  help?: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

export function SelectSetting<Value extends string>(props: SelectSettingProps<Value>) {
  const { id, label, help, value, choices, onChange } = props
  return (
    <Select
      {...(id ? { id } : {})}
      label={label}
      {...(help ? { description: help } : {})}
      value={value}
      data={[...choices]}
      allowDeselect={false}
      checkIconPosition="right"
      onChange={next => {
        const choice = choices.find(one => one.value === next)
        if (choice) onChange(choice.value)
      }}
    />
  )
}

import { standsAlone } from '@sixfold/domain/survey/answers'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import type { ChangeEvent, ReactNode } from 'react'
import { portalLang } from '../../../frame/portal-lang.ts'
import type { KindProps } from './kind-props.ts'
import { controlId, isChosen, nameOf, textIn } from './kind-props.ts'

/** One option on a line of its own; the whole line is its target. */
export function OptionLine({
  type,
  name,
  value,
  chosen,
  children,
}: {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  chosen: boolean
  children: ReactNode
}) {
  return (
    <label className="option">
      <input type={type} name={name} value={value} defaultChecked={chosen} />
      <span>{children}</span>
    </label>
  )
}

export function Choice(props: KindProps<'choice'>) {
  return (
    <div className="options">
      <OptionLines {...props} type="radio" />
    </div>
  )
}

export function Choices(props: KindProps<'choices'>) {
  const { question } = props
  /** What stands alone takes the others out, and the other way round; a server without script says so instead. */
  const settle = ({ target, currentTarget }: ChangeEvent<HTMLElement>) => {
    if (!(target instanceof HTMLInputElement) || !target.checked) return
    const alone = standsAlone(question, target.value)
    for (const box of currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
      if (box !== target && (alone || standsAlone(question, box.value))) box.checked = false
  }
  return (
    <div className="options" onChange={settle}>
      <OptionLines {...props} type="checkbox" />
    </div>
  )
}

function OptionLines(props: KindProps<'choice' | 'choices'> & { type: 'radio' | 'checkbox' }) {
  const { question, texts, text, type } = props
  const line = (value: string, words: ReactNode) => (
    <OptionLine key={value} type={type} name={nameOf(question)} value={value} chosen={isChosen(texts, value)}>
      {words}
    </OptionLine>
  )
  return (
    <>
      {question.options.map(option => line(option.id, text(option.text)))}
      {question.other ? (
        <div className="with-words">
          {line(OTHER, text(question.other))}
          <OtherWords {...props} />
        </div>
      ) : null}
      {question.none ? line(NONE, text(question.none)) : null}
    </>
  )
}

/** The words under "other"; where the style sheet can tell, they appear with it. */
function OtherWords({ question, texts, say, text }: KindProps<'choice' | 'choices' | 'dropdown'>) {
  return (
    <input
      className="field other-words"
      type="text"
      name={nameOf(question, OTHER)}
      defaultValue={textIn(texts, OTHER)}
      aria-label={`${text(question.other)}: ${say('otherWords')}`}
      placeholder={say('otherWords')}
    />
  )
}

export function Dropdown(props: KindProps<'dropdown'>) {
  const { question, texts, text, say, described, required } = props
  return (
    <div className="with-words">
      <select
        className="field"
        id={controlId(question.id)}
        name={nameOf(question)}
        defaultValue={textIn(texts)}
        aria-required={required || undefined}
        {...described}
      >
        <option value="" lang={portalLang(props.language)}>
          {say('pick')}
        </option>
        {question.options.map(option => (
          <option key={option.id} value={option.id}>
            {text(option.text)}
          </option>
        ))}
        {question.other ? <option value={OTHER}>{text(question.other)}</option> : null}
        {question.none ? <option value={NONE}>{text(question.none)}</option> : null}
      </select>
      {question.other ? <OtherWords {...props} /> : null}
    </div>
  )
}

export function YesNo({ question, texts, say, language }: KindProps<'yes-no'>) {
  const values = question.offerNotApplicable ? (['yes', 'no', 'na'] as const) : (['yes', 'no'] as const)
  return (
    <div className="options row" lang={portalLang(language)}>
      {values.map(value => (
        <OptionLine
          key={value}
          type="radio"
          name={nameOf(question)}
          value={value}
          chosen={isChosen(texts, value)}
        >
          {say(value)}
        </OptionLine>
      ))}
    </div>
  )
}

export function PictureChoice({ question, texts, text }: KindProps<'picture'>) {
  return (
    <div className="pictures">
      {question.options.map(option => (
        <OptionLine
          key={option.id}
          type={question.several ? 'checkbox' : 'radio'}
          name={nameOf(question)}
          value={option.id}
          chosen={isChosen(texts, option.id)}
        >
          {/* The words below say what it shows. */}
          {option.picture ? <img src={`/pictures/${option.picture}`} alt="" loading="lazy" /> : null}
          {text(option.text)}
        </OptionLine>
      ))}
    </div>
  )
}

import type { LiveItemInput, LiveItemView } from '@sixfold/contract/live-rooms'
import type { Say } from '@sixfold/contract/words'
import { LONGEST_WORD } from '@sixfold/domain/live-room/live-item'
import type { ReactNode } from 'react'
import type { liveWords } from '../../words/live.ts'

export type LiveSay = typeof liveWords extends (language: never) => Say<infer Id> ? Say<Id> : never

export interface ItemFormProps {
  item: LiveItemView
  answer: number | readonly string[] | null
  say: LiveSay
  /** Each move of the slider; absent: it leaves with the form. */
  onRate?: (points: number) => void
  /** Stands over the slider. */
  rated?: ReactNode
}

/** What is asked just now: fields of a form, which work without script. */
export function ItemForm(props: ItemFormProps) {
  const { item, say } = props
  const { input } = item
  return (
    <fieldset className="live-item" disabled={!item.open}>
      <legend>
        <span className="live-kind">{say(input.kind)}</span> <span className="live-ask">{input.title}</span>
      </legend>
      {input.kind === 'poll' && <Options {...props} input={input} />}
      {props.rated}
      {input.kind === 'rating' && <Slider {...props} input={input} />}
      {input.kind === 'words' && <Words {...props} input={input} />}
      {!item.open && <p className="muted">{say('ended')}</p>}
    </fieldset>
  )
}

type Of<Kind extends LiveItemInput['kind']> = ItemFormProps & {
  input: Extract<LiveItemInput, { kind: Kind }>
}

function Options({ input, answer, say }: Of<'poll'>) {
  const chosen = typeof answer === 'object' ? (answer ?? []) : []
  const single = input.most === 1
  return (
    <>
      {!single && <p className="muted">{say('most', { n: input.most })}</p>}
      {input.options.map(option => (
        <label className="live-option" key={option}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name="choice"
            value={option}
            defaultChecked={chosen.includes(option)}
          />
          <span>{option}</span>
        </label>
      ))}
    </>
  )
}

function Slider({ input, answer, onRate }: Of<'rating'>) {
  const middle = Math.round((input.low + input.high) / 2)
  const points = typeof answer === 'number' ? answer : middle
  const value = onRate ? { value: points, onChange: rate } : { defaultValue: points }
  function rate(event: { target: { value: string } }) {
    onRate?.(Number(event.target.value))
  }
  return (
    <>
      <input
        className="live-slider"
        type="range"
        name="points"
        min={input.low}
        max={input.high}
        step={1}
        aria-label={input.title}
        // A tap on where the thumb stands already changes nothing, and is an answer all the same.
        onClick={typeof answer === 'number' ? undefined : () => onRate?.(points)}
        {...value}
      />
      <div className="live-ends">
        <span>
          {input.low} {input.lowWord}
        </span>
        <span>
          {input.high} {input.highWord}
        </span>
      </div>
    </>
  )
}

function Words({ input, answer, say }: Of<'words'>) {
  const written = typeof answer === 'object' ? (answer ?? []) : []
  return (
    <>
      <p className="muted">{say('words.help', { n: input.most })}</p>
      {Array.from({ length: input.most }, (_, at) => at + 1).map(n => (
        <input
          key={n}
          className="live-field"
          name="word"
          maxLength={LONGEST_WORD}
          aria-label={say('words.label', { n })}
          defaultValue={written[n - 1] ?? ''}
        />
      ))}
    </>
  )
}

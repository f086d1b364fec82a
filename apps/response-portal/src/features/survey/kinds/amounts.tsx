import type { Say } from '@sixfold/contract/words'
import type { AnswerWord } from '@sixfold/ui/words/answers'
import { portalLang } from '../../../frame/portal-lang.ts'
import type { KindProps } from './kind-props.ts'
import { controlId, nameOf, questionAnchor, textIn } from './kind-props.ts'

/** A number field that becomes a line to slide on; nothing is chosen until it is touched. */
export function Slider(props: KindProps<'slider'>) {
  const { question, texts, text, say, alive, put, described, required, language } = props
  const { min, max, step } = question
  const name = nameOf(question)
  const chosen = textIn(texts)
  const ends = (
    <div className="ends">
      <span>{`${min}: ${text(question.low)}`}</span>
      <span>{`${max}: ${text(question.high)}`}</span>
    </div>
  )
  if (!alive)
    return (
      <div className="slider">
        <input
          id={controlId(question.id)}
          className="field"
          type="number"
          name={name}
          min={min}
          max={max}
          step={step}
          defaultValue={chosen}
          aria-required={required || undefined}
          {...described}
        />
        {ends}
      </div>
    )
  const choose = (value: string) => put({ '': value === '' ? [] : [value] })
  // The button goes with what it cleared; work goes on at the line.
  const clear = () => {
    choose('')
    document.getElementById(controlId(question.id))?.focus()
  }
  return (
    <div className="slider">
      <div className="slid">
        <output htmlFor={controlId(question.id)} lang={chosen ? undefined : portalLang(language)}>
          {chosen || say('slider.unset')}
        </output>
        {chosen ? (
          <button
            type="button"
            className="quiet"
            lang={portalLang(language)}
            aria-label={`${say('slider.clear')}: ${text(question.text)}`}
            onClick={clear}
          >
            {say('slider.clear')}
          </button>
        ) : null}
      </div>
      <input type="hidden" name={name} value={chosen} />
      <input
        id={controlId(question.id)}
        className={chosen ? 'range' : 'range unset'}
        type="range"
        min={min}
        max={max}
        step={step}
        value={isOnLine(chosen, question) ? chosen : middleOf(question)}
        aria-valuetext={chosen || say('slider.unset')}
        onChange={event => choose(event.target.value)}
        // The middle, where it rests, can be chosen by a touch alone.
        onPointerUp={event => choose(event.currentTarget.value)}
        {...described}
      />
      {ends}
    </div>
  )
}

function isOnLine(text: string, { min, max }: KindProps<'slider'>['question']): boolean {
  return text !== '' && Number(text) >= min && Number(text) <= max
}

function middleOf({ min, max, step }: KindProps<'slider'>['question']): number {
  return min + Math.round((max - min) / 2 / step) * step
}

/** Points shared among the options; what is left is said while they are typed. */
export function Sum({ question, texts, text, say, alive, described, language }: KindProps<'sum'>) {
  const { options, total } = question
  return (
    <>
      <div className="lines">
        {options.map(option => (
          <label className="line" key={option.id}>
            <span>{text(option.text)}</span>
            <input
              className="field"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              name={nameOf(question, option.id)}
              defaultValue={textIn(texts, option.id)}
              {...described}
            />
          </label>
        ))}
      </div>
      {alive ? (
        <p
          className="total"
          role="status"
          lang={portalLang(language)}
          id={`${questionAnchor(question.id)}-total`}
        >
          {totalText(
            options.reduce((sum, { id }) => sum + (Number(textIn(texts, id)) || 0), 0),
            total,
            say,
          )}
        </p>
      ) : null}
    </>
  )
}

function totalText(shared: number, total: number, say: Say<AnswerWord>): string {
  if (shared === total) return say('sum.done', { total })
  return shared > total
    ? say('sum.over', { over: shared - total })
    : say('sum.left', { left: total - shared })
}

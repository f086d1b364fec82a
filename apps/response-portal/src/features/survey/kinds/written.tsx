import type { KindProps } from './kind-props.ts'
import { controlId, nameOf, textIn } from './kind-props.ts'

export function Written({ question, texts, described, required }: KindProps<'text'>) {
  const shared = {
    id: controlId(question.id),
    className: 'field',
    name: nameOf(question),
    defaultValue: textIn(texts),
    'aria-required': required || undefined,
    ...described,
  }
  return question.long ? <textarea rows={5} {...shared} /> : <input type="text" {...shared} />
}

/** A line of text rather than a number field: those swallow what they cannot read, and a comma is one of the things. */
export function NumberLine({ question, texts, text, described, required }: KindProps<'number'>) {
  const unit = text(question.unit)
  const unitId = `${controlId(question.id)}-unit`
  const beside = [described['aria-describedby'], unit ? unitId : ''].filter(Boolean).join(' ')
  return (
    <div className="with-unit">
      <input
        id={controlId(question.id)}
        className="field"
        type="text"
        // The keyboards of phones for numbers have no minus.
        inputMode={
          question.min === undefined || question.min < 0
            ? undefined
            : question.decimals > 0
              ? 'decimal'
              : 'numeric'
        }
        autoComplete="off"
        name={nameOf(question)}
        defaultValue={textIn(texts)}
        aria-required={required || undefined}
        {...described}
        aria-describedby={beside || undefined}
      />
      {unit ? <span id={unitId}>{unit}</span> : null}
    </div>
  )
}

export function Day({ question, texts, described }: KindProps<'date'>) {
  return (
    <input
      id={controlId(question.id)}
      className="field"
      type="date"
      placeholder="2026-12-31"
      min={question.earliest}
      max={question.latest}
      name={nameOf(question)}
      defaultValue={textIn(texts)}
      {...described}
    />
  )
}

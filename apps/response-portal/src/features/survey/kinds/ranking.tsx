import type { FieldTexts } from '@sixfold/contract/portal-fields'
import type { Part } from '@sixfold/domain/survey/question'
import { useEffect, useRef, useState } from 'react'
import { DownIcon, UpIcon } from '../../../frame/icons.tsx'
import type { KindProps } from './kind-props.ts'
import { nameOf, questionAnchor, textIn } from './kind-props.ts'

/** Without script each option has a list of places; with it they are chosen one after the other and moved. */
export function Ranking(props: KindProps<'ranking'>) {
  return props.alive ? <InOrder {...props} /> : <ByPlace {...props} />
}

function ByPlace({ question, texts, text, say }: KindProps<'ranking'>) {
  const places = Array.from({ length: question.top ?? question.options.length }, (_, at) => String(at + 1))
  return (
    <div className="lines">
      {question.options.map(option => (
        <label className="line" key={option.id}>
          <span>{text(option.text)}</span>
          <select
            className="field"
            name={nameOf(question, option.id)}
            defaultValue={textIn(texts, option.id)}
            aria-label={say('rank.place', { option: text(option.text) })}
          >
            <option value="">{say('rank.none')}</option>
            {places.map(place => (
              <option key={place} value={place}>
                {place}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}

type Moved = { option: string; control: 'toggle' | 'up' | 'down' }

function InOrder({ question, texts, text, say, put }: KindProps<'ranking'>) {
  const options = question.options
  const ranked = rankedIn(options, texts)
  const most = question.top ?? options.length
  const [moved, setMoved] = useState<Moved | null>(null)
  const list = useRef<HTMLOListElement>(null)

  // A line that moves loses the focus; it goes on with the same line.
  useEffect(() => {
    if (!moved) return
    const line = list.current?.querySelector(`[data-option="${moved.option}"]`)
    const wanted = line?.querySelector<HTMLButtonElement>(`[data-control="${moved.control}"]:not(:disabled)`)
    ;(wanted ?? line?.querySelector('button'))?.focus()
  }, [moved])

  const change = (next: readonly Part[], by: Moved) => {
    put(Object.fromEntries(next.map(({ id }, at) => [id, [String(at + 1)]])))
    setMoved(by)
  }
  const toggle = (option: Part) =>
    change(ranked.includes(option) ? ranked.filter(one => one !== option) : [...ranked, option], {
      option: option.id,
      control: 'toggle',
    })
  const move = (option: Part, from: number, control: 'up' | 'down') => {
    const next = ranked.filter(one => one !== option)
    next.splice(control === 'up' ? from - 1 : from + 1, 0, option)
    change(next, { option: option.id, control })
  }
  const last = moved ? options.find(({ id }) => id === moved.option) : undefined
  const lastPlace = last ? ranked.indexOf(last) + 1 : 0
  return (
    <>
      <ol className="lines ranked" ref={list}>
        {[...ranked, ...options.filter(option => !ranked.includes(option))].map((option, at) => {
          const words = text(option.text)
          const place = at < ranked.length ? at + 1 : null
          return (
            <li className="line" key={option.id} data-option={option.id}>
              <button
                type="button"
                className="rank"
                data-control="toggle"
                aria-pressed={place !== null}
                disabled={place === null && ranked.length >= most}
                aria-label={
                  place === null
                    ? say('rank.add', { option: words, place: ranked.length + 1 })
                    : say('rank.remove', { option: words, place })
                }
                onClick={() => toggle(option)}
              >
                <span className="place" data-place={place ?? undefined} />
                {words}
              </button>
              {place === null ? null : (
                <>
                  <input type="hidden" name={nameOf(question, option.id)} value={place} />
                  <button
                    type="button"
                    className="step"
                    data-control="up"
                    disabled={place === 1}
                    aria-label={say('rank.up', { option: words, place: Math.max(1, place - 1) })}
                    onClick={() => move(option, at, 'up')}
                  >
                    <UpIcon />
                  </button>
                  <button
                    type="button"
                    className="step"
                    data-control="down"
                    disabled={place === ranked.length}
                    aria-label={say('rank.down', {
                      option: words,
                      place: Math.min(ranked.length, place + 1),
                    })}
                    onClick={() => move(option, at, 'down')}
                  >
                    <DownIcon />
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ol>
      <p className="vh" role="status" id={`${questionAnchor(question.id)}-said`}>
        {last
          ? lastPlace > 0
            ? say('rank.said', { option: text(last.text), place: lastPlace })
            : say('rank.out', { option: text(last.text) })
          : null}
      </p>
    </>
  )
}

/** The options that have a place, the best first. */
function rankedIn(options: readonly Part[], texts: FieldTexts): Part[] {
  const place = ({ id }: Part) => Number.parseInt(textIn(texts, id), 10)
  return options.filter(option => place(option) > 0).sort((a, b) => place(a) - place(b))
}

import { fileField } from '@sixfold/contract/portal-fields'
import { useEffect, useRef } from 'react'
import { ProblemIcon } from '../../../frame/icons.tsx'
import { portalLang } from '../../../frame/portal-lang.ts'
import type { KindProps } from './kind-props.ts'
import { controlId, nameOf } from './kind-props.ts'

/** Files go with the form; with script they leave as soon as they are chosen. */
export function Upload({
  question,
  texts,
  say,
  alive,
  put,
  described,
  files,
  language,
}: KindProps<'upload'>) {
  const ids = texts[''] ?? []
  const state = files.stateOf(question.id)
  const full = ids.length >= question.maxFiles
  const input = useRef<HTMLInputElement>(null)
  // Others may be added or removed while some are on their way.
  const latest = useRef(ids)
  latest.current = ids
  const take = async (control: HTMLInputElement) => {
    const chosen = [...(control.files ?? [])]
    control.value = ''
    const added = await files.send(question, chosen, latest.current)
    if (added.length === 0) return
    const all = [...new Set([...latest.current, ...added])]
    if (all.length >= question.maxFiles && document.activeElement === input.current) gone.current = all.length
    put({ '': all })
  }

  // A control that goes hands the focus on: to the file in its place, or to where another one is chosen.
  const gone = useRef<number | null>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (gone.current === null) return
    const buttons = list.current?.querySelectorAll('button') ?? []
    const next = buttons[Math.min(gone.current, buttons.length - 1)] ?? input.current
    next?.focus()
    gone.current = null
  })

  // What was chosen before the script came leaves as well.
  const taken = useRef(false)
  useEffect(() => {
    if (!alive || taken.current) return
    taken.current = true
    if (input.current?.files?.length) void take(input.current)
  })

  return (
    <>
      {ids.length > 0 ? (
        <ul className="files" ref={list}>
          {ids.map((id, at) => {
            const name = files.nameOf(id)
            return (
              <li className="line" key={id}>
                <input type="hidden" name={nameOf(question)} value={id} />
                <span>{name}</span>
                <button
                  type="submit"
                  className="quiet"
                  lang={portalLang(language)}
                  name="remove"
                  value={`${question.id}:${id}`}
                  aria-label={say('upload.remove', { name })}
                  onClick={event => {
                    if (!alive) return
                    event.preventDefault()
                    gone.current = at
                    put({ '': ids.filter(one => one !== id) })
                  }}
                >
                  {say('upload.takeOut')}
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      {full ? null : (
        <label className={alive ? 'btn add' : 'add'} lang={portalLang(language)}>
          {say('upload.add')}
          <input
            ref={input}
            id={controlId(question.id)}
            className={alive ? undefined : 'file'}
            type="file"
            name={fileField(question.id)}
            multiple={question.maxFiles > 1}
            accept={files.accept(question.accept)}
            {...described}
            onChange={event => alive && void take(event.target)}
          />
        </label>
      )}
      <div role="status" lang={portalLang(language)}>
        {state.sending === null ? null : (
          <p className="help">{say('upload.sending', { name: state.sending })}</p>
        )}
        {state.faults.map(({ problem, name }) => (
          <p className="lamp" key={`${problem} ${name}`}>
            <ProblemIcon />
            {say(`upload.${problem}`, { name, megabytes: question.maxMegabytes })}
          </p>
        ))}
      </div>
    </>
  )
}

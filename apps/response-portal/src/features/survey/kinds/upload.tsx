import { fileField } from '@sixfold/contract/portal-fields'
import type { ChangeEvent } from 'react'
import { ProblemIcon } from '../../../frame/icons.tsx'
import type { KindProps } from './kind-props.ts'
import { controlId, nameOf } from './kind-props.ts'

/** Files go with the form; with script they leave as soon as they are chosen. */
export function Upload({ question, texts, say, alive, put, described, files }: KindProps<'upload'>) {
  const ids = texts[''] ?? []
  const state = files.stateOf(question.id)
  const full = ids.length >= question.maxFiles
  const control = {
    id: controlId(question.id),
    type: 'file',
    name: fileField(question.id),
    multiple: question.maxFiles > 1,
    accept: files.accept(question.accept),
    ...described,
    onChange(event: ChangeEvent<HTMLInputElement>) {
      if (!alive) return
      const chosen = [...(event.target.files ?? [])]
      event.target.value = ''
      void files
        .send(question, chosen, ids)
        .then(added => added.length > 0 && put({ '': [...ids, ...added] }))
    },
  }
  return (
    <>
      {ids.length > 0 ? (
        <ul className="files">
          {ids.map(id => {
            const name = files.nameOf(id)
            return (
              <li className="line" key={id}>
                <input type="hidden" name={nameOf(question)} value={id} />
                <span>{name}</span>
                <button
                  type="submit"
                  className="quiet"
                  name="remove"
                  value={`${question.id}:${id}`}
                  aria-label={say('upload.remove', { name })}
                  onClick={event => {
                    if (!alive) return
                    event.preventDefault()
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
      {full ? null : alive ? (
        <label className="btn add">
          {say('upload.add')}
          <input {...control} />
        </label>
      ) : (
        <input {...control} className="file" aria-label={say('upload.add')} />
      )}
      <div role="status">
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

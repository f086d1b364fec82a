import { fileField } from '@sixfold/contract/portal-fields'
import { ProblemIcon } from '../../../frame/icons.tsx'
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
  required,
  files,
}: KindProps<'upload'>) {
  const ids = texts[''] ?? []
  const state = files.stateOf(question.id)
  const full = ids.length >= question.maxFiles
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
      {full ? null : (
        <>
          <label className="btn add" htmlFor={controlId(question.id)}>
            {say('upload.add')}
          </label>
          <input
            id={controlId(question.id)}
            className="file"
            type="file"
            name={fileField(question.id)}
            multiple={question.maxFiles > 1}
            accept={files.accept(question.accept)}
            aria-required={required || undefined}
            {...described}
            onChange={event => {
              if (!alive) return
              const chosen = [...(event.target.files ?? [])]
              event.target.value = ''
              void files
                .send(question, chosen, ids)
                .then(added => added.length > 0 && put({ '': [...ids, ...added] }))
            }}
          />
        </>
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

import type { OwnErasurePage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { ProblemIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import type { SayOwnData } from '../words/own-data.ts'
import { ownDataWords } from '../words/own-data.ts'

/** What erasing means; before it is done the person is asked once more. */
export function OwnErasure(page: OwnErasurePage) {
  const say = ownDataWords(uiLanguageFor(page.language))
  if (page.step === 'begun' || page.step === 'waits') return <Said page={page} say={say} />
  const asks = page.step === 'ask'
  return (
    <Letter head={page}>
      <h1 id="title">{say(asks ? 'erasure.ask' : 'erasure.explained')}</h1>
      {asks ? null : <p className="lead">{say('erasure.explained.text')}</p>}
      {(['goes', 'stays', 'then'] as const).map(part => (
        <section key={part} className="part">
          <h2>{say(`erasure.${part}`)}</h2>
          <p>{say(`erasure.${part}.text`)}</p>
          {part === 'then' ? <p className="muted more">{say('erasure.backups')}</p> : null}
        </section>
      ))}
      {asks && page.obstacles.length > 0 ? (
        <section className="part">
          <h2>{say('erasure.wait')}</h2>
          {page.obstacles.map(obstacle => (
            <p key={obstacle}>{say(`erasure.wait.${obstacle}`)}</p>
          ))}
          <p className="more">{say('erasure.wait.text')}</p>
        </section>
      ) : null}
      {asks ? <Ask page={page} say={say} /> : null}
    </Letter>
  )
}

interface PartProps {
  page: OwnErasurePage
  say: SayOwnData
}

function Ask({ page, say }: PartProps) {
  const query = `?language=${page.language}`
  return (
    <form className="part" method="post" action={`${page.address}${query}`}>
      {page.unticked ? (
        <p className="lamp" id="sure-fault">
          <ProblemIcon />
          <span>{say('erasure.tick')}</span>
        </p>
      ) : null}
      <div className="options">
        <label className="option">
          <input
            type="checkbox"
            name="sure"
            value="yes"
            aria-invalid={page.unticked || undefined}
            aria-describedby={page.unticked ? 'sure-fault' : undefined}
          />
          <span>{say('erasure.sure')}</span>
        </label>
      </div>
      <button className="btn full" type="submit">
        {say('erasure.go')}
      </button>
      <a className="btn primary full" href={`${page.address.replace(/\/erase$/, '')}${query}`}>
        {say('erasure.back')}
      </a>
    </form>
  )
}

function Said({ page, say }: PartProps) {
  const { step, answerBy, carryOutBy } = page
  const begun = step === 'begun'
  return (
    // No link leads on: there is nothing left that it could open.
    <Letter head={{ ...page, languages: [] }}>
      <h1 id="title">{say(begun ? 'erasure.begun' : 'erasure.waits')}</h1>
      <p className="lead">
        {begun ? say('erasure.begun.text') : say('erasure.waits.text', { answerBy, carryOutBy })}
      </p>
    </Letter>
  )
}

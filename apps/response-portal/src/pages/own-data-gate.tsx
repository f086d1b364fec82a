import type { OwnDataGatePage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { Letter } from '../frame/letter.tsx'
import { ownDataWords } from '../words/own-data.ts'

/** What a link in a mail leads to: nothing is shown until a person asks for it. */
export function OwnDataGate(page: OwnDataGatePage) {
  const language = uiLanguageFor(page.language)
  const say = ownDataWords(language)
  return (
    <Letter head={page}>
      <h1 id="title">{say('title')}</h1>
      <p className="lead">{say('gate.text', { organisation: page.organisation })}</p>
      <form className="part" method="post" action={`${page.action}?language=${language}`}>
        <button className="btn primary full" type="submit">
          {say('gate.open')}
        </button>
      </form>
      <p className="end">{say('end')}</p>
    </Letter>
  )
}

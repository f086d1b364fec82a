import type { NotMePage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { Letter } from '../frame/letter.tsx'
import { callWords } from '../words/call.ts'

/** For whoever got somebody else's link: what it is, what to do, and a way to tell. It changes nothing and names nobody. */
export function NotMe(page: NotMePage) {
  const say = callWords(uiLanguageFor(page.language))
  if (page.told)
    return (
      <Letter head={page}>
        <h1 id="title">{say('told.title')}</h1>
        <p className="lead">{say('told.text')}</p>
      </Letter>
    )
  return (
    <Letter head={page}>
      <h1 id="title">{say('notMe.title')}</h1>
      <p className="lead">{say('notMe.lead')}</p>
      <section className="part">
        <p>{say('notMe.pass')}</p>
        <p className="more">{say('notMe.tell')}</p>
        <form method="post" action={`${page.address}/not-me?language=${page.language}`}>
          <button className="btn full" type="submit">
            {say('notMe.send')}
          </button>
        </form>
        <a className="btn full" href={page.back}>
          {say('notMe.back')}
        </a>
      </section>
    </Letter>
  )
}

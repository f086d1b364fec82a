import type { NoticePage, OptOutPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { Letter } from '../frame/letter.tsx'
import { noticeWords } from '../words/notice.ts'

/** What happened and what to do. */
export function Notice(page: NoticePage) {
  const say = noticeWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1>{say(`${page.reason}.title`)}</h1>
      <p className="lead">{say(`${page.reason}.text`)}</p>
    </Letter>
  )
}

/** Asks once before nobody asks again; opening the link alone changes nothing. */
export function OptOut(page: OptOutPage) {
  const say = noticeWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1>{say('opt-out.title')}</h1>
      <p className="lead">{say('opt-out.text')}</p>
      <form method="post" action={`${page.address}/opt-out?language=${page.language}`}>
        <button className="btn primary full" type="submit">
          {say('opt-out.yes')}
        </button>
      </form>
      <a className="btn full" href={page.address}>
        {say('opt-out.no')}
      </a>
    </Letter>
  )
}

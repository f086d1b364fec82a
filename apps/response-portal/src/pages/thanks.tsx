import type { ThanksPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { Letter } from '../frame/letter.tsx'
import { thanksWords } from '../words/thanks.ts'
import { Replies } from './replies.tsx'

/** Thanks, what happens next, what was done about the last answers, and the way to the own page. */
export function Thanks(page: ThanksPage) {
  const { language, address, done, notice, organisation } = page
  const ui = uiLanguageFor(language)
  const say = thanksWords(ui)
  return (
    <Letter head={page} banner={page.preview ? say('banner') : undefined}>
      <h1 id="title">{say('title')}</h1>
      <p className="lead">{page.text}</p>
      <section className="part">
        <h2>{say('next')}</h2>
        <dl className="facts">
          <div>
            <dt>{dayText(page.closesOn, ui)}</dt>
            <dd>{say(page.ended ? 'closed' : 'close')}</dd>
          </div>
          {page.known ? (
            <div>
              <dt>{say('again')}</dt>
              <dd>{say('again.text')}</dd>
            </div>
          ) : null}
        </dl>
      </section>
      <Replies done={done} language={ui} />
      {page.known ? (
        <section className="part">
          <h2>{say('own')}</h2>
          <ul className="dots">
            {(['complain', 'meet', 'often', 'data'] as const).map(what => (
              <li key={what}>{say(what)}</li>
            ))}
          </ul>
          <form method="post" action={address ? `${address}/me?language=${language}` : undefined}>
            <button className="btn full" type="submit" disabled={page.preview}>
              {say('open')}
            </button>
          </form>
        </section>
      ) : null}
      <p className="end">
        {[
          say('end', { organisation }),
          notice.readers ? say('readers', { readers: notice.readers.replace(/[.\s]+$/, '') }) : '',
          notice.retentionMonths === null ? '' : say('kept', { months: notice.retentionMonths }),
          say('close2'),
        ]
          .filter(Boolean)
          .join(' ')}
        {page.preview ? null : (
          <span className="ways">
            <a href={`${address}/about?language=${language}`}>{say('about')}</a>
            {page.known ? <a href={`${address}/opt-out?language=${language}`}>{say('optOut')}</a> : null}
          </span>
        )}
      </p>
    </Letter>
  )
}

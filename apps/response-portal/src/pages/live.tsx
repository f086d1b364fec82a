import type { LiveDoorPage, LivePage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { ItemForm } from '../features/live/item-form.tsx'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
import { CheckIcon, ProblemIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import { liveWords } from '../words/live.ts'

/** The code of a live room is typed here. */
export function LiveDoor(page: LiveDoorPage) {
  const say = liveWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1 id="title">{say('door')}</h1>
      <p className="lead">{say('door.lead')}</p>
      <form className="part live-door" method="get" action="/live">
        {page.wrong !== null && (
          <p className="lamp" role="alert">
            <ProblemIcon />
            <span>{say('code.wrong', { code: page.wrong })}</span>
          </p>
        )}
        <label htmlFor="code">{say('code')}</label>
        <input
          id="code"
          name="code"
          className="live-code"
          required
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-help"
        />
        <p className="muted" id="code-help">
          {say('code.help')}
        </p>
        <button className="btn primary full" type="submit">
          {say('join')}
        </button>
      </form>
      <p className="end ways">
        <AccessibilityLink language={page.language} />
      </p>
    </Letter>
  )
}

/** A live room without script: what is asked just now, as a plain form. With script {@link LiveRoom} takes its place. */
export function Live(page: LivePage) {
  const { view, code, answer, saved } = page
  const say = liveWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1 id="title">{textIn(view.title, page.language, 'en')}</h1>
      <p className="lead">{say('noScript')}</p>
      {saved && (
        <p className="told" role="status">
          <CheckIcon />
          {say('saved')}
        </p>
      )}
      {!view.open ? (
        <p className="lead">{say('closed')}</p>
      ) : view.item && view.item.input.kind !== 'ideas' ? (
        <form className="part live" method="post" action={`/live/${code}`}>
          <input type="hidden" name="item" value={view.item.id} />
          <ItemForm item={view.item} answer={answer} say={say} />
          {view.item.open && (
            <button className="btn primary full" type="submit">
              {say(answer === null ? 'send' : 'change')}
            </button>
          )}
        </form>
      ) : (
        <p className="lead">{say('nothing')}</p>
      )}
      <p className="ways">
        <a href={`/live/${code}`}>{say('reload')}</a>
      </p>
      <p className="end ways">
        <AccessibilityLink language={page.language} />
      </p>
    </Letter>
  )
}

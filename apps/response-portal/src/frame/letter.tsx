import type { LetterHead } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { FormEventHandler, ReactNode } from 'react'
import { frameWords } from '../words/frame.ts'
import { portalLang } from './portal-lang.ts'

export interface LetterProps {
  head: LetterHead
  children: ReactNode
  /** Rests at the bottom of the screen: back and continue. */
  foot?: ReactNode
  /** Makes the whole letter one form, so that switching the language keeps what was typed. */
  form?: { action: string; files: boolean; onSubmit?: FormEventHandler<HTMLFormElement> }
  /** Takes more room where a screen has it, for a table. */
  wide?: boolean
  /** Above everything, such as "this is a preview". */
  banner?: ReactNode
  /** Switches in place; without it a link or a button of the form does. */
  onLanguage?: (tag: string) => void
}

/** The frame of every page for a customer: who writes, in which language, the text, and the foot. */
export function Letter({ head, children, foot, form, wide, banner, onLanguage }: LetterProps) {
  const content = (
    <>
      {banner ? (
        <p className="banner" lang={portalLang(head.language)}>
          {banner}
        </p>
      ) : null}
      <header className="top">
        <span className="org">{head.organisation}</span>
        {head.languages.length > 1 ? (
          <LanguageSwitch head={head} asButtons={form !== undefined} onLanguage={onLanguage} />
        ) : null}
      </header>
      <main className="sheet">{children}</main>
      {foot ? (
        <footer className="foot">
          <div className="foot-row" lang={portalLang(head.language)}>
            {foot}
          </div>
        </footer>
      ) : null}
    </>
  )
  if (!form) return <div className="letter">{content}</div>
  return (
    <form
      className={wide ? 'letter wide' : 'letter'}
      method="post"
      encType={form.files ? 'multipart/form-data' : undefined}
      action={form.action}
      onSubmit={form.onSubmit}
      noValidate
    >
      {/* Enter presses the first button of a form: it must go on, not switch the language. */}
      <button className="vh" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true" />
      {content}
    </form>
  )
}

interface LanguageSwitchProps {
  head: LetterHead
  asButtons: boolean
  onLanguage: ((tag: string) => void) | undefined
}

function LanguageSwitch({ head, asButtons, onLanguage }: LanguageSwitchProps) {
  const say = frameWords(uiLanguageFor(head.language))
  return (
    <nav className="langs" aria-label={say('languages')} lang={portalLang(head.language)}>
      {head.languages.map(({ tag, name }) => {
        const current = tag === head.language ? ('true' as const) : undefined
        const choose = onLanguage
          ? (event: { preventDefault(): void }) => {
              event.preventDefault()
              onLanguage(tag)
            }
          : undefined
        return asButtons ? (
          <button
            key={tag}
            type="submit"
            name="language"
            value={tag}
            lang={tag}
            aria-current={current}
            onClick={choose}
          >
            {name}
          </button>
        ) : (
          <a key={tag} href={`?language=${tag}`} lang={tag} aria-current={current} onClick={choose}>
            {name}
          </a>
        )
      })}
    </nav>
  )
}
